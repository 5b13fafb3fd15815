"""Deliberately otherwise: why a signal is not followed, with a coded reason and in the professional's own words."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casework.weighing.assessment import Signal
from desktop.ask import Box
from desktop.theme.label import field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

REASONS = {
    "weging": "onze weging is anders",
    "wens_gezin": "het gezin wil het anders",
    "al_geregeld": "dit is al geregeld",
    "later": "dit komt later, met een afspraak",
    "feit_klopt_niet": "een feit klopt niet",
    "anders": "iets anders",
}
"""Codes are kept in the case and counted later: never rename one."""

LEFT = {"outcome": "bewust_anders", "reason": "laat_liggen", "note": ""}
"""A tip that is left; nobody has to say why."""


class Otherwise(Box):
    """Asks for a reason and a sentence. `response` is what is kept, once both are there."""

    def __init__(self, parent: QWidget, signal: Signal) -> None:
        super().__init__(parent, "Bewust anders", f"{signal.title}. {signal.text}", "Vastleggen")
        self._reasons = RadioChips("Waarom doet u het anders?", REASONS)
        self.body.addWidget(field_label("Waarom doet u het anders?", self._reasons))
        self.body.addWidget(self._reasons)
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(current().px(96))
        self.body.addWidget(field_label("In uw eigen woorden", self._note))
        self.body.addWidget(self._note)
        self._reasons.changed.connect(lambda _: self._judge())
        self._note.textChanged.connect(self._judge)
        self._judge()
        self._reasons.setFocus()

    @property
    def response(self) -> dict[str, str]:
        note = self._note.toPlainText().strip()
        return {"outcome": "bewust_anders", "reason": self._reasons.value() or "", "note": note}

    def _judge(self) -> None:
        ready = bool(self.response["reason"] and self.response["note"])
        self.act.setEnabled(ready)
        self.act.setToolTip("" if ready else "Kies een reden en schrijf een zin.")


def ask(parent: QWidget, signal: Signal) -> dict[str, str] | None:
    """What to keep as the response to a signal; None when the user goes back."""
    box = Otherwise(parent, signal)
    return box.response if box.agreed() else None
