"""What a professional answers to a signal: followed, or deliberately otherwise with a coded reason and own words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casework.knowledge import Pack
from casework.weighing.assessment import Signal
from desktop.ask import Box
from desktop.theme.label import field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

_WITHOUT_A_PACK = {"weging": "Onze weging is anders", "wens_gezin": "Het gezin wil het anders", "anders": "Iets anders"}
"""For a pack that gives no reasons of its own; the codes are those of the packs."""

FOLLOWED = {"outcome": "opgevolgd", "reason": "", "note": ""}
LEFT = {"outcome": "bewust_anders", "reason": "laat_liggen", "note": ""}
"""A tip that is left; nobody has to say why."""


def reasons(pack: Pack) -> Mapping[str, str]:
    """Why one may do otherwise, by code. Codes are kept in the case and counted: the pack never renames one."""
    return pack.texts.get("reasons") or _WITHOUT_A_PACK


class Otherwise(Box):
    """Asks for a reason and a sentence. `response` is what is kept, once both are there."""

    def __init__(self, parent: QWidget, signal: Signal, why: Mapping[str, str]) -> None:
        super().__init__(parent, "Bewust anders", f"{signal.title}. {signal.text}", "Vastleggen")
        self._reasons = RadioChips("Waarom doet u het anders?", why)
        self.body.addWidget(field_label("Waarom doet u het anders?", self._reasons))
        self.body.addWidget(self._reasons)
        self._note = _own_words(self, "In uw eigen woorden")
        self._reasons.changed.connect(lambda _: self._judge())
        self._note.textChanged.connect(self._judge)
        self._judge()
        self._reasons.setFocus()

    @property
    def response(self) -> dict[str, str]:
        return {"outcome": "bewust_anders", "reason": self._reasons.value() or "", "note": _written(self._note)}

    def _judge(self) -> None:
        ready = bool(self.response["reason"] and self.response["note"])
        self.act.setEnabled(ready)
        self.act.setToolTip("" if ready else "Kies een reden en schrijf een zin.")


class Followed(Box):
    """Asks what was done; that may be left empty, as often the answer it led to stands in the case already."""

    def __init__(self, parent: QWidget, signal: Signal) -> None:
        super().__init__(parent, "Opgevolgd", f"{signal.title}. {signal.text}", "Vastleggen")
        self._note = _own_words(self, "Wat hebt u gedaan? (mag leeg blijven)")
        self._note.setFocus()

    @property
    def response(self) -> dict[str, str]:
        return {**FOLLOWED, "note": _written(self._note)}


def ask_why(parent: QWidget, signal: Signal, pack: Pack) -> dict[str, str] | None:
    """What to keep for doing otherwise; None when the user goes back."""
    box = Otherwise(parent, signal, reasons(pack))
    return box.response if box.agreed() else None


def ask_what(parent: QWidget, signal: Signal) -> dict[str, str] | None:
    """What to keep for a signal that was followed; None when the user goes back."""
    box = Followed(parent, signal)
    return box.response if box.agreed() else None


def _own_words(box: Box, label: str) -> QPlainTextEdit:
    note = QPlainTextEdit()
    note.setTabChangesFocus(True)
    note.setFixedHeight(current().px(96))
    box.body.addWidget(field_label(label, note))
    box.body.addWidget(note)
    return note


def _written(note: QPlainTextEdit) -> str:
    return note.toPlainText().strip()
