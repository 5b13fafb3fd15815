"""What a handover never tells, and what it holds back with a reason.

Sensitive questions (`°`) stay in the case but for the places in `ALLOWED`. What is never told is taken out of the
finished document as well, wherever somebody typed it (decisions 12): a rule for each sentence would forget one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import reduce
from typing import Any, TypeVar, cast

from casework.answers import NOT_ASKED, Answered, is_known
from casework.case import SettledCase
from casework.handover.blocks import Cover, Origin
from casework.people import Person
from casework.questions import Answers, Record, questions
from casework.steps import FLOW
from casework.steps.handover import Handover
from casework.steps.identity import Identity
from casework.weighing.completeness import ALWAYS_SHARED as ALWAYS_SHARED

T = TypeVar("T")
B = TypeVar("B", bound=Answers)

ALLOWED = {
    "situation.problems.diagnosis": "H4",
    "situation.problems.diagnosed_by": "H4",
    "situation.target_groups": "H4",
    "handover.practical": "H13",
}
"""The sensitive questions a section needs. A diagnosis and a target group only with who established it."""

_SENSITIVE_FACTS = (
    "suicide_risk", "crisis_route", "iq_level", "target_", "diagnosis", "bsn_", "veilig_thuis", "reporting_code",
    "address",
)  # fmt: skip

MASK = "[afgeschermd]"


def is_sensitive(path: str) -> bool:
    """A question, or a fact of the weighing, that would tell what the document itself does not."""
    if any(part in path for part in _SENSITIVE_FACTS):
        return True
    step_id, _, field = path.partition(".")
    step = FLOW.by_id.get(step_id)
    if step is None:
        return False
    model: type[Answers] = step.answers
    question = questions(model).get(field.partition(".")[0])
    return question is not None and question.sensitive


_ALWAYS_TOLD = frozenset({"handover.own_statement", "handover.recipient", "handover.statements", "handover.sections"})
"""What nobody may hold back: the family's own words (Jeugdwet 7.3.8 lid 2), and that something is held back."""


def may_be_held_back(path: str) -> bool:
    """Whether one statement can stay here: it rests on an answer, and is none of what always goes along."""
    parts = path.split(".")
    return len(parts) > 1 and ".".join(parts[:2]) not in _ALWAYS_TOLD and (parts[0] in FLOW.by_id or _of_person(parts))


def where_said(path: str) -> str:
    """Which statement is held back, without its content: the step it belongs to."""
    step = FLOW.by_id.get(path.partition(".")[0])
    return f"een uitspraak uit stap {step.number}, {step.title}" if step else "een uitspraak over iemand in het netwerk"


def without_held_back(case: SettledCase) -> SettledCase:
    """The case without the answers whose statement stays here: what is not there cannot come out anywhere.

    A path inside a record takes out that answer; the answer that names the record takes out the whole record.
    """
    chosen = case.of(Handover).statements.known or ()
    paths = [one.where.known for one in chosen if one.where.known and may_be_held_back(one.where.known)]
    return reduce(_without, paths, case)


def _of_person(parts: Sequence[str]) -> bool:
    return parts[0] == "people" and len(parts) == 3


def _without(case: SettledCase, path: str) -> SettledCase:
    step_id, name, *inside = path.split(".")
    if step_id == "people":
        people = (one if one.id != name else _blank(one, inside[0]) for one in case.people)
        return replace(case, people=tuple(people))
    model: type[Answers] = FLOW.by_id[step_id].answers
    answers = case.of(model)
    if name not in questions(model):
        return case
    if inside:
        changed = _without_record(answers, name, inside[0], inside[1] if len(inside) > 1 else "")
    else:
        changed = _blank(answers, name)
    return replace(case, steps=replace(case.steps, given={**case.steps.given, model: changed}))


def _without_record(answers: Answers, name: str, record: str, field: str) -> Answers:
    listed = answers.answer(name)
    kept: list[Answers] = []
    for one in listed.known or ():
        if not isinstance(one, Record) or one.id != record:
            kept.append(one)
        elif field in questions(type(one)) and field != next(iter(questions(type(one)))):
            kept.append(_blank(one, field))
    return answers if listed.known is None else answers.model_copy(update={name: Answered(value=tuple(kept))})


def _blank(answers: B, name: str) -> B:
    return answers.model_copy(update={name: NOT_ASKED}) if name in questions(type(answers)) else answers


def masked(document: T, case: SettledCase) -> T:
    """The same value with the BSN, phone numbers and mail addresses, and what a secret address gives away, covered."""
    found = sorted(set(_never_told(case)), key=len, reverse=True)
    if not found:
        return document
    never = "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in found if len(text) > 1)
    return cast(T, _covered(document, re.compile(never, re.IGNORECASE)))


def _never_told(case: SettledCase) -> Iterator[str]:
    identity = case.of(Identity)
    if is_known(identity.bsn):
        yield from _as_written(str(identity.bsn.known))
    reaches = (identity.phone, identity.email, *(person.reach for person in case.people if not _answers(case, person)))
    yield from (str(reach.known).strip() for reach in reaches if is_known(reach))
    if is_known(identity.address):
        yield from _parts(str(identity.address.known))
    if identity.secret_address.known is not True:
        return
    for answer in (identity.village, identity.responsible_municipality):
        if is_known(answer):
            yield str(answer.known).strip()
    schools = (person for person in case.people if person.relation.known == "school")
    yield from (str(school.name.known).strip() for school in schools if is_known(school.name))
    members = (member.where for member in identity.household.known or ())
    yield from (str(where.known).strip() for where in members if is_known(where) and re.search(r"\d", str(where.known)))


def _answers(case: SettledCase, person: Person) -> bool:
    """A professional whose number was given to go along, as where to ask. That of family never goes."""
    given, reach = case.of(Handover).contact_reach.known, str(person.reach.known or "").strip()
    return person.relation.known == "hulpverlener" and bool(given and reach) and reach in str(given)


def _as_written(bsn: str) -> Iterator[str]:
    """A BSN whole, and with the dots or spaces people put in it."""
    digits = re.sub(r"\D", "", bsn)
    yield digits
    for mark in (" ", "."):
        yield f"{digits[:4]}{mark}{digits[4:6]}{mark}{digits[6:]}"
        yield f"{digits[:3]}{mark}{digits[3:6]}{mark}{digits[6:]}"


def _parts(address: str) -> Iterator[str]:
    """An address whole, and each part of it that has a figure in it: street with number, postcode."""
    yield address.strip()
    yield from (part.strip() for part in re.split(r"[,\n]", address) if re.search(r"\d", part))
    yield from re.findall(r"\b\d{4} ?[A-Z]{2}\b", address)


def _covered(value: Any, never: re.Pattern[str]) -> Any:
    """The value with every text in it covered; origins lead back by path, and a pack's name is no place."""
    if isinstance(value, str):
        return never.sub(MASK, value)
    if isinstance(value, tuple | list):
        return type(value)(_covered(item, never) for item in value)
    if isinstance(value, dict):
        return {key: item if key in ("pack", "path") else _covered(item, never) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        kept = {Cover: "pack", Origin: "path"}.get(type(value))
        changed = {f.name: _covered(getattr(value, f.name), never) for f in fields(value) if f.name != kept}
        return replace(value, **changed)
    return value
