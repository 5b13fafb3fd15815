"""The order in which Tab walks: that of the layouts, whatever was built first or added later.

Qt walks in the order in which widgets were made, so a page that is built when it is first opened would come last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QStackedWidget, QWidget

_TAB = Qt.FocusPolicy.TabFocus


def in_order(widget: QWidget | None) -> Iterator[QWidget]:
    """Every visible widget below (and with) this one that Tab may reach."""
    if widget is None or widget.isHidden() or not widget.isEnabled():
        return
    proxied = widget.focusProxy() is not None
    if widget.focusPolicy() & _TAB.value and not proxied and not isinstance(widget, QScrollArea):
        yield widget
    if isinstance(widget, QScrollArea):
        yield from in_order(widget.widget())
    elif isinstance(widget, QStackedWidget):
        yield from in_order(widget.currentWidget())
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inside := item.layout()) is not None:
            yield from _laid_out(inside)
        else:
            yield from in_order(item.widget())


def step(root: QWidget, *, back: bool) -> bool:
    """Move the focus one place on within `root`, round at the end; False where there is nothing to go to."""
    order = list(in_order(root))
    if not order:
        return False
    now = _place(order, QApplication.focusWidget())
    to = (now + (-1 if back else 1)) % len(order) if now is not None else (-1 if back else 0)
    reason = Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason
    order[to].setFocus(reason)
    return True


def next_region(regions: Sequence[QWidget], *, back: bool) -> None:
    """F6: from the region that has the focus to the first place in the next one."""
    shown = [region for region in regions if region.isVisible() and any(True for _ in in_order(region))]
    if not shown:
        return
    focus = QApplication.focusWidget()
    inside = [place for place, region in enumerate(shown) if focus is not None and region.isAncestorOf(focus)]
    to = (inside[-1] + (-1 if back else 1)) % len(shown) if inside else 0
    next(in_order(shown[to])).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _place(order: Sequence[QWidget], focus: QWidget | None) -> int | None:
    """Where the focus is, or the nearest thing round it."""
    while focus is not None:
        if focus in order:
            return order.index(focus)
        focus = focus.parentWidget()
    return None
