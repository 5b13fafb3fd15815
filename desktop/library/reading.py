"""One reference client read over the window, from within a case; its neighbours lead on in the same box."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.knowledge import Pack
from desktop.ask import Box
from desktop.library.page import ClientPage


class ReadBox(Box):
    """With a way back and nothing to decide."""

    width_px = 900

    def __init__(self, parent: QWidget, pack: Pack, client_id: str) -> None:
        super().__init__(parent, "IJkcliënt", "", "Sluiten", "")
        self.page = ClientPage(pack)
        self.page.asked.connect(lambda other: self.page.show_client(pack.reference_clients[other]))
        self.page.show_client(pack.reference_clients[client_id])
        self.body.addWidget(self.page)
        self.to_read("De ijkcliënt")


def read(parent: QWidget, pack: Pack, client_id: str) -> None:
    """Show it until it is closed."""
    ReadBox(parent, pack, client_id).agreed()
