"""Dates as a document carries them, read without a clock and written in Dutch."""
from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def parse_date(text: str) -> date | None:
    """A date as 2026-12-07 (a time may follow) or as 7 december 2026; None for anything else."""
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)", text.strip()):
        year, month, day = map(int, found.groups())
    elif (found := re.fullmatch(r"(\d{1,2}) ([a-z]+) (\d{4})", text.strip().lower())) and found[2] in _MONTHS:
        year, month, day = int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dutch_date(text: str) -> str:
    """7 december 2026; what is no date stays what it is."""
    day = parse_date(text)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else text


def short_date(text: str) -> str:
    """7 dec 2026, kept on one line; what is no date stays what it is."""
    day = parse_date(text)
    return f"{day.day}\u00a0{_MONTHS[day.month - 1][:3]}\u00a0{day.year}" if day else text
