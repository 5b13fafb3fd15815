"""What whoever asked can do in a consult now, as the table has it, in the order in which it comes up."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from casework.pool.clocks import Norms, clock
from casework.pool.lifecycle import STEPS
from casework.pool.state import Consult

Act: TypeAlias = Literal["complete", "decide", "follow_up", "close", "mark_urgent", "withdraw", "reopen"]
ACTS: tuple[Act, ...] = ("complete", "decide", "follow_up", "close", "mark_urgent", "withdraw", "reopen")


def open_acts(consult: Consult) -> tuple[Act, ...]:
    """A consult that was converted is not decided on here, and one that was told twice needs no third follow-up."""
    found = [act for act in ACTS if consult.status in STEPS[act].from_]
    if consult.release is None and consult.phone is None and "decide" in found:
        found.remove("decide")
    if len({one.moment for one in consult.follow_ups}) == 2 and "follow_up" in found:
        found.remove("follow_up")
    if consult.urgent and "mark_urgent" in found:
        found.remove("mark_urgent")
    return tuple(found)


def withdrawn_too_late(consult: Consult) -> bool:
    """Whoever asked withdrew while the pool went on: the two crossed on their way, and what the pool did holds."""
    kinds = [moment.kind for moment in consult.history]
    last = len(kinds) - kinds[::-1].index("reopen") if "reopen" in kinds else 0
    said = "withdraw" in kinds[last:] or any(one.message.body.kind == "withdraw" for one in consult.aside)
    return said and consult.status in STEPS["decide"].from_ | STEPS["close"].from_


def my_turn(consult: Consult, today: date, norms: Norms) -> Act | None:
    """What this consult waits for from whoever asked; None while somebody else is to act."""
    running = clock(consult, today, norms)
    if running is None or running.who != "aanvrager":
        return None
    by_wait: dict[str, Act] = {
        "aanvulling": "complete",
        "besluit": "decide",
        "zes_weken": "follow_up",
        "drie_maanden": "follow_up",
        "afronden": "close",
    }
    return by_wait.get(running.waits_for)


def next_moment(consult: Consult) -> Literal["zes_weken", "drie_maanden"]:
    """The follow-up that is due first."""
    return "drie_maanden" if any(one.moment == "zes_weken" for one in consult.follow_ups) else "zes_weken"
