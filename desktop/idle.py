"""Locks by itself when nobody has touched anything for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

MINUTES = (2, 5, 10, 20)
STANDARD_MINUTES = 10
_TOUCH = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """`passed` when the minutes are over. It looks at native windows only, where each key comes by once: at that of
    `window`, and at every box and card over it once that is typed in.
    """

    passed = Signal()

    def __init__(self, window: QWidget, minutes: float) -> None:
        super().__init__(window)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)
        self.set_minutes(minutes)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        self._watch(window.windowHandle())
        self._watch(QGuiApplication.focusWindow())

    def set_minutes(self, minutes: float) -> None:
        self._timer.start(round(minutes * 60_000))

    def _watch(self, native: QWindow | None) -> None:
        """Coming to a box is a touch too, and a filter that is installed again is still one."""
        if native is not None:
            native.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCH:
            self._timer.start()
        return False
