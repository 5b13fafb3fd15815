"""How the pool does over a quarter: in time, useful, followed, from which level to which, and who asks and who never.

The coordinator sees the counts as they are; what others get is the signal report, without small numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from casework.pool.lifecycle import TYPE_WORDS
from casework.pool.quality import Counts, Quality, quality
from casework.pool.report import quarter_named
from casework.words import counted, in_words, listed
from desktop.pool.report import quarters
from desktop.pool.words import discipline
from desktop.session import Session
from desktop.theme.cards import EmptyState, Sheet
from desktop.theme.label import Plain, title
from desktop.theme.labelled import labelled
from desktop.theme.look import current
from desktop.theme.page import Page
from desktop.theme.runs import RunLabel, bold, quiet

_MOST_QUARTERS = 9
_LINE = "Geteld over de vragen die in het kwartaal begonnen. Afwijken van een advies is informatie, geen fout."
_OWN = "Deze telling is voor u als coördinator. Anderen krijgen het signaalrapport: daarin staan geen kleine aantallen."

_KINDS: Mapping[str, str] = {str(code): words for code, words in TYPE_WORDS.items()}
K = TypeVar("K")


class StandingPage(Page):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Hoe het gaat met de expertpool", parent)
        self._session = session
        self.quarter = QComboBox()
        for name in sorted(quarters(session.pool, _MOST_QUARTERS), reverse=True):
            self.quarter.addItem(f"kwartaal {name[-1]} van {name[:4]}", name)
        self.quarter.currentIndexChanged.connect(self._show)
        self.column.addWidget(title("Hoe het gaat"))
        self.column.addWidget(Plain(_LINE, "body", "ink_quiet"))
        row = QHBoxLayout()
        row.addWidget(labelled("Welk kwartaal?", self.quarter))
        row.addStretch(1)
        self.column.addLayout(row)
        self._sheets: list[QWidget] = []

    def refresh(self) -> None:
        self._show()

    def _show(self) -> None:
        for old in self._sheets:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        desk = self._session.pool
        first, last = quarter_named(self.quarter.currentData())
        teams = (one.team for one in desk.people("aanvrager"))
        self._sheets = _sheets(quality(desk.store.begun_between(first, last), teams, first, last))
        for sheet in self._sheets:
            self.column.addWidget(sheet)


def _sheets(found: Quality) -> list[QWidget]:
    teams = _table("Wie vraagt de pool?", ("Team", "Vragen"), _rows(found.teams, str))
    if found.never_asked:
        never = f"{listed(found.never_asked)} vroeg" + ("" if len(found.never_asked) == 1 else "en")
        why = quiet("Weten zij de pool te vinden, en wat houdt hen tegen?")
        teams.body.addWidget(RunLabel([bold(f"{never} dit kwartaal niets. ", "care"), why], "small"))
    if not found.asked:
        empty = EmptyState("In dit kwartaal begon geen vraag.", "Kies hierboven een ander kwartaal.")
        return [empty, teams] if found.never_asked else [empty]
    levels = [(*(in_words(one) if one else "niet bekend" for one in steps), number)
              for steps, number in found.levels.cells.items()]  # fmt: skip
    return [
        _in_short(found),
        teams,
        _table("Van welk niveau naar welk?", ("Gevraagd", "Geadviseerd", "Gekozen", "Vragen"), levels),
        _table("Wat deden teams met het advies?", ("Besluit", "Vragen"), _rows(found.decided, in_words)),
        _table("Hoe bruikbaar was het?", ("Cijfer, van 1 tot 5", "Vragen"), _rows(found.useful, str)),
        _table("Welke discipline?", ("Discipline", "Vragen"), _rows(found.disciplines, discipline)),
        _table("Wat voor vragen?", ("Soort", "Vragen"), _rows(found.types, _KINDS.__getitem__)),
        Plain(_OWN, "small", "ink_quiet"),
    ]


def _in_short(found: Quality) -> Sheet:
    sheet = Sheet("In het kort", gap=4)
    lines = [counted(found.asked or 0, "vraag", "vragen")]
    if found.in_time.total:
        lines.append(f"{found.in_time.cells['op tijd']} van {found.in_time.total} adviezen op tijd")
    if found.days:
        lines.append(f"de helft beantwoord {_within(found.days.median)}, 9 van de 10 {_within(found.days.p90)}")
    if found.useful.total:
        useful = sum((number or 0) for score, number in found.useful.cells.items() if score >= 4)
        lines.append(f"{useful} van {found.useful.total} keer bruikbaar (4 of 5)")
    for line in lines:
        sheet.body.addWidget(Plain(line, "body"))
    return sheet


def _within(days: float) -> str:
    if days == 0:
        return "op de dag zelf"
    return f"binnen {f'{days:g}'.replace('.', ',')} {'werkdag' if days == 1 else 'werkdagen'}"


def _rows(counts: Counts[K], words: Callable[[K], str]) -> list[tuple[str, int | None]]:
    return [(words(name), number) for name, number in counts.cells.items()]


def _table(name: str, head: Sequence[str], rows: Sequence[tuple[str | int | None, ...]]) -> Sheet:
    """A small table of words, its last column a number. What is longest decides nothing: columns share the width."""
    sheet = Sheet(name, gap=6)
    if not rows:
        sheet.body.addWidget(Plain("Nog niets om te tellen.", "small", "ink_quiet"))
        return sheet
    grid = QGridLayout()
    grid.setHorizontalSpacing(current().px(16))
    grid.setVerticalSpacing(current().px(4))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for column, words in enumerate(head):
        last = column == len(head) - 1
        grid.setColumnStretch(column, 0 if last else 1)
        grid.addWidget(Plain(words, "small", "ink_quiet", wrap=not last), 0, column, right if last else _TOP)
        for row, cells in enumerate(rows, 1):
            cell = Plain(str(cells[column]), "body", wrap=not last)
            grid.addWidget(cell, row, column, right if last else _TOP)
    sheet.body.addLayout(grid)
    return sheet


_TOP = Qt.AlignmentFlag.AlignTop
