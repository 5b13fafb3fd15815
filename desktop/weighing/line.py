"""A line of text that leads somewhere: it wraps, looks like text, and works as a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from casework.steps import FLOW
from casework.weighing.assessment import AskFirst
from desktop.steps import step_of
from desktop.theme.look import current
from desktop.theme.runs import ENDLESS, Run, WrappedRuns, Wrapping


class LineButton(QAbstractButton):
    """`lead` stands in a narrow column of its own at the left, such as the number of a stage."""

    def __init__(self, runs: Sequence[Run], lead: str = "", step: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._step = lead, step
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_runs(runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        self._wrapping = Wrapping(runs, self._step)
        words = "".join(run.text for run in runs)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"{self._lead} {words}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._wrapping.at(width - self._beside()).size.height() + current().px(3))

    def sizeHint(self) -> QSize:
        size = self._wrapping.at(ENDLESS).size
        return QSize(int(size.width()) + self._beside() + 2, int(size.height()) + current().px(3))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("primary_soft"))
        if self._lead:
            WrappedRuns([Run(self._lead, "ink", 600)], look.font(self._step)).draw(painter, QPointF(0, 0))
        self._wrapping.at(self.width() - self._beside()).draw(painter, QPointF(self._beside(), 0))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def _beside(self) -> int:
        return current().px(24) if self._lead else 0


def ask_line(ask: AskFirst, leads: SignalInstance) -> LineButton:
    """What to ask first, as a link with the number of its step; `leads` carries its path."""
    line = LineButton([Run(f"Stap {FLOW.by_id[step_of(ask.path)].number}: {ask.label}", "primary")])
    line.clicked.connect(lambda: leads.emit(ask.path))
    return line
