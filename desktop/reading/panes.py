"""A list to look through at the left, what is read at the right; where it is narrow, one at a time with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.reading.lines import Line, LineList, Lines
from desktop.theme.buttons import button
from desktop.theme.label import Plain, heading
from desktop.theme.look import current
from desktop.theme.scroll import Scroll

NARROW_EM = 70
_LIST_WIDTH, _PAGE_WIDTH = 340, 820
_ANY_WIDTH = 16777215


class Filters(QWidget):
    """What one looks for. `changed` after every change; `words` is the field for free words."""

    changed = Signal()
    words: QLineEdit

    def set_wide(self, wide: bool) -> None:
        """There is width and little height, or the other way round."""


class Panes(QWidget):
    """`chosen` carries the id of a line one went to. `show_page` brings a page to read."""

    chosen = Signal(str)

    def __init__(self, name: str, filters: Filters, pages: Sequence[QWidget], foot: Sequence[QWidget] = (),
                 parent: QWidget | None = None) -> None:  # fmt: skip
        """name: what the list holds, in the plural. pages: what can be read, one at a time. foot: under the list."""
        super().__init__(parent)
        self.filters, self._pages, self._foot = filters, pages, foot
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list_side(name))
        row.addWidget(self._page_side(name), 1)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._open(now.row(), move=False))
        self.list.activated.connect(lambda now: self._open(now.row(), move=True))
        self.list.clicked.connect(lambda now: self._open(now.row(), move=True))
        self.arrange(reading=False)

    def show_lines(self, found: Sequence[Line], here: str, told: str) -> None:
        """What was found, with the line of what is being read marked; `told` says how many.

        Beside the list, what no longer fits makes place for the first that does: nobody takes it for an answer.
        """
        with QSignalBlocker(self.list.selectionModel()):
            self.lines.show(found)
        self.mark(here)
        self.count.setText(told)
        if here and found and not self.narrow and self.lines.row_of(here) is None:
            self.chosen.emit(found[0].id)

    def mark(self, line_id: str) -> None:
        """Mark the line of this id; none where the filters hide it."""
        row = self.lines.row_of(line_id)
        with QSignalBlocker(self.list.selectionModel()):
            if row is None:
                self.list.selectionModel().clear()
            else:
                self.list.setCurrentIndex(self.lines.index(row))
        if row is not None:
            self.list.scrollTo(self.lines.index(row))
        self.list.viewport().update()

    def show_page(self, page: QWidget) -> None:
        """Read this page, from its top."""
        for each in self._pages:
            each.setVisible(each is page)
        self.reading.verticalScrollBar().setValue(0)
        self.arrange(reading=True)

    def to_list(self) -> None:
        self.arrange(reading=False)
        self.list.setFocus()

    @property
    def regions(self) -> Sequence[QWidget]:
        return [self.side, self.reading]

    @property
    def narrow(self) -> bool:
        return self.width() < NARROW_EM * current().px(15)

    def arrange(self, *, reading: bool) -> None:
        """Side by side where there is room; else the list, or what one reads with a way back."""
        narrow, self._at_page = self.narrow, reading
        self.side.setVisible(not narrow or not reading)
        self.reading.setVisible(not narrow or reading)
        self.back.setVisible(narrow)
        self.filters.set_wide(narrow)
        for part in (self.title, *self._foot):  # the bar says it, and its menu has it
            part.setVisible(not narrow)
        wide = _ANY_WIDTH if narrow else current().px(_LIST_WIDTH)
        self.side.setMaximumWidth(wide)
        self.side.setMinimumWidth(0 if narrow else wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.to_list()
        elif event.key() == Qt.Key.Key_Down and self.filters.words.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_narrow = not self.back.isHidden()
        self.arrange(reading=self._at_page if was_narrow else self.reading.hasFocus())

    # -- inside

    def _list_side(self, name: str) -> QWidget:
        look = current()
        self.side = QFrame()
        self.side.setAccessibleName(f"{name} kiezen")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        self.title = heading(name)
        column.addWidget(self.title)
        column.addWidget(self.filters)
        self.count = Plain("", "small", "ink_quiet")
        column.addWidget(self.count)
        self.lines = Lines()
        self.list = LineList(self.lines, name)
        column.addWidget(self.list, 1)
        for part in self._foot:
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        return self.side

    def _page_side(self, name: str) -> QWidget:
        look = current()
        self.reading = Scroll(f"{name}: wat gekozen is", stop=True)
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setMaximumWidth(look.px(_PAGE_WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(24))
        self.back = button("Terug naar de lijst", "quiet", "arrow-left", small=True)
        self.back.clicked.connect(self.to_list)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for page in self._pages:
            column.addWidget(page)
        column.addStretch(1)
        self.reading.setWidget(inside)
        return self.reading

    def _open(self, row: int, *, move: bool) -> None:
        if line_id := self.lines.id_at(row):
            self.chosen.emit(line_id)
            self.arrange(reading=move or not self.narrow)
