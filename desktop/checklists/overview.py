"""All checklists in a few lines: which is open and why, what it comes to, and the way to each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.knowledge import Checklist
from casework.steps import FLOW
from casework.steps.intake import needs_investigation
from casework.words import counted
from desktop.cases.open_case import OpenCase
from desktop.checklists.head import opened_because
from desktop.checklists.result import CHANGEABILITY, outcome_of, result_of
from desktop.flow.showing import show_if
from desktop.steps import step_of
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.runs import Run, bold, quiet
from desktop.weighing.line import LineButton

_LINE = "Een checklijst gaat open door een regel, of omdat u haar opent. Kies een lijst om erheen te gaan."


class ChecklistOverview(Sheet):
    """`chosen` carries the path of a checklist. A step that belongs to another route has none."""

    chosen = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget) -> None:
        super().__init__("Checklijsten", gap=6, parent=parent)
        self._case = case
        self.body.addWidget(Plain(_LINE, "small", "ink_quiet"))
        self.lines: dict[str, LineButton] = {}
        for name in sorted(case.pack.checklists, key=lambda one: (FLOW.by_id[step_of(_path(one))].number, one)):
            line = self.lines[name] = LineButton([Run("")], step="body")
            line.clicked.connect(lambda _=False, name=name: self.chosen.emit(_path(name)))
            self.body.addWidget(line)
        case.weighed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the last weighing found."""
        for name, line in self.lines.items():
            line.set_runs(self._runs(self._case.pack.checklists[name]))
        show_if(self, needs_investigation(self._case.settled))

    def _runs(self, checklist: Checklist) -> list[Run]:
        step = FLOW.by_id[step_of(_path(checklist.id))].number
        head = [quiet(f"Stap {step}  "), Run(checklist.title, "primary", 600)]
        outcome = outcome_of(checklist.id, self._case.assessment)
        if outcome is None and checklist.id != CHANGEABILITY:
            return [*head, quiet("  dicht")]
        result = result_of(checklist, self._case.assessment)
        leads = result.found[0].conclusion.title if result.found else "nog geen conclusie"
        left = len(result.open_points)
        why = "" if checklist.id == CHANGEABILITY else f". {opened_because(self._case, checklist, outcome)}"
        still = f", nog {counted(left, 'punt', 'punten')} open" if left else ""
        return [*head, quiet("  "), bold(leads), quiet(f"{still}{why}".replace("..", "."))]


def _path(checklist: str) -> str:
    return f"checklists.{checklist}"
