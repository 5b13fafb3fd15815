"""The pieces such a page is made of: a head with text under it, marked lines, links, pairs of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.cards import Sheet
from desktop.theme.chips import status_tag
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, title
from desktop.theme.look import current
from desktop.theme.runs import Run
from desktop.theme.sign import Sign
from desktop.weighing.line import LineButton


def head(name: str, tags: Iterable[str], note: str = "") -> QWidget:
    """What the page is about: its name, in a word or two what kind of thing it is, and what one must know of it."""
    whole, about = QWidget(), QWidget()
    column, row = QVBoxLayout(whole), FlowLayout(about)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(8))
    column.addWidget(title(name))
    for words in filter(None, tags):
        row.addWidget(status_tag(words))
    column.addWidget(about)
    if note:
        column.addWidget(Plain(note, "small", "ink_quiet"))
    return whole


def told(heading: str, text: str) -> Sheet:
    """A card with a paragraph."""
    card = Sheet(heading)
    card.body.addWidget(Plain(text))
    return card


def lines(heading: str, texts: Iterable[str], sign: str, role: str = "ink_quiet") -> Sheet:
    """A card with lines that each have the same mark before them."""
    card = Sheet(heading, gap=6)
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


def pairs(heading: str, rows: Iterable[tuple[str, str]]) -> Sheet:
    """A card with words and what they come to, in two columns."""
    card = Sheet(heading)
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
