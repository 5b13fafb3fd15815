"""Inputs for what is chosen: chips side by side, a list that opens, tick boxes; and which input suits a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from textwrap import fill
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLayout, QLineEdit, QSizePolicy, QWidget

from casework.questions import Question, Shape
from casework.words import in_words
from desktop.flow.answering import FEW, NONANSWERS, key_of, nonanswers_of, options_of, value_of
from desktop.flow.inputs import DayInput, Input, LongInput, NumberInput, TextInput, TextsInput
from desktop.flow.showing import show_if
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

Choices = Callable[[], Mapping[str, str]]
"""Ids and their words, asked again each time: people and records come and go."""

_NONE_OF_THESE = "geen van deze"
_NOTHING_YET = "er is nog niets om uit te kiezen"
_LINE = 44  # letters: at twice the size this still fits the narrowest page


class ChipsInput(Input):
    """One of a few, side by side."""

    def __init__(self, question: Question, name: str, options: Mapping[str, str]) -> None:
        super().__init__(name)
        self._question = question
        self.chips = RadioChips(name, options)
        self.chips.changed.connect(lambda _: self.left.emit())
        self.column.addWidget(self.chips)
        self.setFocusProxy(self.chips)

    @property
    def flow(self) -> QLayout:
        """Where the chips lie; what is added comes after them."""
        layout = self.chips.layout()
        assert layout is not None
        return layout

    def show_value(self, value: Any) -> None:
        key = key_of(self._question, value)
        self.chips.set_value(key if key in {chip.key for chip in self.chips.chips} else None)

    def read(self) -> Any:
        return value_of(self._question, self.chips.value())


class ComboInput(Input):
    """One of many, from a list that opens. The first line means nothing chosen; the last ones are the non-answers."""

    offers_nonanswers = True
    takes_text = False

    def __init__(self, question: Question, name: str, choices: Choices) -> None:
        super().__init__(name)
        self._question, self._choices = question, choices
        self.box = _Combo()
        self.box.setMaximumWidth(current().px(420))
        self.box.activated.connect(self._on_activated)
        self._hold(self.box)
        self._fill(self._wanted())

    @property
    def field(self) -> QWidget:
        return self.box

    def show_value(self, value: Any) -> None:
        wanted, key = self._wanted(), key_of(self._question, value)
        if key is not None and key not in wanted:
            wanted[key] = in_words(key)  # what was chosen stays chosen, also when it has gone
        if wanted != self._shown:
            self._fill(wanted)
        self.box.setCurrentIndex(max(self.box.findData(key), 0) if key is not None else 0)

    def show_nonanswer(self, key: str) -> None:
        self.show_value(None)
        if self.box.findData(_nonanswer(key)) < 0:  # given before, or in a file: it stays to be seen
            self.box.addItem(NONANSWERS[key], _nonanswer(key))
        self.box.setCurrentIndex(self.box.findData(_nonanswer(key)))

    def read(self) -> Any:
        key = self.box.currentData()
        return value_of(self._question, key) if key in self._shown else None

    def _wanted(self) -> dict[str, str]:
        return dict(self._choices())

    def _fill(self, wanted: Mapping[str, str]) -> None:
        self._shown = dict(wanted)
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem("–" if wanted or self.takes_text else _NOTHING_YET, None)
            for key, words in wanted.items():
                self.box.addItem(words, key)
            self.box.insertSeparator(self.box.count())
            for key, words in nonanswers_of(self._question).items():
                self.box.addItem(f"{words}…" if key == "not_applicable" else words, _nonanswer(key))

    def _on_activated(self, at: int) -> None:
        data = self.box.itemData(at)
        key = next((key for key in NONANSWERS if data == _nonanswer(key)), None)
        if key is None:
            self.left.emit()
        else:
            self.nonanswer.emit(key)


class OpenComboInput(ComboInput):
    """One from a list, or a text of one's own: a person of the case or a name, a product or what it is called."""

    takes_text = True

    def __init__(self, question: Question, name: str, choices: Choices) -> None:
        super().__init__(question, name, choices)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setCompleter(None)  # type: ignore[arg-type]  # it would fill in a name nobody typed
        line = self.box.lineEdit()
        assert line is not None
        self.line: QLineEdit = line
        line.setAccessibleName(name)
        line.setPlaceholderText("kies, of typ")
        line.textEdited.connect(lambda text: self.typed.emit(text, line.cursorPosition()))
        line.editingFinished.connect(self.left)
        self.show_value(None)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        if value is None:
            self.box.setCurrentIndex(-1)
            self.line.clear()

    def read(self) -> Any:
        text = self.line.text().strip()
        at = self.box.currentIndex()
        if self.box.itemData(at) not in self._shown and text == self.box.itemText(at):
            return None  # the first line, or a non-answer
        return next((key for key, words in self._shown.items() if words == text), self._called(text)) or None

    def _called(self, text: str) -> str:
        """Who types a whole name means the one called so, without the part in brackets; else it is a text."""
        called = [key for key, words in self._shown.items() if words.partition(" (")[0].casefold() == text.casefold()]
        return called[0] if text and len(called) == 1 else text

    def show_typed(self, text: str, cursor: int) -> None:
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(cursor)


class ChecksInput(Input):
    """Several of a few: tick boxes that wrap. `none`: ticking none is an answer too, and has a box of its own."""

    def __init__(self, name: str, choices: Choices, *, none: bool, empty: str) -> None:
        super().__init__(name)
        self._choices, self._none = choices, none
        self._rows = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._rows.setSizePolicy(policy)
        self._flow = FlowLayout(self._rows, gap=16, line_gap=2)
        self._boxes: dict[str, QCheckBox] = {}
        self.column.addWidget(self._rows)
        self._empty = Plain(empty, "small", "ink_quiet")
        self.column.addWidget(self._empty)
        self._fill(choices())

    @property
    def flow(self) -> QLayout:
        """Where the boxes lie; what is added comes after them."""
        return self._flow

    def show_value(self, value: Any) -> None:
        chosen = list(value or [])
        wanted = {**dict(self._choices()), **{one: self._choices().get(one, in_words(one)) for one in chosen}}
        if wanted != self._shown:
            self._fill(wanted)
        ticked = {"", *chosen} if value == [] and self._none else set(chosen)
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in ticked)

    def read(self) -> Any:
        chosen = [key for key, box in self._boxes.items() if key and box.isChecked()]
        return chosen if chosen or (self._none and "" in self._boxes and self._boxes[""].isChecked()) else None

    def _fill(self, choices: Mapping[str, str]) -> None:
        for box in self._boxes.values():
            box.setParent(None)
            box.deleteLater()
        self._boxes, self._shown = {}, dict(choices)
        for key, words in [*choices.items(), *([("", _NONE_OF_THESE)] if self._none else [])]:
            box = QCheckBox(fill(words, _LINE).replace("&", "&&"))  # a tick box does not wrap by itself
            box.setAccessibleName(words)
            box.setAccessibleDescription(self.name)
            box.toggled.connect(lambda on, key=key: self._on_toggled(key, on))
            self._flow.addWidget(box)
            self._boxes[key] = box
        show_if(self._empty, not choices and bool(self._empty.text()))
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def _on_toggled(self, key: str, on: bool) -> None:
        """`None of these` and the others let go of each other."""
        for other, box in self._boxes.items():
            if on and other != key and "" in (other, key):
                with QSignalBlocker(box):
                    box.setChecked(False)
        self.left.emit()


class _Combo(QComboBox):
    """A combo that does not change when the wheel passes over it; Delete lets go of the choice."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not self.isEditable():
            self.setCurrentIndex(0)
            self.activated.emit(0)
        else:
            super().keyPressEvent(event)


def _nonanswer(key: str) -> str:
    return f"?{key}"  # no code of the brief and no id begins so


def input_for(question: Question, name: str, words: Mapping[str, str], choices: Choices | None,
              today: Callable[[], date], *, compact: bool) -> Input:  # fmt: skip
    """The input that suits a question.

    choices: what a person, reference or text can be taken from, or which options a choice has in this case.

    compact: in a card or a row of fields, where even a few options go into a list.
    """
    shape = question.shape
    options = options_of(question, words)
    if shape in (Shape.CHOICES, Shape.REFERENCES) or (shape is Shape.TEXTS and choices):
        ask = choices if choices and options is None else lambda: options or {}
        return ChecksInput(name, ask, none=question.may_be_empty, empty=f"{_NOTHING_YET.capitalize()}.")
    if options is not None:
        if compact or choices or len(options) > FEW:
            return ComboInput(question, name, choices or (lambda: options))
        return ChipsInput(question, name, options)
    if shape is Shape.REFERENCE:
        return ComboInput(question, name, choices or dict)
    if shape is Shape.PERSON or (shape is Shape.TEXT and choices):
        return OpenComboInput(question, name, choices or dict)
    match shape:
        case Shape.LONG:
            return LongInput(name, fills=compact)
        case Shape.TEXTS:
            return TextsInput(name)
        case Shape.DAY:
            return DayInput(name, today)
        case Shape.NUMBER:
            return NumberInput(name, question.bounds)
        case _:
            return TextInput(name, fills=compact)
