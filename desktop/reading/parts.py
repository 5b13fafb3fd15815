"""The pieces such a page is made of: a head with text under it, marked lines, links, pairs of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run
from desktop.theme.sign import Sign
from desktop.weighing.line import LineButton


def told(title: str, text: str) -> Sheet:
    """A card with a paragraph."""
    card = Sheet(title)
    card.body.addWidget(Plain(text))
    return card


def lines(title: str, texts: Iterable[str], sign: str, role: str = "ink_quiet") -> Sheet:
    """A card with lines that each have the same mark before them."""
    card = Sheet(title, gap=6)
    for text in texts:
        card.body.addLayout(marked(Plain(text), sign, role))
    return card


def marked(words: QWidget, sign: str, role: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().px(10))
    row.addWidget(Sign(sign, role, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def link(runs: Sequence[Run], go: Callable[[], object]) -> LineButton:
    """A line that leads somewhere."""
    line = LineButton(runs, step="body")
    line.clicked.connect(lambda: go())
    return line


def pairs(title: str, rows: Iterable[tuple[str, str]]) -> Sheet:
    """A card with words and what they come to, in two columns."""
    card = Sheet(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(current().px(16))
    grid.setVerticalSpacing(current().px(4))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for at, (label, value) in enumerate(rows):
        grid.addWidget(Plain(label[:1].upper() + label[1:], "small", "ink_quiet"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Plain(value, "small"), at, 1, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(grid)
    return card


def clear(column: QVBoxLayout) -> None:
    """Take everything out of a column, at once for the eye and a screen reader."""
    while (item := column.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
