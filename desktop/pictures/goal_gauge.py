"""A goal on its scale of 0 to 10: where it started, where it is now, and what is aimed for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.pictures.drawing import Drawing, pen
from desktop.render.geometry import GOAL_TOP, goal_gauge, triangle
from desktop.theme.look import Look

SIDE, LINE, FIGURES, HEIGHT, WIDTH = 10, 20, 28, 46, 338
TICK, THICK, RING = 5, 4.5, 6.2
TRIANGLE_WIDTH, TRIANGLE_HEIGHT = 14, 10


def goal_words(start: int | None, target: int | None, now: int | None) -> str:
    """The gauge in words; what is not known is said too."""
    scores = (("start", start), ("nu", now), ("streven", target))
    return ", ".join(f"{word} {'onbekend' if score is None else score}" for word, score in scores)


class GoalGauge(Drawing):
    """Ring is now, triangle on a stem is the target, the thick line is the way between. ValueError outside 0 to 10."""

    def __init__(self, start: int | None, target: int | None, now: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_scores(start, target, now)

    def set_scores(self, start: int | None, target: int | None, now: int | None) -> None:
        goal_gauge(start, target, now, 1)  # refuses a score that is not on the scale before anything is drawn
        self._scores = (start, target, now)
        self.say(f"Doel op de schaal van 0 tot {GOAL_TOP}", goal_words(start, target, now))

    def extent(self, look: Look) -> QSize:
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def draw(self, painter: QPainter, look: Look) -> None:
        px = look.scale
        length = min(self.width(), look.px(WIDTH)) - 2 * SIDE * px
        shape = goal_gauge(*self._scores, width=length)
        painter.translate(SIDE * px, LINE * px)
        painter.setPen(pen(look, "edge"))
        painter.drawLine(QPointF(0, 0), QPointF(length, 0))
        painter.setFont(look.font("label"))
        step = length / GOAL_TOP
        for tick in shape.ticks:
            painter.setPen(pen(look, "edge"))
            painter.drawLine(QPointF(tick.x, -TICK * px), QPointF(tick.x, TICK * px))
            painter.setPen(look.colour("ink"))
            below = QRectF(tick.x - step / 2, 6 * px, step, 20 * px)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tick.label)
        if shape.start is not None:
            painter.setPen(pen(look, "primary", 3))
            painter.drawLine(QPointF(shape.start, -TICK * 1.4 * px), QPointF(shape.start, TICK * px))
        if shape.between:
            painter.setPen(pen(look, "primary", THICK))
            painter.drawLine(QPointF(shape.between[0], 0), QPointF(shape.between[1], 0))
        if shape.target is not None:
            painter.setPen(pen(look, "primary", 3))
            painter.drawLine(QPointF(shape.target, -10 * px), QPointF(shape.target, TICK * px))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            corners = triangle((shape.target, -9 * px), TRIANGLE_WIDTH * px, TRIANGLE_HEIGHT * px)
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        if shape.ring is not None:
            painter.setPen(pen(look, "primary", 2.5))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(QPointF(shape.ring, 0), RING * px, RING * px)
