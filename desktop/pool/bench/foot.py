"""Below the consults: how this quarter goes, in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from casework.pool.line import Line
from casework.pool.quality import quality, quarter
from casework.words import counted
from desktop.pool.desk import PoolDesk
from desktop.slices import Slices
from desktop.theme.label import Plain


class QuarterFoot(Plain):
    """Read a day of the quarter at a time, so that the window can breathe: there may be ten thousand consults in it."""

    def __init__(self, desk: PoolDesk, parent: QWidget | None = None) -> None:
        super().__init__("", "small", "ink_quiet", parent=parent)
        self._desk = desk
        self._slices = Slices(self)

    @property
    def busy(self) -> bool:
        return self._slices.busy

    def begin(self) -> None:
        """What stands there stays until it was counted anew."""
        self._slices.stop()
        self._slices.run(self._counting())

    def stop(self) -> None:
        """Before locking."""
        self._slices.stop()

    def _counting(self) -> Iterator[date]:
        first, last = quarter(self._desk.today)
        lines: list[Line] = []
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            lines += self._desk.store.begun_between(day, day)
            yield day
        found = quality(lines, (), first, last)
        parts = [f"Dit kwartaal {counted(found.asked or 0, 'vraag', 'vragen')}"]
        if found.in_time.total:
            parts.append(f"{found.in_time.cells['op tijd']} van {found.in_time.total} op tijd")
        if found.decided.total:
            cells = found.decided.cells
            parts.append(f"{cells['volgt']} gevolgd, {cells['deels']} deels, {cells['wijkt_af']} afgeweken")
        self.setText("   ".join(parts))
