"""The list of terms: what comes first on top, each with a button that leads to the field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from casework.agenda import Due
from casework.weighing.facts.working_days import working_days_left
from casework.words import counted, day_in_words
from desktop.flow.showing import show_if
from desktop.store import CaseLine
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.chips import ClockChip
from desktop.theme.label import Plain, heading
from desktop.theme.look import current

_MORE = 12
"""So many lines at first, and so many more at each asking."""

_NARROW = 560


class Term(NamedTuple):
    """A term of a case. left: working days to go, negative when late."""

    line: CaseLine
    due: Due
    left: int

    @property
    def asks_today(self) -> bool:
        return self.left <= 0 and not self.due.paused


def in_order(found: Sequence[tuple[CaseLine, Due]], today: date) -> list[Term]:
    """What comes first on top."""
    terms = [Term(line, due, working_days_left(today, due.day)) for line, due in found]
    return sorted(terms, key=lambda term: (term.due.day, term.line.title, term.due.kind))


class TermSheet(Sheet):
    """`asked` carries the case and the path of the field."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, gap=0, parent=parent)
        self.setAccessibleName("Termijnen")
        self._terms: Sequence[Term] = ()
        self._most = _MORE
        head = QHBoxLayout()
        head.addWidget(heading("Termijnen"), 1)
        self._state = Plain("", "small", "ink_quiet")
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        self.body.addSpacing(current().px(8))
        self._none = Plain("Er loopt nu geen enkele termijn.", "body", "ink_quiet")
        self.body.addWidget(self._none)
        self.rows: list[TermRow] = []
        self.more = button("Meer tonen", "quiet", "chevron-down", small=True)
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_terms(self, terms: Sequence[Term], *, busy: bool) -> None:
        """The rows that stand keep standing, so that the focus and the eye stay where they are."""
        self._terms = terms
        shown = terms[: self._most]
        while len(self.rows) < len(shown):
            row = TermRow(self)
            row.asked.connect(self.asked)
            self.rows.append(row)
            self.body.insertWidget(self.body.indexOf(self.more), row)
        for row, term in zip(self.rows, shown, strict=False):
            row.show_term(term)
        for number, row in enumerate(self.rows):
            show_if(row, number < len(shown))
        show_if(self._none, not terms and not busy)
        left = len(terms) - len(shown)
        self.more.setText(f"Nog {counted(left, 'termijn', 'termijnen')}")
        self.more.setAccessibleName(self.more.text())
        show_if(self.more, left > 0)
        self._state.setText("wordt bijgewerkt" if busy else "wat eerst komt, staat boven")

    def _show_more(self) -> None:
        at = len(self._terms[: self._most])
        self._most += _MORE
        self.show_terms(self._terms, busy=False)
        self.rows[at].press.setFocus()


class TermRow(QWidget):
    """The clock in its own column, so that text starts on one line; below each other where there is no room."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self._term: Term | None = None
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(2))
        self._grid.setContentsMargins(0, look.px(9), 0, look.px(9))
        self._clock = ClockChip(0)
        self._words, self._who = Plain("", "body", strong=True), Plain("", "small", "ink_quiet")
        self.press = button("Openen", small=True)
        self.press.clicked.connect(self._ask)
        self._wide: bool | None = None
        self._place(wide=True)

    def show_term(self, term: Term) -> None:
        if term == self._term:
            return
        self._term = term
        name = term.line.title or "Nog geen naam"
        about = f"{name}, {term.line.status}" if term.line.status not in ("", "open") else name
        until = "u bent aan zet" if term.due.paused else f"uiterlijk {day_in_words(term.due.day)}"
        self._clock.show_term(term.left, paused=term.due.paused)
        self._words.setText(term.due.words)
        self._who.setText(f"{about}: {until}")
        self.press.setText(term.due.act)
        self.press.setAccessibleName(f"{self._clock.text()}: {term.due.words}, {about}. {term.due.act}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(wide=self.width() >= current().px(_NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, current().colour("line"))
        painter.end()

    def _place(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        look, top = current(), Qt.AlignmentFlag.AlignTop
        parts: tuple[QWidget, ...] = (self._clock, self._words, self._who, self.press)
        for part in parts:
            self._grid.removeWidget(part)
        self._grid.setColumnMinimumWidth(0, look.px(186) if wide else 0)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        if wide:
            self._grid.addWidget(self._clock, 0, 0, 2, 1, top)
            self._grid.addWidget(self._words, 0, 1)
            self._grid.addWidget(self._who, 1, 1)
            self._grid.addWidget(self.press, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._clock, 0, 0)
            self._grid.addWidget(self._words, 1, 0)
            self._grid.addWidget(self._who, 2, 0)
            self._grid.addWidget(self.press, 3, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        if self._term is not None:
            self.asked.emit(self._term.line.id, self._term.due.path)
