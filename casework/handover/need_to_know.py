"""What a handover never tells, and what it holds back with a reason.

Sensitive questions (`°`) stay in the case but for the places in `ALLOWED`. What is never told is taken out of the
finished document as well, wherever somebody typed it (decisions 12): a rule for each sentence would forget one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from casework.answers import is_known
from casework.case import SettledCase
from casework.handover.blocks import Cover, Origin
from casework.questions import Answers, questions
from casework.steps import FLOW
from casework.steps.identity import Identity
from casework.weighing.completeness import ALWAYS_SHARED as ALWAYS_SHARED

T = TypeVar("T")

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
    reaches = (identity.phone, identity.email, *(person.reach for person in case.people))
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
