"""The goals over time, from what counts of a case: drawn where the help that is handed over already ran (step 14)."""

from __future__ import annotations

from casework.case import SettledCase
from casework.handover.blocks import GoalTrend, Origin, Scored
from casework.handover.thread import ThreadOfHelp
from casework.weighing.following import Trend, start_of, trend


def trends_of(case: SettledCase) -> tuple[GoalTrend, ...]:
    """A line for each goal that got a score at a review; none before the first review."""
    lines = {one.goal: one for one in trend(case) if any(point.path != start_of(one.goal) for point in one.points)}
    days = [point.on for one in lines.values() for point in one.points]
    return tuple(
        GoalTrend(code, one.words, one.target, _scores(one), min(days), max(days))
        for code, goal in ThreadOfHelp(case).goals.items()
        if (one := lines.get(goal.id)) is not None
    )


def _scores(line: Trend) -> tuple[Scored, ...]:
    at_start = start_of(line.goal)
    return tuple(Scored(one.on, one.score, Origin(one.path), one.path == at_start) for one in line.points)
