"""A fingerprint as people compare it: six groups of five digits, large, to read to each other."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from desktop import ask
from desktop.theme.fitted import Fitted
from desktop.theme.fonts import FIGURES
from desktop.theme.label import Plain
from desktop.theme.look import current

_COLUMNS = 3
_PX = 26


class Fingerprint(Fitted, QWidget):
    """A screen reader gets it digit by digit."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(24))
        grid.setVerticalSpacing(current().px(4))
        self.setAccessibleName("Vingerafdruk: " + ", ".join(" ".join(group) for group in text.split()))
        self._groups = [QLabel(group) for group in text.split()]
        for at, label in enumerate(self._groups):
            grid.addWidget(label, at // _COLUMNS, at % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self._fit()

    def _fit(self) -> None:
        font = current().font("body")
        font.setFamily(FIGURES)
        font.setPixelSize(current().px(_PX))
        for label in self._groups:
            if label.font() != font:
                label.setFont(font)


class CompareBox(ask.Box):
    """Shows whose keys are in a file, and waits until a person says that the fingerprints are the same.

    Either all of it is typed over as it was read out, or compared by eye; what differs lets nobody through.
    """

    def __init__(self, parent: QWidget, question: str, line: str, who: str, fingerprint: str, act: str) -> None:
        super().__init__(parent, question, line, act)
        self._digits = _digits(fingerprint)
        self.body.addWidget(Plain(f"In het bestand staat de vingerafdruk van {who}:", "body", strong=True))
        self.body.addWidget(Fingerprint(fingerprint))
        self.typed = self.field("Typ wat de ander voorleest van het eigen scherm")
        self.typed.setMaxLength(60)
        self.same = QCheckBox("Of: wij vergeleken alle zes groepen, en ze zijn gelijk")
        self.body.addWidget(self.same)
        self.wrong = Plain("", "small", "stop", strong=True)
        self.body.addWidget(self.wrong)
        self.typed.textChanged.connect(self._judge)
        self.same.toggled.connect(self._judge)
        self._judge()
        self.typed.setFocus()

    def _judge(self) -> None:
        typed = _digits(self.typed.text())
        differs = not self._digits.startswith(typed)
        self.wrong.setText(
            "Dit is niet dezelfde vingerafdruk. Neem het bestand niet over, en vraag de ander om een nieuw bestand."
            if differs
            else ""
        )
        self.act.setEnabled(not differs and (typed == self._digits or (not typed and self.same.isChecked())))


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
