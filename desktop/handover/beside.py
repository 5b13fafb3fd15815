"""Two lists beside the document that hold nothing back: what its receiver still misses, and how plainly it reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.handover.readable import Readable
from casework.weighing.assessment import Wanted
from casework.words import counted
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import Run, bold, quiet
from desktop.weighing.line import LineButton


class _Lines(QWidget):
    """A head, a line under it, and lines to press. Made anew only when what it shows is another value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(4))
        self._shown: object = None
        self.hide()

    def _is_new(self, shown: object) -> bool:
        if shown == self._shown:
            return False
        self._shown = shown
        clear(self._column)
        return True

    def _say(self, head: str, under: str) -> None:
        self._column.addWidget(Plain(head, "body", strong=True))
        self._column.addWidget(Plain(under, "label", "ink_quiet"))

    def _press(self, runs: Sequence[Run], tip: str, act: Callable[[], None]) -> None:
        line = LineButton(runs)
        line.setAccessibleDescription(tip)
        line.clicked.connect(act)
        self._column.addWidget(line)


class WantedList(_Lines):
    """What the receiving side needs for the chosen help and is not asked yet. `go_to` carries the path of the field."""

    go_to = Signal(str)

    def show_wanted(self, wanted: Sequence[Wanted]) -> None:
        self.setVisible(bool(wanted))
        if not self._is_new(tuple(wanted)) or not wanted:
            return
        self._say(f"De ontvanger mist nog {counted(len(wanted), 'antwoord', 'antwoorden')}", "Dit houdt niets tegen.")
        for one in wanted:
            self._press([bold(one.what), quiet(f": {one.why}")], f"Eis bij {one.kind}", self._going(one.path))

    def _going(self, path: str) -> Callable[[], None]:
        return lambda: self.go_to.emit(path)


class ReadingList(_Lines):
    """How a version for a family measures against B1. `reveal` carries a sentence that may want another look."""

    reveal = Signal(str)

    def show_readable(self, found: Readable | None) -> None:
        """None for a version that is not for a family."""
        self.setVisible(found is not None)
        if not self._is_new(found) or found is None:
            return
        mean = f"Een zin telt gemiddeld {found.mean:.0f} woorden."
        if found.is_plain:
            self._say("Leest makkelijk (B1)", f"{mean} Geen zin is te lang en er staan geen moeilijke woorden in.")
            return
        many = counted(len(found.hard), "zin vraagt", "zinnen vragen")
        self._say(f"{many} aandacht (B1)" if found.hard else "De zinnen zijn lang (B1)", mean)
        for one in found.hard:
            self._press([Run(f"‘{one.sentence}’ "), quiet(one.advice)], "Wijs de zin aan", self._pointing(one.sentence))

    def _pointing(self, sentence: str) -> Callable[[], None]:
        return lambda: self.reveal.emit(sentence)
