"""One product of the catalogue: what it is for, its limits, what comes first, when not, and its codes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, Product
from casework.weighing.likeness import words_of
from casework.words import counted, day_in_words, in_words, listed
from desktop.library.page import level_words
from desktop.reading.parts import head, lines, link, marked, pairs
from desktop.theme.cards import Sheet
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import bold, quiet


class ProductPage(QWidget):
    """`asked` carries the id of another product. `product` is what is being read."""

    asked = Signal(str)

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.product: Product | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))

    def show_product(self, product: Product) -> None:
        self.product = product
        self.setAccessibleName(f"Product {product.name}")
        clear(self._column)
        gfm = f"{product.gfm_level} {self._pack.manifest.gfm_labels.get(product.gfm_level, '')}".strip()
        for part in (
            head(product.name, (level_words(self._pack, product.level), gfm, product.status)),
            pairs("Waarvoor?", self._for_what(product)),
            pairs("Hoeveel en hoe lang?", self._extent(product)),
            product_links(self._pack, "Eerst proberen", product.try_first, "sprout", self.asked),
            lines("Wanneer wel?", product.when, "check", "good") if product.when else None,
            self._limits(product),
            product_links(self._pack, "Gaat goed samen met", product.goes_with, "plus", self.asked),
            product_links(self._pack, "Nooit tegelijk met", product.never_with, "octagon-x", self.asked),
            pairs("Voor het besluit", self._deciding(product)),
            pairs("Waar komt dit vandaan?", self._source(product)),
        ):
            if part is not None:
                self._column.addWidget(part)

    def _for_what(self, product: Product) -> list[tuple[str, str]]:
        areas = listed([words_of("problem_area", area, self._pack) for area in product.problem_areas])
        iq = f"vanaf {product.iq_min}" if product.iq_min else ""
        rows = [("Voor wie", product.target), ("Leeftijd", f"{product.age.min} tot en met {product.age.max} jaar"),
                ("IQ", iq), ("Doel", product.goal), ("Aard", product.nature), ("Bij", areas)]  # fmt: skip
        return [(label, words) for label, words in rows if words]

    def _extent(self, product: Product) -> list[tuple[str, str]]:
        rows = [("Hoe vaak", product.intensity or ""), ("Meestal", _months(product.duration_std_months)),
                ("Hoogstens", _months(product.duration_max_months)), ("Verlengen", product.extension or ""),
                ("Vervoer", "kan erbij" if product.transport else "hoort er niet bij"),
                ("Prijs", product.price_band or "")]  # fmt: skip
        return [(label, words) for label, words in rows if words]

    def _limits(self, product: Product) -> Sheet | None:
        texts = (*product.not_when, *product.contra_indications)
        return lines("Wanneer past dit niet?", texts, "equal-not", "care") if texts else None

    def _deciding(self, product: Product) -> list[tuple[str, str]]:
        checklist = self._pack.checklists[product.checklist_required] if product.checklist_required else None
        rows = [("Advies van de expertpool", "verplicht" if product.advice_required else "niet verplicht"),
                ("Checklijst vooraf", checklist.title if checklist else ""),
                ("Categorie (JZ020)", product.category_jz020 or ""),
                (f"Code in {product.region[:1].upper()}{product.region[1:]}", product.code_region or "niet bekend"),
                ("Landelijke code (JZ21)", product.code_jz21 or "niet bekend"),
                ("Uitvoering", in_words(product.variant) if product.variant else ""),
                ("Na 18 jaar (Wmo)", product.wmo_counterpart or "geen tegenhanger bekend")]  # fmt: skip
        return [(label, words) for label, words in rows if words]

    def _source(self, product: Product) -> list[tuple[str, str]]:
        sources = [self._pack.sources[one] for one in product.sources]
        rows = [("Bron" if at == 0 else "", f"{one.title}: {one.reference}") for at, one in enumerate(sources)]
        return [*rows, ("Eigenaar", product.owner), ("Versie", product.version),
                ("Geldig", f"vanaf {day_in_words(product.valid_from)}")]  # fmt: skip


def _months(number: int | None) -> str:
    return counted(number, "maand", "maanden") if number else ""


def product_links(pack: Pack, head: str, products: Sequence[str], sign: str, asked: SignalInstance) -> Sheet | None:
    """A card with products, each a way to read it: `asked` gets its id."""
    if not products:
        return None
    card = Sheet(head, gap=6)
    for other in (pack.products[one] for one in products):
        words = [bold(other.name, "primary"), quiet(f", {level_words(pack, other.level)}")]
        card.body.addLayout(marked(link(words, partial(asked.emit, other.id)), sign, "primary"))
    return card
