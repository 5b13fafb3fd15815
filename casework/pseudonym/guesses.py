"""Stage 3: what nobody told the case: capitals inside a sentence, places, streets, names, words that announce one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from casework.pseudonym.folded import Folded
from casework.pseudonym.forms import PARTICLES, TITLE_BEFORE, phrase
from casework.pseudonym.found import Found
from casework.pseudonym.kinds import Kind
from casework.pseudonym.lexicon import Lexicon

_WORD = re.compile(r"(?:'t\s)?[^\W\d_]+(?:['-][^\W\d_]+)*'?")
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:;\n\r•*]|\n\s*-)[\s\"'(«“”„]*$")
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[A-Z][a-z]?\.[\s-]?){1,5}$")
_INITIAL_AFTER = re.compile(r"\s[A-Z]\.(?=\s+[a-z]|[,;)]|$)")
_LEAST_COMPOUND, _LEAST_LOWER_NAME = 7, 4
_ENDINGS = ("en", "e", "s", "t", "n", "er", "de", "te")
_LEADERS = frozenset({"van", "de", "der", "den", "het", "een", "'s", "'t", "en", "of"})


class Word(NamedTuple):
    """A word of the text. first: it begins a sentence, so that its capital says nothing."""

    start: int
    end: int
    clean: str
    low: str
    capital: bool
    first: bool

    @property
    def shouted(self) -> bool:
        return len(self.clean) > 1 and sum(map(str.isupper, self.clean)) > 1 and "-" not in self.clean


def guesses(text: Folded, lexicon: Lexicon, named: frozenset[str] = frozenset()) -> Iterator[Found]:
    """named: words that were a name in an earlier text of the same request."""
    words = _words(text, lexicon)
    found = list(_by_form(text, lexicon)) + list(_by_word(text, words, lexicon))
    yield from found
    names = named | {word for one in found if one.kind is Kind.PERSON for word in text.low[one.start : one.end].split()}
    forms = {form: name for name in names - PARTICLES if len(name) > 2 for form in (name + "'s", name + "s", name)}
    for word in words:
        stem = forms.get(word.low)
        if stem is None or (word.first and word.low in lexicon.ordinary):
            continue
        if word.capital or stem not in lexicon.ordinary:
            yield Found(word.start, word.end, Kind.PERSON, False, f"guess:{stem}", "deze naam staat ook elders")


def _words(text: Folded, lexicon: Lexicon) -> list[Word]:
    found: list[Word] = []
    for one in _WORD.finditer(text.clean):
        start, clean = one.start(), one[0]
        capital = clean[0].isupper() or (clean[0] == "'" and clean[3:4].isupper())
        low = text.low[start : one.end()]
        found.append(Word(start, one.end(), clean, low, capital, capital and _begins(text, start, found, lexicon)))
    return found


def _begins(text: Folded, start: int, before: list[Word], lexicon: Lexicon) -> bool:
    """Whether a sentence begins here; the point of ‘dr.’ or ‘J.’ ends none."""
    if start and not _SENTENCE_ENDS.search(text.clean[max(0, start - 12) : start]):
        return False
    if before and text.clean.startswith(".", before[-1].end):
        return not (before[-1].low in lexicon.titles or len(before[-1].low) == 1)
    return True


# By form: streets with a number, places of more than one word


def _by_form(text: Folded, lexicon: Lexicon) -> Iterator[Found]:
    streets, places = _patterns(lexicon)
    for one in streets.finditer(text.low):
        why = "dit lijkt een straat met een huisnummer"
        yield Found(one.start(), one.end(), Kind.ADDRESS, False, f"address:{one[0]}", why)
    for one in places.finditer(text.low):
        yield Found(one.start(), one.end(), Kind.PLACE, False, f"place:{one[0]}", "dit is een plaats")


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    endings = "|".join(sorted(lexicon.street_endings, key=len, reverse=True))
    several = sorted((place for place in lexicon.places if re.search(r"[\s-]", place)), key=len, reverse=True)
    return (
        re.compile(rf"(?<!\w)(?:(?:oude|nieuwe|lange|korte|grote|kleine|van|de|der|den|het|'t)\s+){{0,3}}"
                   rf"[^\W\d_]*(?:{endings})\s+\d{{1,4}}\s?(?:[a-z](?!\w))?(?:\s?[-/]\s?(?:\d{{1,4}}|[a-z])(?!\w))?(?!\w)"),
        re.compile(rf"(?<!\w)(?:{'|'.join(map(phrase, several)) or '(?!)'})(?!\w)"),
    )  # fmt: skip


# By word


def _by_word(text: Folded, words: list[Word], lexicon: Lexicon) -> Iterator[Found]:
    at = 0
    while at < len(words):
        if reason := _why(words, at, text, lexicon):
            last = _run(words, at, text, lexicon)
            yield _told(words, at, last, reason, text, lexicon)
            at = last
        at += 1


def _why(words: list[Word], at: int, text: Folded, lexicon: Lexicon) -> str:
    """Why this word could be somebody's or something's name; nothing if it could not."""
    word, before = words[at], words[at - 1].low if at else ""
    bare = _without_endings(word.low)[-1]
    named = word.low in lexicon.names or bare in lexicon.names
    plain = word.low in lexicon.ordinary
    announced = bool(at) and before in lexicon.roles and _near(words[at - 1], word, text)
    if word.low in lexicon.capitals or len(word.low) < 2:
        return ""
    if word.low in lexicon.place_forms and (word.capital or (len(word.low) > 4 and not plain)):
        return "" if word.first and plain else "dit is een plaats"
    if not word.capital:
        if announced and (named or not _is_ordinary(word.low, lexicon)):
            return f"na ‘{before}’ volgt vaak een naam"
        if _stands_beside_a_relation(words, at, text, lexicon):
            return "dit staat bij wie het is"
        return "dit is een voornaam of achternaam" if named and not plain and len(word.low) >= _LEAST_LOWER_NAME else ""
    if word.clean[:2].isupper() and "-" in word.low and _is_ordinary(word.low.partition("-")[2], lexicon):
        return ""  # an abbreviation and a word: KOPP-groep, GZ-psycholoog
    if word.shouted and not announced:
        return "dit is een voornaam of achternaam" if named and not plain and len(word.low) > 3 else ""
    if word.first:
        return _why_at_the_start(words, at, named, plain, lexicon)
    return f"na ‘{before}’ volgt vaak een naam" if announced else "een hoofdletter midden in een zin"


def _why_at_the_start(words: list[Word], at: int, named: bool, plain: bool, lexicon: Lexicon) -> str:
    word, after = words[at], words[at + 1].low if at + 1 < len(words) else ""
    if plain:
        return "een woord dat ook een naam is" if named and after in lexicon.verbs else ""
    if named:
        return "dit is een voornaam of achternaam"
    return "" if _is_ordinary(word.low, lexicon) else "geen gewoon woord, met een hoofdletter"


def _is_ordinary(low: str, lexicon: Lexicon) -> bool:
    """An ordinary word, an ending on one, or two of them joined (‘netwerkpleeggezin’)."""
    ordinary = lexicon.ordinary
    if any(form in ordinary for form in (low, *_inflected(low))) or low in lexicon.roles:
        return True
    if "-" in low:
        return all(_is_ordinary(part, lexicon) for part in low.split("-") if len(part) > 2)
    return len(low) >= _LEAST_COMPOUND and any(
        (low[cut:] in ordinary or any(form in ordinary for form in _inflected(low[cut:])))
        and (low[:cut] in ordinary or low[:cut].removesuffix("s") in ordinary or low[:cut] + "en" in ordinary)
        for cut in range(3, len(low) - 2)
    )


def _inflected(low: str) -> list[str]:
    return [low.removesuffix(end) for end in _ENDINGS if low.endswith(end)] if len(low) > 4 else []


def _stands_beside_a_relation(words: list[Word], at: int, text: Folded, lexicon: Lexicon) -> bool:
    """‘de vriend van tom, x’: after whose it is, and a comma, comes who it is."""
    if at < 3 or words[at - 2].low != "van" or words[at - 3].low not in lexicon.roles:
        return False
    between = text.clean[words[at - 1].end : words[at].start]
    return between.strip() == "," and not _is_ordinary(words[at].low, lexicon)


def _run(words: list[Word], at: int, text: Folded, lexicon: Lexicon) -> int:
    """The last word of the name that begins here: further capitals, also over ‘van der’."""
    last, ahead = at, at + 1
    while ahead < len(words) and _near(words[ahead - 1], words[ahead], text):
        word = words[ahead]
        if word.capital and not word.first and word.low not in lexicon.capitals and words[at].capital:
            last = ahead
        elif word.low not in PARTICLES:
            break
        ahead += 1
    return last


def _near(one: Word, other: Word, text: Folded) -> bool:
    gap = text.clean[one.end : other.start]
    return len(gap) <= 3 and not gap.strip(" .") and (gap.count(".") == 0 or len(one.clean) <= 4)


def _told(words: list[Word], at: int, last: int, why: str, text: Folded, lexicon: Lexicon) -> Found:
    start, end = words[at].start, words[last].end
    before = words[at - 1].low if at and _near(words[at - 1], words[at], text) else ""
    low = text.low[start:end]
    kind = Kind.PERSON
    if {before, words[at].low} & lexicon.school_words:
        kind = Kind.SCHOOL
    elif {before, words[at].low} & lexicon.provider_words:
        kind = Kind.PROVIDER
    elif words[at].low in lexicon.place_forms or (before in lexicon.to_places and low not in lexicon.names):
        kind = Kind.PLACE
    if before in lexicon.school_words | lexicon.provider_words:
        start = words[at - 1].start
    for pattern in (_INITIALS_BEFORE, TITLE_BEFORE):
        if found := pattern.search(text.clean[max(0, start - 30) : start]):
            start -= len(found[0])
    if after := _INITIAL_AFTER.match(text.clean, end):
        end = after.end()
    leading = [word for word in low.split() if word not in _LEADERS]
    entity = "place:" + low if kind is Kind.PLACE else f"guess:{_without_endings(leading[-1] if leading else low)[-1]}"
    return Found(start, end, kind, False, entity, why)


def _without_endings(low: str) -> tuple[str, ...]:
    """The word as it stands, and without a possessive."""
    if low.endswith("'s"):
        return (low, low[:-2])
    if low.endswith("'"):
        return (low, low[:-1])
    return (low, low[:-1]) if low.endswith("s") and len(low) > 3 else (low,)
