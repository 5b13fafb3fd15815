"""A line for a passphrase: with an eye to look at it, and a word when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.theme.icons import icon
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.sign import Sign


class _Line(QLineEdit):
    caps_lock = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)  # what was typed tells: Qt does not know the key's state
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)
        super().keyPressEvent(event)


class Passphrase(QWidget):
    """`name` is its label; Enter in it is `entered`. `on_bar`: it lies on the dark bar, as at the door."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, on_bar: bool = True) -> None:
        super().__init__(parent)
        self._ink, quiet = ("on_bar", "on_bar_quiet") if on_bar else ("ink", "ink_quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(6))
        label = Plain(name, "label", self._ink)
        self.line = _Line()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        label.setBuddy(self.line)
        self._eye = QAction(icon("eye", self._ink), f"{name} tonen", self.line)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.line.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.line.returnPressed.connect(self.entered)
        self.line.caps_lock.connect(self._on_caps)
        self._hint = QWidget()
        row = QHBoxLayout(self._hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Sign("arrow-big-up", quiet, 16))
        self._hint_words = Plain("Let op: Caps Lock staat aan", "label", quiet)
        row.addWidget(self._hint_words, 1)
        self._hint.hide()
        for widget in (label, self.line, self._hint):
            column.addWidget(widget)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        self.line.clear()

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", self._ink))
        self._eye.setText(self._eye.text().replace("tonen", "verbergen") if shown
                          else self._eye.text().replace("verbergen", "tonen"))  # fmt: skip

    def _on_caps(self, on: bool) -> None:
        self._hint.setVisible(on)
        self.line.setAccessibleDescription(self._hint_words.text() if on else "")
