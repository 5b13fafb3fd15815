"""What the scores of a review say, in words: beside the choice, never instead of it."""

from __future__ import annotations

from collections.abc import Iterator

from casework.case import SettledCase
from casework.steps.handover import ReviewTalk, gain_lost_twice, talks_held
from casework.steps.needs import Needs
from casework.weighing.following import is_met, scores, stands_still, trend

_REACHED = "Ieder doel is gehaald, of staat hoog en blijft hoog. Dat is succes: denk aan minder hulp of afronden."
_STILL = (
    "Bij de laatste twee volgmomenten steeg geen enkel cijfer. Vraag door: werd de hulp goed uitgevoerd, en klopt het "
    "doel nog?"
)
_LOST = "Twee keer op rij was er geen winst, of minder. Stap 8 staat weer open: kijk opnieuw wat nodig is."
_RISES = "Er is vooruitgang. Kijk hoe ver het doel nog weg is, en of het met minder kan."
_TOO_FEW = "Er zijn nog te weinig cijfers. Geef ook bij het volgende volgmoment ieder doel een cijfer."


_NO_DAY = "Vul in op welke dag dit gesprek was. Vanaf dan tellen de cijfers mee."
_TO_COME = "Deze dag moet nog komen. De cijfers tellen mee vanaf die dag."


def moves(case: SettledCase, talk: ReviewTalk) -> Iterator[str]:
    """For each goal that was scored at this review: how it moved since the score before it."""
    codes = {goal.id: f"D{number}" for number, goal in enumerate(case.of(Needs).goals.known or (), start=1)}
    for line in trend(case):
        at = next((n for n, point in enumerate(line.points) if point.on == talk.on.known and n), None)
        if at is None:
            continue
        before, now = line.points[at - 1].score, line.points[at].score
        moved = f"steeg van {before} naar {now}" if now > before else (
            f"daalde van {before} naar {now}" if now < before else f"bleef {now}"
        )  # fmt: skip
        yield f"{codes[line.goal]} {moved}."


def reading(case: SettledCase, talk: ReviewTalk, high: float) -> tuple[str, ...]:
    """The moves of this review; at the latest one also what all scores together say. `high`: of the pack.

    Of a review that was not held yet only why its scores do not count.
    """
    if talk.on.known is None or talk.on.known > case.today:
        return (_NO_DAY if talk.on.known is None else _TO_COME,)
    told = list(moves(case, talk))
    held = talks_held(case)
    if held and held[-1].id == talk.id:
        told += _together(case, high)
    return tuple(told)


def _together(case: SettledCase, high: float) -> Iterator[str]:
    given, goals, still = scores(case), case.of(Needs).goals.known or (), stands_still(case)
    reached = bool(given) and bool(goals) and all(is_met(goal, given.get(goal.id, ()), high) for goal in goals)
    if reached:
        yield _REACHED
    elif still is not None:
        yield _STILL if still else _RISES
    else:
        yield _TOO_FEW
    if gain_lost_twice(case):
        yield _LOST
