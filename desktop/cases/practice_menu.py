"""The menu of practice families: one press takes a fictional family in beside the other cases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.practice import families


class PracticeMenu(QMenu):
    """`chosen` carries the family. Filled when it opens: reading them all takes a moment."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for family in families():
            self.addAction(f"{family.name}: {family.line}", partial(self.chosen.emit, family))
