"""Days as Dutch writes them, and the same days told against the day of the request: ‘14 maanden geleden’."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casework.words import counted, months_between

_LONG = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_BRIEF = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = {name: at for names in (_LONG, _BRIEF) for at, name in enumerate(names, 1)} | {"sept": 9}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)\.?,?\s+"
_WRITTEN = re.compile(
    rf"(?<!\w)(?:{_WEEKDAY})?(?:(?:\d{{1,2}}(?:e|ste|de)?\s*(?:t/m|tot en met|tot|en|-|/|,)\s*){{0,4}}"
    rf"(?P<day>\d{{1,2}})(?:e|ste|de)?\.?"
    rf"\s*(?:van\s+)?[-/ ]?)(?P<month>{_NAMES})\b\.?(?:[-/\s]*'?(?P<year>(?:19|20)\d\d|(?<=')\d\d|(?<=-)\d\d))?(?!\w)"
)
_MONTH_YEAR = re.compile(rf"(?<!\w)(?P<month>{_NAMES})\.?\s+(?P<year>(?:19|20)\d\d)(?!\d)")
_FIGURES = re.compile(
    rf"(?<![\w/.,-])(?:{_WEEKDAY})?(?P<day>\d{{1,2}})\s?(?P<sep>[-/. ])\s?"
    rf"(?P<month>\d{{1,2}})\s?(?P=sep)\s?(?P<year>(?:19|20)?\d\d)(?![\w/-])"
)
_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\w/-])")
_SHORT = re.compile(
    rf"(?<![\w/.,-])(?P<weekday>{_WEEKDAY})?(?P<day>\d{{1,2}})(?P<sep>[-/])(?P<month>\d{{1,2}})"
    r"(?![\w/-]|[.,]\d|\s*(?:jaar|jarige|maand|week|weken|dag|uur|keer|x\b|gesprek))"
)
_COMPACT = re.compile(r"(?<!\d)(?:(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d))(?!\d)")
_YEAR = re.compile(r"(?<![\w/.,-])(?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)")
_LEADS_TO_A_DAY = re.compile(r"(?:\b(?:op|d\.?d\.?|dd|per|vanaf|sinds|tot|voor|na|uiterlijk|datum|t/m|en)[:.]?\s+)$")


_LAST_OF_THIS_CENTURY = 40
"""A year in two figures: up to here it is of this century (parents are born in '86, plans run to '31)."""


@dataclass(frozen=True)
class Written:
    """A day in a text; `month` and `day` are 0 where only a year, or only month and year, are written."""

    start: int
    end: int
    year: int
    month: int
    day: int
    known: bool

    @property
    def entity(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


def written_days(low: str, reference: date, known: Collection[date]) -> Iterator[Written]:
    """Every day in a folded text. What could be something else (5/12, 2023) counts when the case knows that day, or
    when the words before it lead to a day."""
    for pattern in (_WRITTEN, _MONTH_YEAR, _FIGURES, _ISO, _SHORT, _COMPACT, _YEAR):
        for one in pattern.finditer(low):
            given = one.groupdict()
            day, month = int(given.get("day") or 0), _month(given.get("month"))
            if pattern is not _YEAR and (not 1 <= month <= 12 or (given.get("day") and not 1 <= day <= 31)):
                continue
            year = _year(given.get("year"))
            is_known = any(
                year in (0, there.year) and month in (0, there.month) and day in (0, there.day) for there in known
            )
            if pattern is _YEAR and (not is_known or year == reference.year):
                continue  # a bare year is a lead only where the case knows it, and this year is everybody's
            led = is_known or bool(_LEADS_TO_A_DAY.search(low[max(0, one.start() - 12) : one.start()]))
            if pattern is _SHORT and not one["weekday"] and not led:
                continue
            yield Written(one.start(), one.end(), year or _nearest(month, day, reference, known), month, day, is_known)


def _month(text: str | None) -> int:
    return 0 if not text else _MONTH.get(text) or (int(text) if text.isdigit() else 0)


def _year(text: str | None) -> int:
    if not text:
        return 0
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) > _LAST_OF_THIS_CENTURY else 2000)


def _nearest(month: int, day: int, reference: date, known: Collection[date]) -> int:
    """The year meant where none is written: that of a day the case knows, else the nearest one."""
    for there in sorted(known):
        if (there.month, there.day) == (month, day):
            return there.year
    away = (month - reference.month) + (day - reference.day) / 31
    return reference.year + (1 if away < -6 else -1 if away > 6 else 0)


def told_relative(entity: str, reference: date) -> str:
    """A day against the day of the request, never more exact than is needed to follow a story."""
    year, month, day = map(int, entity.split("-"))
    if not month:
        return _away(reference.year - year, "jaar", "jaar") if year != reference.year else "dit jaar"
    if not day:
        return _away((reference.year - year) * 12 + reference.month - month, "maand", "maanden", "deze maand")
    there = date(year, month, min(day, 28) if month == 2 else min(day, 30))
    days = (reference - there).days
    if abs(days) < 14:
        return _away(days, "dag", "dagen", "vandaag")
    if abs(days) < 60:
        return _away(round(days / 7), "week", "weken")
    first, last = sorted((there, reference))
    months = months_between(first, last) * (1 if days > 0 else -1)
    return _away(months, "maand", "maanden") if abs(months) < 24 else _away(int(months / 12), "jaar", "jaar")


def _away(number: int, one: str, many: str, none: str = "kort geleden") -> str:
    if not number:
        return none
    return f"{counted(number, one, many)} geleden" if number > 0 else f"over {counted(-number, one, many)}"


def without_overlap(days: Iterator[Written]) -> list[Written]:
    """The longest reading of each place."""
    ordered = sorted(days, key=lambda one: (one.start, -(one.end - one.start)))
    kept = ordered[:1]
    for _, one in pairwise(ordered):
        if one.start >= kept[-1].end:
            kept.append(one)
    return kept
