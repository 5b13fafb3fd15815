"""The three stages put together: every lead once, with one label for the same thing in all texts of a request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from casework.pseudonym.exact import Exact
from casework.pseudonym.folded import Folded, fold, folded
from casework.pseudonym.found import Found
from casework.pseudonym.guesses import guesses
from casework.pseudonym.kinds import Hit, Kind
from casework.pseudonym.known import Known
from casework.pseudonym.labels import labels
from casework.pseudonym.lexicon import Lexicon
from casework.pseudonym.patterns import patterns

_WHERE = re.compile(r"(?:aan|bij|in|onder|op|over|uit)\s+(?=[A-Z])")
"""Between two names it is no part of the second: ‘Jesse bij Tjitske’."""

_NAMED = frozenset({Kind.PERSON, Kind.PLACE, Kind.SCHOOL, Kind.PROVIDER, Kind.ADDRESS})


def scan(text: str, known: Known, lexicon: Lexicon) -> tuple[Hit, ...]:
    """The leads in one text, in its order, never overlapping. For a request of several texts: `scan_all`."""
    return scan_all({"": text}, known, lexicon)[""]


def scan_all(
    texts: Mapping[str, str], known: Known, lexicon: Lexicon, given: Mapping[str, str] | None = None
) -> dict[str, tuple[Hit, ...]]:
    """The leads in each text of a request, with labels that hold for the whole request; given: see `labels`."""
    folds = {name: fold(text) for name, text in texts.items()}
    named = frozenset(name.removeprefix("guess:") for name in given or () if name.startswith("guess:"))
    found = {name: _found(one, known, lexicon, named) for name, one in folds.items()}
    label = labels((one for several in found.values() for one in several), known, given or {})
    return {
        name: tuple(_hit(one, folds[name], label[one.entity], _own_words(known)) for one in several)
        for name, several in found.items()
    }


def _found(text: Folded, known: Known, lexicon: Lexicon, named: frozenset[str]) -> list[Found]:
    return _once([*_exact(known).find(text), *patterns(text, known), *guesses(text, lexicon, named)], text)


@lru_cache(maxsize=16)
def _exact(known: Known) -> Exact:
    return Exact(known)


def _once(found: Iterable[Found], text: Folded) -> list[Found]:
    """Of leads that overlap the surest stays: known before guessed, then the longest. What of another sticks out on
    either side is kept as its own lead, so that nothing once found is lost."""
    kept: list[Found] = []
    taken = bytearray(len(text.clean) + 1)
    for one in sorted(found, key=_surest):
        for start, end in _free(one.start, one.end, taken):
            while start < end and not text.clean[start].isalnum():
                start += 1
            while end > start and not text.clean[end - 1].isalnum() and (start, end) != (one.start, one.end):
                end -= 1
            whole = (start, end) == (one.start, one.end)
            if not whole and (where := _WHERE.match(text.clean, start, end)):
                start = where.end()
            if start < end and (whole or one.known or one.kind not in _NAMED or _says_something(text.clean[start:end])):
                kept.append(Found(start, end, one.kind, one.known, one.entity, one.why))
                taken[start:end] = b"\1" * (end - start)
    return sorted(kept, key=lambda one: one.start)


def _says_something(rest: str) -> bool:
    """What sticks out of a guess beside a surer lead: a small word (‘de’, ‘obs’) leads to nobody."""
    return any(sign.isupper() or sign.isdigit() for sign in rest)


def _surest(one: Found) -> tuple[bool, bool, bool, int, int, str]:
    guessed = one.entity.startswith(("guess:", "place:")) and not one.known
    around = one.kind not in (Kind.MAIL, Kind.LINK)  # a name inside an e-mail address goes with the whole of it
    return (around, not one.known, guessed, one.start - one.end, one.start, one.entity)


def _free(start: int, end: int, taken: bytearray) -> Iterable[tuple[int, int]]:
    """The stretches between start and end that nobody has yet."""
    at = start
    while at < end:
        if taken[at]:
            at += 1
            continue
        until = taken.find(1, at, end)
        until = end if until < 0 else until
        yield at, until
        at = until


@lru_cache(maxsize=16)
def _own_words(known: Known) -> frozenset[str]:
    """The words of the names of the case: what ends in s of itself (Lars) is no possessive."""
    return frozenset(word for person in known.people for name in person.names for word in folded(name).split())


def _hit(one: Found, text: Folded, label: str, own_words: frozenset[str]) -> Hit:
    start, end = text.span(one.start, one.end)
    last = text.low[one.start : one.end].split()[-1]
    possessive = one.kind is Kind.PERSON and one.known and last.endswith(("s", "'")) and last not in own_words
    return Hit(start, end, one.kind, one.known, one.why, one.entity, f"{label}’s" if possessive else label)
