"""A page: one column that scrolls, as wide as one reads comfortably."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.scroll import Scroll

_WIDEST = 860
NARROW_EM = 70


class Page(Scroll):
    """Parts go in `column`; `clear` takes them all away again."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._around = QVBoxLayout(inside)
        self.column = QVBoxLayout()
        self.column.setSpacing(current().px(14))
        self._around.addLayout(self.column)
        self._around.addStretch(1)
        self.setWidget(inside)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Margins, not a maximum width: with that a layout asks for heights at a width its parts never get."""
        look = current()
        side = look.px(14 if self.width() < NARROW_EM * look.px(15) else 26)
        right = max(side, self.viewport().width() - side - look.px(_WIDEST))
        self._around.setContentsMargins(side, look.px(16), right, look.px(26))

    def clear(self) -> None:
        clear(self.column)
