"""Dates as a document carries them: read back from their words, without a clock."""

from __future__ import annotations

import re
from datetime import date

from casework.words import day_in_words

MONTHS = {day_in_words(date(2000, month, 1)).split()[1]: month for month in range(1, 13)}


def parse_date(text: str) -> date | None:
    """A date as 7 december 2026 or as 2026-12-07; None for anything else."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{1,2}) ([a-z]+) (\d{4})", text):
        day, month, year = int(found[1]), MONTHS.get(found[2], 0), int(found[3])
    elif found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def short_date(text: str) -> str:
    """7 dec 2026, kept on one line; what is no date stays what it is."""
    if (day := parse_date(text)) is None:
        return text
    month = "mrt" if day.month == 3 else day_in_words(day).split()[1][:3]
    return f"{day.day}\u00a0{month}\u00a0{day.year}"
