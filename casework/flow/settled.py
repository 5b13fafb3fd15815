"""What counts. Rules, likeness and the handover read Settled and nothing else, so an answer to a question that no
longer applies cannot leak into an advice or a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from casework.answers import Answered, Unanswered
from casework.questions import Answers, Record, Shape, questions

A = TypeVar("A", bound=Answers)

NO_LONGER_APPLIES = Unanswered(unanswered="not_applicable", reason="deze vraag hoort niet bij deze situatie")


@dataclass(frozen=True)
class Settled:
    """The answers that count on a given day; `kept_aside` are the paths of questions that do not apply."""

    today: date
    given: Mapping[type[Answers], Answers]
    kept_aside: frozenset[str]

    def of(self, model: type[A]) -> A:
        """The answers of a step, blank where nothing was given."""
        found = self.given.get(model)
        return found if isinstance(found, model) else model()


def settle(drafts: Mapping[str, Answers], today: date) -> Settled:
    """Leave out, question by question, what does not apply.

    Whether a question applies may depend on answers anywhere, which may themselves not apply: repeat until nothing
    changes. Starting from all that was typed, each round only looks at what the round before left standing; a condition
    never depends on itself, so this ends after as many rounds as conditions stand on each other.
    """
    current = Settled(today, {type(answers): answers for answers in drafts.values()}, frozenset())
    for _ in range(_MOST_ROUNDS):
        aside: set[str] = set()
        given = {
            type(draft): _applying(draft, current.of(type(draft)), current, step_id, aside)
            for step_id, draft in drafts.items()
        }
        following = Settled(today, given, frozenset(aside))
        if following.kept_aside == current.kept_aside:
            return following
        current = following
    raise RuntimeError(_CIRCLE)


_MOST_ROUNDS = 12
_CIRCLE = "the conditions of the questions depend on each other in a circle"


def _applying(draft: A, standing: A, settled: Settled, path: str, aside: set[str]) -> A:
    """What of `draft` applies, judged by what is `standing` of it after the round before."""
    changed: dict[str, Any] = {}
    for question in questions(type(draft)).values():
        here, answer = f"{path}.{question.name}", draft.answer(question.name)
        if not question.applies(settled, standing):
            changed[question.name] = NO_LONGER_APPLIES
            aside.add(here)
        elif question.shape is Shape.RECORDS and isinstance(answer, Answered) and answer.value:
            before = {record.id: record for record in standing.answer(question.name).known or ()}
            records = tuple(
                _applying(record, before.get(record.id, record), settled, f"{here}.{record.id}", aside)
                for record in answer.value
            )
            if records != answer.value:
                changed[question.name] = answer.model_copy(update={"value": records})
    return draft.model_copy(update=changed) if changed else draft


R = TypeVar("R", bound=Record)


def only_applying(records: Sequence[R], settled: Settled, path: str) -> tuple[tuple[R, ...], frozenset[str]]:
    """The same for a list of records that stands beside the steps, such as the consultations."""
    standing = tuple(records)
    for _ in range(_MOST_ROUNDS):
        aside: set[str] = set()
        following = tuple(
            _applying(draft, before, settled, f"{path}.{draft.id}", aside)
            for draft, before in zip(records, standing, strict=True)
        )
        if following == standing:
            return following, frozenset(aside)
        standing = following
    raise RuntimeError(_CIRCLE)
