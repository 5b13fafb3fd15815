"""Beside the preview: who gets it, which statements stay here, and what already left."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.questions import questions
from casework.steps.handover import Handover
from desktop.cases.open_case import OpenCase
from desktop.flow.field import Asking, QuestionRow
from desktop.handover.held_back import HeldBack
from desktop.handover.sendings import Sendings
from desktop.steps.handover import ROLES
from desktop.theme.look import current

_ROLE = "recipient_role"


class Sharing(QWidget):
    """`refresh` shows the case as it stands. `role` is put in its place by the screen: it decides what goes along."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(12))
        asking = Asking("Wat voor ontvanger is het?", options=ROLES, compact=True)
        self.role = QuestionRow(case, f"handover.{_ROLE}", questions(Handover)[_ROLE], asking, self)
        self.held_back = HeldBack(case)
        column.addWidget(self.held_back)
        self.sendings = Sendings(case)
        column.addWidget(self.sendings)

    def refresh(self) -> None:
        self.role.refresh()
        self.held_back.refresh()
        self.sendings.refresh()
