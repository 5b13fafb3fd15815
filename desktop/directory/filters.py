"""What one looks for: in the directory a problem, an age and a place to live; in the catalogue also a level."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from casework.codes import ProblemArea
from casework.knowledge import Pack
from desktop.reading import asking
from desktop.reading.panes import Filters
from desktop.theme.look import current


@dataclass(frozen=True)
class Family:
    """What of a family narrows the search, as far as it is known. age in whole years; village as the family says it."""

    area: ProblemArea | None = None
    age: int | None = None
    village: str = ""
    municipality: str = ""


class PlacesFilters(Filters):
    """For the directory. `place` is a village or a municipality of the pack."""

    def __init__(self, pack: Pack, family: Family | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.words = asking.words("Zoek op woord, zoals maatje", "Zoeken in de sociale kaart")
        self.area, self.age = _area(pack), asking.age()
        places = [*pack.manifest.villages, *(one.name for one in pack.manifest.municipalities)]
        self.place = asking.choice("Overal", "Waar woont het gezin?", {name: name for name in places})
        self.near = QCheckBox("Zonder vervoer")
        self.near.setToolTip("Alleen wat in het dorp zelf is, aan huis komt of online kan")
        self.near.setAccessibleDescription(self.near.toolTip())
        _lay(self, (self.words, self.area, self.place), (self.age, self.near))
        self.near.toggled.connect(lambda _: self.changed.emit())
        if family is not None:
            self.prefill(family)

    @property
    def municipality(self) -> str:
        """The municipality of the place that was chosen; empty where it is not known."""
        place, manifest = str(self.place.currentData()), self._pack.manifest
        return manifest.villages_in or "" if place in manifest.villages else place

    def prefill(self, family: Family) -> None:
        """Ask what this family would."""
        with QSignalBlocker(self):
            _choose(self.area, family.area or "")
            _choose(self.age, "" if family.age is None else str(family.age))
            known = self.place.findData(family.village) >= 0
            municipality = self._pack.manifest.called(family.municipality)
            _choose(self.place, family.village if known else municipality.name if municipality else "")
        self.changed.emit()


class ProductFilters(Filters):
    """For the catalogue."""

    def __init__(self, pack: Pack, family: Family | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = asking.words("Zoek op naam, doel of code", "Zoeken in het productenboek")
        used = {product.level for product in pack.products.values()}
        levels = {str(code): told for code, told in pack.manifest.level_labels.items() if code in used}
        self.area, self.age, self.level = _area(pack), asking.age(), asking.choice("Alle niveaus", "Niveau", levels)
        _lay(self, (self.words, self.area, self.level), (self.age,))
        if family is not None:
            _choose(self.area, family.area or "")
            _choose(self.age, "" if family.age is None else str(family.age))


class ProviderFilters(Filters):
    """For the register."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = asking.words("Zoek op naam of plaats", "Zoeken bij de aanbieders")
        offered = {product for provider in pack.providers.values() for product in provider.products}
        names = {one.id: one.name for one in pack.products.values() if one.id in offered}
        self.product = asking.choice("Elk product", "Welke hulp?", names)
        _lay(self, (self.words, self.product), ())


def years(box: QComboBox) -> int | None:
    """The age that was chosen."""
    return int(box.currentData()) if box.currentData() else None


def _area(pack: Pack) -> QComboBox:
    return asking.choice("Alle gebieden", "Probleemgebied", pack.likeness.value_labels.get("problem_area", {}))


def _choose(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(max(box.findData(code), 0))


def _lay(filters: Filters, whole: tuple[QWidget, ...], halves: tuple[QWidget, ...]) -> None:
    """Whole lines, and under them what stands beside each other. Whatever changes, one asks anew."""
    grid = QGridLayout(filters)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(current().px(8))
    for at, part in enumerate(whole):
        grid.addWidget(part, at, 0, 1, 2)
    for at, part in enumerate(halves):
        grid.addWidget(part, len(whole), at)
    filters.words.textChanged.connect(lambda _: filters.changed.emit())
    for box in filters.findChildren(QComboBox):
        box.currentIndexChanged.connect(lambda _: filters.changed.emit())
