"""The room *Sociale kaart*: what a family can turn to, the catalogue of products, and who gives them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casework.knowledge import Pack
from desktop.directory.shelves import ProductShelf, ProviderShelf, ProvisionShelf
from desktop.reading.panes import Panes
from desktop.room import Room
from desktop.session import Session
from desktop.theme.buttons import Switch
from desktop.theme.layouts import clear
from desktop.theme.look import current


class DirectoryRoom(Room):
    """`provisions`, `products` and `providers` are its lists; a switch above them says which is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pack: Pack | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def regions(self) -> Sequence[QWidget]:
        return [self.switches, *self._panes.regions] if self._pack else [self]

    def refresh(self) -> None:
        """The lists of the pack in use; built anew where another pack was installed."""
        if self._pack is not self.session.pack:
            self._build(self.session.pack)

    def show_product(self, product_id: str) -> None:
        """Read a product, from wherever one is in this room."""
        self._switches[1].click()
        self.products.show_one(product_id)

    # -- inside

    @property
    def _panes(self) -> Panes:
        shelves = (self.provisions, self.products, self.providers)
        return shelves[self._stack.currentIndex()].panes

    def _build(self, pack: Pack) -> None:
        clear(self._column)
        self._pack = pack
        self.provisions = ProvisionShelf(pack, self.session.today)
        self.products = ProductShelf(pack, self.session.today)
        self.providers = ProviderShelf(pack, self.session.today)
        self.providers.asked.connect(self.show_product)
        self._stack = QStackedWidget()
        self.switches = QWidget()
        self.switches.setAccessibleName("Welke lijst?")
        row, group = QHBoxLayout(self.switches), QButtonGroup(self.switches)
        row.setContentsMargins(current().px(16), current().px(12), current().px(16), 0)
        row.setSpacing(0)
        self._switches = [Switch("Voorzieningen", "segment", "first"), Switch("Producten", "segment", "middle"),
                          Switch("Aanbieders", "segment", "last")]  # fmt: skip
        self._switches[0].setChecked(True)
        shelves: tuple[QWidget, ...] = (self.provisions, self.products, self.providers)
        for number, shelf in enumerate(shelves):
            switch = self._switches[number]
            switch.clicked.connect(lambda _=False, number=number: self._stack.setCurrentIndex(number))
            group.addButton(switch)
            row.addWidget(switch)
            self._stack.addWidget(shelf)
        row.addStretch(1)
        self._column.addWidget(self.switches)
        self._column.addWidget(self._stack, 1)
