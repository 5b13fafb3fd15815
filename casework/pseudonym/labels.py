"""Labels that mean the same in the whole request: Kind A, Ouder 1, School 1, Aanbieder A, ‘14 maanden geleden’.

They depend on what is in the texts, never on the order of the texts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from casework.pseudonym.dates import told_relative
from casework.pseudonym.found import Found
from casework.pseudonym.kinds import Kind
from casework.pseudonym.known import ROLE_WORDS, Known

_NOUNS: Mapping[Kind, str] = {
    Kind.PERSON: "Persoon",
    Kind.PLACE: "Plaats",
    Kind.SCHOOL: "School",
    Kind.PROVIDER: "Aanbieder",
}
_BY_LETTER = frozenset({"Kind", "Aanbieder"})


def labels(found: Iterable[Found], known: Known) -> dict[str, str]:
    """The label of each entity: first the people of the case, in its order; then who else is in the texts."""
    kinds = {one.entity: one.kind for one in found}
    named: dict[str, str] = {}
    counts: dict[str, int] = {}
    for at, person in enumerate(known.people):
        named[f"person:{at}"] = _next(ROLE_WORDS[person.role], counts)
    for kind, names in ((Kind.SCHOOL, known.schools), (Kind.PROVIDER, known.providers)):
        for at in range(len(names)):
            named[f"{kind.name.lower()}:{at}"] = _next(_NOUNS[kind], counts)
    for entity in sorted(kinds.keys() - named.keys(), key=_shuffled):
        named[entity] = _label(entity, kinds[entity], known, counts)
    return named


def _label(entity: str, kind: Kind, known: Known, counts: dict[str, int]) -> str:
    if kind is Kind.DATE:
        day = entity.removeprefix("date:")
        child = next((one for one in known.people if one.role == "child"), None)
        return "geboortedatum" if child and child.born and child.born.isoformat() == day else told_relative(
            day, known.reference_date
        )  # fmt: skip
    if entity.startswith("family:"):
        return _next("Familie", counts)
    return _next(_NOUNS[kind], counts) if kind in _NOUNS else kind.value


def _next(noun: str, counts: dict[str, int]) -> str:
    counts[noun] = counts.get(noun, 0) + 1
    return f"{noun} {letters(counts[noun]) if noun in _BY_LETTER else counts[noun]}"


def letters(number: int) -> str:
    """A to Z, then AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _shuffled(entity: str) -> str:
    """An order that is always the same and does not give away the alphabet."""
    return hashlib.blake2b(entity.encode(), digest_size=8).hexdigest()
