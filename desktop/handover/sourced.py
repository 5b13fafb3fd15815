"""A sentence of the document that leads back to its answer: pointed at by mouse or keyboard, followed from there."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casework.handover.blocks import Origin
from desktop.theme.look import current


class Sourced(QFrame):
    """Part of the document with an origin: can be pointed at, by mouse and by keyboard. `followed` on Enter."""

    pointed = Signal(object)
    followed = Signal(object)

    def __init__(self, inside: QWidget, origin: Origin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origin = origin
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)
        self.setAccessibleDescription(f"Herkomst: {origin.words}" if origin.words else "Enter gaat naar het veld")
        lead = "Dubbelklik of Enter: naar het veld."
        told = f"<b>{escape(origin.words)}</b><br>{lead}" if origin.words else lead
        self.setToolTip(f"<p>{told}</p>")  # as markup it wraps

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAutoFillBackground(True)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), current().colour("mark"))
        self.setPalette(ground)
        self.pointed.emit(self._origin)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAutoFillBackground(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.followed.emit(self._origin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.followed.emit(self._origin)
        else:
            super().keyPressEvent(event)
