"""Icons: Lucide's and our own mark, drawn in the colour of a role and sharp at every size and screen.

An icon stands beside a word, which is what a screen reader reads; only chevrons and close stand alone.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from desktop.theme.look import current

LEADING = 0.75
"""The share of its square that an icon before words fills."""


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources.icons() / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def pixmap(name: str, role: str = "ink", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` px on a screen with this device pixel ratio; OSError for an unknown name."""
    picture = QPixmap(_drawn(name, current().tokens.colour(role), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def paint(painter: QPainter, name: str, role: str, rect: QRectF) -> None:
    """Draws the icon in a square on a widget."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    painter.drawPixmap(rect.topLeft(), pixmap(name, role, round(rect.width()), ratio))


def paint_check(painter: QPainter, box: QRectF, role: str) -> None:
    """A check in a small box: Lucide's is too thin below 16 px."""
    side = box.width()
    pen = QPen(QColor(current().tokens.colour(role)), side * 0.14)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([box.topLeft() + QPointF(x, y) * side for x, y in ((0.25, 0.53), (0.43, 0.71), (0.76, 0.33))])


class _RoleIcon(QIconEngine):
    """Looks its colour up when it is painted: icons on buttons follow a change of theme by themselves.

    `share` is the part of the square the icon fills, from the left.
    """

    def __init__(self, name: str, role: str, share: float = 1.0) -> None:
        super().__init__()
        self._name, self._role, self._share = name, role, share

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height()) * self._share
        middle = QRectF(rect).center().y()
        paint(painter, self._name, self._shown(mode), QRectF(rect.left(), round(middle - side / 2), side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks for device pixels here, and wants the ratio noted on what it gets back.
        picture = self.pixmap(size, mode, state)
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        return _RoleIcon(self._name, self._role, self._share)

    def _shown(self, mode: QIcon.Mode) -> str:
        return "ink_quiet" if mode == QIcon.Mode.Disabled else self._role


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon for an action, a list, or a button without words; OSError for an unknown name."""
    _source(name)
    return QIcon(_RoleIcon(name, role))


def leading(name: str, role: str = "ink") -> QIcon:
    """The icon before the words of a button, with the air a style sheet cannot put between the two."""
    _source(name)
    return QIcon(_RoleIcon(name, role, LEADING))
