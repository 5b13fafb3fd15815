"""The questions of one expert: what waits for them on top, then what is underway, then what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.pool.answering import MINE, WORDS, Standing, standing
from casework.pool.clocks import Norms, clock
from casework.pool.parties import Party
from casework.pool.state import Consult
from casework.words import in_words
from desktop.pool.answering import words
from desktop.pool.answering.drafts import Drafts
from desktop.theme.cards import EmptyState, Sheet
from desktop.theme.chips import ClockChip, status_tag
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import title
from desktop.theme.look import current
from desktop.theme.page import Page
from desktop.theme.runs import bold, quiet
from desktop.weighing.line import LineButton

_GROUPS: tuple[tuple[str, frozenset[Standing]], ...] = (
    ("Wacht op u", MINE),
    ("Onderweg", frozenset({"aanvulling", "ingestuurd"})),
    ("Wat ervan kwam", frozenset({"vastgesteld", "besloten", "gesloten"})),
    ("Niet meer bij u", frozenset({"niet_meer"})),
)
_FETCH = "Kies hierboven ‘Post brengen en halen’. Nieuwe vragen staan dan hier."
_NO_FOLDER = (
    "Kies bij ‘Sleutels en post’ de map voor de post, of lees daar een bestand uit de mail. Nieuwe vragen staan dan "
    "hier."
)


class Overview(Page):
    """`chosen` carries the thread of the question to open."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Vragen aan u als expert", parent)
        self.lines: dict[str, LineButton] = {}
        self.mine = 0
        """How many wait for the expert."""

    def show_consults(
        self, consults: Sequence[Consult], me: Party, drafts: Drafts, today: date, norms: Norms, *, by_folder: bool
    ) -> None:
        """by_folder: is there a folder for the post, and with it a button that fetches it?"""
        at = next((thread for thread, line in self.lines.items() if line.hasFocus()), "")
        self.clear()
        self.lines, self.mine = {}, sum(standing(one, me) in MINE for one in consults)
        self.column.addWidget(title("Vragen aan u"))
        if not consults:
            self.column.addWidget(EmptyState("Er is u nog niets gevraagd", _FETCH if by_folder else _NO_FOLDER))
        for heading, standings in _GROUPS:
            found = [one for one in consults if standing(one, me) in standings]
            if found:
                self.column.addWidget(self._group(heading, found, me, drafts, today, norms))
        if at in self.lines:
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(
        self, heading: str, consults: Sequence[Consult], me: Party, drafts: Drafts, today: date, norms: Norms
    ) -> Sheet:
        sheet = Sheet(f"{heading} ({len(consults)})", padding=14, gap=10)
        for consult in consults:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(current().px(12))
            column = QVBoxLayout()
            column.setSpacing(current().px(4))
            stands = standing(consult, me)
            line = LineButton([], step="body")
            line.clicked.connect(lambda _=False, thread=consult.thread: self.chosen.emit(thread))
            self.lines[consult.thread] = line
            column.addWidget(line)
            state = WORDS[stands]
            if stands == "besloten" and consult.decision is not None:
                state = f"{state}: {in_words(consult.decision.decision)}"
            about = words.sentence(words.outside(consult))
            line.set_runs([bold(_what(consult, stands)), quiet(f"   {about} {words.sentence(state)}")])
            chips = QWidget()
            flow = FlowLayout(chips)
            flow.addWidget(status_tag(words.kind(consult)))
            if drafts.is_news(consult.thread, len(consult.history)):
                flow.addWidget(status_tag("nieuw", "info"))
            if (running := clock(consult, today, norms)) is not None and stands in MINE:
                flow.addWidget(ClockChip(running.left, about="uw antwoord"))
            elif stands == "aanvulling":
                flow.addWidget(ClockChip(0, paused=True))
            column.addWidget(chips)
            row.addLayout(column, 1)
            sheet.body.addWidget(holder)
        return sheet


def _what(consult: Consult, stands: Standing) -> str:
    """The question, once the interest was declared; before that nothing of it."""
    if consult.request is None or stands in ("belang", "niet_meer"):
        return "Een vraag aan u" if stands == "belang" else "Vraag die niet meer bij u is"
    return consult.request.question
