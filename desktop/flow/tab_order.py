"""Tab goes through a page in the order it is read. Qt's own order is that in which parts were made, and ours are made
when they are needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.theme.layouts import laid_out

WALKED = "walks_tab"
"""The property of a window that itself knows what stands beside a page."""

TELLS_OF = "tells_of_what_follows"
"""The property of a button above a field that tells of it: who arrives at a page passes it by, to where one types."""


def tab_stops(root: QWidget, left: QWidget | None = None) -> Iterator[QWidget]:
    """What Tab stops at inside a widget, in reading order.

    left: what has the focus and went just now, such as a button that did its work: it keeps its place in the order.
    """
    for part in _parts(root):
        gone = not part.isVisible() or not part.isEnabled()
        if gone and part is left:
            yield part
        elif gone and not (left is not None and part.isAncestorOf(left)):
            continue
        elif not gone and _takes_tab(part) and part.focusProxy() is None:
            yield part
        yield from tab_stops(part, left)


def stops_and_place(root: QWidget) -> tuple[list[QWidget], int | None]:
    """The stops in reading order, and where among them the focus is, or was before what had it went."""
    focus = QApplication.focusWidget()
    left = focus if focus is not None and not (focus.isVisible() and focus.isEnabled()) else None
    stops = list(tab_stops(root, left))
    return stops, place_of(stops, focus)


def move_focus(root: QWidget, *, on: bool) -> bool:
    """Put the focus on the next stop in reading order, or the one before; False at the end, where Tab leaves."""
    stops, at = stops_and_place(root)
    to = None if at is None else at + (1 if on else -1)
    if to is None or not 0 <= to < len(stops):
        return False
    go_to_stop(stops[to], on=on)
    return True


def leave(root: QWidget, *, on: bool) -> bool:
    """Put the focus on the nearest stop outside a widget that stands alone; False where there is none."""
    now = _beside(root, on)
    while now is not None and now is not root:
        if _takes_tab(now) and now.isVisible() and now.isEnabled() and not root.isAncestorOf(now):
            go_to_stop(now, on=on)
            return True
        now = _beside(now, on)
    return False


def _beside(widget: QWidget, on: bool) -> QWidget | None:
    return widget.nextInFocusChain() if on else widget.previousInFocusChain()


def go_to_stop(stop: QWidget, *, on: bool) -> None:
    stop.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)


def place_of(stops: Sequence[QWidget], focus: QWidget | None) -> int | None:
    """Where among the stops the focus is: on one, or somewhere in it."""
    while focus is not None:
        if focus in stops:
            return stops.index(focus)
        focus = focus.parentWidget()
    return None


def _takes_tab(widget: QWidget) -> bool:
    """A scroll area is no stop: what is in it is."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, QScrollArea)


def _parts(widget: QWidget) -> list[QWidget]:
    """The parts of a widget as they are laid out, then what lies over it without a layout."""
    if isinstance(widget, QScrollArea):
        inside: QWidget | None = widget.widget()
        return [] if inside is None else [inside]
    layout = widget.layout()
    placed = [] if layout is None else list(laid_out(layout))
    if not placed and _takes_tab(widget):
        return [child for child in _children(widget) if child.property("over_field")]
    return placed + [child for child in _children(widget) if child not in placed and not child.isWindow()]


def _children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
