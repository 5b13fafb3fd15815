"""One question of a checklist, with what the steps already say about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import ChecklistItem, Fact
from casework.questions import Question, Shape
from casework.steps import FLOW
from casework.weighing import facts as case_facts
from casework.weighing.prolonging import said_before
from desktop.cases.open_case import OpenCase
from desktop.checklists.result import CHANGEABILITY
from desktop.flow.answering import Given
from desktop.flow.before import of_day
from desktop.flow.field import Asking, QuestionRow
from desktop.flow.showing import show_if
from desktop.steps import step_of
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, bold, quiet
from desktop.weighing.line import LineButton

_ANSWERS: Mapping[str, str] = {"ja": "ja", "een_beetje": "een beetje", "nee": "nee"}


class ItemRow(QuestionRow):
    """What its condition excludes stays in sight, switched off, with the reason. `leads` carries the path of a step."""

    leads = Signal(str)

    def __init__(self, case: OpenCase, checklist: str, item: ChecklistItem, parent: QWidget) -> None:
        self.item, self.aside = item, ""
        self._facts: Mapping[str, Fact] = {}
        self._says: QWidget | None = None
        self._said: list[tuple[str, str]] = []
        options = item.options or _ANSWERS
        question = Question(
            name=item.id, title=item.id, shape=Shape.CHOICE, required=False, sensitive=False, judgement=False,
            may_be_empty=False, behind_us=False, dated=checklist == CHANGEABILITY, refers=None,
            options=tuple(options), bounds=None, record=None, _applies=None,
        )  # fmt: skip
        asking = Asking(item.text, options=options)
        self._words_of = options
        super().__init__(case, f"checklists.{checklist}.{item.id}", question, asking, parent, deferred=True)

    def is_asked(self) -> bool:
        return True

    def counts(self) -> bool:
        return not self.aside

    def given(self) -> Given:
        """Nothing is chosen where the answer waits to be said again."""
        return Given() if self._waits() else super().given()

    def from_before(self) -> Given:
        return super().given() if self._waits() else Given()

    def told_before(self, before: Given) -> str:
        said = self._words_of.get(str(before.value), str(before.value))
        return f"Vorige keer{of_day(before)}: {said}."

    def _waits(self) -> bool:
        return self.question.dated and self.item.id in said_before(self.case.settled, self.case.pack)

    def keep(self, raw: object | None) -> str | None:
        return self.case.keep(self.path, raw)

    def settle(self, because: str, facts: Mapping[str, Fact]) -> None:
        """Show it as it stands: off with a reason, or on with an empty one; and what the steps say (`facts`)."""
        self.aside, self._facts = because, facts
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        if self.input is not None:
            self._show_what_steps_say()

    def _show_what_steps_say(self) -> None:
        known = [name for name in self.item.told_by if name in self._facts and not self.aside]
        said = [case_facts.told(name, self._facts[name]) for name in known]
        if self._says is None and said:
            self._says = QWidget()
            lines = QVBoxLayout(self._says)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(current().px(2))
            self._column.insertWidget(self._column.indexOf(self._body), self._says)
        if self._says is None or said == self._said:
            return
        self._said = said
        show_if(self._says, bool(said))
        layout = self._says.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if old := item.widget():
                old.setParent(None)
                old.deleteLater()
        for text, path in said:
            step = FLOW.by_id.get(step_of(path))
            layout.addWidget(RunLabel([quiet(f"Stap {step.number} zegt: " if step else ""), bold(text)], "small"))
            if step is not None:
                line = LineButton([Run(f"Bekijk het in stap {step.number}", "primary")])
                line.clicked.connect(lambda _=False, path=path: self.leads.emit(path))
                layout.addWidget(line)
