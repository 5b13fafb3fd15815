"""A layout that puts parts side by side and goes on at the next line: chips and buttons wrap instead of being cut."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.theme.look import current


class FlowLayout(QLayout):
    """`gap` and `line_gap` in px at 100 %. A part wider than the line gets the whole line, and its height for that."""

    def __init__(self, parent: QWidget | None = None, gap: float = 8, line_gap: float = 8) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap, self._line_gap = gap, line_gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt wants null past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in shown) + current().px(self._gap) * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((hint.height() for hint in shown), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, move: bool) -> int:
        """Walks over the parts, moves them if asked, and returns the height it takes."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        look = current()
        gap, line_gap = look.px(self._gap), look.px(self._line_gap)
        x, y = area.left(), area.top()
        line: list[tuple[QLayoutItem, QRect]] = []
        bottom = y

        def finish() -> int:
            height = max((place.height() for _, place in line), default=0)
            for item, place in line if move else ():
                widget = item.widget()
                if item is line[-1][0] and widget and widget.property("divides"):
                    place.setWidth(0)  # at the end of a line there is nothing to divide
                item.setGeometry(place.translated(0, (height - place.height()) // 2))  # all on one middle
            line.clear()
            return y + height

        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > area.right() + 1:
                bottom = finish()
                x, y = area.left(), bottom + line_gap
            if size.width() > area.width() > 0:
                size.setWidth(area.width())
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(area.width()))
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + gap
        bottom = finish() if line else bottom
        return bottom - rect.top() + margins.bottom()
