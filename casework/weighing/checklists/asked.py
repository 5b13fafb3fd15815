"""One checklist as it stands in a case: what was answered, and what the steps answer where nobody did.

Nobody is asked the same thing twice: an answer in the checklist goes first, else the step that asks the same counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.answers import Answered, Unanswered
from casework.case import SettledCase
from casework.knowledge import Fact, Pack
from casework.weighing.checklists.outcome import OpenPoint

_YES, _A_BIT, _NO = "ja", "een_beetje", "nee"

Given = Mapping[str, Answered[str] | Unanswered]

OPENED = "opened"
"""Beside the answers of a checklist: somebody opened it by hand. No question can have this id."""


def word(value: str) -> str:
    """An answer as its code: `een beetje` and `een_beetje` are one."""
    return value.strip().lower().replace(" ", "_")


def is_aside(answer: Answered[str] | Unanswered | None) -> bool:
    """Was it said not to apply?"""
    if isinstance(answer, Answered):
        return word(answer.value).startswith("niet_van_toepassing")
    return answer is not None and answer.unanswered == "not_applicable"


def _has_answer(answer: Answered[str] | Unanswered | None) -> bool:
    return isinstance(answer, Answered) and bool(answer.value.strip())


@dataclass(frozen=True)
class Asked:
    """facts: the derived facts a conclusion reads (see READS beside each)."""

    id: str
    case: SettledCase
    facts: Mapping[str, Fact]
    pack: Pack

    @property
    def given(self) -> Given:
        return self.case.checklists.get(self.id, {})

    @property
    def answered(self) -> bool:
        """Somebody answered something in it."""
        return any(_has_answer(answer) for item, answer in self.given.items() if item != OPENED)

    @property
    def by_hand(self) -> bool:
        """Somebody opened it, or answered something in it."""
        return self.answered or _has_answer(self.given.get(OPENED))

    def says(self, item: str) -> str | None:
        """The code of an answer; None where there is none."""
        answer = self.given.get(item)
        said = word(answer.value) if isinstance(answer, Answered) else ""
        return said if said and not is_aside(answer) else None

    def fully(self, item: str, otherwise: bool | None = None) -> bool | None:
        """Yes without reserve. `otherwise` counts where the question was not answered."""
        return self._verdict(item, (_YES,), otherwise)

    def at_all(self, item: str, otherwise: bool | None = None) -> bool | None:
        """Yes, or a bit."""
        return self._verdict(item, (_YES, _A_BIT), otherwise)

    def aside(self, item: str) -> bool:
        return is_aside(self.given.get(item))

    def any_answered(self, *items: str) -> bool:
        return any(self.says(item) is not None for item in items)

    def point(self, item: str, text: str) -> OpenPoint:
        """Something open that is settled by answering one of its questions."""
        return OpenPoint(text=text, path=f"checklists.{self.id}.{item}")

    def _verdict(self, item: str, holds: tuple[str, ...], otherwise: bool | None) -> bool | None:
        said = self.says(item)
        return said in holds if said in (_YES, _A_BIT, _NO) else otherwise
