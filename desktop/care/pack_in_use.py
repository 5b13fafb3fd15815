"""The pack in use: which version, of when, from whom; and what of it expires or was never confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.care.remarks import left_open
from casework.knowledge import Pack
from casework.knowledge.pack import concepts, expiring
from casework.words import day_in_words, listed
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.sign import Sign

_SHOWN = 12


class PackSheet(Sheet):
    """What new cases are weighed with."""

    install_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Kennispakket in gebruik", parent=parent)
        self.troubled = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current().px(4))
        self.body.addLayout(self._lines)
        self.press = button("Kennispakket installeren…", "plain", "download", small=True)
        self.press.clicked.connect(self.install_asked)
        self.body.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)

    def show_pack(self, pack: Pack, issuer: str, kept: Sequence[str], newer: str, altered: bool = False) -> None:
        """issuer: whose key signed it, empty for what is shipped. kept: the versions that were installed here.
        newer: the version of the same pack that is shipped, where that is newer; else empty. altered: since it was
        signed, so that the signature says nothing about it any more.
        """
        clear(self._lines)
        self.troubled = False
        manifest = pack.manifest
        laid = f" Bouwt op {pack.base}." if pack.base else ""
        signed = f"Getekend met {issuer}." if issuer else "Meegeleverd met IJkpunt."
        others = [version for version in kept if version != pack.version]
        self._lines.addWidget(Plain(f"{manifest.title}, versie {pack.version}", "question", strong=True))
        self._lines.addWidget(Plain(f"Regelstand van {day_in_words(manifest.valid_from)}.{laid}"))
        self._lines.addWidget(Plain(f"Eigenaar: {manifest.owner}. {signed}", "small", "ink_quiet"))
        if altered:
            self._lines.addWidget(_amber(
                "De bestanden van dit pakket zijn op deze laptop veranderd nadat het was getekend. Installeer "
                "hetzelfde bestand opnieuw: dan staat er weer wat de uitgever tekende."))  # fmt: skip
        for words in left_open(pack):
            self._lines.addWidget(_amber(f"{words[0].upper()}{words[1:]}."))
        if newer:
            self._lines.addWidget(_amber(
                f"Met IJkpunt kwam versie {newer} mee. Die is nieuwer, en wordt niet gebruikt zolang deze hier staat. "
                "Vraag de uitgever om een versie die daarop volgt."))  # fmt: skip
        if others:
            kept_words = f"Voor lopende casussen staat hier ook versie {listed(others)}."
            self._lines.addWidget(Plain(kept_words, "small", "ink_quiet"))

    def show_trouble(self, words: str) -> None:
        """That the pack cannot be used; installing another mends it."""
        clear(self._lines)
        self.troubled = True
        self._lines.addWidget(_amber(words))


class ExpirySheet(Sheet):
    """What expired or will soon, in amber; and what still waits for a professional, quietly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Hoe lang dit nog geldt", parent=parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current().px(6))
        self.body.addLayout(self._lines)

    def show_pack(self, pack: Pack, today: date) -> None:
        clear(self._lines)
        found = expiring(pack, today)
        for words in found[:_SHOWN]:
            self._lines.addWidget(_amber(f"{words[0].upper()}{words[1:]}."))
        if len(found) > _SHOWN:
            self._lines.addWidget(_amber(f"En nog {len(found) - _SHOWN}. ‘ijkpunt pack check’ noemt ze alle."))
        if not found:
            self._lines.addWidget(Plain("Binnen 60 dagen verloopt er niets."))
        if waiting := concepts(pack):
            self._lines.addWidget(Plain(f"Nog in concept: {listed(waiting)}.", "small", "ink_quiet"))


def _amber(words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().px(8))
    row.addWidget(Sign("triangle-alert", "care"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Plain(words, tone="care"), 1)
    return line
