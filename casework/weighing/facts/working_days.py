"""Dutch working days: Monday to Friday, except the public holidays (Algemene termijnenwet art. 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

_LONGEST = 4000
"""Days to count at most: beyond ten years a term in working days means nothing, and a typing error must not hang."""


@cache
def _holidays(year: int) -> frozenset[date]:
    from holidays.countries.netherlands import Netherlands  # half a second: only where a term is counted

    days: Iterable[date] = Netherlands(years=year, categories=("public", "optional"))  # type: ignore[no-untyped-call]
    return frozenset(days)


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays(day.year)


@lru_cache(maxsize=8192)  # lists and reports ask for the same few thousand pairs, again and again
def working_days_between(start: date, end: date) -> int | None:
    """Working days after `start`, up to and including `end`; negative when end comes first. None: too far apart."""
    if end < start:
        back = working_days_between(end, start)
        return None if back is None else -back
    days = (end - start).days
    if days > _LONGEST:
        return None
    return sum(is_working_day(start + timedelta(days=number)) for number in range(1, days + 1))


def working_day_after(start: date, days: int) -> date:
    """The day on which a term of so many working days after `start` ends; `start` itself for none."""
    day = start
    for _ in range(min(days, _LONGEST)):
        day += timedelta(days=1)
        while not is_working_day(day):
            day += timedelta(days=1)
    return day


def working_days_left(today: date, due: date) -> int:
    """Working days until a day, negative when late; a day in the weekend is late on the first working day after it."""
    if today <= due:
        return _counted(today, due)
    return -max(1, _counted(due, today))


def _counted(start: date, end: date) -> int:
    """As far as one counts; further than that a term is that far off."""
    days = working_days_between(start, end)
    return _LONGEST if days is None else days
