"""A checklist on a page: why it is open, its questions under their heads, and what they come to, always current.

One block serves all seven. It is closed until a rule or a person opens it; a is always asked, and people confirm its
conclusion in step 8.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Checklist, Condition, Facts
from casework.weighing import facts as case_facts
from casework.weighing.condition_words import condition_words
from casework.weighing.prolonging import asked_at_prolonging
from desktop.cases.open_case import OpenCase
from desktop.checklists.earlier import EarlierQuestions
from desktop.checklists.head import ChecklistHead
from desktop.checklists.item import ItemRow
from desktop.checklists.result import CHANGEABILITY, ResultSheet, outcome_of, result_of
from desktop.flow.answering import Given
from desktop.flow.showing import show_if
from desktop.theme.label import Plain
from desktop.theme.look import current

Beside = Mapping[str, Callable[[QWidget], QWidget]]
"""What stands under a question of the checklist, by its id: made when the checklist opens."""


class ChecklistBlock(QWidget):
    """The answers stand at `checklists.<list>.<item>`. conclusion_path: where a person confirms the conclusion, if so.

    `leads` carries the path of a line that was chosen; `grew`: its questions were made, each still without its parts.
    """

    leads = Signal(str)
    grew = Signal()

    def __init__(self, case: OpenCase, checklist: Checklist, parent: QWidget, *, conclusion_path: str = "",
                 beside: Beside | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.checklist, self.rows = checklist, list[ItemRow]()
        self._case, self._conclusion_path, self._beside = case, conclusion_path, beside or {}
        self.setAccessibleName(checklist.title)
        self.setObjectName(f"checklists.{checklist.id}")
        self._stale = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(16))
        self.head = ChecklistHead(case, checklist, self)
        self._column.addWidget(self.head)
        self._body: QWidget | None = None
        self._earlier: EarlierQuestions | None = None
        self.result = ResultSheet(checklist, self)
        self.result.leads.connect(self.leads)
        self.result.take_over.clicked.connect(self._take_over)
        self._column.addWidget(self.result)
        case.changed.connect(self._follow)
        case.weighed.connect(self._follow)
        self.refresh()

    @property
    def is_open(self) -> bool:
        return self.checklist.id == CHANGEABILITY or outcome_of(self.checklist.id, self._case.assessment) is not None

    def refresh(self) -> None:
        """Show the answers and the conclusion as they stand now."""
        self._stale = False
        is_open = self.is_open
        if is_open and self._body is None:
            self._build()
        self.head.refresh()
        if self._body is not None:
            show_if(self._body, is_open)
        show_if(self.result, is_open)
        if not is_open:
            return
        if self._earlier is not None:
            self._earlier.refresh()
        excluded = self._excluded()
        for row in self.rows:
            row.settle(excluded.get(row.item.id, ""), self._case.facts())
        result = result_of(self.checklist, self._case.assessment)
        if not result.found:
            result = replace(result, still=(*result.still, *self._waiting(excluded)))
        self.result.show_result(result)
        given = Given.of(self._case.raw(self._conclusion_path)).value if self._conclusion_path else None
        to_confirm = result.found[0].conclusion.code if self._conclusion_path and result.found else given
        anew = to_confirm is not None and self._case.asked_anew(self._conclusion_path)
        show_if(self.result.take_over, to_confirm != given or anew)

    def open_at(self, path: str) -> None:
        """Somebody is led to one of its questions: it may be folded away."""
        if self._earlier is not None:
            self._earlier.open_at(path)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _build(self) -> None:
        """Its questions under their heads. Their parts are made later: a checklist may have twenty."""
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(16))
        group: str | None = None
        if self.checklist.id == CHANGEABILITY:
            self._earlier = EarlierQuestions(self._case, self.checklist.id, self._body)
            column.addWidget(self._earlier)
        for item in self.checklist.items:
            if item.group and item.group != group:
                column.addSpacing(current().px(8) if group else 0)
                column.addWidget(Plain(item.group, "heading"))
            group = item.group
            row = ItemRow(self._case, self.checklist.id, item, self._body)
            row.leads.connect(self.leads)
            self.rows.append(row)
            if self._earlier is not None and not asked_at_prolonging(item):
                self._earlier.hold(row)
            else:
                column.addWidget(row)
            if make := self._beside.get(item.id):
                column.addWidget(make(self._body))
        self._column.insertWidget(1, self._body)
        self.grew.emit()

    def _excluded(self) -> dict[str, str]:
        """The questions whose condition is known not to hold, each with why."""
        if self._conclusion_path and not self._case.counts(self._conclusion_path):
            return {item.id: "Deze vraag hoort nu niet bij deze situatie." for item in self.checklist.items}
        facts = Facts(self._case.facts(), case_facts.kinds())
        return {
            item.id: f"Telt nu niet mee. Dit geldt alleen bij: {_when(item.applies)}."
            for item in self.checklist.items
            if item.applies is not None and item.applies.evaluate(facts) is False
        }

    def _waiting(self, excluded: Mapping[str, str]) -> tuple[str, ...]:
        """How many questions nobody answered yet, here or in a step that asks the same."""
        asked = [row for row in self.rows if row.item.id not in excluded]
        facts = self._case.facts()
        blank = [row for row in asked if row.given().is_blank and not any(name in facts for name in row.item.told_by)]
        waiting, of = len(blank), f"van de {len(asked)} vragen"
        return (f"{waiting} {of} {'wacht' if waiting == 1 else 'wachten'} nog op een antwoord",) if waiting else ()

    def _take_over(self) -> None:
        found = result_of(self.checklist, self._case.assessment).found
        if found:
            before = Given.of(self._case.raw(self._conclusion_path))
            today, anew = self._case.today.isoformat(), self._case.asked_anew(self._conclusion_path)
            given = before.with_value(found[0].conclusion.code, judged_on=today, anew=anew)
            self._case.confirm(self._conclusion_path, given.raw)


def _when(condition: Condition) -> str:
    """In the middle of a sentence."""
    words = condition_words(condition)
    return f"{words[:1].lower()}{words[1:]}"
