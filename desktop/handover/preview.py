"""The document as it will read, block by block, as widgets. A sentence that came from somewhere leads back to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.handover.blocks import (
    Block,
    Callout,
    Document,
    Facts,
    Goal,
    GoalTrend,
    Heading,
    Items,
    NetworkMap,
    NewPage,
    Origin,
    Paragraph,
    Table,
    Text,
    Thread,
    Timeline,
    Withheld,
)
from desktop.pictures.drawing import Drawing, pen
from desktop.pictures.goal_gauge import GoalGauge
from desktop.pictures.goal_trend import GoalTrendDrawing
from desktop.pictures.network_map import NetworkDrawing
from desktop.pictures.picture import PictureView
from desktop.pictures.timeline import TimelineDrawing
from desktop.render.geometry import scale_ticks
from desktop.theme import cards
from desktop.theme.chips import Tag, thread_pill
from desktop.theme.label import Plain, heading
from desktop.theme.look import Look, current
from desktop.theme.runs import Run, RunLabel, bold, quiet
from desktop.theme.sign import Sign

WIDTH = 704
_CALLOUTS = {
    "ask": ("message-circle", ""),
    "safe": ("shield-check", ""),
    "care": ("triangle-alert", "care"),
    "stop": ("octagon-alert", "stop"),
    "meet": ("calendar", ""),
    "open": ("circle-alert", "care"),
    "note": ("info", ""),
}


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


class Sourced(QFrame):
    """Part of the document with an origin: can be pointed at, by mouse and by keyboard. `followed` on Enter."""

    pointed = Signal(object)
    followed = Signal(object)

    def __init__(self, inside: QWidget, origin: Origin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origin = origin
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)
        self.setAccessibleDescription(f"Herkomst: {origin.words}" if origin.words else "Enter gaat naar het veld")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAutoFillBackground(True)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), current().colour("mark"))
        self.setPalette(ground)
        self.pointed.emit(self._origin)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAutoFillBackground(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.followed.emit(self._origin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.followed.emit(self._origin)
        else:
            super().keyPressEvent(event)


class Paper(QFrame):
    """One document on a white sheet. `pointed` and `followed` carry the origin of what is pointed at."""

    pointed = Signal(object)
    followed = Signal(object)

    def __init__(self, document: Document, whose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.setMaximumWidth(current().px(WIDTH))
        self._column = QVBoxLayout(self)
        self._head(document, whose)
        for block in document.blocks:
            self._add(block)
        self._column.addStretch(1)
        self._fit()

    def _head(self, document: Document, whose: str) -> None:
        row = QHBoxLayout()
        row.addWidget(Sign("mark", "primary", 20))
        row.addWidget(Plain("Overdracht jeugdhulp", "body", strong=True), 1)
        practice = "OEFENING, " if document.practice else ""
        row.addWidget(Plain(f"{practice}{document.cover.document_id}, {whose}", "small", "ink_quiet", wrap=False))
        self._column.addLayout(row)
        self._column.addWidget(GaugeRule())
        self._column.addWidget(heading(document.cover.title))
        self._column.addWidget(Plain(document.cover.subtitle, "body", "ink_quiet"))
        if document.cover.columns:
            self._column.addWidget(_columns(document.cover.columns))

    def _add(self, block: Block) -> None:
        made, origin = widget_for(block)
        if isinstance(block, Items):
            self._items(block)
        elif made is not None:
            if isinstance(made, PictureView):
                made.pointed.connect(lambda path: self.pointed.emit(Origin(path)))
                made.opened.connect(lambda path: self.followed.emit(Origin(path)))
            self._column.addWidget(self._sourced(made, origin))

    def _items(self, block: Items) -> None:
        for number, item in enumerate(block.items, start=1):
            mark = f"{number}. " if block.numbered else "• "
            self._column.addWidget(self._sourced(_paragraph(item, mark), item.origin))

    def _sourced(self, made: QWidget, origin: Origin | None) -> QWidget:
        if origin is None or not origin.path:
            return made
        held = Sourced(made, origin)
        held.pointed.connect(self.pointed)
        held.followed.connect(self.followed)
        return held

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        look = current()
        self._column.setContentsMargins(look.px(40), look.px(24), look.px(36), look.px(40))
        self._column.setSpacing(look.px(8))


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


def widget_for(block: Block) -> tuple[QWidget | None, Origin | None]:
    """The widget that shows a block, and where the block came from. Total: a new kind of block does not pass mypy."""
    match block:
        case Heading():
            return _heading(block), None
        case Paragraph():
            return _paragraph(block), block.origin
        case Facts():
            return _pairs(block.rows), block.origin
        case Items():
            return None, None  # each item has an origin of its own
        case Table():
            return _table(block), None
        case Callout():
            return _callout(block), block.origin
        case Thread():
            return _thread(block), block.origin
        case Goal():
            return _goal(block), block.origin
        case GoalTrend():
            return GoalTrendDrawing(block), None
        case Timeline():
            return TimelineDrawing(block), None  # each part of it leads to a field of its own
        case NetworkMap():
            return NetworkDrawing(block), None
        case Withheld():
            return cards.Withheld("hidden", block.what, block.why), None
        case NewPage():
            return _new_page(), None
        case _:
            assert_never(block)


def _heading(block: Heading) -> QWidget:
    words = f"{block.code.removeprefix('H')}  {block.text}" if block.code else block.text
    made = Plain(words, "question" if block.level == 1 else "body", strong=True)
    made.setContentsMargins(0, current().px(14 if block.level == 1 else 6), 0, 0)
    return made


def _runs(texts: Sequence[Text]) -> list[Run]:
    return [Run(f"“{one.text}”" if one.quoted else one.text, weight=700 if one.strong else None) for one in texts]


def _paragraph(block: Paragraph, mark: str = "") -> QWidget:
    lead = [quiet(mark)] if mark else []
    return RunLabel([*lead, *_runs(block.runs)])


def _pairs(rows: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(14))
    grid.setVerticalSpacing(current().px(2))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    for line, (label, words) in enumerate(rows):
        grid.addWidget(Plain(label, "small", "ink_quiet"), line, 0)
        grid.addWidget(Plain(words), line, 1)
    return holder


def _table(block: Table) -> QWidget:
    """A row of a table as pairs under its head cell: it reads at any width, and aloud."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(4))
    column.addWidget(Plain(block.caption, "small", "ink_quiet"))
    for row in block.rows:
        parts: list[Run] = [bold(row[0])]
        for head, cell in zip(block.head[1:], row[1:], strict=True):
            if cell:
                parts += [quiet(f"  {head.lower()} "), Run(cell)]
        column.addWidget(RunLabel(parts))
    return holder


def _callout(block: Callout) -> QWidget:
    icon, signal = _CALLOUTS[block.kind]
    made = QFrame()
    if signal:
        made.setProperty("signal", signal)
    else:
        made.setProperty("role", "sheet")
    row = QHBoxLayout(made)
    look = current()
    row.setContentsMargins(look.px(12), look.px(9), look.px(12), look.px(9))
    row.setSpacing(look.px(10))
    row.addWidget(Sign(icon, signal or "primary"), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(look.px(2))
    words.addWidget(Plain(block.title, "body", strong=True))
    if block.runs:
        words.addWidget(RunLabel(_runs(block.runs)))
    row.addLayout(words, 1)
    return made


def _thread(block: Thread) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().px(10))
    row.addWidget(Tag(thread_pill(block.code, loose=bool(block.loose))), 0, Qt.AlignmentFlag.AlignTop)
    belongs = [quiet(f"  hoort bij {', '.join(block.belongs_to)}")] if block.belongs_to else []
    loose = [Run(f"  los eind: {block.loose}", "care", 600)] if block.loose else []
    row.addWidget(RunLabel([bold(block.text), *belongs, *loose]), 1)
    return made


def _goal(block: Goal) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(6))
    head = QHBoxLayout()
    head.addWidget(Tag(thread_pill(block.code)), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(RunLabel([bold(block.words)]), 1)
    column.addLayout(head)
    told = [("Te merken aan", block.measured_by), ("Van wie", block.owner), ("Kijken we op", block.by)]
    column.addWidget(_pairs([(label, words) for label, words in told if words]))
    column.addWidget(GoalGauge(block.start, block.target, block.start))
    return made


def _new_page() -> QWidget:
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    line.setAccessibleName("Nieuwe bladzijde")
    return line
