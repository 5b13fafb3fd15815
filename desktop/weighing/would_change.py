"""Answers that would move the weighing, each a line that leads to its question; signals and pairs on asking."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.knowledge import Pack
from casework.trouble import Trouble
from casework.weighing.assessment import FurtherChanges, Together, WouldChange
from casework.weighing.trials import answer_words
from desktop import background
from desktop.cases.open_case import OpenCase
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import Run, bold, quiet
from desktop.weighing.line import LineButton

_KINDS = {"eerst_nagaan": "Eerst nagaan", "te_veranderen": "Te veranderen"}
_SEARCH = "Zoek ook signalen en combinaties van twee"
_BUSY = "Bezig met zoeken…"
_NOTHING = "Geen los antwoord verschuift de weging."


class WouldChangeBlock(QWidget):
    """`chosen` carries the path of the question a line is about."""

    chosen = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Wat zou dit veranderen?")
        self._case = case
        self._shown: object = None
        self._searched: Case | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().px(10))
        self._column = QVBoxLayout()
        self._column.setSpacing(current().px(4))
        self.further = button(_SEARCH, "plain", "search", small=True)
        self.further.clicked.connect(self._search)
        self._found = QVBoxLayout()
        self._found.setSpacing(current().px(4))
        whole.addLayout(self._column)
        whole.addWidget(self.further, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(self._found)
        case.weighed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the last weighing found."""
        found = self._case.assessment.would_change if self._case.assessment else ()
        if self._searched is not self._case.case:
            self._forget()  # what was searched was about other answers
        if found == self._shown:
            return
        self._shown = found
        clear(self._column)
        for kind, words in _KINDS.items():
            mine = [one for one in found if one.kind == kind]
            if mine:
                self._column.addWidget(Plain(words, "body", strong=True))
            for one in mine:
                self._column.addWidget(self._line(_runs(one, self._case.pack), one.field))
        if not found:
            self._column.addWidget(Plain(_NOTHING, "small", "ink_quiet"))

    def _line(self, runs: list[Run], path: str) -> LineButton:
        line = LineButton(runs, step="body")
        line.clicked.connect(lambda: self.chosen.emit(path))
        return line

    def _search(self) -> None:
        """In another thread: it takes longer than a key may wait."""
        case, pack, today = self._case.case, self._case.pack, self._case.today
        self._searched = case
        self.further.setEnabled(False)
        self.further.setText(_BUSY)
        background.run(self, lambda: search(case, pack, today), lambda found: self._tell(case, found), self._failed)

    def _tell(self, about: Case, found: FurtherChanges) -> None:
        if about is not self._case.case:
            self._forget()
            return
        self._forget()
        self._searched = about
        self.further.setVisible(False)
        self._found.addWidget(Plain("Signalen die komen of gaan", "body", strong=True))
        for one in found.signals:
            self._found.addWidget(self._line(_runs(one, self._case.pack), one.field))
        if not found.signals:
            self._found.addWidget(Plain("Geen los antwoord laat een signaal komen of gaan.", "small", "ink_quiet"))
        for kind, words in _KINDS.items():
            mine = [one for one in found.pairs if one.kind == kind]
            if mine:
                self._found.addWidget(Plain(f"Twee antwoorden samen: {words.lower()}", "body", strong=True))
            for pair in mine:
                self._found.addWidget(self._line(_pair(pair, self._case.pack), pair.answers[0].field))
        if not found.pairs:
            self._found.addWidget(Plain("Ook geen twee antwoorden samen.", "small", "ink_quiet"))

    def _failed(self, trouble: Trouble) -> None:
        self._forget()
        self._found.addWidget(Plain(str(trouble), "small", "care"))

    def _forget(self) -> None:
        self._searched = None
        clear(self._found)
        self.further.setText(_SEARCH)
        self.further.setEnabled(True)
        self.further.setVisible(True)


def search(case: Case, pack: Pack, today: date) -> FurtherChanges:
    """Signals by one answer, and pairs; loaded when it is first asked for."""
    from casework.weighing.further_changes import further_changes

    return further_changes(case, pack, today)


def _pair(pair: Together, pack: Pack) -> list[Run]:
    first, second = pair.answers
    return [
        quiet(f"{first.label[:1].upper()}{first.label[1:]}: "),
        bold(answer_words(first.field, first.to, pack)),
        quiet(f", en {second.label}: "),
        bold(answer_words(second.field, second.to, pack)),
        quiet(f": {pair.effect}."),
    ]


def _runs(one: WouldChange, pack: Pack) -> list[Run]:
    label = one.label or one.field
    now = "onbekend" if one.from_ is None else answer_words(one.field, one.from_, pack)
    about = f"{label[:1].upper()}{label[1:]}"
    return [
        quiet(f"{about}{' Nu' if about.endswith('?') else ': nu'} {now}. Bij "),
        bold(answer_words(one.field, one.to, pack)),
        quiet(f": {one.effect}."),
    ]
