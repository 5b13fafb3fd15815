"""The rail: fourteen steps on a line, each with a mark for how far it is. Any step can be opened at any time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casework.flow import Progress, Step
from casework.steps import FLOW
from desktop.cases.open_case import OpenCase
from desktop.pictures.rail_mark import WORDS, MarkState, RailMark
from desktop.steps import step_of
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.roles import set_role
from desktop.theme.scroll import Scroll

WIDE, NUMBERS = 250, 64
_MARKS: Mapping[Progress, MarkState] = {
    Progress.DONE: "done",
    Progress.BUSY: "busy",
    Progress.OPEN: "open",
    Progress.NOT_APPLICABLE: "not_applicable",
}
_SAID: tuple[MarkState, ...] = ("busy", "by_rule", "not_applicable")


def marks(case: OpenCase) -> dict[str, MarkState]:
    """How far each step is; a step nobody touched and a signal asks for is marked as such."""
    signals = case.assessment.signals if case.assessment else ()
    asked = {step_of(signal.action_path) for signal in signals if signal.status == "open" and signal.severity != "TIP"}
    found: dict[str, MarkState] = {}
    for step in FLOW.steps:
        progress = FLOW.progress(step, case.case.answers, case.settled.steps)
        by_rule = progress is Progress.OPEN and step.id in asked
        found[step.id] = "by_rule" if by_rule else _MARKS[progress]
    return found


class Rail(Scroll):
    """`chosen` carries the id of a step. Up and Down walk, Enter opens; Tab stops here once."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Stappen", parent)
        inside = QFrame()
        inside.setProperty("role", "rail")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, current().px(4), 0, current().px(4))
        column.setSpacing(0)
        self.setWidget(inside)
        self.items: dict[str, _Item] = {}
        last = len(FLOW.steps)
        for step in FLOW.steps:
            item = _Item(step, last)
            item.clicked.connect(lambda _=False, step=step: self.chosen.emit(step.id))
            self.items[step.id] = item
            column.addWidget(item)
        column.addStretch(1)
        self.set_numbers(False)

    def set_numbers(self, numbers: bool) -> None:
        """Only numbers and marks, where the page needs the width."""
        self.setFixedWidth(current().px(NUMBERS if numbers else WIDE))
        for item in self.items.values():
            item.set_numbers(numbers)

    def show_marks(self, found: Mapping[str, MarkState], now: str) -> None:
        for step_id, item in self.items.items():
            item.show_state(found[step_id], step_id == now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = list(self.items)
        here = next((place for place, step in enumerate(steps) if self.items[step].hasFocus()), None)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if here is None or by is None:
            super().keyPressEvent(event)
            return
        to = self.items[steps[(here + by) % len(steps)]]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(to)


class _Item(QPushButton):
    """One step: number, mark on the staff line, name, and a word where that says something."""

    def __init__(self, step: Step[Any], last: int) -> None:
        super().__init__()
        self._step, self._last = step, last
        self._shown: tuple[MarkState, bool] | None = None
        self._word_said, self._numbers = False, False
        self.setProperty("role", "rail")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setToolTip(f"{step.number}. {step.title}")
        self._row = QHBoxLayout(self)
        self._number = Plain(str(step.number), "small", "ink_quiet", wrap=False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.mark = RailMark("open", line_above=step.number > 1, line_below=step.number < last)
        self._name = Plain(step.title, "small")
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._word = Plain("", "label", "ink_quiet", wrap=False)
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._number)
        self._row.addWidget(self.mark)
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self._word)
        for part in (self._number, self.mark, self._name, self._word):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()

    def set_numbers(self, numbers: bool) -> None:
        self._numbers = numbers
        self._name.setVisible(not numbers)
        self._word.setVisible(self._word_said and not numbers)

    def show_state(self, state: MarkState, now: bool) -> None:
        if self._shown == (state, now):
            return
        bold_changed = self._shown is None or self._shown[1] != now
        self._shown = (state, now)
        self.mark.set_state(state)
        self._word_said = state in _SAID
        self._word.setText(WORDS[state] if self._word_said else "")
        self._word.setVisible(self._word_said and not self._numbers)
        self.setChecked(now)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if now else Qt.FocusPolicy.ClickFocus)
        for label in (self._number, self._name) if bold_changed else ():
            set_role(label, strong=now)
        here = ", huidige stap" if now else ""
        self.setAccessibleName(f"Stap {self._step.number} van {self._last}, {self._step.title}, {WORDS[state]}{here}")

    def nextCheckState(self) -> None:
        """A click asks to open the step; whether it is the current one is for the screen to say."""

    def sizeHint(self) -> QSize:
        width = current().px(NUMBERS if self._numbers else WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(NUMBERS), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(current().px(38), self._row.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the rail knows the neighbours
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def _fit(self) -> None:
        look = current()
        self._row.setContentsMargins(look.px(4), 0, look.px(12), 0)
        self._row.setSpacing(look.px(6))
        self._number.setFixedWidth(look.px(22))
