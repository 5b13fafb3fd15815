"""Beside the preview: what a family may ask for, and copies of what was made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casework.handover.blocks import Document
from casework.trouble import Trouble
from desktop.cases.open_case import OpenCase
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current


class Rights(QWidget):
    """`document` gives the provider's version as it stands, for the copy sheet. `exported` the file that was made,
    `failed` why it was not."""

    exported = Signal(object)
    failed = Signal(str)

    def __init__(self, case: OpenCase, document: Callable[[], Document], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._document = case, document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(6))
        column.addWidget(Plain("Inzage en kopieën", "body", strong=True))
        self.access = self._button(column, "Inzagedossier maken…", self.ask_access,
                                   "Alles wat wij bewaren, voor de jongere of een ouder die erom vraagt.")  # fmt: skip
        self.protect = self._button(column, "Beveiligde kopie van een PDF…", self.ask_protected,
                                    "Een kopie die alleen met een wachtzin opengaat.")  # fmt: skip
        self.copy = self._button(column, "Kopieerblad…", self.show_copy_sheet,
                                 "De onderdelen als tekst, voor het zaaksysteem.")  # fmt: skip

    def ask_access(self) -> None:
        from desktop.handover.access import ask_access

        ask_access(self, self._case, self.exported.emit, lambda trouble: self.failed.emit(str(trouble)))

    def ask_protected(self) -> None:
        from desktop.handover.protect import ask_protected

        try:
            path = ask_protected(self, self._case)
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        else:
            if path is not None:
                self.exported.emit(path)

    def show_copy_sheet(self) -> None:
        from desktop.handover.copy_sheet import CopySheet

        CopySheet(self, self._case, self._document()).agreed()

    def _button(self, column: QVBoxLayout, words: str, act: Callable[[], None], tip: str) -> QPushButton:
        made = button(words, "plain", small=True)
        made.setToolTip(tip)
        made.clicked.connect(lambda _=False: act())
        column.addWidget(made)
        return made

