"""The three lists to read: provisions of the directory, products of the catalogue, providers of the register."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, Product, Provision, in_force, products, providers
from casework.knowledge.provisions import Reach, find, reach
from casework.words import counted, in_words
from desktop.directory.filters import Family, PlacesFilters, ProductFilters, ProviderFilters, years
from desktop.directory.product_page import ProductPage
from desktop.directory.provider_page import ProviderPage, waiting_words
from desktop.directory.provision_page import REACH, ProvisionPage
from desktop.library.page import level_words
from desktop.reading.lines import Line
from desktop.reading.panes import Panes

_NONE = "Niets past. Zoek met minder woorden, of haal een keuze weg."


class ProvisionShelf(QWidget):
    """What a family can turn to, the nearest first. `page` reads one."""

    def __init__(self, pack: Pack, today: date, family: Family | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._all = pack, in_force(pack.provisions, today)
        self.filters, self.page = PlacesFilters(pack, family), ProvisionPage(pack)
        self.panes = Panes("Sociale kaart", self.filters, (self.page,))
        self.panes.chosen.connect(self.show_one)
        self.filters.changed.connect(self._fill)
        _fill_whole(self, self.panes)
        self._fill()
        self.show_one(self.panes.lines.id_at(0))
        self.panes.arrange(reading=False)

    def show_one(self, provision_id: str) -> None:
        if provision_id in self._pack.provisions:
            provision = self._pack.provisions[provision_id]
            self.page.show_provision(provision, self._way(provision))
            self.panes.mark(provision_id)
            self.panes.show_page(self.page)

    def _fill(self) -> None:
        ask = self.filters
        place, near = ask.place.currentData() or None, ask.near.isChecked()
        found = find(self._all, ask.area.currentData() or None, years(ask.age), place, ask.municipality or None,
                     near, ask.words.text())  # fmt: skip
        here = self.page.provision.id if self.page.provision else ""
        told = f"{len(found)} van {counted(len(self._all), 'voorziening', 'voorzieningen')}" if found else _NONE
        self.panes.show_lines([Line(one.id, one.name, self._under(one)) for one in found], here, told)

    def _way(self, provision: Provision) -> Reach | None:
        return reach(provision, self.filters.place.currentData() or None, self.filters.municipality or None)

    def _under(self, provision: Provision) -> str:
        way = self._way(provision)
        ages = f"{provision.age.min} tot {provision.age.max} jaar"
        return ", ".join(part for part in (in_words(provision.kind), ages, REACH[way] if way else "") if part)


class ProductShelf(QWidget):
    """The forms of help one can choose, in the order of the catalogue. `page` reads one."""

    def __init__(self, pack: Pack, today: date, family: Family | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._all = pack, in_force(pack.products, today)
        self.filters, self.page = ProductFilters(pack, family), ProductPage(pack)
        self.page.asked.connect(self.show_one)
        self.panes = Panes("Productenboek", self.filters, (self.page,))
        self.panes.chosen.connect(self.show_one)
        self.filters.changed.connect(self._fill)
        _fill_whole(self, self.panes)
        self._fill()
        self.show_one(self.panes.lines.id_at(0))
        self.panes.arrange(reading=False)

    def show_one(self, product_id: str) -> None:
        if product_id in self._pack.products:
            self.page.show_product(self._pack.products[product_id])
            self.panes.mark(product_id)
            self.panes.show_page(self.page)

    def _fill(self) -> None:
        ask = self.filters
        found = products.find(self._all, ask.area.currentData(), years(ask.age), ask.level.currentData(),
                              ask.words.text())  # fmt: skip
        here = self.page.product.id if self.page.product else ""
        told = f"{len(found)} van {counted(len(self._all), 'product', 'producten')}" if found else _NONE
        self.panes.show_lines([Line(one.id, one.name, self._under(one)) for one in found], here, told)

    def _under(self, product: Product) -> str:
        return f"{level_words(self._pack, product.level)}, {product.age.min} tot {product.age.max} jaar"


class ProviderShelf(QWidget):
    """Who gives which help, the shortest wait first. `asked` carries the id of a product one wants to read."""

    asked = Signal(str)

    def __init__(self, pack: Pack, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._all = pack, in_force(pack.providers, today)
        self.filters, self.page = ProviderFilters(pack), ProviderPage(pack)
        self.page.asked.connect(self.asked)
        self.panes = Panes("Aanbieders", self.filters, (self.page,))
        self.panes.chosen.connect(self.show_one)
        self.filters.changed.connect(self._fill)
        _fill_whole(self, self.panes)
        self._fill()
        self.show_one(self.panes.lines.id_at(0))
        self.panes.arrange(reading=False)

    def show_one(self, provider_id: str) -> None:
        if provider_id in self._pack.providers:
            self.page.show_provider(self._pack.providers[provider_id])
            self.panes.mark(provider_id)
            self.panes.show_page(self.page)

    def _fill(self) -> None:
        ask = self.filters
        found = providers.find(self._all, ask.product.currentData(), ask.words.text())
        here = self.page.provider.id if self.page.provider else ""
        told = f"{len(found)} van {counted(len(self._all), 'aanbieder', 'aanbieders')}" if found else _NONE
        lines = [Line(one.id, one.name, f"{waiting_words(one)}, {one.where}") for one in found]
        self.panes.show_lines(lines, here, told)


def _fill_whole(widget: QWidget, panes: Panes) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panes)
