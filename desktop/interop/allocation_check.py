"""What iJw still asks of the chosen products, live beside them: each line leads to the field where it is mended.

Under them what the back office gets: the same files as the command line makes.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.ijw.propose import GRANTS, propose
from casework.steps.decision import DecisionAdvice
from desktop.cases.open_case import OpenCase
from desktop.flow.showing import show_if
from desktop.interop.outgoing import BackOfficeButtons
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import bold, quiet
from desktop.weighing.line import LineButton

_READY = "Het toewijzingsvoorstel voor de backoffice voldoet aan de regels van iJw."
_OPEN = "Nog nodig voor de backoffice (iJw 3.2)"


class AllocationCheck(QWidget):
    """`go_to` carries the path of the field. Nothing shows before help is granted and a product is chosen."""

    go_to = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._told: tuple[object, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(current().px(4))
        whole.addLayout(self._column)
        self.buttons = BackOfficeButtons(case)
        whole.addWidget(self.buttons)
        case.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, paths: object = None) -> None:
        """Judge anew; the lines are only made again when they differ, so that the focus stays where it is."""
        step = self._case.settled.of(DecisionAdvice)
        asked = step.decision.known in GRANTS and bool(step.products.known)
        unmet = propose(self._case.settled, self._case.pack).unmet if asked else ()
        show_if(self, asked)
        if (asked, *unmet) == self._told:
            return
        self._told = (asked, *unmet)
        clear(self._column)
        self._column.addWidget(Plain(_OPEN if unmet else _READY, "body", "ink" if unmet else "good", strong=True))
        for one in unmet:
            line = LineButton([bold(one.text), *([quiet(f" {one.rule}")] if one.rule != "XSD" else [])])
            line.clicked.connect(lambda _=False, path=one.path: self.go_to.emit(path))
            self._column.addWidget(line)
