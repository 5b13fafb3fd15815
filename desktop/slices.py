"""Long work that must stay in the thread of the window, such as the database's: a slice at a time, and it can stop."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from casework.trouble import Trouble

_SLICE_S = 0.03
"""After this the window gets a turn; a part that began is always finished."""


class Slices(QObject):
    """`part` carries each part that is done; at the end `ended`, or `failed` with the sentence of a known mishap."""

    part = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[object] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._parts is not None

    def run(self, parts: Iterator[object]) -> None:
        """Begin. Nothing happens where something is still being done."""
        if not self.busy:
            self._parts = parts
            self._timer.start()

    def stop(self) -> None:
        """No more parts; what was done stays done."""
        self._parts = None
        self._timer.stop()

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE_S
        while self._parts is not None and time.perf_counter() < until:
            try:
                done = next(self._parts)
            except StopIteration:
                self.stop()
                self.ended.emit()
            except Trouble as trouble:
                self.stop()
                self.failed.emit(str(trouble))
            else:
                self.part.emit(done)
