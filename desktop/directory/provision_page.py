"""One provision of the directory: what it is, for whom, what it costs, how one gets there, and how sure that is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, Provision
from casework.knowledge.provisions import Reach
from casework.weighing.likeness import words_of
from casework.words import day_in_words, in_words, listed
from desktop.reading.parts import head, pairs, told
from desktop.theme.layouts import clear
from desktop.theme.look import current

_FICTIONAL = "Verzonnen, om mee te oefenen. Vul de sociale kaart met wat er echt is in uw gemeente."
_COST = {"gratis": "gratis", "eigen_bijdrage": "een eigen bijdrage", "betaald": "u betaalt zelf"}
REACH: dict[Reach, str] = {
    "dichtbij": "in het dorp zelf",
    "aan_huis": "komt aan huis",
    "online": "online",
    "met_vervoer": "met vervoer",
}


class ProvisionPage(QWidget):
    """`provision` is what is being read."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.provision: Provision | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))

    def show_provision(self, provision: Provision, way: Reach | None) -> None:
        """way: how somebody who lives where one asked gets there."""
        self.provision = provision
        self.setAccessibleName(f"Voorziening {provision.name}")
        clear(self._column)
        areas = listed([words_of("problem_area", area, self._pack) for area in provision.problem_areas])
        tags = (in_words(provision.kind), REACH[way] if way else "", _COST[provision.cost],
                "verzonnen" if provision.fictional else "", provision.status)  # fmt: skip
        for part in (
            head(provision.name, tags, _FICTIONAL if provision.fictional else ""),
            told("Wat is het?", provision.what),
            pairs("Voor wie?", [("Leeftijd", f"{provision.age.min} tot en met {provision.age.max} jaar"),
                                ("Bij", areas), ("Besluit nodig", "nee" if provision.free_access else "ja")]),
            pairs("Hoe komt u er?", self._getting_there(provision)),
            pairs("Waar komt dit vandaan?", self._source(provision)),
        ):  # fmt: skip
            self._column.addWidget(part)

    def _getting_there(self, provision: Provision) -> list[tuple[str, str]]:
        cost = _COST[provision.cost] + (f": {provision.cost_note}" if provision.cost_note else "")
        rows = [("Waar", listed(provision.places)), ("Komt aan huis in", listed(provision.comes_home)),
                ("Alleen voor gezinnen in", listed(provision.only_for)),
                ("Online", "ja" if provision.online else ""), ("Kosten", cost),
                ("Wachten", provision.waiting or "niet bekend; vraag het na"),
                ("Contact", provision.contact)]  # fmt: skip
        if provision.product is not None:
            rows.append(("In het productenboek", self._pack.products[provision.product].name))
        return [(label, words) for label, words in rows if words]

    def _source(self, provision: Provision) -> list[tuple[str, str]]:
        sources = [self._pack.sources[one] for one in provision.sources]
        asked = f"op {day_in_words(provision.verified_on)}" if provision.verified_on else "nog niet"
        rows = [("Bron" if at == 0 else "", f"{one.title}: {one.reference}") for at, one in enumerate(sources)]
        return [*rows, ("Nagevraagd", asked), ("Eigenaar", provision.owner),
                ("Geldig", f"vanaf {day_in_words(provision.valid_from)}")]  # fmt: skip
