"""What a coordinator keeps and follows beside the consults themselves: each a page in the place of the list."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.session import Session
from desktop.theme.page import Page


class Board(NamedTuple):
    title: str
    made_by: str


BOARDS = {
    "standing": Board("Hoe het gaat", "desktop.pool.bench.standing:StandingPage"),
    "roster": Board("Rooster", "desktop.pool.bench.roster:RosterPage"),
    "terms": Board("Termijnen", "desktop.pool.bench.terms:TermsPage"),
}
"""THE LIST, under the lists of consults. A page is made when it is first asked for."""


class Boards(QStackedWidget):
    """`changed` when something was kept that others are to get with the post."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.pages: dict[str, Page] = {}

    def show_board(self, name: str) -> None:
        if name not in self.pages:
            module, kind = BOARDS[name].made_by.split(":")
            page = self.pages[name] = getattr(import_module(module), kind)(self._session)
            if (changed := getattr(page, "changed", None)) is not None:
                changed.connect(self.changed)
            self.addWidget(page)
        self.setCurrentWidget(self.pages[name])
        self.refresh()

    def refresh(self) -> None:
        """What stands now on the page that is shown."""
        if (again := getattr(self.currentWidget(), "refresh", None)) is not None:
            again()
