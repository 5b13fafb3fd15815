"""A step: an id, a number, a title, the questions it asks and what is still missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from casework.answers import Unanswered
from casework.questions import Answers, Shape, questions

if TYPE_CHECKING:
    from casework.flow.settled import Settled

A = TypeVar("A", bound=Answers)


class Problem(NamedTuple):
    """What keeps a step from being finished: a path by id, and a Dutch sentence."""

    path: str
    message: str


def _nothing_more(answers: Any, settled: Settled) -> list[Problem]:
    return []


@dataclass(frozen=True)
class Step(Generic[A]):
    """One step of the needs analysis, without the screen.

    stage: the stage of the stappenplan it serves, 1 to 5 (CRvB 1 May 2017, ECLI:NL:CRVB:2017:1477), or None.
    also_missing: what else is missing besides starred questions without an answer.
    """

    id: str
    number: int
    title: str
    answers: type[A]
    stage: int | None = None
    also_missing: Callable[[A, Settled], list[Problem]] = _nothing_more

    def problems(self, settled: Settled) -> list[Problem]:
        """All that is missing, in the order of the questions. `unknown` and `declined` are real answers."""
        mine = settled.of(self.answers)
        return [*_unanswered(self.id, mine), *self.also_missing(mine, settled)]


def _unanswered(path: str, answers: Answers) -> list[Problem]:
    found: list[Problem] = []
    for question in questions(type(answers)).values():
        answer, here = answers.answer(question.name), f"{path}.{question.name}"
        if isinstance(answer, Unanswered):
            if question.required and answer.unanswered == "not_asked":
                found.append(Problem(here, f"{question.title}: nog niet gevraagd"))
        elif question.required and isinstance(answer.value, tuple) and not (answer.value or question.may_be_empty):
            found.append(Problem(here, f"{question.title}: nog niets genoemd"))
        elif question.shape is Shape.RECORDS:
            for record in answer.value:
                found += _unanswered(f"{here}.{record.id}", record)
        elif question.required and isinstance(answer.value, str) and not answer.value.strip():
            found.append(Problem(here, f"{question.title}: nog leeg"))
    return found
