"""Short fields side by side: as many columns as the width has room for, counted in the size of the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.theme.look import current

FULL = 4
_EM = 15
_COLUMNS = ((42, 4), (30, 2))
"""From how many em wide, how many columns (look §6)."""


class FieldGrid(QWidget):
    """Fields in the order they were added, each over one to four quarters; what is hidden leaves no hole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._fields: list[tuple[QWidget, int]] = []
        self._placed: tuple[int, tuple[bool, ...]] = (0, ())

    def add(self, field: QWidget, span: int) -> None:
        """`span` in quarters of the width."""
        field.setParent(self)
        self._fields.append((field, span))

    def settle(self) -> None:
        """Place the fields anew if some came, went or the width asks for other columns."""
        wanted = (self._columns(), tuple(not field.isHidden() for field, _ in self._fields))
        if wanted != self._placed:
            self._placed = wanted
            self._place(wanted[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def _columns(self) -> int:
        em = self.width() / current().px(_EM)
        return next((columns for least, columns in _COLUMNS if em >= least), 1)

    def _place(self, columns: int) -> None:
        for field, _ in self._fields:
            self._grid.removeWidget(field)  # not takeAt: its item lives on, with a height that is no longer so
        look = current()
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(12))
        for column in range(FULL):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        line = column = 0
        for field, span in self._fields:
            if field.isHidden():
                continue
            span = max(1, min(columns, span if columns == FULL else span * columns // FULL))
            if column + span > columns:
                line, column = line + 1, 0
            self._grid.addWidget(field, line, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
