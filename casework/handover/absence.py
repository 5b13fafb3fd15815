"""Why a section has nothing to tell here. Which empty ones hold the handover back: casework/weighing/completeness."""

from __future__ import annotations

from typing import Any

from casework.answers import Answered, Unanswered
from casework.handover.material import Material
from casework.questions import Answers
from casework.steps import FLOW
from casework.weighing.completeness import reasons_for_empty

_OTHER_ROUTE = "deze vragen horen niet bij deze route"
_TRIAGE = "bij een korte beoordeling wordt dit niet uitgezocht"


def absent_because(m: Material, code: str, reads: tuple[str, ...]) -> str:
    """The reason given in step 14, or that the route asks none of the questions a section stands on; else nothing."""
    if reason := reasons_for_empty(m.case).get(code):
        return reason
    answers = [_answer(m, path) for path in reads]
    away = [answer for answer in answers if isinstance(answer, Unanswered) and answer.unanswered == "not_applicable"]
    if not away or len(away) < len(answers):
        return ""
    by_route = _TRIAGE if m.is_triage else _OTHER_ROUTE
    if all(path in m.case.steps.kept_aside for path in reads):
        return by_route
    return away[0].reason or by_route


def _answer(m: Material, path: str) -> Answered[Any] | Unanswered:
    step_id, name = path.split(".")
    answers: Answers = m.of(FLOW.by_id[step_id].answers)
    return answers.answer(name)
