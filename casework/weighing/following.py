"""Following the help: the scores of each goal over time, whether they stand still, and what is due when (seed:003).

A score is the family's own. It never decides; it is what the talk about going on, less, or otherwise rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from casework.answers import answered_on, months_later
from casework.case import SettledCase
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import (
    Handover,
    ProviderReply,
    Sending,
    is_withdrawn,
    last_for_provider,
    replies_in_order,
    stands_since,
    talks_held,
)
from casework.steps.help_history import HelpHistory
from casework.steps.identity import Identity
from casework.steps.needs import Goal, Needs
from casework.steps.special_checks import SpecialChecks
from casework.weighing.facts.working_days import working_day_after

_EARLY = timedelta(days=14)
"""A review this much before its day still counts as that review."""

_YEARLY_MONTHS = 12
_REVIEW_MONTHS = 6
"""The longest between two reviews (brief, step 8)."""

_CALL_MONTHS = 3
"""After help stopped: the second day on which is asked how it goes (brief §8, GEVOLGD)."""

_BIG_FIVE_MONTHS = (192, 198, 204, 210, 213)
"""16;0, 16;6, 17;0, 17;6 and 17;9 (brief §4b)."""

_REACTION = 5
"""Working days."""


class Point(NamedTuple):
    """The score of a goal on a day, 0 to 10. path: the answer it comes from."""

    on: date
    score: int
    path: str = ""


class Trend(NamedTuple):
    """One goal over time: for a picture. target: what the family strives for."""

    goal: str
    words: str
    target: int | None
    points: tuple[Point, ...]


What: TypeAlias = Literal[
    "evaluatie", "jaarlijks", "afgesproken_gesprek", "reactie_aanbieder", "vraag_aanbieder", "andere_plek",
    "start_hulp", "terugbellen", "big_five",
]
_IN_FULL = "kijk samen of de hulp helpt, en laat het gezin ieder doel een cijfer geven"
_LIGHT = "kijk licht: past deze steun nog, en kan het met minder?"
_REVIEWS: tuple[What, ...] = ("evaluatie", "jaarlijks", "afgesproken_gesprek")


class Due(NamedTuple):
    """Something that is to happen on a day, past or to come."""

    what: What
    day: date
    words: str


def trend(case: SettledCase) -> tuple[Trend, ...]:
    """Every goal with its scores in order of time; the score at the start stands first where its day is known."""
    reviewed = scores(case)
    return tuple(
        Trend(goal.id, goal.words.known or "", goal.target.known, (*_start(case, goal), *reviewed.get(goal.id, ())))
        for goal in case.of(Needs).goals.known or ()
    )


def scores(case: SettledCase) -> Mapping[str, tuple[Point, ...]]:
    """The scores given at the reviews held until today, by goal, in order of time."""
    days = {talk.id: talk.on.known for talk in talks_held(case)}
    found: dict[str, list[Point]] = {}
    for one in case.of(Handover).goal_scores.known or ():
        day, goal, score = days.get(one.review.known or ""), one.goal.known, one.score.known
        if day is not None and goal is not None and score is not None:
            found.setdefault(goal, []).append(Point(day, score, f"handover.goal_scores.{one.id}.score"))
    return {goal: tuple(sorted(points)) for goal, points in found.items()}


def start_of(goal: str) -> str:
    """The path of the score at the start."""
    return f"needs.goals.{goal}.start"


def stands_still(case: SettledCase) -> bool | None:
    """Were the scores at the last two reviews equal or lower (VC13)? True if no goal rose that was scored at both.

    Unknown where no goal was scored at both.
    """
    last = [talk.on.known for talk in talks_held(case)[-2:]]
    if len(last) < 2:
        return None
    pairs = [_between(points, last) for points in scores(case).values()]
    known = [pair for pair in pairs if pair is not None]
    return all(after <= before for before, after in known) if known else None


def latest_score(goal: Goal, points: tuple[Point, ...]) -> int | None:
    """At the last review that scored this goal; before any the score now, else the one at the start."""
    if points:
        return points[-1].score
    return goal.start.known if goal.now.known is None else goal.now.known


def is_met(goal: Goal, points: tuple[Point, ...], high: float) -> bool:
    """At or above the target, or high and staying high. Where it was never reviewed, the score now counts."""
    latest = points[-1].score if points else goal.now.known
    if latest is None:
        return False
    stable = len(points) < 2 or points[-2].score >= high
    return (latest >= high and stable) or (goal.target.known is not None and latest >= goal.target.known)


def due(case: SettledCase) -> tuple[Due, ...]:
    """What is to happen, the earliest first; what was done does not stand in it. A day before today is overdue."""
    return tuple(sorted(_due(case), key=lambda one: (one.day, one.what)))


def is_overdue(case: SettledCase) -> bool:
    """Is the day of a review behind us without a talk?"""
    return any(one.day < case.today and one.what in _REVIEWS for one in due(case))


def start_is_overdue(case: SettledCase) -> bool:
    """Is the day behind us on which the help of who said yes would begin, and did nobody write that it began?"""
    return any(one.day < case.today and one.what == "start_hulp" for one in due(case))


def last_looked(case: SettledCase) -> date | None:
    """The last day on which somebody looked whether the help helps; before any review the day it started."""
    if talks := talks_held(case):
        return talks[-1].on.known
    step = case.of(Handover)
    return step.started_on.known or stands_since(step)


def _due(case: SettledCase) -> Iterator[Due]:
    yield from _big_five(case)
    step = case.of(Handover)
    ended = step.ended_on.known
    if ended is not None and ended <= case.today:
        yield from _after_the_end(case, ended)
    else:
        yield from _while_it_runs(case)


def _big_five(case: SettledCase) -> Iterator[Due]:
    """The first day on which the Big Five are gone through again, after they last were (brief §4b)."""
    born, step = case.of(Identity).birth_date.known, case.of(SpecialChecks)
    if born is None or "special_checks.big_five" in case.kept_aside:
        return
    looked = step.big_five_on.known
    days = (months_later(born, months) for months in _BIG_FIVE_MONTHS)
    day = next((day for day in days if looked is None or day - _EARLY > looked), None)
    if day is not None:
        yield Due("big_five", day, "loop samen de vijf dingen voor later door: steun, wonen, werk, geld, welzijn")


def _after_the_end(case: SettledCase, ended: date) -> Iterator[Due]:
    """Somebody calls once, and nothing else is due: until the family comes back."""
    called = any(talk.on.known is not None and talk.on.known > ended for talk in talks_held(case))
    if not called and case.of(Handover).came_back_on.known is None:
        words = "bel het gezin: gaat het nog goed zonder deze hulp?"
        yield Due("terugbellen", months_later(ended, _CALL_MONTHS), words)


def _while_it_runs(case: SettledCase) -> Iterator[Due]:
    talks = talks_held(case)
    last = talks[-1].on.known if talks else None
    planned = [day for day in _planned(case) if last is None or day - _EARLY > last]
    for day in planned:
        yield Due("evaluatie", day, _LIGHT if _lasting(case) else _IN_FULL)
    agreed = talks[-1].next_on.known if talks else None
    if agreed is not None:
        yield Due("afgesproken_gesprek", agreed, "spreek het gezin, zoals vorige keer afgesproken")
    if agreed is None and not planned:
        yield from _nothing_agreed(case, last)
    yield from _until_it_starts(case)


def _lasting(case: SettledCase) -> bool:
    return case.of(Needs).conclusion.known == "CHRONISCH"


def _nothing_agreed(case: SettledCase, last: date | None) -> Iterator[Due]:
    """No day was agreed: lasting support is looked at every year, other help half a year after the last talk."""
    looked = last_looked(case)
    if _lasting(case):
        if looked is not None:
            yield Due("jaarlijks", months_later(looked, _YEARLY_MONTHS), _LIGHT)
    elif last is not None:
        words = "kijk samen of de hulp helpt: er is nog geen dag afgesproken"
        yield Due("evaluatie", months_later(last, _REVIEW_MONTHS), words)


def _until_it_starts(case: SettledCase) -> Iterator[Due]:
    """First the provider reacts; who said yes begins on the day promised, or else on the day that was asked. A question
    or a no is no end: somebody has to act on the day it came, until there is a yes.
    """
    step = case.of(Handover)
    newest, last = last_for_provider(step), next(reversed(replies_in_order(step)), None)
    sent = step.sent_on.known or (None if newest is None else newest.sent_on.known)
    if sent is None or step.started_on.known is not None:
        return
    said = step.reaction.known
    if newest is not None and last is not None and _waits_anew(step, newest, last):
        said, sent = None, newest.sent_on.known or sent
    if newest is not None and said != "afgewezen" and is_withdrawn(step, newest.document.known, newest.version.known):
        return
    term = working_day_after(sent, _REACTION)
    heard = None if last is None else last.received_on.known or last.given_on.known
    if said in (None, "geen_antwoord"):
        yield Due("reactie_aanbieder", term, "vraag de aanbieder of de hulp start")
    elif said == "vraag":
        yield Due("vraag_aanbieder", heard or term, "beantwoord de vraag van de aanbieder")
    elif said == "afgewezen":
        yield Due("andere_plek", heard or term, "zoek een andere plek: de aanbieder zei nee")
    elif (start := _promised(case)) is not None:
        yield Due("start_hulp", start, "vraag het gezin of de hulp is begonnen")


def _waits_anew(step: Handover, newest: Sending, last: ProviderReply) -> bool:
    """Whether the newest document waits for its answer: what stands is the answer to one before it, and was no yes."""
    if last.outcome.known != step.reaction.known or step.reaction.known == "geaccepteerd":
        return False
    return (newest.document.known, newest.version.known) not in {
        (one.document.known, one.version.known) for one in step.replies.known or ()
    }


def _promised(case: SettledCase) -> date | None:
    """The start in the last reply that names one, by its day or by the weeks to wait; else the first day granted."""
    for reply in reversed(replies_in_order(case.of(Handover))):
        if reply.start_on.known is not None:
            return reply.start_on.known
        if reply.waiting_weeks.known is not None and reply.given_on.known is not None:
            return reply.given_on.known + timedelta(weeks=reply.waiting_weeks.known)
    starts = [product.start.known for product in case.of(DecisionAdvice).products.known or ()]
    return min((start for start in starts if start is not None), default=None)


def _planned(case: SettledCase) -> list[date]:
    """The days of step 8 and step 13 on which everybody looks again."""
    reviews = case.of(DecisionAdvice).reviews.known or ()
    days = {case.of(Needs).review_date.known, *(review.on.known for review in reviews)}
    return sorted(day for day in days if day is not None)


def _start(case: SettledCase, goal: Goal) -> Iterator[Point]:
    step = case.of(Handover)
    day = answered_on(goal.start) or step.started_on.known or stands_since(step) or _running_since(case)
    if goal.start.known is not None and day is not None:
        yield Point(day, goal.start.known, start_of(goal.id))


def _running_since(case: SettledCase) -> date | None:
    """Since when the help runs that is looked at again, where it was handed over before this case."""
    starts = [one.start.known for one in case.of(HelpHistory).help.known or () if one.running.known is True]
    return min((start for start in starts if start is not None and start <= case.today), default=None)


def _between(points: tuple[Point, ...], days: list[date | None]) -> tuple[int, int] | None:
    by_day = {point.on: point.score for point in points}
    first, second = days
    if first is None or second is None or first not in by_day or second not in by_day:
        return None
    return by_day[first], by_day[second]
