"""What a handover never tells, and what it holds back with a reason.

Sensitive questions (`°`) stay in the case but for the places in `ALLOWED`. What is never told is taken out of the
finished document as well, wherever somebody typed it: masked.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain
from typing import TypeVar

from casework.answers import NOT_ASKED, Answered
from casework.case import SettledCase
from casework.questions import Answers, Record, questions
from casework.steps import FLOW
from casework.steps.handover import Handover
from casework.weighing.completeness import ALWAYS_SHARED as ALWAYS_SHARED

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


_TOLD_BY = {"situation.problems": "description", "decision.expertise": "name", "handover.review_talks": "gain"}
"""What a record is told by where that is not its first question: who points at its row means all of it."""


_TOLD_WITH = {
    "needs.needs.nature": ("intensity", "months", "for_whom", "expertise", "language_culture", "lasting"),
    "own_capacity.own_capacity.sufficient": ("caregiver_capacity", "reasons"),
    "decision.products.volume": ("unit", "frequency", "budget"),
    "decision.products.start": ("end",),
    "decision.signed_by": ("signer_registration", "signer_number"),
    "decision.cosigned_by": ("cosigner_registration", "cosigner_number"),
    "intake.interpreter": ("interpreter_language",),
}
"""What is told in one block with an answer: who points at the block means all of it."""


def may_be_held_back(path: str) -> bool:
    """Whether one statement can stay here: it rests on an answer, and is none of what always goes along."""
    parts = path.split(".")
    return len(parts) > 1 and ".".join(parts[:2]) not in _ALWAYS_TOLD and (parts[0] in FLOW.by_id or _of_person(parts))


def where_said(path: str) -> str:
    """Which statement is held back, without its content: the step it belongs to."""
    step = FLOW.by_id.get(path.partition(".")[0])
    return f"een uitspraak uit stap {step.number}, {step.title}" if step else "een uitspraak over iemand in het netwerk"


def at_once(case: SettledCase, path: str) -> int:
    """How many things stay here together where one leads back to this answer: a list is held back as a whole."""
    step_id, _, name = path.partition(".")
    step = FLOW.by_id.get(step_id)
    if step is None:
        return 1
    model: type[Answers] = step.answers
    told = case.of(model).answer(name).known if name in questions(model) else None
    return len(told) if isinstance(told, tuple) else 1


def without_held_back(case: SettledCase) -> SettledCase:
    """The case without the answers whose statement stays here: what is not there cannot come out anywhere.

    A path inside a record takes out that answer; the answer that names the record takes out the whole record.
    """
    chosen = case.of(Handover).statements.known or ()
    paths = [one.where.known for one in chosen if one.where.known and may_be_held_back(one.where.known)]
    return reduce(_without, chain.from_iterable(map(_together, paths)), case)


def _together(path: str) -> list[str]:
    """The paths of all that stands in the one block of the document that leads back to this one."""
    *whose, field = path.split(".")
    return [path, *(".".join((*whose, other)) for other in _TOLD_WITH.get(".".join((*whose[:2], field)), ()))]


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
        field = inside[1] if len(inside) > 1 else ""
        whole = field == _TOLD_BY.get(f"{step_id}.{name}")
        changed = _without_record(answers, name, inside[0], "" if whole else field)
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
