"""The room IJkcliënten: looking through the library at the left, reading one at the right; narrow: one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from casework.knowledge import Pack, ReferenceClient
from casework.knowledge.library import find
from casework.weighing.likeness import words_of
from casework.words import counted
from desktop.library.filters import Filters
from desktop.library.how import HowPage
from desktop.library.lines import ClientLines, ClientList
from desktop.library.page import ClientPage, level_words
from desktop.room import Room
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.icons import icon
from desktop.theme.label import Plain, heading
from desktop.theme.look import current

NARROW_EM = 70
_LIST_WIDTH, _PAGE_WIDTH = 340, 820


class LibraryScreen(Room):
    """`show_client` opens a reference client by its id, from here or from a case."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pack: Pack | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.how_act = QAction(icon("scale"), "Hoe vergelijkt IJkpunt?", self)
        self.how_act.triggered.connect(self.show_how)
        self.acts = [self.how_act]

    @property
    def regions(self) -> Sequence[QWidget]:
        return [self.side, self.reading] if self._pack else [self]

    def refresh(self) -> None:
        """The library of the pack in use; built anew where another pack was installed."""
        if self._pack is not self.session.pack:
            self._build(self.session.pack)

    def show_client(self, client_id: str) -> None:
        """Read one. What the filters hide is shown all the same: one followed a link."""
        self.refresh()
        assert self._pack is not None
        client = self._pack.reference_clients.get(client_id)
        if client is None:
            return
        row = self.lines.row_of(client_id)
        with QSignalBlocker(self.list.selectionModel()):
            if row is None:
                self.list.selectionModel().clear()
            else:
                self.list.setCurrentIndex(self.lines.index(row))
        if row is not None:
            self.list.scrollTo(self.lines.index(row))
        self.list.viewport().update()
        self.page.show_client(client)
        self._read(self.page)

    def show_how(self) -> None:
        """How is compared, from the weights of the pack."""
        self.list.selectionModel().clear()
        self._read(self.how)

    # -- inside

    def _build(self, pack: Pack) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._pack = pack
        look = current()
        self.side = QFrame()
        self.side.setAccessibleName("IJkcliënten kiezen")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        self.title = heading("IJkcliënten")
        column.addWidget(self.title)
        self.filters = Filters(pack)
        column.addWidget(self.filters)
        self.count = Plain("", "small", "ink_quiet")
        column.addWidget(self.count)
        self.lines = ClientLines()
        self.list = ClientList(self.lines)
        column.addWidget(self.list, 1)
        self.how_button = button(self.how_act.text(), "quiet", "scale", small=True)
        self.how_button.clicked.connect(self.show_how)
        column.addWidget(self.how_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.side)
        self._row.addWidget(self._reading(pack), 1)
        self.filters.changed.connect(self._fill)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._open(now.row(), move=False))
        self.list.activated.connect(lambda now: self._open(now.row(), move=True))
        self.list.clicked.connect(lambda now: self._open(now.row(), move=True))
        self._fill()
        self.show_client(self.lines.client_id(0))
        self._arrange(reading=False)

    def _reading(self, pack: Pack) -> QWidget:
        look = current()
        self.reading = QScrollArea()
        self.reading.setWidgetResizable(True)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reading.setAccessibleName("De gekozen ijkcliënt")
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setMaximumWidth(look.px(_PAGE_WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(24))
        self.back = button("Terug naar de lijst", "quiet", "arrow-left", small=True)
        self.back.clicked.connect(self._to_list)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.page, self.how = ClientPage(pack), HowPage(pack)
        self.page.asked.connect(self.show_client)
        column.addWidget(self.page)
        column.addWidget(self.how)
        column.addStretch(1)
        self.reading.setWidget(inside)
        return self.reading

    def _fill(self) -> None:
        assert self._pack is not None
        found = find(self._pack, self.filters.wanted(), self.session.today)
        with QSignalBlocker(self.list.selectionModel()):
            self.lines.show([(one, self._under(one)) for one in found])
        here = self.page.client
        if here is not None and (row := self.lines.row_of(here.id)) is not None:
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(self.lines.index(row))
        total = len(self._pack.reference_clients)
        none = "Geen enkele past. Zoek met minder woorden, of haal een keuze weg."
        self.count.setText(f"{len(found)} van {counted(total, 'ijkcliënt', 'ijkcliënten')}" if found else none)

    def _under(self, client: ReferenceClient) -> str:
        assert self._pack is not None
        ages = words_of("age", (client.age.min, client.age.max), self._pack)
        return f"{level_words(self._pack, client.level)}, {ages}"

    def _open(self, row: int, *, move: bool) -> None:
        if client_id := self.lines.client_id(row):
            self.show_client(client_id)
            self._arrange(reading=move or not self.narrow)

    def _read(self, page: QWidget) -> None:
        for each in (self.page, self.how):
            each.setVisible(each is page)
        self.reading.verticalScrollBar().setValue(0)
        self._arrange(reading=True)

    def _to_list(self) -> None:
        self._arrange(reading=False)
        self.list.setFocus()

    @property
    def narrow(self) -> bool:
        return self.width() < NARROW_EM * current().px(15)

    def _arrange(self, *, reading: bool) -> None:
        """Side by side where there is room; else the list, or what one reads with a way back."""
        narrow = self.narrow
        self.side.setVisible(not narrow or not reading)
        self.reading.setVisible(not narrow or reading)
        self.back.setVisible(narrow)
        self.filters.set_wide(narrow)
        for part in (self.title, self.how_button):  # the bar says it, and its menu has it
            part.setVisible(not narrow)
        wide = 16777215 if narrow else current().px(_LIST_WIDTH)
        self.side.setMaximumWidth(wide)
        self.side.setMinimumWidth(0 if narrow else wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pack is not None and self.back.isVisible():
            self._to_list()
        elif event.key() == Qt.Key.Key_Down and self._pack is not None and self.filters.words.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pack is not None:
            self._arrange(reading=self.reading.hasFocus() or not self.list.isVisible())
