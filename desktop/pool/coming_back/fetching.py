"""The post, fetched by itself: soon after unlocking, and when a case opens that asked something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from casework.trouble import Trouble
from desktop.pool.remind import Reminders
from desktop.pool.waiting import waiting

if TYPE_CHECKING:
    from desktop.cases.open_case import OpenCase
    from desktop.session import Session

_AFTER_MS = 300
"""After the first paint of what was opened."""


class Fetching(QObject):
    """`counted` carries how many consults wait, once that is done. Stop it before the home closes.

    A folder that is away loses nothing: the post stays where it is. A coordinator's clocks are looked at after it.
    """

    counted = Signal(int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._case: OpenCase | None = None
        self._office = session.office
        self._waits = False
        self._office.moved.connect(self._on_moved)
        self._reminders: Reminders | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._begin)

    def soon(self, case: OpenCase | None = None) -> None:
        """Bring and fetch the post where a folder was chosen, and take over what came back for the case that opened."""
        self._case = case
        self._soon.start()

    def stop(self) -> None:
        self._case, self._waits = None, False
        self._soon.stop()
        self._office.stop()
        if self._reminders is not None:
            self._reminders.stop()

    def _begin(self) -> None:
        self._waits = self._session.pool.me is not None and self._office.exchange_unasked()
        if not self._waits:
            self._take_over()

    def _on_moved(self) -> None:
        if self._waits and not self._office.busy:
            self._waits = False
            self._take_over()

    def _take_over(self) -> None:
        case, self._case = self._case, None
        self._look()
        if case is None or not isValid(case) or case.pool is None or case.line.practice:
            return
        try:
            case.pool().take_over()
        except Trouble as trouble:
            case.not_saved.emit(str(trouble))

    def _look(self) -> None:
        """What the pool asks of whoever works here, also before the room was entered."""
        desk = self._session.pool
        self.counted.emit(waiting(desk))
        if desk.view == "hub":
            if self._reminders is None:
                self._reminders = Reminders(desk, self)
                self._reminders.ended.connect(self._on_reminded)
            self._reminders.begin()

    def _on_reminded(self, number: int) -> None:
        """What was said by itself goes by itself too: an expert is not reminded by what waits here."""
        if number:
            self._office.exchange_unasked()
