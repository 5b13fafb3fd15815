"""Labels that mean the same in the whole request: Kind A, Ouder 1, School 1, Aanbieder A, ‘14 maanden geleden’.

They depend on what is in the texts, never on the order of the texts. What is said later in the same request gets the
labels that were `given` before, also where the case was changed in between.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from casework.pseudonym.dates import told_relative
from casework.pseudonym.folded import folded
from casework.pseudonym.forms import PARTICLES, name_parts
from casework.pseudonym.found import Found
from casework.pseudonym.kinds import Hit, Kind
from casework.pseudonym.known import ROLE_WORDS, Known, places_of

_NOUNS: Mapping[Kind, str] = {
    Kind.PERSON: "Persoon",
    Kind.PLACE: "Plaats",
    Kind.SCHOOL: "School",
    Kind.PROVIDER: "Aanbieder",
}
_BY_LETTER = frozenset({"Kind", "Aanbieder"})
_NONE: Mapping[str, str] = {}


def labels(found: Iterable[Found], known: Known, given: Mapping[str, str] = _NONE) -> dict[str, str]:
    """The label of each entity: first the people of the case, in its order; then who else is in the texts.

    given: what `remembered` told of earlier texts of the same request; a new entity never gets a label of those.
    """
    kinds = {one.entity: one.kind for one in found}
    nouns = {f"person:{at}": ROLE_WORDS[person.role] for at, person in enumerate(known.people)}
    for kind, names in ((Kind.SCHOOL, known.schools), (Kind.PROVIDER, known.providers)):
        nouns |= {f"{kind.name.lower()}:{at}": _NOUNS[kind] for at in range(len(names))}
    counts: dict[str, int] = {}
    named = {}
    for entity, noun in nouns.items():
        named[entity] = _before(entity, known, given) or _next(noun, counts, given)
    for entity in sorted(kinds.keys() - named.keys(), key=_shuffled):
        named[entity] = _before(entity, known, given) or _label(entity, kinds[entity], known, counts, given)
    return named


def remembered(hits: Iterable[Hit], known: Known) -> dict[str, str]:
    """The labels of what is numbered, by what it is called: to be `given` when more is said in the same request."""
    return {
        _called(hit.entity, known)[0]: hit.proposed.removesuffix("’s") for hit in hits if hit.kind in _NOUNS
    }


def who_is_who(given: Mapping[str, str], written: Mapping[str, str]) -> str:
    """Whom the labels stand for, in Dutch: the answer comes back in labels, and whoever asked has to know.

    written: by label, how somebody was written whom the case itself does not know.
    """
    named = {label: written.get(label) or _in_capitals(name.partition(":")[2]) for name, label in given.items()}
    return ", ".join(f"{label} is {named[label]}" for label in sorted(named, key=_by_number))


def _in_capitals(name: str) -> str:
    return " ".join(word if word in PARTICLES and at else word.capitalize() for at, word in enumerate(name.split()))


def _by_number(label: str) -> tuple[str, int, str]:
    noun, _, number = label.rpartition(" ")
    return noun, len(number), number


def _before(entity: str, known: Known, given: Mapping[str, str]) -> str:
    return next((given[name] for name in _called(entity, known) if name in given), "")


def _called(entity: str, known: Known) -> tuple[str, ...]:
    """What an entity is called whatever its place in the case: surest first. Somebody who was only guessed, and stands
    in the case by now, is still found by the part of their name that is theirs alone."""
    kind, _, which = entity.partition(":")
    if kind in ("school", "provider") and which.isdecimal():
        names = known.schools if kind == "school" else known.providers
        return (f"{kind}:{folded(names[int(which)])}",)
    if kind == "place" and which.isdecimal():
        return (f"place:{places_of(known)[int(which)]}",)
    if kind != "person":
        return (entity,)
    parts = [{part for name in person.names for part, _ in name_parts(folded(name))} for person in known.people]
    mine = parts[int(which)]
    own = sorted(part for part in mine if sum(part in others for others in parts) == 1)
    return (*(f"person:{folded(name)}" for name in known.people[int(which)].names), *(f"guess:{part}" for part in own))


def _label(entity: str, kind: Kind, known: Known, counts: dict[str, int], given: Mapping[str, str]) -> str:
    if kind is Kind.DATE:
        day = entity.removeprefix("date:")
        child = next((one for one in known.people if one.role == "child"), None)
        return "geboortedatum" if child and child.born and child.born.isoformat() == day else told_relative(
            day, known.reference_date
        )  # fmt: skip
    if entity.startswith("family:"):
        return _next("Familie", counts, given)
    return _next(_NOUNS[kind], counts, given) if kind in _NOUNS else kind.value


def _next(noun: str, counts: dict[str, int], given: Mapping[str, str]) -> str:
    while True:
        counts[noun] = counts.get(noun, 0) + 1
        label = f"{noun} {letters(counts[noun]) if noun in _BY_LETTER else counts[noun]}"
        if label not in given.values():
            return label


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
