"""The keyboard in the window as a whole: Tab in reading order and round at the end, F6 from region to region."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.flow.tab_order import TELLS_OF, go_to_stop, stops_and_place, tab_stops


def step(root: QWidget, *, back: bool) -> bool:
    """Move the focus one stop on within `root`, round at the end; False where there is nothing to go to."""
    stops, at = stops_and_place(root)
    if not stops:
        return False
    before_first = len(stops) if back else -1
    to = (before_first if at is None else at) + (-1 if back else 1)
    go_to_stop(stops[to % len(stops)], on=not back)
    return True


def first(root: QWidget) -> None:
    """Put the focus where the work begins in a part of the window, as when one arrives there by a key."""
    stops = list(tab_stops(root))
    for stop in [*(one for one in stops if not one.property(TELLS_OF)), *stops][:1]:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def next_region(regions: Sequence[QWidget], *, back: bool) -> None:
    """F6: from the region that has the focus to the first stop in the next one."""
    shown = [region for region in regions if region.isVisible() and any(True for _ in tab_stops(region))]
    if not shown:
        return
    focus = QApplication.focusWidget()
    inside = [place for place, region in enumerate(shown) if focus is not None and region.isAncestorOf(focus)]
    to = (inside[-1] + (-1 if back else 1)) % len(shown) if inside else 0
    first(shown[to])
