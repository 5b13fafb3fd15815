"""How many consults wait for whoever works here: the number behind *Expertpool*, also before the room was entered."""

from __future__ import annotations

from datetime import timedelta

from casework.pool.answering import MINE, standing
from casework.pool.bench import BUSY, CONVERTED, DRAFTED, NEW, TOLD, Filter
from casework.pool.clocks import stage_on
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.line import Line
from casework.weighing.facts.working_days import working_days_left
from desktop.pool.desk import PoolDesk

_MOST = 1000


def waiting(desk: PoolDesk) -> int:
    """For a coordinator what is new, to discuss or much too late; for an expert what to answer; else what came back."""
    me = desk.me
    if me is None or not desk.ring.trusts:
        return 0
    if me.role == "expert":
        return len(waiting_rows(desk))
    statuses = NEW | DRAFTED if me.role == "coordinator" else TOLD | CONVERTED
    late = len(_escalated(desk)) if me.role == "coordinator" else 0
    return late + sum(number for status, number in desk.store.counts().items() if status in statuses)


def waiting_rows(desk: PoolDesk) -> list[Line]:
    """What waits for an expert or a coordinator; nothing for anybody else."""
    me = desk.me
    if me is None or not desk.ring.trusts or me.role == "aanvrager":
        return []
    if me.role == "coordinator":
        found = desk.store.rows(NEW | DRAFTED | CONVERTED, _MOST)
        found = [row for row in found if row.status not in CONVERTED or row.due is not None]  # else it is taken on
        return [*found, *_escalated(desk)]
    return [row for row in desk.store.rows(BEFORE_ADVICE, _MOST) if standing(desk.consult(row.thread), me) in MINE]


def _escalated(desk: PoolDesk) -> list[Line]:
    """So late with an expert that the coordinator has to act."""
    found = desk.store.listed(Filter(statuses=BUSY, due_until=desk.today - timedelta(days=1)), _MOST)
    return [row for row in found if row.due and stage_on(working_days_left(desk.today, row.due)) == "escalatie"]
