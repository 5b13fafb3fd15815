"""What takes its measures from the look: text size, theme and contrast may change while it is on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Fitted(_Base):
    """Stands before a class of Qt's; measures again at every change of the look."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Take the measures from the look; at the least its layout asks for the size anew."""
        self.updateGeometry()
