"""The lines of a list to look through: a title, and under it what tells it from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme.look import current
from desktop.theme.runs import WrappedRuns, bold, quiet

_Index = QModelIndex | QPersistentModelIndex
_UNDER = Qt.ItemDataRole.UserRole
_SIDE, _ABOVE = 18, 8


class Line(NamedTuple):
    """One line; `id` is what it stands for."""

    id: str
    title: str
    under: str


class Lines(QAbstractListModel):
    """The model under the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Line] = ()

    def show(self, found: Sequence[Line]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def row_of(self, line_id: str) -> int | None:
        return next((row for row, one in enumerate(self._found) if one.id == line_id), None)

    def id_at(self, row: int) -> str:
        return self._found[row].id if 0 <= row < len(self._found) else ""

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._found):
            return None
        line = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.under}"
        return line.under if role == _UNDER else None


class LineList(QListView):
    """The list itself: lines that wrap are measured anew when its width changes."""

    def __init__(self, lines: QAbstractListModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(lines)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setMinimumHeight(current().px(60))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()


class LineDelegate(QStyledItemDelegate):
    """Both lines wrap; the line is as high as they need in the width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look, view = current(), option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else look.px(260)
        name, under = self._texts(index, width - 2 * look.px(_SIDE))
        return QSize(width, round(name.size.height() + under.size.height()) + 2 * look.px(_ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect = current(), QRectF(option.rect)
        painter.save()
        paint_ground(painter, option)
        at = rect.topLeft() + QPointF(look.px(_SIDE), look.px(_ABOVE))
        name, under = self._texts(index, rect.width() - 2 * look.px(_SIDE))
        name.draw(painter, at)
        under.draw(painter, at + QPointF(0, name.size.height()))
        painter.restore()

    def _texts(self, index: _Index, width: float) -> tuple[WrappedRuns, WrappedRuns]:
        look = current()
        name = WrappedRuns([bold(str(index.data()))], look.font("body"), width)
        return name, WrappedRuns([quiet(str(index.data(_UNDER)))], look.font("small"), width)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """What a line stands on: whether it is chosen or pointed at, and the hairline under it."""
    look, rect = current(), QRectF(option.rect)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, look.colour("primary_soft" if chosen else "sunken"))
    if chosen:
        painter.fillRect(QRectF(rect.left(), rect.top(), look.px(4), rect.height()), look.colour("primary"))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
