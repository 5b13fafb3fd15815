"""The nearest reference clients: what is the same, what differs and what is unknown, equally large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.knowledge import Pack
from casework.weighing.assessment import AskFirst, Likeness
from casework.words import in_words
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.library import reading
from desktop.pictures.likeness import LikenessCells, likeness_words
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.icons import icon, leading
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet
from desktop.theme.sign import Sign
from desktop.weighing import side_by_side
from desktop.weighing.line import ask_line
from desktop.weighing.side_by_side import boundaries

PATH = "comparison.chosen"
_TOO_LITTLE = "Er is nog te weinig bekend om te zeggen wie lijkt. Vraag eerst:"
_NOT_ALIKE = "Geen ijkcliënt lijkt genoeg om op te leunen. Overweeg een vraag aan de expertpool."


class ComparisonTable(QWidget):
    """Feature by feature: this case beside the reference client. Bold is only what differs."""

    def __init__(self, case_name: str, found: Likeness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"Vergelijking met {found.title}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().px(12))
        self._grid.setVerticalSpacing(current().px(5))
        for column, stretch in ((2, 4), (3, 5), (4, 5)):
            self._grid.setColumnStretch(column, stretch)
        self._line = 0
        self._row(None, "", Plain(case_name, "small", "ink_quiet"), Plain(found.title, "small", "ink_quiet"))
        self._group("Gelijk", len(found.same))
        for one in found.same:
            self._row(("equal", "primary"), one.label, Plain(one.client, "small"), Plain(one.reference, "small"))
        self._group("Anders", len(found.different))
        for one in found.different:
            values = (Plain(text, "small", strong=True) for text in (one.client, one.reference))
            self._row(("equal-not", "care"), one.label, *values)
        self._group("Onbekend", len(found.unknown), "telt niet mee")
        for label in found.unknown:
            self._row(("circle-question-mark", "ink"), label, Plain("nog niet bekend", "small"), Plain("", "small"))

    def _group(self, words: str, count: int, note: str = "") -> None:
        head = RunLabel([bold(f"{words} {count}"), quiet(f"  {note}" if note else "")])
        self._grid.addWidget(head, self._line, 0, 1, 5)
        self._line += 1

    def _row(self, sign: tuple[str, str] | None, label: str, client: Plain, reference: Plain) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        line.setFixedHeight(1)
        top = Qt.AlignmentFlag.AlignTop
        if sign is not None:
            self._grid.addWidget(line, self._line, 0, 1, 5)
            self._grid.addWidget(Sign(*sign, 16), self._line + 1, 0, top)
        for column, part in ((2, Plain(label, "small", "ink_quiet")), (3, client), (4, reference)):
            self._grid.addWidget(part, self._line + 1, column, top)
        self._line += 2


class ClientCard(Sheet):
    """One reference client: its level and likeness, and the comparison once it is opened."""

    chosen = Signal(str)

    def __init__(self, case: OpenCase, found: Likeness, *, other_level: bool, parent: QWidget | None = None) -> None:
        super().__init__(padding=14, gap=4, parent=parent)
        self.found, self._case = found, case
        level = level_words(case.pack, found.level)
        self.setAccessibleName(f"{found.title}, {level}")
        head = QHBoxLayout()
        head.setSpacing(current().px(10))
        beside = f", {level[:1].lower()}{level[1:]}{', ander niveau' if other_level else ''}"
        head.addWidget(RunLabel([bold(found.title), quiet(beside)]), 1, Qt.AlignmentFlag.AlignVCenter)
        self.fold = button("", "quiet", "chevron-down", small=True)
        self.fold.clicked.connect(lambda: self.open(not self.is_open))
        head.addWidget(self.fold, 0)
        self.body.addLayout(head)
        counts = (len(found.same), len(found.different), len(found.unknown))
        likeness = QHBoxLayout()
        likeness.setSpacing(current().px(10))
        likeness.addWidget(LikenessCells(*counts, small=True), 0, Qt.AlignmentFlag.AlignVCenter)
        likeness.addWidget(Plain(likeness_words(*counts), "small", "ink_quiet"), 1)
        self.body.addLayout(likeness)
        if found.tipping:
            near = "Bijna" if len(found.same) > len(found.different) else "Minder"  # as the counts above it say
            self.body.addWidget(RunLabel([bold(f"{near} gelijk, ander niveau. "), quiet(f"{found.tipping}.")], "small"))
        self._inside: QWidget | None = None
        self.choose = button("", "plain", small=True)
        self.choose.clicked.connect(lambda: self.chosen.emit(found.id))
        self.open(False)

    @property
    def is_open(self) -> bool:
        return self._inside is not None and not self._inside.isHidden()

    def open(self, wanted: bool) -> None:
        if wanted and self._inside is None:
            self._build()
        if self._inside is not None:
            self._inside.setVisible(wanted)
        self.fold.setIcon(icon("chevron-up" if wanted else "chevron-down", "primary"))
        self.fold.setAccessibleName(f"{'Sluit' if wanted else 'Open'} de vergelijking met {self.found.title}")

    def show_chosen(self, chosen: bool) -> None:
        """Whether it is one of the reference clients people chose to compare with."""
        self.choose.setText("Niet meer als vergelijking" if chosen else "Kies als vergelijking")
        self.choose.setAccessibleName(f"{self.choose.text()}: {self.found.title}")
        self.choose.setIcon(leading("check" if chosen else "plus"))

    def _build(self) -> None:
        found = self.found
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, current().px(8), 0, 0)
        column.setSpacing(current().px(8))
        column.addWidget(ComparisonTable(self._case.name, found))
        column.addWidget(Plain("Wanneer past deze ijkcliënt niet?", "body", strong=True))
        column.addWidget(boundaries(found.boundaries))
        if found.why_here:
            column.addWidget(Plain("Waarom dit niveau bij deze ijkcliënt?", "body", strong=True))
            column.addWidget(Plain(found.why_here, "small"))
        self.read = button("Lees het hele voorbeeld", "quiet", "book-open", small=True)
        self.read.setAccessibleName(f"{self.read.text()}: {found.title}")
        self.read.clicked.connect(lambda: reading.read(self, self._case.pack, found.id))
        acts = QHBoxLayout()
        acts.addWidget(self.choose)
        acts.addWidget(self.read)
        acts.addStretch(1)
        column.addLayout(acts)
        self.body.addWidget(self._inside)


class ComparisonBlock(QWidget):
    """The nearest reference clients under each other; choosing one adds it to the comparison of step 10.

    `leads` carries the path of what to ask first where too little is known, or the step where nothing is alike.
    """

    leads = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Lijkt het meest op")
        self._case = case
        self._shown: object = None
        self._asked: Sequence[AskFirst] = ()
        self.cards: list[ClientCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(10))
        self._said = Plain("", "small", "ink_quiet")
        self._column.addWidget(self._said)
        self.first = QVBoxLayout()
        self.first.setSpacing(current().px(2))
        self._column.addLayout(self.first)
        self.pool = button("Vraag de expertpool", "plain", "users", small=True)
        self.pool.clicked.connect(lambda: self.leads.emit("expert_pool"))
        self._column.addWidget(self.pool, 0, Qt.AlignmentFlag.AlignLeft)
        self.beside = button("Leg twee ijkcliënten ernaast", "plain", "git-compare-arrows", small=True)
        self.beside.clicked.connect(self._compare)
        self._column.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignLeft)
        self._left_out = Plain("", "small", "ink_quiet")
        self._column.addWidget(self._left_out)
        case.weighed.connect(self.refresh)
        case.changed.connect(self._show_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Show what the last weighing found; a card that was open stays open."""
        weighed = self._case.assessment
        found = weighed.likeness if weighed else ()
        first = weighed.ask_first if weighed else ()
        different = weighed is not None and weighed.nothing_alike and not first
        self._said.setText(_TOO_LITTLE if first else _NOT_ALIKE if different else "")
        self._said.setVisible(bool(self._said.text()))
        self._ask_first(first)
        self.pool.setVisible(different)
        self.beside.setVisible(len(found) >= 2)
        left_out = weighed.not_compared if weighed else ()
        self._left_out.setText("\n".join(f"{words}." for words in left_out))
        self._left_out.setVisible(bool(left_out))
        if found != self._shown:
            self._shown = found
            self._fill(found, weighed.level.indicated if weighed else None)
        self._show_chosen()

    def _ask_first(self, first: Sequence[AskFirst]) -> None:
        if first == self._asked:
            return
        self._asked = first
        clear(self.first)
        for one in first:
            self.first.addWidget(ask_line(one, self.leads))

    def _compare(self) -> None:
        weighed = self._case.assessment
        side_by_side.ask(self, self._case.name, weighed.likeness if weighed else (), self._case.pack)

    def choose(self, client: str) -> None:
        """Take a reference client into the comparison, or out of it again."""
        chosen = self._chosen()
        now = [one for one in chosen if one != client] if client in chosen else [*chosen, client]
        self._case.confirm(PATH, now or None)

    def _fill(self, found: Iterable[Likeness], level: str | None) -> None:
        opened = {card.found.id for card in self.cards if card.is_open}
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for one in found:
            card = ClientCard(self._case, one, other_level=level not in (None, one.level), parent=self)
            card.chosen.connect(self.choose)
            self._column.addWidget(card)
            card.open(one.id in opened)
            self.cards.append(card)

    def _chosen(self) -> list[str]:
        return list(Given.of(self._case.raw(PATH)).value or [])

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for card in self.cards:
            card.show_chosen(card.found.id in chosen)


def level_words(pack: Pack, level: str) -> str:
    """A level as the pack words it."""
    labels = {str(code): words for code, words in pack.manifest.level_labels.items()}
    return labels.get(level) or in_words(level)
