"""Stage 1: everything this case knows, in every form: what it knows must never slip through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from casework.pseudonym.folded import Folded, folded
from casework.pseudonym.forms import PARTICLES, TITLE_BEFORE, TITLES, name_parts, name_pattern, phrase, place_pattern
from casework.pseudonym.found import Found
from casework.pseudonym.kinds import Kind
from casework.pseudonym.known import Known, parts_of, places_of

_START, _END = r"(?<!\w)", r"(?!\w)"
_SMALL = r"(?:(?:van|de|der|den|ter|ten|te|'t|el|al)[\s-]+){0,2}$"
_GAP = re.compile(rf"[\s\-.,]*(?:(?:{'|'.join(sorted(map(re.escape, PARTICLES)))}|\w\.)[\s\-.]+)*")
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[A-Z][a-z]?\.[\s-]?){1,5}" + _SMALL)
_LOW_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[a-z]\.[\s-]?){1,4}" + _SMALL)
_HOUSEHOLD_BEFORE = re.compile(r"(?<!\w)(?:familie|fam\.?|gezin)\s+" + _SMALL, re.IGNORECASE)
_INITIAL_AFTER = re.compile(r"\s[A-Z]\.(?=\W|$)")
_GENERIC = re.compile(
    r"^(?:(?:obs|cbs|gbs|rkbs|pcbs|vso|so|sbo|isk|mbo|roc|kdc|stichting|bureau|praktijk|basisschool|praktijkschool|"
    r"peuterspeelzaal|kinderdagverblijf|kinderdagcentrum|zorgboerderij|gezinspraktijk|gymnasium|lyceum|opvang|de|het|'t)\s+)+"
)
_POINT = r"\.\s?"
_HOUSE_NUMBER = r"\s*\d+\s?(?:[a-z](?!\w))?(?:\s?[-/]\s?(?:\d{1,4}|[a-z])(?!\w))?"
_KNOWN_NUMBER = "een nummer of adres uit deze casus"
_KNOWN_NAME = "staat in deze casus als naam"


class Exact:
    """The patterns of one case, made once and used for all its texts."""

    def __init__(self, known: Known) -> None:
        self._owners: dict[str, frozenset[int]] = {}
        self._names = self._name_pattern(known)
        self._initials = [(re.compile(pattern), at) for at, pattern in _bare_initials(known)]
        self._phrases = list(_phrases(known))

    def find(self, text: Folded) -> Iterator[Found]:
        yield from self._people(text)
        for pattern, kind, entity, why in self._phrases:
            for one in pattern.finditer(text.low):
                yield Found(one.start(), one.end(), kind, True, entity, why)

    # People

    def _name_pattern(self, known: Known) -> re.Pattern[str]:
        parts: dict[str, set[tuple[str, ...]]] = {}
        owners: dict[str, set[int]] = {}
        for at, person in enumerate(known.people):
            for name in person.names:
                for part, before in name_parts(folded(name)):
                    parts.setdefault(part, set()).add(before)
                    owners.setdefault(part, set()).add(at)
        self._parts = sorted(parts, key=len, reverse=True)
        self._owners = {part: frozenset(at) for part, at in owners.items()}
        each = ("|".join(name_pattern(part, one) for one in sorted(parts[part], key=len, reverse=True))
                for part in self._parts)  # fmt: skip
        return re.compile(f"{_START}(?:{'|'.join(f'({one})' for one in each) or '(?!)'}){_END}")

    def _people(self, text: Folded) -> Iterator[Found]:
        matches: list[tuple[int, int, frozenset[int], tuple[str, ...]]] = []
        for one in self._names.finditer(text.low):
            part = self._parts[(one.lastindex or 1) - 1]
            owners, start = self._owners[part], one.start()
            if matches and (common := matches[-1][2] & owners) and _GAP.fullmatch(text.low[matches[-1][1] : start]):
                first = matches.pop()
                matches.append((first[0], one.end(), common, (*first[3], part)))
            else:
                matches.append((start, one.end(), owners, (part,)))
        for start, end, owners, parts in matches:
            initials = _LOW_INITIALS_BEFORE if text.clean[start:end].islower() else _INITIALS_BEFORE
            for pattern in (initials, _HOUSEHOLD_BEFORE, TITLE_BEFORE):
                if before := pattern.search(text.clean[max(0, start - 30) : start]):
                    start -= len(before[0])
            if after := _INITIAL_AFTER.match(text.clean, end):
                end = after.end()
            entity = f"person:{min(owners)}" if len(owners) == 1 else f"family:{parts[0]}"
            yield Found(start, end, Kind.PERSON, True, entity, f"‘{text.clean[start:end]}’ {_KNOWN_NAME}")
        for pattern, at in self._initials:
            for one in pattern.finditer(text.clean):
                yield Found(one.start(), one.end(), Kind.PERSON, True, f"person:{at}", "voorletters uit deze casus")


def _bare_initials(known: Known) -> Iterator[tuple[int, str]]:
    """J.O., J. O. and JvO: letters alone, with points, or with the particle between."""
    for at, person in enumerate(known.people):
        for name in person.names:
            every = re.split(r"[\s-]+", folded(name))
            words = [word for word in every if word not in TITLES and not word.endswith(".")]
            letters = [word[0].upper() if word not in PARTICLES else word[0] for word in words if word]
            if len(letters) < 2:
                continue
            big = [letter for letter in letters if letter.isupper()]
            if len(big) >= 2:
                yield at, rf"(?<![\w.])(?i:{_POINT.join(map(re.escape, big))})(?!\.?\w)\.?"
            if len(big) < len(letters) and letters[0].isupper() and letters[-1].isupper():
                yield at, rf"(?<!\w){''.join(map(re.escape, letters))}(?!\w)"


# Everything that is not a person


def _phrases(known: Known) -> Iterator[tuple[re.Pattern[str], Kind, str, str]]:
    """Pattern over the folded text, kind, entity and why."""
    for at, address in enumerate(known.addresses):
        told = parts_of(address)
        if told.street:
            street = phrase(folded(told.street))
            last = phrase(folded(told.street).split()[-1])  # ‘burg. Fopplein 3’ for Burgemeester Fopplein
            pattern = _made(f"{street}(?:{_HOUSE_NUMBER})?|{last}{_HOUSE_NUMBER}")
            yield pattern, Kind.ADDRESS, f"address:{at}", "een straat uit deze casus"
        if told.postcode:
            figures, letters = told.postcode.lower().split()
            pattern = _made(rf"{figures}\s*{letters}")
            yield pattern, Kind.POSTCODE, f"postcode:{at}", "een postcode uit deze casus"
    for at, place in enumerate(places_of(known)):
        yield _made(place_pattern(place)), Kind.PLACE, f"place:{at}", "een plaats uit deze casus"
    for kind, names, why in (
        (Kind.SCHOOL, known.schools, "een school uit deze casus"),
        (Kind.PROVIDER, known.providers, "een aanbieder uit deze casus"),
    ):
        for at, name in enumerate(names):
            for words in _organisation(folded(name)):
                yield _made(words), kind, f"{kind.name.lower()}:{at}", why
    for kind, value in known.numbers:
        for loose in _number(kind, folded(value)):
            yield _made(loose), kind, f"{kind.name.lower()}:{folded(value)}", _KNOWN_NUMBER


def _organisation(name: str) -> Iterator[str]:
    """The whole name, and what is left of it without its kind and article."""
    yield f"{phrase(name)}(?:'?s)?"
    core = _GENERIC.sub("", name)
    if core and core != name:
        yield rf"(?:(?:de|het|'t)\s+)?{phrase(core)}(?:'?s)?"


def _number(kind: Kind, value: str) -> Iterable[str]:
    """The value with any points, spaces and strokes between its figures; a telephone number with any country code."""
    if kind is Kind.MAIL or kind is Kind.LINK:
        return [re.escape(value)]
    signs = [sign for sign in value if sign.isalnum()]
    if kind is Kind.PHONE:
        figures = "".join(sign for sign in signs if sign.isdigit())
        own = figures.removeprefix("0031").removeprefix("31") if value.startswith(("+31", "0031", "31")) else figures
        own = own.removeprefix("0")
        return [rf"(?:(?:\+|00)?31[\s.\-/()]*)?(?:\(?0\)?[\s.\-/]*)?{_loose(own)}"] if len(own) > 5 else []
    found = [_loose("".join(signs))] if len(signs) > 3 else []
    _, _, last = value.rpartition(" ")
    if last != value and last.isdigit() and len(last) > 4:
        found.append(_loose(last))
    return found


def _loose(signs: str) -> str:
    return r"[\s.\-/()]{0,3}".join(map(re.escape, signs))


@lru_cache(maxsize=512)
def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])(?:{pattern}){_END}")
