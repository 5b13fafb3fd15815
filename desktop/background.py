"""Long work outside the thread of the window, so that a key is answered within a frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
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
    _finished = Signal(object, object)
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
        self._finished.connect(self._tell)  # a method of this object: so it runs in the thread of the window

    def start(self) -> None:
        self._running.add(self)
        QThreadPool.globalInstance().start(self._do)

    def _do(self) -> None:
        try:
            result = self._work()
        except Exception as error:
            self._finished.emit(None, error)
        else:
            self._finished.emit(result, None)

    def _tell(self, result: Any, error: Exception | None) -> None:
        self._running.discard(self)
        if isinstance(error, Trouble):
            if isValid(self._owner):
                self._failed(error)
        elif error is not None:
            if isValid(self._owner):
                self._failed(Trouble("Er ging iets mis in IJkpunt. Probeer het opnieuw."))  # nothing waits for ever
            raise error
        elif isValid(self._owner):
            self._done(result)
