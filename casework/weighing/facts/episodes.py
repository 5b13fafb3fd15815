"""Help as episodes in time: those of step 7, and the products proposed in step 13 (decisions 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from casework.steps.decision import DecisionAdvice
from casework.steps.help_history import Help, HelpHistory

if TYPE_CHECKING:
    from casework.weighing.facts.registry import FactSource

_INDICATED = (2, 3, 5)
"""G4 is crisis: a flag with a clock, not a level of help (decisions 6)."""
_GAP = 30
"""Days: help that starts sooner after earlier help is linked to it (seed:000, aaneenschakeling)."""


@dataclass(frozen=True)
class Episode:
    """A stretch of help. level: 0 to 5 as in G0–G5. end: the last day; for running help the day that is looked from."""

    level: int | None
    start: date | None
    end: date | None
    proposed: bool

    @property
    def indicated(self) -> bool | None:
        return None if self.level is None else self.level in _INDICATED


def is_running(help_: Help, today: date) -> bool | None:
    """Does it run today? Help that starts later is proposed; help with an end behind us does not run."""
    start, end = help_.start.known, help_.end.known
    if start is not None and start > today:
        return False
    if help_.running.known is not None:
        return help_.running.known
    return None if end is None else end >= today


def past(given: FactSource) -> list[Episode] | None:
    """The help of step 7 that started, None while it was not asked for."""
    helps = given.case.of(HelpHistory).help.known
    return None if helps is None else [one for one in (_of_help(given, help_) for help_ in helps) if not one.proposed]


def past_and_proposed(given: FactSource) -> list[Episode] | None:
    """The same with what is proposed: help of step 7 that starts later, and the products of step 13."""
    helps = given.case.of(HelpHistory).help.known
    if helps is None:
        return None
    products = given.case.of(DecisionAdvice).products.known or ()
    chosen = [
        Episode(_level(given, None, one.product.known), one.start.known, one.end.known, proposed=True)
        for one in products
    ]
    return [_of_help(given, one) for one in helps] + chosen


def _of_help(given: FactSource, help_: Help) -> Episode:
    start = help_.start.known
    running = is_running(help_, given.today)
    return Episode(
        _level(given, help_.gfm_level.known, help_.name.known),
        start,
        given.today if running else help_.end.known,
        proposed=start is not None and start > given.today,
    )


def _level(given: FactSource, gfm_level: str | None, name: str | None) -> int | None:
    """The level as given, else that of the catalogue."""
    if gfm_level is None and (product := given.catalogue.find(name)) is not None:
        gfm_level = product.gfm_level
    return None if gfm_level is None else int(gfm_level.removeprefix("G"))


def rises(episodes: Sequence[Episode]) -> bool | None:
    """Three or more in a row, each starting within 30 days of the end of the one before and at a higher level?"""
    known = (one for one in episodes if one.start and one.level is not None)
    dated = sorted(known, key=lambda one: one.start or date.min)
    longest = run = 1
    for earlier, later in pairwise(dated):
        run = run + 1 if _follows(earlier, later) else 1
        longest = max(longest, run)
    if longest >= 3:
        return True
    whole = all(one.start and one.level is not None and (one.end or one.proposed) for one in episodes)
    return False if whole or len(episodes) < 3 else None


def _follows(earlier: Episode, later: Episode) -> bool:
    assert earlier.level is not None and later.level is not None and later.start is not None
    if earlier.end is None or earlier.start == later.start:
        return False
    return later.level > earlier.level and abs((later.start - earlier.end).days) < _GAP


def first_indicated_after(episodes: Sequence[Episode], day: date) -> tuple[bool | None, int | None]:
    """Did indicated help start on the day or after it, and if so how many days after it the first did."""
    days = [(one.start - day).days for one in episodes if one.indicated and one.start and one.start >= day]
    if days:
        return True, min(days)
    unsure = any(one.indicated is not False and (one.start is None or one.start >= day) for one in episodes)
    return (None, None) if unsure else (False, None)


def referred_again(episodes: Sequence[Episode]) -> int:
    """How many times indicated help started after earlier indicated help had ended."""
    indicated = [one for one in episodes if one.indicated and one.start]
    return sum(
        1
        for one in indicated
        if any(other is not one and other.end and one.start and other.end <= one.start for other in indicated)
    )
