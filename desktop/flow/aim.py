"""Where one is on a page, and where one was led to: it stays in view while the page grows, until one scrolls."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.flow.field import QuestionRow
from desktop.theme.look import current


def seen_from(area: QScrollArea) -> tuple[str, int]:
    """The first question in view, by its path, and how many pixels below the upper edge it begins."""
    for row in area.findChildren(QuestionRow):
        above = _top(area, row) - area.verticalScrollBar().value()
        if row.isVisibleTo(area) and above + row.height() > 0:
            return row.path, above
    return "", 0


def _top(area: QScrollArea, inside: QWidget) -> int:
    page = area.widget()
    assert page is not None
    return inside.mapTo(page, QPoint(0, 0)).y()


class Aim(QObject):
    """A page that just opened grows for a while; without this the field would slide out of sight."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._field: QWidget | None = None
        self._top: QWidget | None = None
        self._held: QWidget | None = None
        self._above = 0
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._keep)
        bar.actionTriggered.connect(self.let_go)

    def from_top(self, path: str, above: int) -> None:
        """Scroll to where `seen_from` looked; the cursor stays where it is. A question that is gone scrolls nowhere."""
        self.let_go()
        self._top, self._above = self._area.findChild(QuestionRow, path), above
        if self._top is not None:
            self._top.destroyed.connect(self.let_go)
        self._keep()

    def at(self, target: QWidget, field: QWidget | None = None) -> None:
        """Bring `target` into view, with the cursor in it or in `field` of it."""
        self.let_go()
        if (page := self._area.widget()) is not None and (layout := page.layout()) is not None:
            layout.activate()  # a card that was just opened has no size yet
        self._field = field = field or target
        field.destroyed.connect(self.let_go)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(target, 0, current().px(120))
        self._keep()

    def hold(self) -> None:
        """Before a change: what has the focus stays under the hand, whatever comes or goes above it."""
        page, focused = self._area.widget(), QApplication.focusWidget()
        if page is None or focused is None or not page.isAncestorOf(focused) or focused is self._field:
            return
        above = _top(self._area, focused) - self._area.verticalScrollBar().value()
        if 0 <= above < self._area.viewport().height():
            self.let_go()
            self._held, self._above = focused, above

    def _keep(self) -> None:
        if self._field is not None and self._field.hasFocus():
            self._area.ensureWidgetVisible(self._field, 0, current().px(120))
        if self._top is not None:
            self._area.verticalScrollBar().setValue(_top(self._area, self._top) - self._above)
        if self._held is not None and self._held is QApplication.focusWidget():  # alone what lives has the focus
            self._area.verticalScrollBar().setValue(_top(self._area, self._held) - self._above)

    def let_go(self) -> None:
        """Somebody goes elsewhere by hand."""
        self._field = self._top = self._held = None
