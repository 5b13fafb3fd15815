"""Long work outside the thread of the window, so that a key is answered within a frame.

Whatever is of Qt must end in the thread of the window, or the program falls over somewhere else, later. Python ends an
object in whatever thread lets go of it last, and its collector in whatever thread happens to make too many. So while
there is work nothing is collected, and what the work holds is let go of in the thread of the window, after its end.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from casework.trouble import Trouble

T = TypeVar("T")


def run(
    owner: QObject, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[Trouble], object]
) -> None:
    """Do `work` in another thread; `done` or `failed` is called in the thread of the window.

    Nothing is called when `owner` is gone by then. Anything but Trouble is a fault of ours and is raised here.
    """
    _Job(owner, work, done, failed).start()


class _Job(QObject):
    _ended = Signal()
    _running: set[_Job] = set()  # noqa: RUF012 (Qt must not lose a job whose owner forgot it)

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Trouble], object],
    ) -> None:
        super().__init__()
        self._owner, self._work, self._done, self._failed = owner, work, done, failed
        self._result: Any = None
        self._error: Exception | None = None
        self._thread = Thread(target=self._do)  # not of Qt's pool: that does not say when it let go of what it did
        self._ended.connect(self._tell)  # a method of this object: so it runs in the thread of the window

    def start(self) -> None:
        self._running.add(self)
        gc.disable()
        self._thread.start()

    def _do(self) -> None:
        try:
            self._result = self._work()
        except Exception as error:
            self._error = error
        self._ended.emit()

    def _tell(self) -> None:
        self._thread.join()  # it holds nothing from here on; there is no more than its last step to wait for
        self._running.discard(self)
        if not self._running:
            gc.enable()
        if isinstance(self._error, Trouble):
            if isValid(self._owner):
                self._failed(self._error)
        elif self._error is not None:
            if isValid(self._owner):
                self._failed(Trouble("Er ging iets mis in IJkpunt. Probeer het opnieuw."))  # nothing waits for ever
            raise self._error
        elif isValid(self._owner):
            self._done(self._result)
