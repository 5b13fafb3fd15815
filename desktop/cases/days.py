"""The days of answers that were given before answers kept their day: the journal knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from casework.questions import Answers, questions
from casework.steps import FLOW
from desktop.store import HistoryLine

TRACK, PROLONGED = "intake.track", "verlenging"
_CHECKLIST = "checklists.a."
_ANSWERS: Mapping[str, type[Answers]] = {step.id: step.answers for step in FLOW.steps}
_DATED = frozenset(
    f"{step}.{one.name}" for step, model in _ANSWERS.items() for one in questions(model).values() if one.dated
)


def begins_prolonging(path: str, value: Any, before: Any) -> bool:
    """Does this answer make a prolonging of the case? From then on the day of an answer tells whether it counts."""
    return path == TRACK and _said(value) == PROLONGED and _said(before) != PROLONGED


def days_kept(flat: Mapping[str, Any], history: Sequence[HistoryLine]) -> dict[str, Any]:
    """What a prolonging looks at again and has no day yet, each with the day on which it was last kept."""
    written = {line.path: line.at.astimezone().date().isoformat() for line in history}
    return {
        path: {**(raw if isinstance(raw, dict) else {"value": raw}), "on": written[path]}
        for path, raw in flat.items()
        if (path in _DATED or path.startswith(_CHECKLIST)) and path != TRACK and path in written
        if _said(raw) is not None and not (isinstance(raw, dict) and "on" in raw)
    }


def _said(raw: Any) -> Any:
    return raw.get("value") if isinstance(raw, dict) else raw
