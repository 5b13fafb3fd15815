"""The lines of the work list, and how one is painted: name, marks, and when it was changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casework.words import day_in_words
from desktop.store import CaseLine
from desktop.theme import icons
from desktop.theme.look import current
from desktop.theme.runs import ENDLESS, Run, WrappedRuns

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 54
LINE_ROLE = Qt.ItemDataRole.UserRole
UNDER_ROLE = Qt.ItemDataRole.UserRole + 1


class CaseLines(QAbstractListModel):
    """The model under the work list."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._lines: Sequence[CaseLine] = ()

    def show(self, lines: Sequence[CaseLine]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> CaseLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == UNDER_ROLE:
            return under(line, self._today)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{title(line)}, {under(line, self._today)}"
        return None


def title(line: CaseLine) -> str:
    return line.title or "Nog geen naam"


def under(line: CaseLine, today: date) -> str:
    """Oefengezin, in onderzoek, gewijzigd vandaag om 14:26."""
    at = line.changed_at.astimezone()
    when = f"vandaag om {at:%H:%M}" if at.date() == today else f"op {day_in_words(at.date())}"
    parts = ["oefengezin"] if line.practice else []
    parts += [line.status.lower()] if line.status and line.status != "open" else []
    text = ", ".join([*parts, f"gewijzigd {when}"])
    return text[:1].upper() + text[1:]


class CaseDelegate(QStyledItemDelegate):
    """Two lines of text behind a folder, or a sprout where it is practice."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(current().px(200), current().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, line = current(), index.data(LINE_ROLE)
        if line is None:
            return
        rect = QRectF(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hover:
            painter.fillRect(rect, look.colour("primary_soft" if chosen else "sunken"))
        if chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), look.px(4), rect.height()), look.colour("primary"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        side = look.px(18)
        sign = QRectF(rect.left() + look.px(18), rect.center().y() - side / 2, side, side)
        icons.paint(painter, "sprout" if line.practice else "folder-open", "expert" if line.practice else "edge", sign)
        left = sign.right() + look.px(14)
        name = WrappedRuns([Run(title(line), weight=700)], look.font("body"), ENDLESS)
        second = WrappedRuns([Run(index.data(UNDER_ROLE), "ink_quiet")], look.font("small"), ENDLESS)
        top = rect.center().y() - (name.size.height() + second.size.height()) / 2
        name.draw(painter, QPointF(left, top))
        second.draw(painter, QPointF(left, top + name.size.height()))
        painter.restore()
