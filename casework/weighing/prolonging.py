"""What of checklist a counts at a prolonging: what was said the first time is kept, and waits to be said again."""

from __future__ import annotations

from casework.case import SettledCase
from casework.knowledge import ChecklistItem, Pack
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover, is_from_before, look_again, prolonged_since
from casework.weighing.checklists.asked import Given

_OF_THE_FIRST_TIME = ("V", "C")


def asked_at_prolonging(item: ChecklistItem) -> bool:
    """A prolonging asks whether the help still brings gain and what its end would do; not what the first time asked."""
    return item.direction not in _OF_THE_FIRST_TIME


def counting(case: SettledCase, pack: Pack) -> Given:
    """The answers to checklist a that count today: without those that wait to be said again."""
    waiting = said_before(case, pack)
    return {name: one for name, one in case.checklists.get("a", {}).items() if name not in waiting}


def said_before(case: SettledCase, pack: Pack) -> frozenset[str]:
    """The questions that a prolonging asks and that were answered before it, not since."""
    if prolonged_since(case) is None:
        return frozenset()
    given = case.checklists.get("a", {})
    anew = [item.id for item in pack.checklists["a"].items if asked_at_prolonging(item)]
    return frozenset(name for name in anew if name in given and is_from_before(case, given[name]))


def left_from_before(case: SettledCase, pack: Pack) -> bool:
    """Does anything stand here from before the prolonging that nobody looked at again?"""
    decided = look_again(case, case.of(DecisionAdvice), "decision")
    return bool(said_before(case, pack) or decided or look_again(case, case.of(Handover), "handover"))
