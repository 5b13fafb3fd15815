"""A picture in three forms of the same: as a drawing, as a table, and in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.buttons import Switch
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.look import current


class ThreeForms(QWidget):
    """The drawing with its two twins; subclasses make those. `opened` carries the path of the field asked for."""

    opened = Signal(str)

    def __init__(self, name: str, drawing: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.drawing = drawing
        self.twin: QWidget | None = None
        self.switches = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, words in enumerate((name, "Tabel", "In woorden")):
            switch = Switch(words, "segment", ("first", "middle", "last")[number])
            self.switches.addButton(switch, number)
            row.addWidget(switch)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))
        self._column.addLayout(row)
        self._sheet = Sheet(padding=12)
        self._sheet.body.addWidget(drawing)
        self._column.addWidget(self._sheet)
        self.switches.button(0).setChecked(True)
        self.switches.idClicked.connect(self.show_form)
        self.hide()

    def show_form(self, form: int) -> None:
        """0 is the drawing, 1 the table, 2 the words."""
        self.switches.button(form).setChecked(True)
        if self.twin is not None:
            self.twin.setParent(None)
            self.twin.deleteLater()
            self.twin = None
        if form and self.has_something:
            self.twin = self.table() if form == 1 else in_words(self.words())
            self._sheet.body.addWidget(self.twin)
        self.drawing.setVisible(form == 0)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to draw."""
        raise NotImplementedError

    def table(self) -> QWidget:
        raise NotImplementedError

    def words(self) -> Sequence[str]:
        """The first sentence is about the whole."""
        raise NotImplementedError


def table_grid(heads: Sequence[str], stretches: Sequence[int]) -> tuple[QWidget, QGridLayout]:
    """A table with its heads, to be filled with `table_line`."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(16))
    grid.setVerticalSpacing(current().px(4))
    for column, (head, stretch) in enumerate(zip(heads, stretches, strict=True)):
        grid.addWidget(Plain(head, "small", "ink_quiet"), 0, column)
        grid.setColumnStretch(column, stretch)
    return made, grid


def table_line(grid: QGridLayout, number: int, columns: int) -> int:
    """A hairline above the row of that number; returns the line of the grid the row stands on."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    grid.addWidget(line, 2 * number + 1, 0, 1, columns)
    return 2 * number + 2


def in_words(sentences: Sequence[str]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(6))
    for number, sentence in enumerate(sentences):
        column.addWidget(Plain(sentence, "body", strong=number == 0))
    return made
