"""The steps together: a draft of answers, what of it counts, and how far each step is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from casework.answers import Unanswered
from casework.flow.settled import Settled, settle
from casework.flow.step import Problem, Step
from casework.questions import Answers, questions

Draft: TypeAlias = Mapping[str, Answers]
"""As typed: the answers of each step by step id. Immutable by convention; each edit makes a new mapping."""


class Progress(StrEnum):
    """How far a step is, as the rail shows it."""

    DONE = "klaar"
    BUSY = "bezig"
    OPEN = "open"
    NOT_APPLICABLE = "n.v.t."


class Flow:
    """An ordered set of steps. It decides, it never draws. Steps can be done in any order."""

    def __init__(self, steps: Sequence[Step[Any]]) -> None:
        self.steps = tuple(steps)
        self.by_id = {step.id: step for step in self.steps}
        if len(self.by_id) != len(self.steps):
            raise ValueError("two steps share an id")

    def settle(self, draft: Draft, today: date) -> Settled:
        return settle({step.id: draft.get(step.id) or step.answers() for step in self.steps}, today)

    def problems(self, settled: Settled) -> dict[str, list[Problem]]:
        """What is missing, for each step where anything is."""
        return {step.id: found for step in self.steps if (found := step.problems(settled))}

    def progress(self, step: Step[Any], draft: Draft, settled: Settled) -> Progress:
        model: type[Answers] = step.answers
        asked = [name for name in questions(model) if f"{step.id}.{name}" not in settled.kept_aside]
        if not asked:
            return Progress.NOT_APPLICABLE
        mine = draft.get(step.id) or step.answers()
        touched = any(not _not_asked(mine, name) for name in asked)
        if not touched:
            return Progress.OPEN
        return Progress.BUSY if step.problems(settled) else Progress.DONE


def _not_asked(answers: Answers, name: str) -> bool:
    answer = answers.answer(name)
    return isinstance(answer, Unanswered) and answer.unanswered == "not_asked"
