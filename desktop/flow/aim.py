"""Where one was led to on a page: it stays in view while the page takes its size, until one scrolls or goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.theme.look import current


class Aim(QObject):
    """A page that just opened grows for a while; without this the field would slide out of sight."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._field: QWidget | None = None
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._keep)
        bar.actionTriggered.connect(self._let_go)

    def at(self, target: QWidget, field: QWidget) -> None:
        """Bring `target` into view, with the cursor in `field` of it."""
        self._field = field
        field.destroyed.connect(self._let_go)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(target, 0, current().px(120))
        self._keep()

    def _keep(self) -> None:
        if self._field is not None and self._field.hasFocus():
            self._area.ensureWidgetVisible(self._field, 0, current().px(120))

    def _let_go(self) -> None:
        self._field = None
