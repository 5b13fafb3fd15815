"""How the pool does over a period: in time, useful, followed, and who asks it and who never does (brief §8.6).

Measured over the lines of consults, so never over a person. The coordinator, who reads every consult, sees the counts
as they are; `published` is for everybody else. To deviate from an advice is information and no mark for anybody.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import Generic, TypeVar

from casework.answers import months_later
from casework.pool.line import Line, outcomes
from casework.weighing.facts.working_days import working_days_between

SMALL = 5
"""Fewer than this is not told outside the bench: in a small village it points at a family."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Counts(Generic[K]):
    """How often each. None: there are some, but too few to tell, or telling them would give others away."""

    cells: Mapping[K, int | None]
    total: int | None


@dataclass(frozen=True)
class Days:
    """Working days from question to released advice; p90: nine out of ten were answered within so many."""

    median: float
    p90: int
    number: int


@dataclass(frozen=True)
class Quality:
    """Of the consults that began from `first` up to and including `last`. levels: asked, advised, chosen; '' unknown.

    useful, decided and levels count each time: a consult that was reopened and decided on again counts twice there.
    useful: the score at closing, 1 to 5. never_asked: teams of the address book without a question in this period.
    """

    first: date
    last: date
    asked: int | None
    in_time: Counts[str]
    days: Days | None
    useful: Counts[int]
    decided: Counts[str]
    levels: Counts[tuple[str, str, str]]
    teams: Counts[str]
    disciplines: Counts[str]
    types: Counts[str]
    never_asked: tuple[str, ...]


def quarter(day: date) -> tuple[date, date]:
    """The first and the last day of the quarter of a day."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return first, months_later(first, 3) - timedelta(days=1)


def quality(lines: Iterable[Line], teams: Iterable[str], first: date, last: date) -> Quality:
    """Count the consults that began in a period. teams: all that could have asked, from the address book."""
    here = [line for line in lines if first <= line.begun <= last]
    known = sorted({team for team in teams if team})
    used = Counter(line.team or "onbekend" for line in here)
    summaries = [line.summary for line in here]
    told = [found["in_time"] for found in summaries if "in_time" in found]
    came_to = [found for line in here for found in outcomes(line)]
    return Quality(
        first=first,
        last=last,
        asked=len(here),
        in_time=count(("op tijd" if one else "te laat" for one in told), ("op tijd", "te laat")),
        days=_days(here),
        useful=count((int(found["usefulness"]) for found in came_to if "usefulness" in found), range(1, 6)),
        decided=count((str(found["decision"]) for found in came_to if "decision" in found),
                        ("volgt", "deels", "wijkt_af")),
        levels=count(_levels(found) for found in came_to if "advised_level" in found),
        teams=count(used.elements(), known),
        disciplines=count(str(found["discipline"]) for found in summaries if "discipline" in found),
        types=count(line.type for line in here),
        never_asked=tuple(team for team in known if team not in used),
    )  # fmt: skip


def published(found: Quality) -> Quality:
    """The same for others than the coordinator: without small numbers, nor what would give them away."""
    return replace(
        found,
        asked=None if found.asked is not None and 0 < found.asked < SMALL else found.asked,
        in_time=without_what_it_was(found.in_time),
        days=found.days if found.days and found.days.number >= SMALL else None,
        useful=without_what_it_was(found.useful),
        decided=without_what_it_was(found.decided),
        levels=without_small(found.levels),
        teams=without_small(found.teams),
        disciplines=without_small(found.disciplines),
        types=without_small(found.types),
    )


def without_small(counts: Counts[K]) -> Counts[K]:
    """Hide every count below SMALL; then more, the smallest first, until what is hidden cannot be reckoned back.

    From the total and the rest anybody can reckon what the hidden cells are together: so there are at least two of
    them, and together they are at least SMALL. Nothing is told where even that cannot be. Zero is no small number.
    """
    rising = sorted((number, place) for place, number in enumerate(counts.cells.values()) if number)
    hidden = [(number, place) for number, place in rising if number < SMALL]
    if not hidden:
        return counts
    for one in rising[len(hidden) :]:
        if len(hidden) > 1 and sum(number for number, _ in hidden) >= SMALL:
            break
        hidden.append(one)
    places = {place for _, place in hidden}
    cells = {name: None if place in places else number for place, (name, number) in enumerate(counts.cells.items())}
    enough = len(hidden) > 1 and sum(number for number, _ in hidden) >= SMALL
    return Counts(cells, counts.total if enough else None)


def without_what_it_was(counts: Counts[K]) -> Counts[K]:
    """As without_small, of what people said or did: where not even the total can be told, one hidden count among
    noughts says it all.
    """
    told = without_small(counts)
    return told if told.total is not None else Counts(dict.fromkeys(counts.cells), None)


def count(found: Iterable[K], always: Iterable[K] = ()) -> Counts[K]:
    """always: what is told also where there is none, in this order; the rest stands after it, the most first."""
    seen = Counter(found)
    first = {name: seen[name] for name in always}
    rest = sorted(((name, seen[name]) for name in seen if name not in first), key=lambda one: (-one[1], str(one[0])))
    return Counts({**first, **dict(rest)}, seen.total())


def _levels(summary: Mapping[str, object]) -> tuple[str, str, str]:
    asked, advised, chosen = (str(summary.get(name, "")) for name in ("asked_level", "advised_level", "chosen_level"))
    return asked, advised, chosen


def _days(lines: Sequence[Line]) -> Days | None:
    found = sorted(
        working_days_between(line.begun, date.fromisoformat(line.summary["answered_on"])) or 0
        for line in lines
        if "answered_on" in line.summary
    )
    if not found:
        return None
    return Days(median(found), found[math.ceil(0.9 * len(found)) - 1], len(found))
