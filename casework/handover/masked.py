"""Takes out of a finished document what it never tells, wherever somebody typed it (decisions 12).

A rule for each sentence would forget one: a BSN in a note, a street in a goal, and in the motivation the very words of
a statement that stays here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from casework.answers import Answered, is_known
from casework.case import SettledCase
from casework.handover.blocks import Cover, Origin
from casework.handover.need_to_know import without_held_back
from casework.people import Person
from casework.questions import Answers, Shape, questions
from casework.steps import FLOW
from casework.steps.handover import Handover
from casework.steps.identity import Identity

T = TypeVar("T")

MASK = "[afgeschermd]"
NOT_SHARED = "[niet gedeeld]"
_SHORTEST_STREET = 4
_SORT_OF_SCHOOL = re.compile(r"^(?:(?:de|het|’t|'t|basisschool|school|[opcr]k?bs)\s+)+", re.IGNORECASE)
_POSTCODE = r"(\d{4})\s*([A-Za-z]{2})"
_NUMBER = r"\+?\d[\d\s.\-/()]{6,}\d"
_BETWEEN = r"[\s.\-/()]*"
_PHONE = 10
_FEWEST_WORDS = 4
"""Of a statement that is looked for elsewhere: a name or a code stands in many places for good reasons."""


def masked(document: T, case: SettledCase, away: Collection[str] = ()) -> T:
    """The same value with the BSN, phone numbers and mail addresses, what a secret address gives away, and the words of
    a statement that stays here, covered. The family's own statement goes along whole but for the former.

    away: what else stays here, as somebody wrote it (only_there.py).
    """
    found = sorted(set(_never_told(case)), key=len, reverse=True)
    never = [rf"(?<!\w){_as_anybody_types(text)}(?!\w)" for text in found if len(text) > 1]
    never += [rf"(?<!\w)(?-i:{re.escape(text)})(?!\w)" for text in sorted(set(_bare_schools(case)))]
    covered = _covered(document, re.compile("|".join(never), re.IGNORECASE), MASK) if never else document
    said = [r"\s+".join(map(re.escape, text.split())) for text in _said({*_held_back(case), *away})]
    if said:
        own = " ".join(str(case.of(Handover).own_statement.known or "").split())
        covered = _covered(covered, re.compile("|".join(said), re.IGNORECASE), NOT_SHARED, own)
    return cast(T, covered)


def _held_back(case: SettledCase) -> set[str]:
    """What somebody wrote in the answers that stay here."""
    less = without_held_back(case)
    if less is case:
        return set()
    kept = dict(written(less))
    return {text for path, text in written(case) if path not in kept}


def _said(texts: Collection[str]) -> list[str]:
    """Each without the stop at its end, the longest first; a name or a code is not looked for."""
    bare = {text.strip().rstrip(".!?…").strip() for text in texts}
    return sorted((text for text in bare if len(text.split()) >= _FEWEST_WORDS), key=lambda text: (-len(text), text))


def written(case: SettledCase) -> Iterator[tuple[str, str]]:
    """Every text in the steps, by path."""
    for step in FLOW.steps:
        yield from _texts(step.id, case.of(step.answers))


def _texts(where: str, answers: Answers) -> Iterator[tuple[str, str]]:
    for name, question in questions(type(answers)).items():
        answer, path = answers.answer(name), f"{where}.{name}"
        if not isinstance(answer, Answered):
            continue
        if question.shape in (Shape.TEXT, Shape.LONG):
            yield path, str(answer.value)
        elif question.shape is Shape.TEXTS:
            yield from ((f"{path}.{n}", text) for n, text in enumerate(answer.value))
        elif question.shape is Shape.RECORDS:
            for record in answer.value:
                yield from _texts(f"{path}.{record.id}", record)


def _never_told(case: SettledCase) -> Iterator[str]:
    identity = case.of(Identity)
    if is_known(identity.bsn):
        yield str(identity.bsn.known)
    reaches = (identity.phone, identity.email, *(person.reach for person in case.people if not _answers(case, person)))
    for reach in reaches:
        if is_known(reach):
            yield (text := str(reach.known).strip())
            yield from (found.strip() for found in re.findall(rf"{_NUMBER}|\S+@\w\S*\w", text))
    if is_known(identity.address):
        yield from _parts(str(identity.address.known))
    if identity.secret_address.known is not True:
        return
    yield from _streets(str(identity.address.known or ""))
    for answer in (identity.village, identity.responsible_municipality):
        if is_known(answer):
            yield str(answer.known).strip()
    yield from _schools(case)
    for member in identity.household.known or ():
        if re.search(r"\d", where := str(member.where.known or "")):
            yield where.strip()
            yield from _streets(where)


def _schools(case: SettledCase) -> Iterator[str]:
    """The names of the schools of somebody whose address is secret."""
    for person in case.people if case.of(Identity).secret_address.known is True else ():
        if person.relation.known == "school" and is_known(person.name):
            yield str(person.name.known).strip()


def _bare_schools(case: SettledCase) -> Iterator[str]:
    """De Brug as people type it: Brug. With its capital, or every bridge would be covered."""
    for name in _schools(case):
        bare = _SORT_OF_SCHOOL.sub("", name)
        if bare != name and bare[:1].isupper() and len(bare) > 1:
            yield bare


def _answers(case: SettledCase, person: Person) -> bool:
    """A professional whose number was given to go along, as where to ask. That of family never goes."""
    given, reach = case.of(Handover).contact_reach.known, str(person.reach.known or "").strip()
    return person.relation.known == "hulpverlener" and bool(given and reach) and reach in str(given)


def _as_anybody_types(text: str) -> str:
    """The pattern of a text with other spaces in it, and of a number or postcode with other marks or none."""
    if postcode := re.fullmatch(_POSTCODE, text):
        return r"\s*".join(map(re.escape, postcode.groups()))
    if not re.fullmatch(_NUMBER, text):
        return r"\s+".join(map(re.escape, text.split()))
    figures = re.sub(r"\D", "", text)
    abroad = re.match(r"\+31|0031", re.sub(r"[^\d+]", "", text))
    if not abroad and not (figures.startswith("0") and len(figures) == _PHONE):
        return _BETWEEN.join(figures)
    own = figures.removeprefix("00").removeprefix("31").removeprefix("0") if abroad else figures[1:]
    return rf"(?:\+31|0031|0){_BETWEEN}(?:\(0\){_BETWEEN})?{_BETWEEN.join(own)}"


def _parts(address: str) -> Iterator[str]:
    """An address whole, and each part of it that has a figure in it: street with number, postcode."""
    yield address.strip()
    yield from (part.strip() for part in re.split(r"[,\n]", address) if re.search(r"\d", part))
    yield from ("".join(found) for found in re.findall(rf"\b{_POSTCODE}\b", address))


def _streets(address: str) -> Iterator[str]:
    """The street without its number: of a secret address that is enough to find somebody."""
    names = (re.match(r"\D+", part.strip()) for part in re.split(r"[,\n]", address) if re.search(r"\d", part))
    yield from (name for found in names if found and len(name := found[0].strip()) >= _SHORTEST_STREET)


def _covered(value: Any, never: re.Pattern[str], mask: str, whole: str = "") -> Any:
    """The value with every text in it covered, but for the one that goes along whole; origins lead back by path, and a
    pack's name is no place."""
    if isinstance(value, str):
        return value if whole and " ".join(value.split()) == whole else never.sub(mask, value)
    if isinstance(value, tuple | list):
        return type(value)(_covered(item, never, mask, whole) for item in value)
    if isinstance(value, dict):
        kept = ("pack", "path")
        return {key: item if key in kept else _covered(item, never, mask, whole) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        kept_field = {Cover: "pack", Origin: "path"}.get(type(value))
        changed = {
            f.name: _covered(getattr(value, f.name), never, mask, whole) for f in fields(value) if f.name != kept_field
        }
        return replace(value, **changed)
    return value
