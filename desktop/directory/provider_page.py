"""One provider of the register: which help, through whose contract, how long one waits, and what is there meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, Provider
from casework.words import counted, day_in_words
from desktop.directory.product_page import product_links
from desktop.reading.parts import head, pairs
from desktop.theme.layouts import clear
from desktop.theme.look import current

_FICTIONAL = "Verzonnen, om mee te oefenen. Vul het register met wie er echt is."


class ProviderPage(QWidget):
    """`asked` carries the id of a product. `provider` is who is being read."""

    asked = Signal(str)

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.provider: Provider | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))

    def show_provider(self, provider: Provider) -> None:
        self.provider = provider
        self.setAccessibleName(f"Aanbieder {provider.name}")
        clear(self._column)
        tags = (waiting_words(provider), "contract" if provider.contract else "geen contract",
                "verzonnen" if provider.fictional else "", provider.status)  # fmt: skip
        for part in (
            head(provider.name, tags, _FICTIONAL if provider.fictional else ""),
            product_links(self._pack, "Welke hulp?", provider.products, "check", self.asked),
            pairs("Wachten", self._waiting(provider)),
            pairs("Contract en contact", self._contract(provider)),
        ):
            if part is not None:
                self._column.addWidget(part)

    def _waiting(self, provider: Provider) -> list[tuple[str, str]]:
        asked = f"op {day_in_words(provider.verified_on)}" if provider.verified_on else "nog niet"
        bridging = provider.bridging or "niets bekend; spreek zelf iets af met het gezin"
        return [("Hoe lang", waiting_words(provider)), ("Nagevraagd", asked), ("Tot die tijd", bridging)]

    def _contract(self, provider: Provider) -> list[tuple[str, str]]:
        registered = f"gezien op {day_in_words(provider.skj_on)}" if provider.skj_on else "nog niet gezien"
        rows = [("Contract", "ja" if provider.contract else "nee"), ("Loopt via", provider.contract_partner or ""),
                ("SKJ-registraties", registered), ("Waar", provider.where), ("Contact", provider.contact),
                ("AGB-code", provider.agb or ""), ("Eigenaar", provider.owner)]  # fmt: skip
        return [(label, words) for label, words in rows if words]


def waiting_words(provider: Provider) -> str:
    """How long one waits, in days as told."""
    days = provider.waiting_days
    if days is None:
        return "wachttijd niet bekend"
    return f"wachten: {counted(days, 'dag', 'dagen')}" if days else "nu plek"
