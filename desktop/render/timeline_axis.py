"""The line of a life: where a day lies on it, which years are named, and where it gets larger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.answers import months_later
from casework.handover.blocks import Timeline
from casework.handover.picture_words import at_words
from casework.words import age_on
from desktop.render.shapes import Hand, Path, Picture, Rows, Words

_SMALL_SHARE = 0.26
"""Of the line: the years before the part that is drawn larger."""

_BREAK = 14.0
_TICK, _MAJOR = 5.0, 8.0
_BEYOND = 22.0
"""After the last day the line goes on dashed: life does."""

_STEPS = (1, 2, 5, 10, 20, 50)
HEIGHT = 34.0
"""Above and below the line, with its years."""


@dataclass(frozen=True)
class Axis:
    """`left` and `right` are the ends of the line, the dashes after it not counted."""

    timeline: Timeline
    left: float
    right: float
    hand: Hand

    @property
    def broken_at(self) -> float | None:
        return None if self.timeline.larger_from is None else self.left + _SMALL_SHARE * (self.right - self.left)

    def x(self, day: date) -> float:
        """Where a day lies; days off the line lie at its ends."""
        first, last, larger, broken = self.timeline.start, self.timeline.end, self.timeline.larger_from, self.broken_at
        if larger is None or broken is None:
            return _between(day, first, last, self.left, self.right)
        gap = _BREAK * self.hand.unit
        if day < larger:
            return _between(day, first, larger, self.left, broken - gap / 2)
        return _between(day, larger, last, broken + gap / 2, self.right)

    def years(self) -> list[tuple[date, str]]:
        """The years that begin on the line, in words; those in the small part as a bare number."""
        line, out, day, count = self.timeline, [], self.timeline.start, 0
        while day <= line.end:
            small = line.larger_from is not None and day < line.larger_from
            number = day.year if line.born is None else age_on(line.born, day)
            out.append((day, str(number) if small else at_words(line, day)))
            count += 1
            day = months_later(line.start, 12 * count)
        return out

    def named(self) -> set[date]:
        """The years with room for their name: every one, or every second, fifth, tenth…"""
        larger, years = self.timeline.larger_from or self.timeline.start, self.years()
        small = [year for year in years if year[0] < larger]
        return {*self._thinned(small), *self._thinned(years[len(small) :])}

    def _thinned(self, years: list[tuple[date, str]]) -> list[date]:
        if len(years) < 2:
            return [day for day, _ in years]
        each = self.x(years[1][0]) - self.x(years[0][0])
        wide = max(self.hand.measure(text, False) for _, text in years) + 8 * self.hand.unit
        step = next((step for step in _STEPS if step * each >= wide), _STEPS[-1])
        return [day for day, text in years if int(text.split()[0]) % step == 0]


def draw_axis(picture: Picture, axis: Axis, y: float) -> None:
    """The line at `y` with its ticks, years, break, and dashes after the last day."""
    u, add = axis.hand.unit, picture.shapes.append
    broken, gap = axis.broken_at, _BREAK * axis.hand.unit / 2
    ends = [(axis.left, axis.right)] if broken is None else [(axis.left, broken - gap), (broken + gap, axis.right)]
    for low, high in ends:
        add(Path(((low, y), (high, y)), "ink", 2.6 * u))
    add(Path(((axis.right, y), (axis.right + _BEYOND * u, y)), "edge", 1.5 * u, dashed=True))
    named, taken = axis.named(), Rows(4 * u)
    for day, text in reversed(axis.years()):  # the larger part first: a name that does not fit is one of the small
        x, half = axis.x(day), axis.hand.measure(text, False) / 2
        middle = min(max(x, axis.left + half - 4 * u), axis.right + _BEYOND * u - half)
        long = _TICK * u
        if day in named and taken.free(0, middle - half, middle + half):
            taken.take(0, middle - half, middle + half)
            add(Words(middle, y + 20 * u, text, "ink_quiet", anchor="middle"))
            long = _MAJOR * u
        add(Path(((x, y - long), (x, y + long)), "ink", 1.5 * u))
    if broken is not None and axis.timeline.larger_from is not None:
        for x in (broken - gap, broken + gap):
            add(Path(((x - 3 * u, y + 8 * u), (x + 3 * u, y - 8 * u)), "ink", 1.8 * u))
        told = f"vanaf {at_words(axis.timeline, axis.timeline.larger_from)} groter"
        add(Words(broken, y - 18 * u, told, "ink_quiet", anchor="middle"))


def _between(day: date, first: date, last: date, low: float, high: float) -> float:
    share = (day - first).days / max((last - first).days, 1)
    return low + (high - low) * min(max(share, 0.0), 1.0)
