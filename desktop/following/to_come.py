"""What is to happen in following the help, and when: the earliest first, what is late said so."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.weighing.following import Due, due
from casework.words import day_in_words
from desktop.cases.open_case import OpenCase
from desktop.flow.showing import show_if
from desktop.theme.cards import Sheet
from desktop.theme.runs import Run, RunLabel, bold


class ToCome(Sheet):
    """Gone where nothing is to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Wat er aankomt", padding=12, gap=4, parent=parent)
        self._lines = RunLabel()
        self.body.addWidget(self._lines)
        self.hide()

    def refresh(self, case: OpenCase) -> None:
        found = due(case.settled)
        runs: list[Run] = []
        for number, one in enumerate(found):
            runs += [Run("\n")] if number else []
            runs += self._line(one, late=one.day < case.today)
        self._lines.set_runs(runs)
        show_if(self, bool(found))

    def _line(self, one: Due, *, late: bool) -> list[Run]:
        day = f"{day_in_words(one.day)}{' (voorbij)' if late else ''}: "
        return [Run(day, "care", 600) if late else bold(day), Run(one.words)]
