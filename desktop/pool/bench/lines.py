"""The consults on a list: how the clock stands, the question, and where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casework.pool.line import Line
from casework.weighing.facts.working_days import working_days_left
from casework.words import term_in_words
from desktop.pool.words import about, kind, status
from desktop.reading.lines import LineList, paint_ground
from desktop.theme.chips import clock_pill
from desktop.theme.look import current
from desktop.theme.pill import Pill
from desktop.theme.runs import WrappedRuns, bold, quiet

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_SIDE, _ABOVE, _CLOCK, _STATUS = 14, 10, 190, 150
_AT_ONCE, _LOOKED = 24, 200


More = Callable[[int, int], Sequence[Line]]
"""What follows on a list: after how many lines, and how many at most."""


class ConsultLines(QAbstractListModel):
    """The model under the list, which grows as one scrolls; today: what the clocks are reckoned against."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._more: More = lambda after, most: ()
        self._whole = True
        self.today = date.min

    def show(self, more: More, today: date) -> None:
        self.beginResetModel()
        self._more, self.today = more, today
        self._lines = list(more(0, _AT_ONCE))
        self._whole = len(self._lines) < _AT_ONCE
        self.endResetModel()

    def canFetchMore(self, parent: _Index) -> bool:
        return not self._whole

    def fetchMore(self, parent: _Index) -> None:
        more = self._more(len(self._lines), _AT_ONCE)
        self._whole = len(more) < _AT_ONCE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(more) - 1)
            self._lines += more
            self.endInsertRows()

    def thread_at(self, row: int) -> str:
        return self._lines[row].thread if 0 <= row < len(self._lines) else ""

    def find(self, thread: str) -> int | None:
        """Its row, looked for a few screens far; None where it is not there."""
        while thread and not self._whole and len(self._lines) < _LOOKED and self._row_of(thread) is None:
            self.fetchMore(QModelIndex())
        return self._row_of(thread)

    def _row_of(self, thread: str) -> int | None:
        return next((row for row, one in enumerate(self._lines) if one.thread == thread), None)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.summary.get("question", "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self._clock(line), kind(line), line.summary.get("question", ""), about(line), status(line))
            return ". ".join(part for part in parts if part)
        return line if role == _LINE else None

    def _clock(self, line: Line) -> str:
        if line.summary.get("paused"):
            return term_in_words(0, paused=True)
        return term_in_words(working_days_left(self.today, line.due)) if line.due else ""


class ConsultList(LineList):
    """The list itself, which may hold thousands."""

    def __init__(self, lines: ConsultLines, parent: QWidget | None = None) -> None:
        super().__init__(lines, "Vragen aan de expertpool", parent)
        self.setItemDelegate(_Delegate(self))
        self.setLayoutMode(QListView.LayoutMode.Batched)  # what is in view first: measuring words takes its time
        self.setBatchSize(20)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


class _Delegate(QStyledItemDelegate):
    """Clock and type at the left, the question in the middle, where it is at the right; or above one another."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else current().px(400)
        return QSize(width, round(self._laid_out(None, QRectF(0, 0, width, 0), index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        paint_ground(painter, option)
        self._laid_out(painter, QRectF(option.rect), index)
        painter.restore()

    def _laid_out(self, painter: QPainter | None, rect: QRectF, index: _Index) -> float:
        """Draw a line, or only reckon how high it is."""
        look, line = current(), index.data(_LINE)
        model = index.model()
        assert isinstance(line, Line) and isinstance(model, ConsultLines)
        side, clock_width, status_width = look.px(_SIDE), look.px(_CLOCK), look.px(_STATUS)
        wide = rect.width() > look.px(560)
        pill = _pill(line, model.today)
        left = rect.left() + side
        top = rect.top() + look.px(_ABOVE)
        room = rect.width() - 2 * side - (clock_width + status_width if wide else 0)
        question = WrappedRuns([bold(str(index.data()))], look.font("body"), room)
        under = WrappedRuns([quiet(about(line))], look.font("small"), room)
        sort = WrappedRuns([quiet(kind(line))], look.font("small"), clock_width)
        where = WrappedRuns([quiet(status(line))], look.font("small"), status_width if wide else room / 2)
        size = pill.size() if pill else QSize(0, 0)
        words_left = left + clock_width if wide else left
        words_top = top if wide else top + max(size.height(), sort.size.height()) + look.px(4)
        if painter is not None:
            if pill:
                pill.paint(painter, QRectF(left, top, size.width(), size.height()))
            beside = size.width() + look.px(8) if pill else 0
            sort.draw(painter, QPointF(left, top + size.height() + look.px(3)) if wide else QPointF(left + beside, top))
            question.draw(painter, QPointF(words_left, words_top))
            under.draw(painter, QPointF(words_left, words_top + question.size.height()))
            if wide:
                where.draw(painter, QPointF(rect.right() - side - status_width + look.px(10), top))
        words = words_top - rect.top() + question.size.height() + under.size.height()
        clock = look.px(_ABOVE) + size.height() + look.px(3) + sort.size.height()
        return max(words, clock if wide else 0) + look.px(_ABOVE)


def _pill(line: Line, today: date) -> Pill | None:
    """The clock of a consult; none where nothing is waited for."""
    if line.summary.get("paused"):
        return clock_pill(0, paused=True)
    return None if line.due is None else clock_pill(working_days_left(today, line.due), short=1)
