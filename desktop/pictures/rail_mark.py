"""The mark of a step on the staff line of the rail: done, busy, open, asked by a rule, or not applicable."""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.pictures.drawing import Drawing, paint_cell, pen
from desktop.theme import icons
from desktop.theme.look import Look

MarkState: TypeAlias = Literal["done", "busy", "open", "by_rule", "not_applicable"]
WORDS: Final[dict[MarkState, str]] = {
    "done": "klaar",
    "busy": "bezig",
    "open": "open",
    "by_rule": "door regel",
    "not_applicable": "n.v.t.",
}
SIDE = 16.0
SMALL = 13.0


class RailMark(Drawing):
    """`line_above` and `line_below` join the marks of neighbours into one staff; leave both out for a mark alone."""

    def __init__(
        self,
        state: MarkState,
        *,
        line_above: bool = False,
        line_below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._above, self._below = line_above, line_below
        on_staff = line_above or line_below
        self._side = SMALL if on_staff else SIDE
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding if on_staff else QSizePolicy.Policy.Fixed
        )
        self.set_state(state)

    def set_state(self, state: MarkState) -> None:
        self._state = state
        self.say(WORDS[state])

    def extent(self, look: Look) -> QSize:
        return QSize(look.px(SIDE), look.px(SIDE))

    def draw(self, painter: QPainter, look: Look) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        side = self._side * look.scale
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.setPen(pen(look, "edge"))
        if self._above:
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), box.top()))
        if self._below:
            painter.drawLine(QPointF(middle.x(), box.bottom()), QPointF(middle.x(), self.height()))
        _paint_mark(painter, look, box, self._state)


def _paint_mark(painter: QPainter, look: Look, box: QRectF, state: MarkState) -> None:
    side = box.width()
    if state == "by_rule":
        painter.save()
        painter.translate(box.center())
        painter.rotate(45)
        painter.setPen(pen(look, "care"))
        painter.setBrush(look.colour("surface"))
        half = side * 0.36
        painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), side / 12, side / 12)
        painter.restore()
    elif state == "not_applicable":
        quarter = side / 4
        painter.fillRect(box.adjusted(quarter, quarter, -quarter, -quarter), look.colour("edge"))
    else:
        paint_cell(painter, look, box, {"done": "full", "busy": "half", "open": "empty"}[state], side / 5)  # type: ignore[arg-type]
        if state == "done":
            icons.paint_check(painter, box, "on_primary")
