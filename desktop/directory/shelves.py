"""The three lists to read: provisions of the directory, products of the catalogue, providers of the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, Product, Provider, Provision, in_force, products, providers
from casework.knowledge.provisions import Reach, find, reach
from casework.words import counted, in_words
from desktop.directory.filters import Family, PlacesFilters, ProductFilters, ProviderFilters, years
from desktop.directory.product_page import ProductPage
from desktop.directory.provider_page import ProviderPage, waiting_words
from desktop.directory.provision_page import REACH, ProvisionPage
from desktop.library.page import level_words
from desktop.reading.lines import Line
from desktop.reading.panes import Filters, Panes

_NONE = "Niets past. Zoek met minder woorden, of haal een keuze weg."

E = TypeVar("E", Provision, Product, Provider)


class _Shelf(QWidget, Generic[E]):
    """Entries of one kind: looked for at the left, one read at the right. A shelf says what is found, how it reads."""

    def _lay_out(
        self, name: str, kind: tuple[str, str], known: Mapping[str, E], today: date, filters: Filters, page: QWidget
    ) -> None:
        """name: of the list. kind: the word for one and for many. What is not in force is not found, only shown."""
        self._known: Mapping[str, E] = known
        self._all: list[E] = in_force(known, today)
        self._kind, self._page, self._here = kind, page, ""
        self.panes = Panes(name, filters, (page,))
        self.panes.chosen.connect(self.show_one)
        filters.changed.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._fill()
        self.show_one(self.panes.lines.id_at(0))
        self.panes.arrange(reading=False)

    def show_one(self, entry_id: str) -> None:
        if entry_id in self._known:
            self._here = entry_id
            self._show(self._known[entry_id])
            self.panes.mark(entry_id)
            self.panes.show_page(self._page)

    def _fill(self) -> None:
        found = self._found()
        told = f"{len(found)} van {counted(len(self._all), *self._kind)}" if found else _NONE
        self.panes.show_lines([Line(one.id, one.name, self._under(one)) for one in found], self._here, told)

    def _found(self) -> Sequence[E]:
        """What fits what one looks for."""
        raise NotImplementedError

    def _under(self, entry: E) -> str:
        """The line under the name."""
        raise NotImplementedError

    def _show(self, entry: E) -> None:
        """Put it on the page."""
        raise NotImplementedError


class ProvisionShelf(_Shelf[Provision]):
    """What a family can turn to, the nearest first. `page` reads one."""

    def __init__(self, pack: Pack, today: date, family: Family | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters, self.page = PlacesFilters(pack, family), ProvisionPage(pack)
        kind = ("voorziening", "voorzieningen")
        self._lay_out("Sociale kaart", kind, pack.provisions, today, self.filters, self.page)

    def _show(self, entry: Provision) -> None:
        self.page.show_provision(entry, self._way(entry))

    def _found(self) -> Sequence[Provision]:
        ask = self.filters
        return find(self._all, ask.area.currentData() or None, years(ask.age), ask.place.currentData() or None,
                    ask.municipality or None, ask.near.isChecked(), ask.words.text())  # fmt: skip

    def _way(self, provision: Provision) -> Reach | None:
        return reach(provision, self.filters.place.currentData() or None, self.filters.municipality or None)

    def _under(self, entry: Provision) -> str:
        way, ages = self._way(entry), f"{entry.age.min} tot {entry.age.max} jaar"
        return ", ".join(part for part in (in_words(entry.kind), ages, REACH[way] if way else "") if part)


class ProductShelf(_Shelf[Product]):
    """The forms of help one can choose, in the order of the catalogue. `page` reads one."""

    def __init__(self, pack: Pack, today: date, family: Family | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.filters, self.page = ProductFilters(pack, family), ProductPage(pack)
        self.page.asked.connect(self.show_one)
        self._lay_out("Productenboek", ("product", "producten"), pack.products, today, self.filters, self.page)

    def _show(self, entry: Product) -> None:
        self.page.show_product(entry)

    def _found(self) -> Sequence[Product]:
        ask = self.filters
        return products.find(self._all, ask.area.currentData(), years(ask.age), ask.level.currentData(),
                             ask.words.text())  # fmt: skip

    def _under(self, entry: Product) -> str:
        return f"{level_words(self._pack, entry.level)}, {entry.age.min} tot {entry.age.max} jaar"


class ProviderShelf(_Shelf[Provider]):
    """Who gives which help, the shortest wait first. `asked` carries the id of a product one wants to read."""

    asked = Signal(str)

    def __init__(self, pack: Pack, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters, self.page = ProviderFilters(pack), ProviderPage(pack)
        self.page.asked.connect(self.asked)
        self._lay_out("Aanbieders", ("aanbieder", "aanbieders"), pack.providers, today, self.filters, self.page)

    def _show(self, entry: Provider) -> None:
        self.page.show_provider(entry)

    def _found(self) -> Sequence[Provider]:
        return providers.find(self._all, self.filters.product.currentData(), self.filters.words.text())

    def _under(self, entry: Provider) -> str:
        return f"{waiting_words(entry)}, {entry.where}"
