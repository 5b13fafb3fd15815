"""What own strength, ordinary solutions and other laws leave: as computed, to be confirmed by a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.words import listed
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.runs import RunLabel, bold, quiet

PATH = "own_capacity.residual"
_NOTHING = "Er blijft geen behoefte over waarvoor individuele hulp nodig is. Zeg het gezin wat er wel is."


class ResidualBlock(Sheet):
    """The residual need with its reasons, and a button that confirms it as the answer."""

    def __init__(self, case: OpenCase, parent: QWidget) -> None:
        super().__init__(gap=6, parent=parent)
        self.setAccessibleName("Berekende resthulpvraag")
        self._case = case
        self.body.addWidget(Plain("Volgens de antwoorden hierboven blijft over:", "small", "ink_quiet"))
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.press = button("Bevestigen", "primary", "check", small=True)
        self.press.clicked.connect(self.confirm)
        self.body.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = Plain("", "small", "ink_quiet")
        self.body.addWidget(self._said)
        case.weighed.connect(self.refresh)
        self.refresh()

    def confirm(self) -> None:
        """Take the computed need over as the answer of step 9."""
        if self._case.assessment is not None:
            self._case.confirm(PATH, [need.id for need in self._case.assessment.residual_need])

    def refresh(self) -> None:
        """Show what the last weighing found."""
        found = self._case.assessment.residual_need if self._case.assessment else ()
        asked = bool(self._case.order("needs.needs")) and self._case.counts(PATH)
        clear(self._lines)
        for need in found:
            self._lines.addWidget(
                RunLabel([bold(f"{need.code} {need.what}"), quiet(f"  {need.extent}: {need.why}")], "body")
            )
        if not found:
            self._lines.addWidget(Plain(_NOTHING if asked else "Er staan nog geen behoeften (stap 8)."))
        given = Given.of(self._case.raw(PATH)).value
        confirmed = given is not None and list(given) == [need.id for need in found]
        self.press.setVisible(asked and not confirmed)
        other = listed([need.code for need in found]) or "geen behoefte"
        self._said.setText(
            "Bevestigd." if confirmed else f"Bevestigd was iets anders; de antwoorden wijzen nu op {other}."
        )
        self._said.setVisible(asked and given is not None)
        self.setVisible(self._case.counts(PATH))
