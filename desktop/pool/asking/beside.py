"""What stands beside a question to the pool: who can be reached, and what goes along by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from casework.knowledge import Pack
from casework.pool.asking import Draft
from casework.pool.parties import Party
from casework.pool.roster import Reach
from casework.weighing.assessment import Signal as RuleSignal
from desktop.steps.expert_pool import DISCIPLINES
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet

_ON_ONE_LINE = 40
"""Characters in the narrow column."""


class Reachable(Sheet):
    """The experts of the address book: of the discipline that is asked first, then who is there now by the roster.

    It works without any network. tied: who works for a provider of this case, and is not to be called about it.
    """

    called = Signal()

    def __init__(
        self, experts: Sequence[Party], there: Iterable[Reach], tied: Iterable[Party], parent: QWidget | None = None
    ) -> None:
        super().__init__("Wie kunt u bereiken?", gap=6, parent=parent)
        self._experts = experts
        self._there = {one.party.id: one for one in there}
        self._tied = {one.id for one in tied}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current().px(4))
        self.body.addLayout(self._lines)
        self.phone = button("Gebeld? Noteer het in drie velden…", "plain", "phone-call", small=True)
        self.phone.clicked.connect(self.called)
        self.body.addWidget(self.phone, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: str | None = None
        self.show_for("")

    def show_for(self, discipline: str) -> None:
        """Asked at every key of the question: only another discipline makes another list."""
        if discipline == self._shown:
            return
        self._shown = discipline
        clear(self._lines)
        for expert in sorted(
            self._experts, key=lambda one: (one.discipline != discipline, one.id not in self._there, one.name)
        ):
            where = f", {expert.organisation}" if expert.organisation else ""
            what = DISCIPLINES.get(expert.discipline or "", expert.discipline or "")
            fits = discipline and expert.discipline == discipline
            runs = [bold(expert.name, "good" if fits else "ink"), quiet(f"  {what}{where}")]
            if expert.id in self._tied:
                runs.append(bold(". Belang: betrokken bij deze casus", "care"))
            elif reach := self._there.get(expert.id):
                runs.append(bold(f". Nu: {reach.words}{f', {reach.phone}' if reach.phone else ''}"))
            self._lines.addWidget(RunLabel(runs, "small"))
        if not self._experts:
            self._lines.addWidget(Plain("Het adresboek van de pool is hier nog leeg. De coördinator wijst iemand toe.",
                                        "small", "ink_quiet"))  # fmt: skip


class GoesAlong(Sheet):
    """The coarse profile, each line to leave out; the rules and reference clients that are named; who is tied."""

    def __init__(
        self,
        draft: Draft,
        pack: Pack,
        signals: Iterable[RuleSignal],
        tied: Iterable[Party] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Dit gaat vanzelf mee", gap=4, parent=parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.body.addWidget(Plain("Grof, zonder naam, dorp of dag. Haal weg wat voor de vraag niet nodig is.",
                                  "small", "ink_quiet"))  # fmt: skip
        told: dict[str, list[str]] = {}
        for label, words in draft.profile.told:
            told.setdefault(label, []).append(words)
        for label, several in told.items():
            self._choice(label, several)
        titles = {one.rule: one.title for one in signals}
        for rule in draft.opened_by:
            self._named("signaal", titles.get(rule, rule))
        for client in draft.clients_seen:
            self._named("ijkcliënt", pack.reference_clients[client].title)
        for expert in tied:
            self._named("liever niet, alleen voor de coördinator", f"{expert.name}, {expert.organisation} is betrokken")

    def chosen(self) -> list[str]:
        """The labels that go along."""
        return [label for label, box in self.boxes.items() if box.isChecked()]

    def _choice(self, label: str, several: list[str]) -> None:
        """A box does not wrap: what is long, or more than one thing, stands under it."""
        whole = f"{label}: {', '.join(several)}"
        box = self.boxes[label] = QCheckBox(label if len(whole) > _ON_ONE_LINE else whole.replace("&", "&&"))
        box.setAccessibleName(whole)
        box.setChecked(True)
        self.body.addWidget(box)
        if len(whole) > _ON_ONE_LINE:
            under = Plain("\n".join(several), "small", "ink_quiet")
            under.setContentsMargins(current().px(26), 0, 0, 0)
            self.body.addWidget(under)

    def _named(self, what: str, words: str) -> None:
        self.body.addWidget(RunLabel([quiet(f"{what}: "), bold(words)], "small"))
