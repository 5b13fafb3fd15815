"""A checklist of the pack as questions on a page, with what the answers come to, always current."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Checklist, ChecklistItem, Facts
from casework.questions import Question, Shape
from casework.weighing import facts as case_facts
from casework.words import listed
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.flow.field import Asking, QuestionRow
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.look import current

_ANSWERS: Mapping[str, str] = {"ja": "ja", "een_beetje": "een beetje", "nee": "nee"}


class ItemRow(QuestionRow):
    """One question of a checklist. What its condition excludes stays in sight, switched off, with the reason."""

    def __init__(self, case: OpenCase, path: str, item: ChecklistItem, excluded: str, parent: QWidget) -> None:
        self.item, self.aside = item, excluded
        question = Question(
            name=item.id, title=item.id, shape=Shape.CHOICE, required=False, sensitive=False, judgement=False,
            may_be_empty=False, refers=None, options=tuple(_ANSWERS), bounds=None, record=None, _applies=None,
        )  # fmt: skip
        super().__init__(case, path, question, Asking(item.text, options=_ANSWERS), parent, deferred=True)

    def is_asked(self) -> bool:
        return True

    def counts(self) -> bool:
        return not self.aside

    def keep(self, raw: object | None) -> str | None:
        return self.case.keep(self.path, raw)

    def exclude(self, because: str) -> None:
        """Switch the question off with a reason, or on again with an empty one."""
        self.aside = because
        self.refresh()


class ChecklistBlock(QWidget):
    """The questions of a checklist, and under them what they come to, with its reasons.

    The answers stand at `checklists.<list>.<item>`. conclusion_path: where a person confirms the conclusion.
    """

    def __init__(
        self, case: OpenCase, checklist: Checklist, conclusion_path: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._case, self._checklist, self._conclusion_path = case, checklist, conclusion_path
        self.setAccessibleName(checklist.title)
        self.setObjectName(f"checklists.{checklist.id}")
        self._stale = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(16))
        excluded = self._excluded()
        self.rows = [
            ItemRow(case, f"checklists.{checklist.id}.{item.id}", item, excluded.get(item.id, ""), self)
            for item in checklist.items
        ]
        for row in self.rows:
            column.addWidget(row)
        self.conclusion = Sheet(gap=4)
        self._title = Plain("", "question")
        self._text = Plain("", "small")
        self._next = Plain("", "small", "ink_quiet")
        self.take_over = button("Neem over als uw conclusie", "plain", "check", small=True)
        self.take_over.clicked.connect(self._take_over)
        for part in (Plain("De weging wijst op", "small", "ink_quiet"), self._title, self._text, self._next):
            self.conclusion.body.addWidget(part)
        self.conclusion.body.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.conclusion)
        self._show_conclusion()
        case.changed.connect(lambda paths: self._follow())
        case.weighed.connect(self._follow)

    def refresh(self) -> None:
        """Show the answers and the conclusion as they stand now."""
        self._stale = False
        excluded = self._excluded()
        for row in self.rows:
            row.exclude(excluded.get(row.item.id, ""))
        self._show_conclusion()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _excluded(self) -> dict[str, str]:
        """The questions whose condition is known not to hold, each with why."""
        if not self._case.counts(self._conclusion_path):
            return {item.id: "Deze vraag hoort nu niet bij deze situatie." for item in self._checklist.items}
        kinds = case_facts.kinds()
        facts = Facts(case_facts.derive(self._case.settled, self._case.pack, {}), kinds)
        return {
            item.id: f"Telt nu niet mee. Dit geldt alleen als bekend is: {_meanings(item)}."
            for item in self._checklist.items
            if item.applies is not None and item.applies.evaluate(facts) is False
        }

    def _show_conclusion(self) -> None:
        weighed = self._case.assessment.changeability if self._case.assessment else None
        found = next((one for one in self._checklist.conclusions if weighed and one.code == weighed.conclusion), None)
        self._title.setText(found.title if found else "Nog geen conclusie")
        reasons = [f"{reason[:1].upper()}{reason[1:]}" for reason in (weighed.reasons if weighed else ())]
        self._text.setText("\n".join(f"• {reason}" for reason in reasons))
        self._next.setText("\n".join(found.next) if found else "")
        show_if(self._next, found is not None)
        given = Given.of(self._case.raw(self._conclusion_path)).value
        show_if(self.take_over, found is not None and given != found.code)

    def _take_over(self) -> None:
        weighed = self._case.assessment.changeability if self._case.assessment else None
        if weighed is not None and weighed.conclusion is not None:
            before = Given.of(self._case.raw(self._conclusion_path))
            given = before.with_value(weighed.conclusion, judged_on=self._case.today.isoformat())
            self._case.confirm(self._conclusion_path, given.raw)


def _meanings(item: ChecklistItem) -> str:
    assert item.applies is not None
    names = sorted(item.applies.depends_on)
    return listed([case_facts.FACTS[name].meaning for name in names if name in case_facts.FACTS])
