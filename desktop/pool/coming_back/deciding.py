"""What the team does with an advice: four points to go over (Awb 3:9), then follow, partly, or do otherwise."""

from __future__ import annotations

from typing import Any, get_args

from PySide6.QtWidgets import QWidget

from casework.codes import Level
from casework.knowledge import Pack
from casework.pool.state import Consult
from casework.words import day_in_words, in_words
from desktop.flow.showing import show_if
from desktop.pool.coming_back.boxes import SayBox
from desktop.theme.layouts import laid_out

_TICKS = {
    "verified_author": "Het is duidelijk wie dit schreef en vanuit welk vak.",
    "verified_basis": "Het is duidelijk op welke informatie het steunt.",
    "verified_consistent": "Het klopt met zichzelf.",
    "verified_current": "Het is nog van nu.",
}
_CHOICES = {"volgt": "volgen", "deels": "deels volgen", "wijkt_af": "afwijken"}
_LINE = "Wie op een advies bouwt, gaat het eerst na. Afwijken mag, met een reden. De expert krijgt bericht."
_SECOND = "Dit advies was verplicht. Afwijken vraagt de handtekening van een tweede geregistreerde professional."


class DecideBox(SayBox):
    def __init__(self, parent: QWidget, consult: Consult, pack: Pack) -> None:
        super().__init__(parent, "Nagaan en besluiten", _LINE)
        self._compulsory = consult.request is not None and consult.request.type == "VERPLICHT_ADVIES"
        self.head("Ga het advies na")
        self.ticks = {name: self.tick(words) for name, words in _TICKS.items()}
        if (leading := consult.leading) is not None:
            self.ticks["verified_author"].setToolTip(f"{leading.by.name}, {leading.advice.registration}")
            self.ticks["verified_basis"].setToolTip(leading.advice.based_on)
            self.ticks["verified_current"].setToolTip(f"Tot en met {day_in_words(leading.advice.valid_until)}")
        self.head("Wat doet het team?")
        self.decision = self.chips("Het advies", _CHOICES)
        advised = consult.leading.advice.level if consult.leading else None
        levels = {name: pack.manifest.level_labels.get(name) or in_words(name) for name in get_args(Level)}
        self.level = self.chips("Welk niveau kiest het team?", levels, advised)
        self.reason = self.own_words("reason", "Waarom wijkt het team af, helemaal of deels?", may_be_empty=True)
        self.second = self.line(f"{_SECOND} Naam:")
        self.number = self.line("SKJ- of BIG-nummer van die tweede professional")
        self.judge()

    @property
    def differs(self) -> bool:
        return self.decision.value() in ("deels", "wijkt_af")

    @property
    def texts(self) -> dict[str, str]:
        """A reason belongs to doing otherwise alone."""
        return super().texts if self.differs else {}

    def ready(self) -> bool:
        if not all(box.isChecked() for box in self.ticks.values()):
            return False
        if self.decision.value() is None or self.level.value() is None:
            return False
        signed = not self._compulsory or bool(self.second.text().strip() and self.number.text().strip())
        return not self.differs or ("reason" in self.texts and signed)

    def judge(self) -> None:
        if not hasattr(self, "number"):
            return  # still being made
        self._show_with_label(self.reason, self.differs)
        for field in (self.second, self.number):
            self._show_with_label(field, self.differs and self._compulsory)
        super().judge()

    @property
    def told(self) -> dict[str, Any]:
        signed = self.differs and self._compulsory
        return {
            "decision": self.decision.value(),
            "chosen_level": self.level.value(),
            "cosigned_by": self.second.text().strip() if signed else "",
            "cosigner_registration": self.number.text().strip() if signed else "",
            **dict.fromkeys(_TICKS, True),
        }

    def _show_with_label(self, field: QWidget, shown: bool) -> None:
        parts = list(laid_out(self.body))
        at = parts.index(field)
        for part in parts[at - 1 : at + 1]:
            show_if(part, shown)
