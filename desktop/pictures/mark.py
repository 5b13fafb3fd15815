"""The gauge in outline: the mark of an empty state."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.pictures.drawing import Drawing, pen
from desktop.render.geometry import scale_ticks, triangle
from desktop.theme.look import Look

WIDTH, HEIGHT, LINE, TICK = 48, 36, 29, 6


class MarkOutline(Drawing):
    """Decoration; it says nothing."""

    def extent(self, look: Look) -> QSize:
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, look: Look) -> None:
        painter.scale(look.scale, look.scale)
        painter.translate(1, 0)
        line = pen(look, "edge", 2)
        line.setWidthF(2)
        painter.setPen(line)
        length = WIDTH - 2
        painter.drawLine(QPointF(0, LINE), QPointF(length, LINE))
        for tick in scale_ticks(length, 4):
            painter.drawLine(QPointF(tick.x, LINE - TICK), QPointF(tick.x, LINE + TICK))
        line.setColor(look.colour("primary"))
        line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(line)
        corners = triangle((length / 2, LINE - TICK - 5), 15, 13)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
