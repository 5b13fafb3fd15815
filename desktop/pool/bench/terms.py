"""The terms the coordinator keeps for the pool: how many working days for what. They go along with the address book."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from casework.pool.clocks import LONGEST_TERM, Norms
from desktop import ask
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, field_label, title
from desktop.theme.look import current
from desktop.theme.page import Page

_LINE = (
    "In werkdagen, tenzij er iets anders staat. Na het bewaren rekent IJkpunt de klokken van alle open vragen opnieuw "
    "uit. Anderen krijgen de termijnen met de post."
)
_CONCEPT = "De termijnen die u hier vindt zijn een voorstel. Spreek ze af in de regio; dan gelden ze voor iedereen."
_WORDS = {
    "triage": "Bekijken van een nieuwe vraag",
    "phone": "Antwoord op een telefoonconsult",
    "consult": "Antwoord op een consultatie",
    "compulsory": "Verplicht advies",
    "urgent": "Antwoord bij spoed",
    "case_management": "Oppakken van casemanagement",
    "table": "Overleg (HSJ of MDO)",
    "decision": "Besluit van het team na een advies",
    "follow_up_days": "Eerste opvolging na het besluit",
    "second_follow_up_months": "Tweede opvolging na het besluit",
}
_UNITS = {"follow_up_days": ("dag", "dagen"), "second_follow_up_months": ("maand", "maanden")}
_WORKING_DAYS = ("werkdag", "werkdagen")


class TermsPage(Page):
    """`changed` when they were kept: the clocks are to be reckoned anew, and the post may go."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Termijnen van de expertpool", parent)
        self._session = session
        self.fields: dict[str, QSpinBox] = {}
        self.column.addWidget(title("Termijnen"))
        self.column.addWidget(Plain(_LINE, "body", "ink_quiet"))
        sheet = Sheet(gap=10)
        sheet.setAccessibleName("Termijnen")
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(current().px(8))
        grid.setColumnStretch(2, 1)
        for row, (name, words) in enumerate(_WORDS.items()):
            field = self.fields[name] = _Days()
            field.setRange(0, LONGEST_TERM)
            field.setSpecialValueText("dezelfde dag")
            field.valueChanged.connect(self._judge)
            grid.addWidget(field_label(words, field), row, 0)
            grid.addWidget(field, row, 1)
        sheet.body.addLayout(grid)
        sheet.body.addWidget(Plain(_CONCEPT, "small", "ink_quiet"))
        holder = QWidget()
        presses = FlowLayout(holder)
        self.keep_ = button("Bewaar", "primary")
        self.keep_.clicked.connect(self.keep_terms)
        self.proposed = button("Zet het voorstel terug")
        self.proposed.clicked.connect(lambda: self._show(Norms()))
        self.said = Plain("", "small")
        for part in (self.keep_, self.proposed, self.said):
            presses.addWidget(part)
        sheet.body.addWidget(holder)
        self.column.addWidget(sheet)
        self._show(session.pool.norms)

    @property
    def told(self) -> Norms:
        return Norms(**{name: field.value() for name, field in self.fields.items()})

    def refresh(self) -> None:
        """What is being changed stays as it stands."""
        if not self.keep_.isEnabled():
            self._show(self._session.pool.norms)

    def keep_terms(self) -> None:
        if not ask.tried(self, lambda: self._session.pool.keep_roster(norms=self.told)):
            return
        self._judge()
        self.said.setText("Bewaard. Anderen krijgen deze termijnen met de post.")
        self.changed.emit()

    def _show(self, norms: Norms) -> None:
        for name, field in self.fields.items():
            field.setValue(getattr(norms, name))
        self._judge()

    def _judge(self) -> None:
        told = self.told
        for name, field in self.fields.items():
            one, many = _UNITS.get(name, _WORKING_DAYS)
            field.setSuffix(f" {one if field.value() == 1 else many}")
        self.said.setText("")
        self.keep_.setEnabled(told != self._session.pool.norms)
        self.proposed.setEnabled(told != Norms())


class _Days(QSpinBox):
    """Does not change when the wheel passes over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
