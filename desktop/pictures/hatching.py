"""Diagonal hatching: the ground of what is withheld."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame

from desktop.pictures.drawing import pen
from desktop.render.geometry import hatching
from desktop.theme.look import Look, current
from desktop.theme.tokens import RADIUS_CONTROL

DISTANCE, WIDTH = 20.0, 7.0


def paint_hatching(
    painter: QPainter,
    look: Look,
    area: QRectF,
    role: str,
    distance: float = DISTANCE,
    width: float = WIDTH,
    opacity: float = 1.0,
) -> None:
    """Broad diagonal strokes over an area, within the clip there is; distance and width in px at 100 %."""
    reach = width * look.scale  # the ends of the strokes fall outside, so that they are cut off straight
    painter.save()
    painter.setOpacity(opacity)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.translate(area.left() - reach, area.top() - reach)
    painter.setPen(pen(look, role, width))
    for low, high in hatching(area.width() + 2 * reach, area.height() + 2 * reach, distance * look.scale):
        painter.drawLine(QPointF(*low), QPointF(*high))
    painter.restore()


class Hatched(QFrame):
    """A frame with hatching and a dashed border: what is in it is withheld. Fill it through a layout."""

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = look.tokens.border * look.scale / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS_CONTROL * look.scale, RADIUS_CONTROL * look.scale)
        painter.fillPath(path, look.colour("surface"))
        painter.save()
        painter.setClipPath(path)
        paint_hatching(painter, look, box, "sunken" if look.tokens.frame == 1 else "mark")
        painter.restore()
        painter.setPen(pen(look, "edge", dashed=True))
        painter.drawPath(path)
        painter.end()
