"""The focus comes back near where it was, where what had it was made anew: after a box, after the post."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from desktop.flow.tab_order import tab_stops

_SHOWN_MS = 30
"""By then what was made anew is shown."""


class FocusBack(QObject):
    """Qt itself begins again at the top of the window where what had the focus went: in the bar, which nobody chose.

    screens: what stands under the bar. Stop it before these go.
    """

    def __init__(self, screens: QWidget, bar: QWidget) -> None:
        super().__init__(screens)
        self._screens, self._bar = screens, bar
        self._was: _Trace | None = None
        self._by_qt: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._soon.timeout.connect(self._back)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def stop(self) -> None:
        QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]
        self._soon.stop()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self._screens.window():
            if old is None and self._bar.isAncestorOf(new) and self._was is not None and self._was.lost:
                self._by_qt = new
            else:
                self._was = _Trace(new, self._screens)
        self._soon.start()

    def _back(self) -> None:
        was, now = self._was, self._screens.window().focusWidget()
        nobody_chose = now is None or not now.isVisible() or now is self._by_qt
        self._by_qt = None
        if nobody_chose and was is not None and was.lost and (there := was.nearest()) is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)


class _Trace:
    """Where the focus was, told by what is left when that goes: its words, and the parts it stood in."""

    def __init__(self, widget: QWidget, root: QWidget) -> None:
        self._widget, self._words = widget, _words(widget)
        self._around: list[tuple[QWidget, QPoint]] = []
        around = widget.parentWidget()
        while around is not None and around is not root:
            self._around.append((around, widget.mapTo(around, QPoint())))
            around = around.parentWidget()

    @property
    def lost(self) -> bool:
        return not (isValid(self._widget) and self._widget.isVisible() and self._widget.isEnabled())

    def nearest(self) -> QWidget | None:
        """What goes by the same words in the nearest part that still stands, else what is nearest there. None where all
        that stood around it went: another screen is shown, and that one knows where to begin."""
        for part, at in self._around:
            if isValid(part) and part.isVisible() and (stops := list(tab_stops(part))):
                same = [stop for stop in stops if _words(stop) == self._words]
                return min(same or stops, key=lambda stop: (stop.mapTo(part, QPoint()) - at).manhattanLength())
        return None


def _words(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
