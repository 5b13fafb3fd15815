"""A case: its head, the rail with the steps, the page of one step, and the panel Weging beside it.

Three columns where there is room, two and a narrow rail where there is less, one with a step chooser below that.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casework.steps import FLOW
from casework.trouble import Trouble
from desktop import focus_order
from desktop.cases.about import in_the_list
from desktop.cases.header import CaseHeader
from desktop.cases.moving import KnowledgeLine
from desktop.cases.open_case import OpenCase
from desktop.cases.rail import Rail, marks
from desktop.flow.aim import seen_from
from desktop.flow.field import QuestionRow
from desktop.flow.page import StepPage, page_for
from desktop.left_open import ABOUT
from desktop.steps import ASK_POOL, step_of
from desktop.theme.buttons import button
from desktop.theme.look import current
from desktop.weighing.panel import WIDE, WIDTH, WeighingPanel
from desktop.weighing.signals import counted_signals

_THREE_COLUMNS_EM, _TWO_COLUMNS_EM, _ROOMY_EM, _WIDEST_PAGE = 84, 70, 106, 860


class CaseScreen(QWidget):
    """`handover_asked` goes to the document, `pool_asked` to a question to the expert pool; `described` when what the
    work list says of this case changed."""

    handover_asked = QtSignal()
    pool_asked = QtSignal()
    described = QtSignal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.setProperty(ABOUT, case.id)
        self._pages: dict[str, StepPage] = {}
        self.step_id = FLOW.steps[0].id
        self._undoing = False
        self.acts = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = CaseHeader(case, self.acts)
        column.addWidget(self.header)
        self._narrow_row = self._make_narrow_row()
        column.addWidget(self._narrow_row)
        self.knowledge_line = KnowledgeLine(case, self)
        column.addWidget(self.knowledge_line)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self.rail = Rail()
        self.rail.chosen.connect(self.open_step)
        columns.addWidget(self.rail)
        sheet = QFrame()
        sheet.setAutoFillBackground(True)
        sheet.setBackgroundRole(self.palette().ColorRole.Base)
        self._stack = QStackedWidget()
        middle = QHBoxLayout(sheet)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._stack, 1)
        self._page_room = sheet
        columns.addWidget(sheet, 1)
        self.panel = WeighingPanel(case)
        self.panel.go_to.connect(self.go_to)
        self.panel.go_to_stage.connect(self._go_to_stage)
        columns.addWidget(self.panel)
        column.addLayout(columns, 1)
        case.weighed.connect(self._on_weighed)
        case.changed.connect(self._on_changed)
        self._one_column = False
        self._listed = case.line.status
        self.open_step(self.step_id)

    # -- going somewhere

    def open_step(self, step_id: str) -> StepPage:
        """Show the page of a step; it is built when it is first opened."""
        if (before := self._pages.get(self.step_id)) is not None and before.step.id != step_id:
            before.confirm_all()
        self.step_id = step_id
        if step_id not in self._pages:
            page = page_for(FLOW.by_id[step_id], self.case)
            page.leads.connect(self.go_to)
            page.column.addLayout(self._neighbours(page))
            self._pages[step_id] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[step_id])
        self._show_weighing(False)
        self._show_marks()
        return self._pages[step_id]

    def go_to(self, path: str) -> None:
        """Open the page a field stands on, and put the cursor there. The id of a step alone opens the step; ASK_POOL
        asks for the screen with a question to the pool."""
        step_id = step_of(path)
        if path == ASK_POOL:
            self.pool_asked.emit()
        if step_id not in FLOW.by_id:
            return
        page = self.open_step(step_id)
        if path != step_id:
            page.go_to(path)

    def open_number(self, number: int) -> None:
        for step in FLOW.steps:
            if step.number == number:
                self._to_top(step.id)

    # -- keeping

    def keep(self) -> None:
        """Confirm what was typed, and bring to the store what cannot be confirmed yet: before lock, export, close."""
        for page in self._pages.values():
            page.confirm_all()
        self.case.flush()

    def place(self) -> dict[str, Any]:
        """Where one is: step, field and cursor, and the first question in view."""
        path, cursor = "", 0
        focus: QWidget | None = self.window().focusWidget()
        if isinstance(focus, QLineEdit):
            cursor = focus.cursorPosition()
        elif isinstance(focus, QPlainTextEdit):
            cursor = focus.textCursor().position()
        while focus is not None and not isinstance(focus, QuestionRow):
            focus = focus.parentWidget()
        if focus is not None:
            path = focus.path
        top, above = seen_from(self._pages[self.step_id])
        return {"step": self.step_id, "path": path, "cursor": cursor, "top": top, "above": above}

    def go_to_place(self, place: dict[str, Any]) -> None:
        """Back to where one was; a field that is no longer there gives its step."""
        self.go_to(str(place.get("path") or place.get("step") or self.step_id))
        focus, cursor = self.window().focusWidget(), int(place.get("cursor") or 0)
        if isinstance(focus, QLineEdit):
            focus.setCursorPosition(cursor)
        elif isinstance(focus, QPlainTextEdit):
            caret = focus.textCursor()
            caret.setPosition(min(cursor, len(focus.toPlainText())))
            focus.setTextCursor(caret)
        if top := str(place.get("top") or ""):
            page = self._pages[self.step_id]
            page.finish()
            page.aim.from_top(top, int(place.get("above") or 0))

    def describe(self) -> None:
        """Let the work list know, where what it says of this case changed."""
        if (listed := in_the_list(self.case.case, self.case.today)) != self._listed:
            self._listed = listed
            self.described.emit(listed)

    # -- what the window asks

    @property
    def headline(self) -> str:
        return self.case.name

    @property
    def regions(self) -> list[QWidget]:
        """In the order of F6."""
        return [self.header, self._narrow_row, self.knowledge_line, self.rail, self._page_room, self.panel]

    # -- inside

    def _make_actions(self) -> list[QAction]:
        undo = QAction("Ongedaan", self)
        undo.setData("undo-2")
        undo.setToolTip("Neem de laatste wijziging terug (Ctrl+Z)")
        undo.triggered.connect(self.undo)
        handover = QAction("Overdracht", self)
        handover.setData("file-text")
        handover.setToolTip("Bekijk het document zoals het wordt")
        handover.triggered.connect(self.handover_asked)
        return [undo, handover]

    def undo(self) -> None:
        self._step_back(self.case.undo)

    def redo(self) -> None:
        self._step_back(self.case.redo)

    def _step_back(self, act: Any) -> None:
        """Undo or redo, and go to what it changed: a change one does not see is no help."""
        self._undoing = True
        try:
            act()
        except Trouble as trouble:
            self.case.not_saved.emit(str(trouble))
        finally:
            self._undoing = False

    def _make_narrow_row(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "header")
        row = QHBoxLayout(bar)
        look = current()
        row.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        row.setSpacing(look.px(8))
        self._chooser = QComboBox()
        self._chooser.setAccessibleName("Stap kiezen")
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(12)
        for step in FLOW.steps:
            self._chooser.addItem(f"Stap {step.number} van {len(FLOW.steps)}: {step.title}", step.id)
        self._chooser.activated.connect(lambda place: self.open_step(self._chooser.itemData(place)))
        row.addWidget(self._chooser, 1)
        self._drawer = button("Weging", "plain", "scale")
        self._drawer.setCheckable(True)
        self._drawer.clicked.connect(self._show_weighing)
        row.addWidget(self._drawer)
        bar.hide()
        return bar

    def _show_weighing(self, shown: bool) -> None:
        """In one column the panel takes the place of the page."""
        self._drawer.setChecked(shown)
        if self._one_column:
            self._page_room.setVisible(not shown)
            self.panel.setVisible(shown)

    def _neighbours(self, page: StepPage) -> QHBoxLayout:
        """To the step before and the next one, at the end of a page."""
        row = QHBoxLayout()
        place = FLOW.steps.index(page.step)
        if place > 0:
            before = FLOW.steps[place - 1]
            back = button(f"{before.number}. {before.title}", "plain", "chevron-left", small=True)
            back.clicked.connect(lambda: self._to_top(before.id))
            row.addWidget(back)
        row.addStretch(1)
        if place + 1 < len(FLOW.steps):
            after = FLOW.steps[place + 1]
            on = button(f"Verder: {after.number}. {after.title}", "plain", "chevron-right", small=True)
            on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            on.clicked.connect(lambda: self._to_top(after.id))
            row.addWidget(on)
        return row

    def _to_top(self, step_id: str) -> None:
        page = self.open_step(step_id)
        page.verticalScrollBar().setValue(0)
        focus_order.first(page)

    def _go_to_stage(self, stage: int) -> None:
        """To the first thing that is missing in a stage, or to its step."""
        steps = [step for step in FLOW.steps if step.stage == stage]
        for step in steps:
            if problems := step.problems(self.case.settled.steps):
                self.go_to(problems[0].path)
                return
        self.go_to(steps[0].id)

    def _on_changed(self, paths: frozenset[str]) -> None:
        self._show_marks()
        if self._undoing and paths:
            self.go_to(min(paths))
        self.describe()

    def _on_weighed(self) -> None:
        self._show_marks()
        words = counted_signals(self.case.assessment.signals if self.case.assessment else ())
        self._drawer.setText(f"Weging: {words}")
        self._drawer.setAccessibleName(f"Weging: {words}")

    def _show_marks(self) -> None:
        self.rail.show_marks(marks(self.case), self.step_id)
        self._chooser.setCurrentIndex(self._chooser.findData(self.step_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        em = self.width() / look.px(15)
        self._one_column = em < _TWO_COLUMNS_EM
        self.header.setVisible(not self._one_column)
        self._narrow_row.setVisible(self._one_column)
        self.rail.setVisible(not self._one_column)
        self.rail.set_numbers(em < _THREE_COLUMNS_EM)
        width = look.px(WIDE if em >= _ROOMY_EM else WIDTH)
        self.panel.setMinimumWidth(0 if self._one_column else width)
        self.panel.setMaximumWidth(16_777_215 if self._one_column else width)
        self._stack.setMaximumWidth(look.px(_WIDEST_PAGE) if em >= _ROOMY_EM else 16_777_215)
        shown = self._drawer.isChecked()
        self.panel.setVisible(not self._one_column or shown)
        self._page_room.setVisible(not (self._one_column and shown))
