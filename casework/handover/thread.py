"""The thread from question to help: V1 (question), N1 (need), D1 (goal), P1 (product), and what hangs loose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from casework.answers import Unanswered
from casework.case import SettledCase
from casework.questions import Record
from casework.steps.decision import DecisionAdvice, Product
from casework.steps.help_question import HelpQuestion, HelpQuestions
from casework.steps.needs import Goal, Need, Needs
from casework.weighing.residual import residual_needs


@dataclass(frozen=True)
class ThreadOfHelp:
    """Numbers by order. A reference to a record that is no longer there ties nothing."""

    case: SettledCase

    @cached_property
    def questions(self) -> Mapping[str, HelpQuestion]:
        return _numbered("V", self.case.of(HelpQuestions).questions.known)

    @cached_property
    def needs(self) -> Mapping[str, Need]:
        return _numbered("N", self.case.of(Needs).needs.known)

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        return _numbered("D", self.case.of(Needs).goals.known)

    @cached_property
    def products(self) -> Mapping[str, Product]:
        return _numbered("P", self.case.of(DecisionAdvice).products.known)

    @cached_property
    def _code(self) -> Mapping[str, str]:
        numbered = (self.questions, self.needs, self.goals, self.products)
        return {record.id: code for codes in numbered for code, record in codes.items()}

    def code_of(self, record_id: str | None) -> str:
        """The code of a record by id; empty where nothing is pointed at."""
        return self._code.get(record_id or "", "")

    def question_of(self, need: Need) -> str:
        return self.code_of(need.question.known)

    def goals_of(self, need_code: str) -> tuple[str, ...]:
        return tuple(code for code, goal in self.goals.items() if self.code_of(goal.need.known) == need_code)

    def needs_of(self, product: Product) -> tuple[str, ...]:
        codes = (self.code_of(need) for need in product.covers.known or ())
        return tuple(code for code in codes if code)

    def products_of(self, need_code: str) -> tuple[str, ...]:
        return tuple(code for code, product in self.products.items() if need_code in self.needs_of(product))

    def loose_end(self, code: str) -> str:
        """What is not tied up at this code, in words; empty where the thread holds."""
        kind = code[:1]
        if kind == "V":
            tied = any(self.question_of(need) == code for need in self.needs.values())
            return "" if tied or not self._asks_needs else "los eind: nog geen behoefte"
        if kind == "N":
            return self._loose_need(code)
        if kind == "D":
            return "" if self.code_of(self.goals[code].need.known) else "los eind: hoort nog bij geen behoefte"
        return "" if self.needs_of(self.products[code]) else "los eind: dekt nog geen behoefte"

    def _loose_need(self, code: str) -> str:
        missing = []
        if not self.question_of(self.needs[code]):
            missing.append("nog geen vraag")
        if not self.goals_of(code):
            missing.append("nog geen doel")
        if self._gives_help and code in self._residual and not self.products_of(code):
            missing.append("nog geen hulp")
        return f"los eind: {', '.join(missing)}" if missing else ""

    @cached_property
    def _asks_needs(self) -> bool:
        return not _does_not_apply(self.case.of(Needs).needs)

    @cached_property
    def _gives_help(self) -> bool:
        return not _does_not_apply(self.case.of(DecisionAdvice).products)

    @cached_property
    def _residual(self) -> frozenset[str]:
        return frozenset(need.code for need in residual_needs(self.case))


R = TypeVar("R", bound=Record)


def _numbered(letter: str, records: Iterable[R] | None) -> Mapping[str, R]:
    return {f"{letter}{number}": record for number, record in enumerate(records or (), start=1)}


def _does_not_apply(answer: object) -> bool:
    return isinstance(answer, Unanswered) and answer.unanswered == "not_applicable"
