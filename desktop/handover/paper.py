"""The white sheet: the head of the document and its pieces. What did not change stays as it is, with its focus."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QElapsedTimer, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casework.handover.blocks import Document, Origin
from casework.handover.wording import document_name, reader_words
from desktop.handover.pieces import Piece, pieces, widget_for
from desktop.handover.sourced import Sourced
from desktop.pictures.drawing import Drawing, pen
from desktop.pictures.picture import PictureView
from desktop.render.bidi import in_dutch
from desktop.render.geometry import scale_ticks
from desktop.theme.fitted import Fitted
from desktop.theme.label import Plain, heading
from desktop.theme.look import Look, current
from desktop.theme.sign import Sign

WIDTH = 704


class GaugeRule(Drawing):
    """The rule at the head of every printed page: a line with ticks."""

    def extent(self, look: Look) -> QSize:
        return QSize(look.px(200), look.px(12))

    def draw(self, painter: QPainter, look: Look) -> None:
        painter.setPen(pen(look, "ink", 2))
        painter.drawLine(QPointF(0, look.scale), QPointF(self.width(), look.scale))
        for tick in scale_ticks(self.width() - 1.5, 30, every=5):
            painter.setPen(pen(look, "ink", 1.2))
            painter.drawLine(QPointF(tick.x + 0.75, 0), QPointF(tick.x + 0.75, look.px(11 if tick.major else 6)))


class Desk(QWidget):
    """What the sheet lies on: a shade away from it; in high contrast the same ground, and the sheet has an edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("window" if _high_contrast() else "line"))
        painter.end()


def _high_contrast() -> bool:
    """A line is as strong as words there: as a ground it would shine."""
    return current().tokens.line == current().tokens.ink


class Head(QWidget):
    """What stands above the first section: which document this is, its title, and from whom for whom."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(8))
        row = QHBoxLayout()
        row.addWidget(Sign("mark", "primary", 20))
        self._name = Plain("", "body", strong=True)
        row.addWidget(self._name, 1)
        self._number = Plain("", "small", "ink_quiet", wrap=False)
        row.addWidget(self._number)
        column.addLayout(row)
        column.addWidget(GaugeRule())
        self._title, self._subtitle = heading(""), Plain("", "body", "ink_quiet")
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        self._between = QVBoxLayout()
        column.addLayout(self._between)
        self._columns: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def show_document(self, document: Document) -> None:
        """Its name, number and reader, and what the cover says."""
        cover, practice = document.cover, "OEFENING, " if document.practice else ""
        self._name.setText(document_name(document))
        self._number.setText(f"{practice}{cover.document_id}, {reader_words(document)}")
        self._title.setText(in_dutch(cover.title))
        self._subtitle.setText(cover.subtitle)
        self._subtitle.setVisible(bool(cover.subtitle))
        if cover.columns == self._columns:
            return
        self._columns = cover.columns
        if (item := self._between.takeAt(0)) is not None and (before := item.widget()) is not None:
            before.hide()
            before.deleteLater()
        if cover.columns:
            self._between.addWidget(_columns(cover.columns))


class Paper(Fitted, QFrame):
    """One document on a white sheet. `pointed` and `followed` carry the origin of what is pointed at.

    What is new is made in turns by `make_some`, from where one is reading on.
    """

    pointed = Signal(object)
    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self._column = QVBoxLayout(self)
        self._head = Head()
        self._column.addWidget(self._head)
        self._body = QVBoxLayout()
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        self._pieces: list[Piece] = []
        self._widgets: list[QWidget | None] = []
        self._to_make: deque[int] = deque()
        self._fit()

    def show_document(self, document: Document, at: int = 0, hard: Sequence[str] = ()) -> None:
        """Put this document on the sheet. `at`: the number of the piece one is reading, which is made first.

        hard: sentences to mark.
        """
        self._head.show_document(document)
        with self._laid_out_once():
            gone = self._keep_equal(list(pieces(document.blocks, hard)))
            missing = [number for number, widget in enumerate(self._widgets) if widget is None]
            self._to_make = deque([*(one for one in missing if one >= at), *(one for one in missing if one < at)])
            self._hand_on_focus(gone)
            for _, widget in gone:
                widget.hide()
                widget.deleteLater()

    def make_some(self, count: int, milliseconds: int) -> bool:
        """Make at least so many pieces, and go on for so long; whether there is more to make."""
        since = QElapsedTimer()
        since.start()
        with self._laid_out_once():
            while self._to_make and (count > 0 or since.elapsed() < milliseconds):
                self._make(self._to_make.popleft())
                count -= 1
        return bool(self._to_make)

    def finish(self) -> None:
        """Make every piece now."""
        self.make_some(len(self._to_make), 0)

    def piece_at(self, y: int) -> tuple[int, QWidget | None]:
        """The first piece that reaches below a height of the sheet: its number, and its widget."""
        for number, widget in enumerate(self._widgets):
            if widget is not None and widget.geometry().bottom() >= y:
                return number, widget
        return 0, None

    def piece_with(self, hard: str) -> QWidget | None:
        """The first piece in which this sentence is marked, made now if need be."""
        for number, piece in enumerate(self._pieces):
            if hard in piece.hard:
                if self._widgets[number] is None:
                    self.finish()
                return self._widgets[number]
        return None

    def has(self, widget: QWidget) -> bool:
        """Whether it is still one of the pieces."""
        return any(one is widget for one in self._widgets)

    # -- inside

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Every part that is shown would have the whole sheet laid out anew."""
        self._column.setEnabled(False)
        try:
            yield
        finally:
            self._column.setEnabled(True)
            self._column.activate()

    def _keep_equal(self, wanted: list[Piece]) -> list[tuple[Piece, QWidget]]:
        """Take the new pieces, each with the widget of an equal one that stood here; returns what has no place left."""
        standing: defaultdict[Piece, deque[QWidget]] = defaultdict(deque)
        for piece, widget in zip(self._pieces, self._widgets, strict=True):
            if widget is not None:
                standing[piece].append(widget)
        self._pieces = wanted
        self._widgets = [standing[piece].popleft() if standing.get(piece) else None for piece in wanted]
        gone = [(piece, widget) for piece, left in standing.items() for widget in left]
        for _, widget in gone:
            self._body.removeWidget(widget)
        for place, widget in enumerate(one for one in self._widgets if one is not None):
            if self._body.indexOf(widget) != place:
                self._body.insertWidget(place, widget)
        return gone

    def _hand_on_focus(self, gone: Sequence[tuple[Piece, QWidget]]) -> None:
        """The focus goes from a sentence that changed to what it became."""
        here = QApplication.focusWidget()
        path = next((piece.origin.path for piece, widget in gone if widget is here and piece.origin), None)
        for number in list(self._to_make) if path else ():
            origin = self._pieces[number].origin
            if origin is not None and origin.path == path:
                self._to_make.remove(number)
                self._make(number).setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _make(self, number: int) -> QWidget:
        piece = self._pieces[number]
        made = widget_for(piece)
        if isinstance(made, PictureView):
            made.pointed.connect(lambda path: self.pointed.emit(Origin(path)))
            made.opened.connect(lambda path: self.followed.emit(Origin(path)))
        elif piece.origin is not None and piece.origin.path:
            made = Sourced(made, piece.origin)
            made.pointed.connect(self.pointed)
            made.followed.connect(self.followed)
        self._widgets[number] = made
        self._body.insertWidget(sum(one is not None for one in self._widgets[:number]), made)
        made.show()  # at once, so that the layout has a place for it
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if _high_contrast():
            painter = QPainter(self)
            painter.setPen(pen(current(), "line"))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.end()

    def _fit(self) -> None:
        look = current()
        self.setMaximumWidth(look.px(WIDTH))
        self._column.setContentsMargins(look.px(40), look.px(24), look.px(36), look.px(40))
        self._column.setSpacing(look.px(8))
        self._body.setSpacing(look.px(8))


def _columns(columns: Sequence[tuple[str, tuple[str, ...]]]) -> QWidget:
    """Van, Voor, Gezag en toestemming: beside each other, as on the first page."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().px(16))
    for head, lines in columns:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Plain(head, "label", "ink_quiet"))
        for number, line in enumerate(lines):
            column.addWidget(Plain(line, "small", strong=number == 0))
        column.addStretch(1)
        row.addLayout(column, 1)
    return holder
