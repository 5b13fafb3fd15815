"""Tab goes through a page in the order it is read. Qt's own order is that in which parts were made, and ours are made
when they are needed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at inside a widget, in reading order."""
    for part in _parts(root):
        if not part.isVisible() or not part.isEnabled():
            continue
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
            yield part
        yield from tab_stops(part)


def move_focus(root: QWidget, *, on: bool) -> bool:
    """Put the focus on the next stop in reading order, or the one before; False at the end, where Tab leaves."""
    now = QApplication.focusWidget()
    if now is None or not root.isAncestorOf(now):
        return False
    stops = list(tab_stops(root))
    at = next((place for place, stop in enumerate(stops) if stop is now or stop.isAncestorOf(now)), None)
    if at is None:
        return False
    to = at + (1 if on else -1)
    if not 0 <= to < len(stops):
        return False
    stops[to].setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
    return True


def leave(root: QWidget, *, on: bool) -> bool:
    """Put the focus on the nearest stop outside a widget; False where there is none."""
    now = _beside(root, on)
    while now is not None and now is not root:
        takes = now.focusPolicy() & Qt.FocusPolicy.TabFocus and now.isVisible() and now.isEnabled()
        if takes and not root.isAncestorOf(now):
            now.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
            return True
        now = _beside(now, on)
    return False


def _beside(widget: QWidget, on: bool) -> QWidget | None:
    return widget.nextInFocusChain() if on else widget.previousInFocusChain()


def _parts(widget: QWidget) -> list[QWidget]:
    """The parts of a widget as they are laid out, then what lies over it without a layout."""
    placed = list(_laid_out(widget.layout()))
    if not placed and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [child for child in _children(widget) if child.property("over_field")]
    return placed + [child for child in _children(widget) if child not in placed and not child.isWindow()]


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        if (widget := item.widget()) is not None:
            yield widget
        else:
            yield from _laid_out(item.layout())


def _children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
