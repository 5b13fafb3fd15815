"""The box that makes the signal report: which quarter, and which sentences go along once a person has read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from casework.papers.signal_report import PROVISIONAL
from casework.pool.report import Report
from casework.words import listed
from desktop.ask import Box
from desktop.pool.desk import PoolDesk
from desktop.pool.report import Sentence, quarters, report_of, sentences, with_sentences
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current

_HEADS = {"reasons": "Waarom teams afweken", "missing": "Welk aanbod er niet was"}


class Reporting(Box):
    """After `agreed`, `report` is what was asked for."""

    def __init__(self, parent: QWidget, desk: PoolDesk, villages: Sequence[str]) -> None:
        line = "Geteld zonder personen: aantallen onder de vijf staan er niet in."
        super().__init__(parent, "Signaalrapport", line, "Maak het rapport")
        self._desk, self._villages = desk, villages
        self.quarter = QComboBox()
        for name in quarters(desk):
            self.quarter.addItem(f"kwartaal {name[-1]} van {name[:4]}", name)
        self.quarter.currentIndexChanged.connect(self._show)
        self.body.addWidget(field_label("Welk kwartaal?", self.quarter))
        self.body.addWidget(self.quarter)
        self._state = Plain("", "small", "care")
        self.body.addWidget(self._state)
        self._read = QWidget()
        self.ticks: dict[str, list[QCheckBox]] = {}
        self._show()
        self.quarter.setFocus()

    @property
    def report(self) -> Report:
        chosen = {name: [box.toolTip() for box in found if box.isChecked()] for name, found in self.ticks.items()}
        return with_sentences(self._report, chosen)

    def _show(self) -> None:
        """The sentences of a quarter: none is ticked before somebody read it."""
        self._report = report_of(self._desk, self.quarter.currentData())
        found = sentences(self._desk, self._report, self._villages)
        self._state.setText("" if self._report.final else f"{PROVISIONAL}. Houd deze telling voor uzelf.")
        self._state.setVisible(not self._report.final)
        self.body.removeWidget(self._read)
        self._read.hide()
        self._read.deleteLater()
        self._read, self.ticks = QWidget(), {}
        column = QVBoxLayout(self._read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(4))
        if any(found.values()):
            column.addWidget(Plain("Vink een zin alleen aan als niemand er een gezin in herkent.", "small"))
        for name, lines in found.items():
            if lines:
                column.addWidget(Plain(_HEADS[name], "body", strong=True))
            self.ticks[name] = [_tick(one) for one in lines]
            for box, one in zip(self.ticks[name], lines, strict=True):
                column.addWidget(Plain(one.words, "body"))
                if one.leads:
                    named = listed([f"‘{words}’" for words in one.leads])
                    column.addWidget(Plain(f"Kijk goed: {named} kan naar iemand leiden.", "small", "care"))
                column.addWidget(box)
        column.addStretch(1)
        self.body.addWidget(self._read, 0, Qt.AlignmentFlag.AlignTop)


def _tick(sentence: Sentence) -> QCheckBox:
    box = QCheckBox("Deze zin mag mee")
    box.setToolTip(sentence.words)
    box.setAccessibleName(f"Deze zin mag mee: {sentence.words}")
    return box
