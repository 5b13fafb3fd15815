"""One input for each shape of answer. Each shows a plain value and gives it back; what cannot be read is said in Dutch.

`typed` (text, cursor) while somebody types; `left` when the value can be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from casework.questions import Question, Shape
from casework.words import in_words
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.look import current
from desktop.theme.roles import set_role

Choices = Callable[[], Mapping[str, str]]
"""Ids and their words, asked again each time: people and records come and go."""

_DAY = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
_NEAR = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1}
_READING_WIDTH = 680


class Input(QWidget):
    """An input of any shape. `read` raises ValueError with a Dutch sentence; None means nothing was filled in."""

    typed = Signal(str, int)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(name)
        self.name = name

    def show_value(self, value: Any) -> None:
        raise NotImplementedError

    def show_typed(self, text: str, cursor: int) -> None:
        """Put back what was typed and not confirmed."""

    def read(self) -> Any:
        raise NotImplementedError

    def mark_wrong(self, wrong: bool) -> None:
        """Give the field the border of a mistake, or take it away."""

    def _hold(self, field: QWidget) -> None:
        field.setAccessibleName(self.name)
        self.column.addWidget(field)
        self.setFocusProxy(field)


class LineInput(Input):
    """A single line of text; days and whole numbers are lines that are read as such."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.line = QLineEdit(placeholderText=hint)
        self.line.setMaximumWidth(current().px(_READING_WIDTH))
        self.line.textEdited.connect(lambda text: self.typed.emit(text, self.line.cursorPosition()))
        self.line.editingFinished.connect(self.left)
        self._hold(self.line)

    def show_value(self, value: Any) -> None:
        text = "" if value is None else self.as_text(value)
        if text != self.line.text():
            self.line.setText(text)

    def show_typed(self, text: str, cursor: int) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(cursor)

    def read(self) -> Any:
        text = self.line.text().strip()
        return self.from_text(text) if text else None

    def as_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> Any:
        return text

    def mark_wrong(self, wrong: bool) -> None:
        _mark(self.line, wrong)


class DayInput(LineInput):
    """A day as `19-11-2026`, or `vandaag`, `gisteren`."""

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(name, "dd-mm-jjjj", parent)
        self.line.setMaximumWidth(current().px(180))
        self._today = today

    def as_text(self, value: Any) -> str:
        day = date.fromisoformat(str(value))
        return f"{day.day}-{day.month}-{day.year}"

    def from_text(self, text: str) -> str:
        if (days := _NEAR.get(text.lower())) is not None:
            return (self._today() + timedelta(days=days)).isoformat()
        if not (found := _DAY.match(text)):
            raise ValueError("Schrijf een datum als 19-11-2026, of “vandaag”.")
        try:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        except ValueError as error:
            raise ValueError(f"De datum {text} bestaat niet. Controleer dag en maand.") from error


class NumberInput(LineInput):
    """A whole number, not below zero."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.line.setMaximumWidth(current().px(120))

    def from_text(self, text: str) -> int:
        if not text.isdecimal() or len(text) > 6:
            raise ValueError("Schrijf een heel getal, met alleen cijfers.")
        return int(text)


class LongInput(Input):
    """Several lines of text that grow with what is typed. Tab goes on to the next question."""

    _LINES, _MOST_LINES = 3, 14

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setMaximumWidth(current().px(_READING_WIDTH))
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.edit.textChanged.connect(self._on_text)
        self.edit.installEventFilter(self)
        self._showing = False
        self._hold(self.edit)
        self._fit()

    def show_value(self, value: Any) -> None:
        self._set("" if value is None else str(value))

    def show_typed(self, text: str, cursor: int) -> None:
        self._set(text)
        place = self.edit.textCursor()
        place.setPosition(min(cursor, len(text)))
        self.edit.setTextCursor(place)

    def read(self) -> Any:
        return self.edit.toPlainText().strip() or None

    def mark_wrong(self, wrong: bool) -> None:
        _mark(self.edit, wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.left.emit()
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
        lines = min(max(self.edit.document().lineCount(), self._LINES), self._MOST_LINES)
        margins = self.edit.contentsMargins()
        height = lines * self.edit.fontMetrics().lineSpacing() + margins.top() + margins.bottom()
        self.edit.setFixedHeight(height + int(2 * self.edit.document().documentMargin()) + current().px(10))


class TextsInput(LongInput):
    """A list of short texts, one on a line."""

    _LINES = 2

    def show_value(self, value: Any) -> None:
        super().show_value("\n".join(value) if value else None)

    def read(self) -> Any:
        return [line.strip() for line in self.edit.toPlainText().splitlines() if line.strip()] or None


class ComboInput(Input):
    """One of many, from a list that opens. The first line means: nothing chosen."""

    def __init__(self, name: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._choices = choices
        self.box = _Combo()
        self.box.setMaximumWidth(current().px(420))
        self.box.activated.connect(lambda _: self.left.emit())
        self._hold(self.box)
        self.refresh()

    def refresh(self) -> None:
        """Ask again what there is to choose from; what was chosen stays chosen, also when it has gone."""
        value = self.box.currentData()
        self.box.clear()
        self.box.addItem("–", None)
        for key, words in self._choices().items():
            self.box.addItem(words, key)
        self._choose(value)

    def show_value(self, value: Any) -> None:
        self.refresh()
        self._choose(value)

    def read(self) -> Any:
        return self.box.currentData()

    def _choose(self, value: Any) -> None:
        at = self.box.findData(value)
        if at < 0:
            self.box.addItem(in_words(value), value)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)


class PersonInput(ComboInput):
    """Somebody of the case, or a name that is typed."""

    def __init__(self, name: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(name, choices, parent)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.box.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        line.textEdited.connect(lambda text: self.typed.emit(text, line.cursorPosition()))
        line.editingFinished.connect(self.left)

    def read(self) -> Any:
        text = self.box.currentText().strip()
        at = self.box.findText(text)
        return (self.box.itemData(at) if at >= 0 else text) or None

    def show_typed(self, text: str, cursor: int) -> None:
        self.box.setEditText(text)


class ChecksInput(Input):
    """Several of a few: tick boxes that wrap."""

    def __init__(self, name: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._choices = choices
        self._rows = QWidget()
        self._flow = FlowLayout(self._rows, gap=16)
        self._boxes: dict[str, QCheckBox] = {}
        self.column.addWidget(self._rows)
        self._fill(choices())

    def show_value(self, value: Any) -> None:
        chosen: Sequence[str] = value or []
        wanted = {**{one: in_words(one) for one in chosen}, **self._choices()}
        if set(wanted) != set(self._boxes):
            self._fill(wanted)
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in chosen)
            box.blockSignals(False)

    def read(self) -> Any:
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def _fill(self, choices: Mapping[str, str]) -> None:
        for box in self._boxes.values():
            box.setParent(None)
            box.deleteLater()
        self._boxes = {}
        for key, words in choices.items():
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setAccessibleDescription(self.name)
            box.toggled.connect(lambda _: self.left.emit())
            self._flow.addWidget(box)
            self._boxes[key] = box
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))


class _Combo(QComboBox):
    """A combo that does not change when the wheel passes over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not self.isEditable():
            self.setCurrentIndex(0)
            self.activated.emit(0)
        else:
            super().keyPressEvent(event)


def _mark(field: QWidget, wrong: bool) -> None:
    if bool(field.property("invalid")) != wrong:
        set_role(field, invalid=wrong)


def input_for(question: Question, name: str, options: Mapping[str, str], choices: Choices,
              today: Callable[[], date]) -> Input:  # fmt: skip
    """The input that suits a question; choices of six or fewer are chips, which the question row draws itself."""
    match question.shape:
        case Shape.LONG:
            return LongInput(name)
        case Shape.TEXTS:
            return TextsInput(name)
        case Shape.DAY:
            return DayInput(name, today)
        case Shape.NUMBER:
            return NumberInput(name)
        case Shape.CHOICE:
            return ComboInput(name, lambda: options)
        case Shape.CHOICES:
            return ChecksInput(name, lambda: options)
        case Shape.PERSON:
            return PersonInput(name, choices)
        case Shape.REFERENCE:
            return ComboInput(name, choices)
        case Shape.REFERENCES:
            return ChecksInput(name, choices)
        case _:
            return LineInput(name)
