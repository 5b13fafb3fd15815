"""How many consults wait for whoever works here: the number behind *Expertpool*, also before the room was entered."""

from __future__ import annotations

from casework.pool.answering import MINE, standing
from casework.pool.bench import CONVERTED, DRAFTED, NEW, TOLD
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.line import Line
from desktop.pool.desk import PoolDesk

_MOST = 1000


def waiting(desk: PoolDesk) -> int:
    """For a coordinator what is new or to be discussed, for an expert what to answer, else what came back."""
    me = desk.me
    if me is None or not desk.ring.trusts:
        return 0
    if me.role == "expert":
        return len(waiting_rows(desk))
    statuses = NEW | DRAFTED if me.role == "coordinator" else TOLD | CONVERTED
    return sum(number for status, number in desk.store.counts().items() if status in statuses)


def waiting_rows(desk: PoolDesk) -> list[Line]:
    """What waits for an expert or a coordinator; nothing for anybody else."""
    me = desk.me
    if me is None or not desk.ring.trusts or me.role == "aanvrager":
        return []
    if me.role == "coordinator":
        found = desk.store.rows(NEW | DRAFTED | CONVERTED, _MOST)
        return [row for row in found if row.status not in CONVERTED or row.due is not None]  # else it is taken on
    return [row for row in desk.store.rows(BEFORE_ADVICE, _MOST) if standing(desk.consult(row.thread), me) in MINE]
