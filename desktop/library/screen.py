"""The room IJkcliënten: looking through the library at the left, reading one at the right; narrow: one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, ReferenceClient
from casework.knowledge.library import find
from casework.weighing.likeness import words_of
from casework.words import counted
from desktop.library.filters import ClientFilters
from desktop.library.how import HowPage
from desktop.library.page import ClientPage, level_words
from desktop.reading.lines import Line
from desktop.reading.panes import Panes
from desktop.room import Room
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.icons import icon
from desktop.theme.layouts import clear


class LibraryScreen(Room):
    """`show_client` opens a reference client by its id, from here or from a case."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pack: Pack | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.how_act = QAction(icon("scale"), "Hoe vergelijkt IJkpunt?", self)
        self.how_act.triggered.connect(self.show_how)
        self.acts = [self.how_act]

    @property
    def regions(self) -> Sequence[QWidget]:
        return self.panes.regions if self._pack else [self]

    def refresh(self) -> None:
        """The library of the pack in use; built anew where another pack was installed."""
        if self._pack is not self.session.pack:
            self._build(self.session.pack)

    def show_client(self, client_id: str) -> None:
        """Read one. What the filters hide is shown all the same: one followed a link."""
        self.refresh()
        assert self._pack is not None
        client = self._pack.reference_clients.get(client_id)
        if client is None:
            return
        self.panes.mark(client_id)
        self.page.show_client(client)
        self.panes.show_page(self.page)

    def show_how(self) -> None:
        """How is compared, from the weights of the pack."""
        self.panes.mark("")
        self.panes.show_page(self.how)

    # -- inside

    def _build(self, pack: Pack) -> None:
        clear(self._column)
        self._pack = pack
        how_button = button(self.how_act.text(), "quiet", "scale", small=True)
        how_button.clicked.connect(self.show_how)
        self.filters = ClientFilters(pack)
        self.page, self.how = ClientPage(pack), HowPage(pack)
        self.page.asked.connect(self.show_client)
        self.panes = Panes("IJkcliënten", self.filters, (self.page, self.how), (how_button,))
        self.panes.chosen.connect(self.show_client)
        self._column.addWidget(self.panes)
        self.filters.changed.connect(self._fill)
        self._fill()
        self.show_client(self.panes.lines.id_at(0))
        self.panes.arrange(reading=False)

    def _fill(self) -> None:
        assert self._pack is not None
        found = find(self._pack, self.filters.wanted(), self.session.today)
        here = self.page.client.id if self.page.client else ""
        total = len(self._pack.reference_clients)
        none = "Geen enkele past. Zoek met minder woorden, of haal een keuze weg."
        told = f"{len(found)} van {counted(total, 'ijkcliënt', 'ijkcliënten')}" if found else none
        self.panes.show_lines([Line(one.id, one.title, self._under(one)) for one in found], here, told)

    def _under(self, client: ReferenceClient) -> str:
        assert self._pack is not None
        ages = words_of("age", (client.age.min, client.age.max), self._pack)
        return f"{level_words(self._pack, client.level)}, {ages}"
