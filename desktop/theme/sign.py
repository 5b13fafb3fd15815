"""An icon standing in a layout. It says nothing to a screen reader: the word beside it does."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import icons
from desktop.theme.fitted import Fitted
from desktop.theme.look import current


class Sign(Fitted, QWidget):
    """`size` in px at 100 %, `role` a colour role."""

    def __init__(self, name: str, role: str = "ink", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(name, role)

    def show_icon(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._name, self._role, QRectF(self.rect()))
        painter.end()
