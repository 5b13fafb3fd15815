"""Single answers that would move the level or the conclusion, each a line that leads to its question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.weighing.assessment import WouldChange
from casework.words import in_words
from desktop.cases.open_case import OpenCase
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run, bold, quiet
from desktop.weighing.line import LineButton

_KINDS = {"eerst_nagaan": "Eerst nagaan", "te_veranderen": "Te veranderen"}
_NOTHING = "Geen los antwoord verschuift de weging."


class WouldChangeBlock(QWidget):
    """`chosen` carries the path of the question a line is about."""

    chosen = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Wat zou dit veranderen?")
        self._case = case
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(4))
        case.weighed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the last weighing found."""
        found = self._case.assessment.would_change if self._case.assessment else ()
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for kind, words in _KINDS.items():
            mine = [one for one in found if one.kind == kind]
            if mine:
                self._column.addWidget(Plain(words, "body", strong=True))
            for one in mine:
                line = LineButton(_runs(one), step="body")
                line.clicked.connect(lambda _=False, path=one.field: self.chosen.emit(path))
                self._column.addWidget(line)
        if not found:
            self._column.addWidget(Plain(_NOTHING, "small", "ink_quiet"))


def _runs(one: WouldChange) -> list[Run]:
    label = one.label or one.field
    now = "onbekend" if one.from_ is None else in_words(one.from_)
    about = f"{label[:1].upper()}{label[1:]}"
    return [
        quiet(f"{about}{' Nu' if about.endswith('?') else ': nu'} {now}. Bij "),
        bold(in_words(one.to)),
        quiet(f": {one.effect}."),
    ]
