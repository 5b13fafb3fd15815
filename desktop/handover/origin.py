"""Where a sentence of the document came from: who said it, of what kind, on which day, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from casework.handover.blocks import Origin
from casework.handover.need_to_know import may_be_held_back
from casework.steps import FLOW
from desktop.steps import step_of
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.chips import KIND_ICONS
from desktop.theme.label import Plain
from desktop.theme.sign import Sign


class OriginCard(Sheet):
    """`followed` carries the path of the field; `withheld` that of a statement that is to stay here."""

    followed = Signal(str)
    withheld = Signal(str)

    def __init__(self) -> None:
        super().__init__("Waar komt dit vandaan?")
        self._path = ""
        self._lines = [(Sign("user-round"), Plain("", "small")), (Sign("eye"), Plain("", "small")),
                       (Sign("list-checks"), Plain("", "small"))]  # fmt: skip
        for sign, words in self._lines:
            row = QHBoxLayout()
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self.body.addLayout(row)
        self._go = button("Naar het veld", "plain", small=True)
        self._go.clicked.connect(lambda: self.followed.emit(self._path))
        self.body.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        self._keep = button("Niet delen…", "plain", "eye-off", small=True)
        self._keep.setToolTip("Deze uitspraak blijft hier. De ontvanger leest dat er iets ontbreekt, en waarom.")
        self._keep.clicked.connect(lambda: self.withheld.emit(self._path))
        self.body.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_origin(self, origin: Origin) -> None:
        self._path = origin.path
        step = FLOW.by_id.get(step_of(origin.path))
        when = ", ".join(part for part in (origin.kind, origin.on) if part)
        said = (origin.who, when, f"stap {step.number}, {step.title}" if step else "")
        self._lines[1][0].show_icon(KIND_ICONS.get(origin.kind, "calendar"), "ink")
        for (sign, words), text in zip(self._lines, said, strict=True):
            words.setText(text)
            words.setVisible(bool(text))
            sign.setVisible(bool(text))
        self._go.setText(f"Naar stap {step.number}" if step else "Naar het veld")
        self._go.setVisible(step is not None)
        self._keep.setVisible(may_be_held_back(origin.path))
        self.show()
