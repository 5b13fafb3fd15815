"""The lists of the bench, at the left: what there is to do, what asks attention, what to learn from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casework.pool.bench import ATTENTION, SHELVES
from desktop.pool.bench.boards import BOARDS
from desktop.theme.label import Plain, heading
from desktop.theme.look import current
from desktop.theme.scroll import Scroll
from desktop.theme.sign import Sign

_SIGNS = {"te_laat": ("octagon-alert", "stop"), "verplicht_mist": ("octagon-alert", "stop")}


class Shelves(Scroll):
    """`chosen` carries the id of a list, `board_chosen` that of a page under them."""

    chosen = Signal(str)
    board_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Lijsten van de werkbank", parent)
        inside = QFrame()
        inside.setProperty("role", "rail")
        look = current()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, look.px(14), 0, look.px(14))
        self._column.setSpacing(0)
        self._column.addWidget(_inset(heading("Werkbank")))
        self.items: dict[str, _Item] = {}
        group = SHELVES[0].group
        for shelf in SHELVES:
            if shelf.group != group:
                self._column.addWidget(_inset(Plain(shelf.group, "small", "ink_quiet"), above=14))
                group = shelf.group
            item = self.items[shelf.id] = _Item(shelf.title, shelf.id if shelf.group == ATTENTION else "")
            item.clicked.connect(lambda _=False, shelf=shelf: self.chosen.emit(shelf.id))
            self._column.addWidget(item)
        self._column.addWidget(_inset(Plain("De pool", "small", "ink_quiet"), above=14))
        self.boards: dict[str, _Item] = {}
        for name, board in BOARDS.items():
            item = self.boards[name] = _Item(board.title)
            item.setAccessibleName(board.title)
            item.clicked.connect(lambda _=False, name=name: self.board_chosen.emit(name))
            self._column.addWidget(item)
        self.foot = Plain("", "small", "ink_quiet")
        self._column.addWidget(_inset(self.foot, above=16))
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        for name, item in self.items.items():
            item.show_count(counts[name])

    def show_at(self, at: str) -> None:
        """Which list or page is shown."""
        item = {**self.items, **self.boards}[at]
        item.setChecked(True)
        self.ensureWidgetVisible(item)


class _Item(QPushButton):
    """A list with how many stand in it, or a page. sign: of which list, where it asks attention."""

    def __init__(self, title: str, sign: str = "") -> None:
        super().__init__()
        self._title = title
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("role", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look = current()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), 0, look.px(14), 0)
        row.setSpacing(look.px(8))
        if sign:
            row.addWidget(Sign(*_SIGNS.get(sign, ("triangle-alert", "care"))))
        self._words = Plain(title, "body")
        self._count = Plain("", "body", wrap=False)
        row.addWidget(self._words, 1)
        row.addWidget(self._count)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._bold)

    def show_count(self, number: int) -> None:
        self._count.setText(str(number) if number else "")
        self.setAccessibleName(f"{self._title}, {number}")

    def _bold(self, on: bool) -> None:
        font = self._words.font()
        font.setBold(on)
        self._words.setFont(font)


def _inset(part: QWidget, above: int = 0) -> QWidget:
    look, around = current(), QWidget()
    row = QVBoxLayout(around)
    row.setContentsMargins(look.px(14), look.px(above), look.px(14), look.px(6))
    row.addWidget(part)
    return around
