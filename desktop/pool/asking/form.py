"""The question in words: what the case proposed, to check and add to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from casework.pool.asking import Draft, Words
from casework.pool.parties import Party
from desktop.pool.asking.naming import Naming
from desktop.steps.expert_pool import CONSULTATIONS, DISCIPLINES
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

TYPES = {code: words for code, words in CONSULTATIONS.options["type"].items() if code != "TELEFOONCONSULT"}
_YES_NO = {"ja": "ja", "nee": "nee"}
_TALL, _LOW = 118, 62
LABELS = {
    "question": "Uw ene hoofdvraag",
    "option_a": "U twijfelt tussen",
    "option_b": "en",
    "sub_1": "Deelvraag 1 (mag leeg blijven)",
    "sub_2": "Deelvraag 2",
    "sub_3": "Deelvraag 3",
    "tried": "Wat is al geprobeerd, en hielp het?",
    "deadline_reason": "Wanneer is antwoord nodig, en waarom dan? (mag leeg blijven)",
}
_MISSING = {"question": "de hoofdvraag", "option_a": "waartussen u twijfelt", "option_b": "het andere van de twijfel"}


class AskingForm(QWidget):
    """`changed` at every key and choice."""

    changed = Signal()

    def __init__(self, draft: Draft, no_consent: str, experts: list[Party], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(14))
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        asks = self._sheet("De vraag")
        self.type = self._chips(asks, "Wat voor vraag is het?", TYPES, draft.type)
        if draft.because:
            asks.addWidget(Plain(f"Verplicht advies: {draft.because}", "small", "care"))
        self._field(asks, "question", _LOW)
        for name in ("option_a", "option_b"):
            self._field(asks, name)
        self.discipline = self._chips(asks, "Welke deskundigheid zoekt u?", DISCIPLINES, draft.discipline)
        family = QHBoxLayout()
        family.setSpacing(current().px(24))
        sides = QVBoxLayout(), QVBoxLayout()
        self.informed = self._chips(sides[0], "Weet het gezin dat u dit vraagt?", _YES_NO)
        self.joins = self._chips(sides[1], "Wil het gezin meedoen? (mag leeg blijven)", _YES_NO)
        for side in sides:
            family.addLayout(side, 1)
        asks.addLayout(family)
        more = self._sheet("Wat erbij hoort")
        for name in ("sub_1", "sub_2", "sub_3"):
            self._field(more, name)
        self._field(more, "tried", _TALL)
        self._field(more, "deadline_reason")
        self.naming = Naming(no_consent, experts)
        self.naming.changed.connect(self.changed)
        self._column.addWidget(self.naming)
        self._column.addStretch(1)
        self.show_words(draft.words)

    @property
    def draft(self) -> Draft:
        """The question as it stands here."""
        words = Words(**{name: _text(field) for name, field in self._fields.items()})
        chosen: dict[str, Any] = {"type": self.type.value(), "discipline": self.discipline.value()}
        return replace(self._draft, words=words, **{name: value for name, value in chosen.items() if value})

    @property
    def lacks(self) -> list[str]:
        """What must be there before it can be looked over, in Dutch."""
        found = [_MISSING[name] for name in self.draft.words.missing]
        if self.informed.value() is None:
            found.append("of het gezin het weet")
        if self.type.value() is None or self.discipline.value() is None:
            found.append("de soort vraag en de deskundigheid")
        return found + self.naming.lacks

    def show_words(self, words: Words) -> None:
        for name, field in self._fields.items():
            text = str(getattr(words, name))
            if _text(field) != text:
                field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)

    def state(self) -> dict[str, Any]:
        """What was typed and chosen, to go on with later."""
        chosen = {name: getattr(self, name).value() for name in ("type", "discipline", "informed", "joins")}
        return {"words": {name: _text(field) for name, field in self._fields.items()}, **chosen, **self.naming.state()}

    def show_state(self, state: dict[str, Any]) -> None:
        self.show_words(Words(**{name: str(state.get("words", {}).get(name, "")) for name in self._fields}))
        for name in ("type", "discipline", "informed", "joins"):
            chips: RadioChips = getattr(self, name)
            if state.get(name) in {chip.key for chip in chips.chips}:
                chips.set_value(state[name])
        self.naming.show_state(state)

    # -- inside

    def _sheet(self, title: str) -> QVBoxLayout:
        sheet = Sheet(title, gap=8)
        self._column.addWidget(sheet)
        return sheet.body

    def _chips(self, column: QVBoxLayout, label: str, options: dict[str, str], value: str | None = None) -> RadioChips:
        chips = RadioChips(label, options)
        column.addWidget(field_label(label, chips))
        column.addWidget(chips)
        if value in options:
            chips.set_value(value)
        chips.changed.connect(lambda _: self.changed.emit())
        return chips

    def _field(self, column: QVBoxLayout, name: str, height: int = 0) -> None:
        field: QLineEdit | QPlainTextEdit = QPlainTextEdit() if height else QLineEdit()
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(current().px(height))
        field.textChanged.connect(lambda *_: self.changed.emit())
        column.addWidget(field_label(LABELS[name], field))
        column.addWidget(field)
        self._fields[name] = field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text().strip() if isinstance(field, QLineEdit) else field.toPlainText().strip()

