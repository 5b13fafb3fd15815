"""Icons: Lucide's and our own mark, drawn in the colour of a role and sharp at every size and screen.

An icon stands beside a word, which is what a screen reader reads; only chevrons and close stand alone.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from desktop.theme.look import current


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


class _RoleIcon(QIconEngine):
    """Looks its colour up when it is painted: icons on buttons follow a change of theme by themselves."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        paint(painter, self._name, self._shown(mode), square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._shown(mode), min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks for device pixels here, and wants the ratio noted on what it gets back.
        picture = QPixmap(self.pixmap(size, mode, state))
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        return _RoleIcon(self._name, self._role)

    def _shown(self, mode: QIcon.Mode) -> str:
        return "ink_quiet" if mode == QIcon.Mode.Disabled else self._role


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon for a button, action or list; OSError for an unknown name."""
    _source(name)
    return QIcon(_RoleIcon(name, role))
