"""The copy sheet: every part of the handover as plain text, each with a button that puts it on the clipboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casework.handover.blocks import Document
from casework.handover.copy_blocks import CopyBlock, as_one, copy_blocks
from casework.steps.identity import Identity
from desktop import ask, clipboard
from desktop.cases.open_case import OpenCase
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current

_LINE = (
    "Per onderdeel, in de volgorde waarin een zaaksysteem ernaar vraagt. Wat u niet deelt, staat er niet in. "
    "Het klembord wordt na een halve minuut weer leeg."
)


class CopySheet(ask.Box):
    """Shows one document; every copy is logged in the case."""

    width_px = 760

    def __init__(self, parent: QWidget, case: OpenCase, document: Document) -> None:
        super().__init__(parent, "Kopieerblad", _LINE, "Sluiten", "")
        self._case, self._document = case, document
        head = QHBoxLayout()
        self.bsn = QCheckBox("Zet het BSN erbij")
        self.bsn.setEnabled(bool(self._number()))
        self.bsn.toggled.connect(self.refresh)
        head.addWidget(self.bsn)
        head.addStretch(1)
        self.all = button("Alles kopiëren", "plain", "copy", small=True)
        self.all.clicked.connect(self._copy_all)
        head.addWidget(self.all)
        self.body.addLayout(head)
        self._said: QLabel = Plain("", "small", "ink_quiet")
        self.body.addWidget(self._said)
        self._pieces = QVBoxLayout()
        self._pieces.setSpacing(current().px(10))
        self.body.addLayout(self._pieces)
        self.refresh()

    @property
    def blocks(self) -> tuple[CopyBlock, ...]:
        return copy_blocks(self._document, self._number() if self.bsn.isChecked() else "")

    def refresh(self) -> None:
        """Show the pieces as they will be copied."""
        clear(self._pieces)
        for one in self.blocks:
            self._pieces.addWidget(self._piece(one))

    def _piece(self, one: CopyBlock) -> QWidget:
        made = Sheet(padding=12, gap=6)
        row = QHBoxLayout()
        row.addWidget(Plain(one.title, "body", strong=True), 1)
        press = button("Kopieer", "plain", "copy", small=True)
        press.setAccessibleName(f"Kopieer: {one.title}")
        press.clicked.connect(partial(self._copy, one.title, one.text))
        row.addWidget(press)
        made.body.addLayout(row)
        made.body.addWidget(Plain(one.text, "small"))
        return made

    def _copy_all(self) -> None:
        self._copy("alles", as_one(self.blocks))

    def _copy(self, what: str, text: str) -> None:
        clipboard.copy_for_a_while(text)
        self._case.log("exported", {"form": "klembord", "section": what, "bsn": self.bsn.isChecked()})
        self._said.setText(f"{what[:1].upper()}{what[1:]}: {clipboard.SAID[:1].lower()}{clipboard.SAID[1:]}")

    def _number(self) -> str:
        return str(self._case.case.step(Identity).bsn.known or "").strip()
