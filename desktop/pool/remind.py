"""Reminders say themselves: the coordinator's home looks at its clocks when the bench opens and when post came in."""

from __future__ import annotations

from casework.pool.bench import Filter, reminders
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.trouble import Trouble
from casework.weighing.facts.working_days import working_day_after
from casework.words import counted
from desktop.pool.desk import PoolDesk

_AT_ONCE = 50
"""More clocks run out together only after a leave; the rest is said the next time."""


def remind(desk: PoolDesk) -> str:
    """Say what is due, once for each stage of a clock; returns why some could not be said, or nothing."""
    soon = Filter(statuses=BEFORE_ADVICE, due_until=working_day_after(desk.today, 1))
    due = reminders(desk.store.listed(soon, 1000), desk.today)[:_AT_ONCE]
    problems = []
    for thread, body in due:
        try:
            desk.say(thread, body)
        except Trouble as trouble:
            problems.append(str(trouble))
    if not problems:
        return ""
    return f"{counted(len(problems), 'herinnering', 'herinneringen')} niet verstuurd. {problems[0]}"
