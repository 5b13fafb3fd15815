"""How many consults wait for whoever works here: the number behind *Expertpool*, also before the room was entered."""

from __future__ import annotations

from casework.pool.answering import MINE, standing
from casework.pool.bench import CONVERTED, DRAFTED, NEW, TOLD
from casework.pool.lifecycle import BEFORE_ADVICE
from desktop.pool.desk import PoolDesk

_MOST = 1000


def waiting(desk: PoolDesk) -> int:
    """For a coordinator what is new or to be discussed, for an expert what to answer, else what came back."""
    me = desk.me
    if me is None or not desk.ring.trusts:
        return 0
    if me.role == "expert":
        return sum(standing(desk.consult(row.thread), me) in MINE for row in desk.store.rows(BEFORE_ADVICE, _MOST))
    statuses = NEW | DRAFTED if me.role == "coordinator" else TOLD | CONVERTED
    return sum(number for status, number in desk.store.counts().items() if status in statuses)
