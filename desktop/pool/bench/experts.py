"""Who can answer a question: by discipline, how much they have, whether they are there, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from casework.pool.parties import Party, is_same_person
from casework.pool.state import Consult
from desktop.pool.words import discipline
from desktop.theme.label import Plain
from desktop.theme.look import current


@dataclass(frozen=True)
class Candidate:
    """interest: what stands in the way, if anything; load: open questions; there: when one can be reached.

    asked: the question is their own, so that they cannot answer it.
    """

    party: Party
    interest: str
    load: int
    there: str = ""
    asked: bool = False

    @property
    def beside(self) -> str:
        if self.asked:
            return "stelde deze vraag"
        if self.interest:
            return f"belang: {self.interest}"
        return ", ".join(part for part in (self.there, f"{self.load} open") if part)


def candidates(
    consult: Consult, people: Sequence[Party], loads: Mapping[str, int], there: Mapping[str, str]
) -> list[Candidate]:
    """Who asked for first, then who has least to do; who has an interest stands at the end."""
    request = consult.request
    found = []
    tied = frozenset(request.tied if request else ())
    for party in people:
        organisation = f"{party.organisation} is betrokken" if party.id in tied else ""
        declared = consult.accepted[party.id].interest if party.id in consult.accepted else ""
        interest = organisation or ("" if declared.casefold() in ("", "geen") else declared)
        own = consult.asker is not None and is_same_person(consult.asker, party)
        found.append(Candidate(party, interest, loads.get(party.id, 0), there.get(party.id, ""), own))
    wanted = request.discipline if request else None
    return sorted(found, key=lambda one: (one.asked, bool(one.interest), one.party.discipline != wanted, one.load,
                                          one.party.name))  # fmt: skip


class ExpertChoice(QWidget):
    """One or two are ticked; `changed` says so."""

    changed = Signal()

    def __init__(self, found: Sequence[Candidate], asked: Mapping[str, Party], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(8))
        grid.setVerticalSpacing(current().px(2))
        grid.setColumnStretch(1, 1)
        self.boxes: dict[str, QCheckBox] = {}
        for row, one in enumerate(found):
            box = self.boxes[one.party.id] = QCheckBox(one.party.name.replace("&", "&&"))
            box.setChecked(one.party.id in asked)
            box.setAccessibleName(f"{one.party.name}, {discipline(one.party.discipline)}, {one.beside}")
            box.toggled.connect(self._toggled)
            grid.addWidget(box, 2 * row, 0, 1, 2)
            beside = Plain(one.beside, "small", "care" if one.interest else "ink_quiet", strong=bool(one.interest))
            grid.addWidget(beside, 2 * row, 2)
            under = Plain(discipline(one.party.discipline), "small", "ink_quiet")
            under.setContentsMargins(current().px(26), 0, 0, current().px(4))
            grid.addWidget(under, 2 * row + 1, 0, 1, 3)
        self._settle()

    @property
    def chosen(self) -> list[Candidate]:
        return [one for one in self._found if self.boxes[one.party.id].isChecked()]

    def _toggled(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Two at most: who is not chosen then waits."""
        full = len(self.chosen) >= 2
        for one in self._found:
            box = self.boxes[one.party.id]
            box.setEnabled(box.isChecked() or not (full or one.asked))
