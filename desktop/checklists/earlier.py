"""At a prolonging: the questions of the first investigation, folded away behind the few that are asked anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answers import Answered
from casework.weighing.changeability import is_prolonging
from casework.weighing.prolonging import said_before
from casework.words import counted
from desktop.cases.open_case import OpenCase
from desktop.checklists.item import ItemRow
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current

_ANEW = "Verlengen: beantwoord deze vragen opnieuw, zoals het nu is."


class EarlierQuestions(QWidget):
    """Holds the rows that a prolonging does not ask; what was answered then still counts, and it says so."""

    def __init__(self, case: OpenCase, checklist: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._case, self._checklist = case, checklist
        self._rows: list[ItemRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(16))
        self.anew = Plain(_ANEW, "question")
        self.waiting = Plain("", "body", strong=True)
        self.told = Plain("", "small", "ink_quiet")
        self.shows = button("", "plain", "chevron-down", small=True)
        self.shows.setCheckable(True)
        self.shows.toggled.connect(self.refresh)
        for part in (self.anew, self.waiting, self.told):
            column.addWidget(part)
        column.addWidget(self.shows, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(16))
        column.addWidget(self._inside)

    def hold(self, row: ItemRow) -> None:
        self._rows.append(row)
        self._column.addWidget(row)

    def open_at(self, path: str) -> None:
        """Somebody is led to one of its questions."""
        if any(row.path == path for row in self._rows):
            self.shows.setChecked(True)

    def refresh(self) -> None:
        prolongs = is_prolonging(self._case.settled)
        given = self._case.settled.checklists.get(self._checklist, {})
        answered = sum(isinstance(given.get(row.item.id), Answered) for row in self._rows)
        self.told.setText(
            f"De {len(self._rows)} vragen van het eerste onderzoek stelt u niet opnieuw. "
            + (f"Toen beantwoord: {answered}. Die antwoorden tellen mee." if answered else "Zij zijn leeg.")
        )
        waiting = len(said_before(self._case.settled, self._case.pack))
        told = f"{counted(waiting, 'antwoord is', 'antwoorden zijn')} van vóór deze verlenging. Kijk ernaar: "
        still = "een antwoord telt pas weer mee als u het bevestigt of iets anders kiest."
        self.waiting.setText(f"{told}{still}")
        self.shows.setText("Verberg die vragen" if self.shows.isChecked() else "Toon die vragen")
        for part in (self.anew, self.told, self.shows):
            show_if(part, prolongs)
        show_if(self.waiting, waiting > 0)
        show_if(self._inside, not prolongs or self.shows.isChecked())
