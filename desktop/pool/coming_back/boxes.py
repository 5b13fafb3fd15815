"""A box in which somebody says something to the pool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.ask import Box
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

YES_PARTLY_NO = {"ja": "ja", "deels": "deels", "nee": "nee"}


class SayBox(Box):
    """With fields in somebody's own words, by name: `texts` is what leaves once it is looked over."""

    width_px = 640

    def __init__(self, parent: QWidget, question: str, line: str, name: str = "", label: str = "") -> None:
        super().__init__(parent, question, line, "Verder")
        self.labels: dict[str, str] = {}
        self._words: dict[str, QPlainTextEdit] = {}
        self._may_be_empty: set[str] = set()
        self._others: dict[str, RadioChips | QLineEdit | QCheckBox] = {}
        if name:
            self.own_words(name, label).setFocus()
            self.judge()

    @property
    def texts(self) -> dict[str, str]:
        return {name: text for name, field in self._words.items() if (text := field.toPlainText().strip())}

    @property
    def typed(self) -> dict[str, Any]:
        """All that stands there, by label, to go on with later."""
        found: dict[str, Any] = {label: self._words[name].toPlainText() for name, label in self.labels.items()}
        for label, field in self._others.items():
            match field:
                case RadioChips():
                    found[label] = field.value()
                case QLineEdit():
                    found[label] = field.text()
                case QCheckBox():
                    found[label] = field.isChecked()
        return found

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        for name, label in self.labels.items():
            if label in typed:
                self._words[name].setPlainText(typed[label])
        for label, field in self._others.items():
            match field, typed.get(label):
                case RadioChips(), str(key) if key in {chip.key for chip in field.chips}:
                    field.set_value(key)
                case QLineEdit(), str(text):
                    field.setText(text)
                case QCheckBox(), bool(on):
                    field.setChecked(on)
        self.judge()

    @property
    def told(self) -> dict[str, Any]:
        """What was chosen rather than written, as the message has it."""
        return {}

    def ready(self) -> bool:
        """Whether everything that must be there is there."""
        return all(name in self.texts for name in self._words if name not in self._may_be_empty)

    def judge(self) -> None:
        self.act.setEnabled(self.ready())

    def own_words(self, name: str, label: str, *, may_be_empty: bool = False) -> QPlainTextEdit:
        note = QPlainTextEdit()
        note.setTabChangesFocus(True)
        note.setFixedHeight(current().px(84))
        note.textChanged.connect(self.judge)
        self._labelled(label, note)
        self._words[name], self.labels[name] = note, label
        if may_be_empty:
            self._may_be_empty.add(name)
        return note

    def chips(self, label: str, options: dict[str, str], value: str | None = None) -> RadioChips:
        made = RadioChips(label, options)
        made.changed.connect(lambda _: self.judge())
        self._labelled(label, made)
        self._others[label] = made
        made.set_value(value)
        return made

    def tick(self, label: str) -> QCheckBox:
        made = self._others[label] = QCheckBox(label)
        made.toggled.connect(lambda _: self.judge())
        self.body.addWidget(made)
        return made

    def line(self, label: str) -> QLineEdit:
        made = QLineEdit()
        made.textChanged.connect(lambda _: self.judge())
        self._labelled(label, made)
        self._others[label] = made
        return made

    def head(self, words: str) -> None:
        self.body.addWidget(Plain(words, "body", strong=True))

    def _labelled(self, label: str, field: QWidget) -> None:
        self.body.addWidget(field_label(label, field))
        self.body.addWidget(field)
