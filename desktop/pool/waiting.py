"""How many consults wait for whoever works here: the number behind *Expertpool*, also before the room was entered."""

from __future__ import annotations

from casework.pool.answering import MINE, standing
from casework.pool.bench import BUSY, CONVERTED, DRAFTED, NEW, TOLD, Filter
from casework.pool.clocks import escalated_until
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.line import Line
from desktop.pool.desk import PoolDesk

_MOST = 1000


def waiting(desk: PoolDesk) -> int:
    """For a coordinator what is new, to discuss or much too late; for an expert what to answer; else what came back."""
    me = desk.me
    if me is None or not desk.ring.trusts:
        return 0
    if me.role == "expert":
        return len(waiting_rows(desk))
    if me.role == "coordinator":
        return sum(desk.store.counted({"new": Filter(statuses=NEW | DRAFTED), "late": _escalated(desk)}).values())
    return desk.store.counted({"back": Filter(statuses=TOLD | CONVERTED)})["back"]


def waiting_rows(desk: PoolDesk) -> list[Line]:
    """What waits for an expert or a coordinator; nothing for anybody else."""
    me = desk.me
    if me is None or not desk.ring.trusts or me.role == "aanvrager":
        return []
    if me.role == "coordinator":
        found = desk.store.rows(NEW | DRAFTED | CONVERTED, _MOST)
        found = [row for row in found if row.status not in CONVERTED or row.due is not None]  # else it is taken on
        return [*found, *desk.store.listed(_escalated(desk), _MOST)]
    return [row for row in desk.store.rows(BEFORE_ADVICE, _MOST) if standing(desk.consult(row.thread), me) in MINE]


def _escalated(desk: PoolDesk) -> Filter:
    """So late with an expert that the coordinator has to act."""
    return Filter(statuses=BUSY, due_until=escalated_until(desk.today))
