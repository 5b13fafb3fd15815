"""Locks by itself when nobody has touched anything for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
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
    """`passed` when the minutes are over. It looks at the native window only, where each key comes by once."""

    passed = Signal()

    def __init__(self, window: QWidget, minutes: float) -> None:
        super().__init__(window)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)
        self.set_minutes(minutes)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        self._timer.start(round(minutes * 60_000))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCH:
            self._timer.start()
        return False
