"""Inputs for what is typed: a line, a day, a number, several lines. Each shows a plain value and gives it back.

`typed` (text, cursor) while somebody types; `left` when the value can be confirmed. What is chosen: see choices.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from casework.words import MONTHS
from desktop.theme.look import current
from desktop.theme.roles import set_role
from desktop.theme.tokens import CONTROL, READING_WIDTH

_DAY = re.compile(r"^(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})$", re.IGNORECASE)
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NEAR = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1}


class Input(QWidget):
    """An input of any shape. `read` raises ValueError with a Dutch sentence; None means nothing was filled in."""

    typed = Signal(str, int)
    left = Signal()
    nonanswer = Signal(str)
    """For an input that offers the non-answers among its choices: the key of the one that was chosen."""

    offers_nonanswers = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.name = name

    def show_value(self, value: Any) -> None:
        raise NotImplementedError

    def show_nonanswer(self, key: str) -> None:
        """Show a non-answer that stands, for an input that offers them."""

    def show_typed(self, text: str, cursor: int) -> None:
        """Put back what was typed and not confirmed."""

    def read(self) -> Any:
        raise NotImplementedError

    @property
    def field(self) -> QWidget | None:
        """The field that is typed in; None where nothing is typed."""
        return None

    def mark_wrong(self, wrong: str) -> None:
        """Give the field the border of a mistake and tell it, or take both away with an empty sentence."""
        if (field := self.field) is not None:
            field.setAccessibleDescription(wrong)
            if bool(field.property("invalid")) != bool(wrong):
                set_role(field, invalid=bool(wrong))

    def _hold(self, field: QWidget) -> None:
        field.setAccessibleName(self.name)
        self.column.addWidget(field)
        self.setFocusProxy(field)


class LineInput(Input):
    """A single line of text; days and whole numbers are lines that are read as such."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setMaximumWidth(current().px(READING_WIDTH))
        self.line.textEdited.connect(lambda text: self.typed.emit(text, self.line.cursorPosition()))
        self.line.editingFinished.connect(self.left)
        self._hold(self.line)

    @property
    def field(self) -> QWidget:
        return self.line

    def show_value(self, value: Any) -> None:
        text = "" if value is None else self.as_text(value)
        if text != self.line.text():
            self.line.setText(text)

    def show_typed(self, text: str, cursor: int) -> None:
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(cursor)

    def read(self) -> Any:
        text = self.line.text().strip()
        return self.from_text(text) if text else None

    def as_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> Any:
        return text


class DayInput(LineInput):
    """A day as `19-11-2026` or as IJkpunt writes it, `19 november 2026`; or `vandaag`, `gisteren`."""

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(name, "dd-mm-jjjj", parent)
        self.line.setMaximumWidth(current().px(210))
        self._today = today

    def as_text(self, value: Any) -> str:
        day = date.fromisoformat(str(value))
        return f"{day.day}-{day.month}-{day.year}"

    def from_text(self, text: str) -> str:
        if (days := _NEAR.get(text.lower())) is not None:
            return (self._today() + timedelta(days=days)).isoformat()
        found = _DAY.match(text)
        month = _month(found[2].lower()) if found else None
        if found is None or month is None:
            raise ValueError("Schrijf een datum als 19-11-2026, of “vandaag”.")
        try:
            return date(int(found[3]), month, int(found[1])).isoformat()
        except ValueError as error:
            raise ValueError(f"De datum {text} bestaat niet. Controleer dag en maand.") from error


def _month(text: str) -> int | None:
    """The month by its number or its name; None for another word."""
    if text.isdecimal():
        return int(text)
    return MONTHS.index(text) + 1 if text in MONTHS else None


class NumberInput(LineInput):
    """A whole number within bounds, the bounds included."""

    def __init__(self, name: str, bounds: tuple[int, int] | None = None, parent: QWidget | None = None) -> None:
        low, high = bounds or (0, 10_000)
        super().__init__(name, f"{low} tot {high}" if bounds and high <= 100 else "", parent)
        self.line.setMaximumWidth(current().px(210))
        self._low, self._high = low, high

    def from_text(self, text: str) -> int:
        if not text.isdecimal() or len(text) > 9:
            raise ValueError("Schrijf een heel getal, met alleen cijfers.")
        if not self._low <= int(text) <= self._high:
            raise ValueError(f"Schrijf een getal van {self._low} tot en met {self._high}.")
        return int(text)


class _Lines(QPlainTextEdit):
    """`wrapped` once the lines follow a new width: the document itself does not tell."""

    wrapped = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wrapped.emit()


class LongInput(Input):
    """Several lines of text that grow with what is typed. Tab goes on to the next question. fills: a card's width."""

    _LINES, _MOST_LINES = 3, 14

    def __init__(self, name: str, hint: str = "", *, fills: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.edit = _Lines()
        self.edit.setPlaceholderText(hint)
        self.edit.setTabChangesFocus(True)
        if not fills:
            self.edit.setMaximumWidth(current().px(READING_WIDTH))
        self.edit.setVerticalScrollBarPolicy(_NEVER)
        self.edit.setHorizontalScrollBarPolicy(_NEVER)  # it wraps; the margin below would show a bar for half a pixel
        self.edit.document().setDocumentMargin(1.5)
        self.edit.textChanged.connect(self._on_text)
        self.edit.wrapped.connect(self._fit)
        self.edit.installEventFilter(self)
        self._showing, self._height = False, 0
        self._hold(self.edit)
        self._fit()

    @property
    def field(self) -> QWidget:
        return self.edit

    def show_value(self, value: Any) -> None:
        self._set("" if value is None else str(value))

    def show_typed(self, text: str, cursor: int) -> None:
        if text != self.edit.toPlainText():
            self._set(text)
            place = self.edit.textCursor()
            place.setPosition(min(cursor, len(self.edit.toPlainText())))
            self.edit.setTextCursor(place)

    def read(self) -> Any:
        return self.edit.toPlainText().strip() or None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A menu of the field itself, or another window in front, is not leaving it.
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            self.left.emit()
        elif event.type() == QEvent.Type.StyleChange:
            self._fit()
        return False

    def _set(self, text: str) -> None:
        if text == self.edit.toPlainText():
            return
        self._showing = True
        self.edit.setPlainText(text)
        self._showing = False

    def _on_text(self) -> None:
        self._fit()
        if not self._showing:
            self.typed.emit(self.edit.toPlainText(), self.edit.textCursor().position())

    def _fit(self) -> None:
        """As high as the text, between the least and the most lines; only a longer text scrolls."""
        document, look = self.edit.document(), current()
        wanted = int(document.size().height())
        lines = min(max(wanted, self._LINES), self._MOST_LINES)
        inside = lines * self.edit.fontMetrics().lineSpacing() + int(2 * document.documentMargin())
        height = max(inside + look.px(11), look.px(CONTROL))
        if height == self._height:
            return
        self._height = height
        self.edit.setFixedHeight(height)
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > self._MOST_LINES else _NEVER
        self.edit.setVerticalScrollBarPolicy(scrolls)


class TextInput(LongInput):
    """One text without line breaks, which wraps instead of running out of sight. Enter confirms it."""

    _LINES = 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def read(self) -> Any:
        return " ".join(self.edit.toPlainText().split()) or None


class TextsInput(LongInput):
    """A list of short texts, one on a line."""

    _LINES = 2

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "één op elke regel", parent=parent)

    def show_value(self, value: Any) -> None:
        super().show_value("\n".join(value) if value else None)

    def read(self) -> Any:
        return [line.strip() for line in self.edit.toPlainText().splitlines() if line.strip()] or None
