"""Reminders say themselves: the coordinator's home looks at its clocks when the bench opens and when post came in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from casework.pool.bench import Filter, reminders
from casework.pool.bodies import Remind
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.trouble import Trouble
from casework.weighing.facts.working_days import working_day_after
from casework.words import counted
from desktop.pool.desk import PoolDesk
from desktop.slices import Slices

_MOST = 5000
"""Clocks that run out together, after the longest leave."""


class Reminders(QObject):
    """Says what is due by the terms of now, a few at a time so that the window can breathe. `ended` carries how many
    consults that touched.

    What could not be said is in `problem`, and is tried again after the next unlocking, not at every look.
    """

    ended = Signal(int)

    def __init__(self, desk: PoolDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.problem, self._number = desk, "", 0
        self._refused: dict[tuple[str, Remind], str] = {}
        self._slices = Slices(self)
        self._slices.ended.connect(self._end)
        self._slices.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        return self._slices.busy

    def begin(self) -> None:
        """Once for each stage of a clock; nothing happens while it is at it."""
        if not self.busy and self._desk.view == "hub":
            self.problem, self._number = "", 0
            self._slices.run(self._saying())

    def stop(self) -> None:
        """What was not said yet is due the next time."""
        self._slices.stop()

    def _saying(self) -> Iterator[object]:
        desk = self._desk
        for number in desk.reckoning():
            self._number += number
            yield number
        soon = Filter(statuses=BEFORE_ADVICE, due_until=working_day_after(desk.today, 1))
        for due in reminders(desk.store.listed(soon, _MOST), desk.today):
            if due not in self._refused:
                self._say(*due)
                yield due
        for number in desk.renewing():
            self._number += number
            yield number

    def _say(self, thread: str, body: Remind) -> None:
        if body in self._desk.consult(thread).reminded:
            return  # said meanwhile, from the room or from another coordinator's device
        try:
            self._desk.say(thread, body)
        except Trouble as why:
            self._refused[thread, body] = str(why)
        else:
            self._number += 1

    def _end(self) -> None:
        if self._refused:
            words = counted(len(self._refused), "herinnering", "herinneringen")
            self.problem = f"{words} niet verstuurd. {next(iter(self._refused.values()))}"
        self.ended.emit(self._number)

    def _fail(self, sentence: str) -> None:
        """The store has trouble: nothing more is said now."""
        self.problem = f"Herinneringen zijn nog niet verstuurd. {sentence}"
        self.ended.emit(self._number)
