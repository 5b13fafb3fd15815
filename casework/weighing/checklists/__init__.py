"""The conclusions of the checklists b to g: which is open, what it comes to, what is still open (brief §4b–4g).

The questions and the words of the conclusions are in the pack; which conclusion holds is here. Checklist a stands by
itself (changeability.py): everything else rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from casework.case import SettledCase
from casework.knowledge import Checklist, Fact, Facts, FactsSchema, Pack
from casework.weighing.checklists import eighteen, intensive, other_laws, respite, safety, stacking, stay
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import ChecklistOutcome, OpenPoint, Reason

__all__ = ["READS", "Asked", "ChecklistOutcome", "OpenPoint", "Reason", "needed_facts", "outcomes"]


class _Part(NamedTuple):
    conclusions: Callable[[Asked], Iterator[str]]
    open_points: Callable[[Asked], Iterator[OpenPoint]]


_LOGIC: Mapping[str, tuple[_Part, ...]] = {
    "b": (_Part(eighteen.conclusions, eighteen.open_points),),
    "c": (_Part(stacking.conclusions, stacking.open_points),),
    "d": (_Part(other_laws.conclusions, other_laws.open_points),),
    "e": (_Part(respite.conclusions, respite.open_points),),
    "f": (_Part(intensive.conclusions, intensive.open_points), _Part(stay.conclusions, stay.open_points)),
    "g": (_Part(safety.conclusions, safety.open_points),),
}
READS = frozenset(
    (*eighteen.READS, *stacking.READS, *other_laws.READS, *respite.READS, *intensive.READS, *stay.READS, *safety.READS)
)
"""The facts the conclusions read beside the steps."""


def needed_facts(pack: Pack) -> frozenset[str]:
    """Every fact that opening and concluding the checklists of this pack takes."""
    conditions = [one.opens_when for one in pack.checklists.values() if one.opens_when is not None]
    return READS.union(*(condition.depends_on for condition in conditions))


def outcomes(
    case: SettledCase, pack: Pack, facts: Mapping[str, Fact], schema: FactsSchema
) -> dict[str, ChecklistOutcome]:
    """What each open checklist comes to, by its id; one that is neither opened nor answered is not there.

    facts: those of `needed_facts` that are known, with their kinds.
    """
    typed = Facts(facts, schema)
    codes = {rule.code for rule in pack.rules.values()}
    found: dict[str, ChecklistOutcome] = {}
    for id_, parts in _LOGIC.items():
        checklist = pack.checklists.get(id_)
        asked = Asked(id_, case, facts, pack)
        if checklist is not None and (asked.by_hand or _opens(checklist, typed)):
            found[id_] = _outcome(checklist, asked, parts, codes, _opens(checklist, typed))
    return found


def _opens(checklist: Checklist, facts: Facts) -> bool:
    return checklist.opens_when is None or checklist.opens_when.evaluate(facts) is True


def _outcome(
    checklist: Checklist, asked: Asked, parts: tuple[_Part, ...], codes: set[str], by_rule: bool
) -> ChecklistOutcome:
    conclusions = tuple(code for part in parts for code in part.conclusions(asked))
    words = {one.code: one for one in checklist.conclusions}
    told = [words[code] for code in conclusions if code in words]
    return ChecklistOutcome(
        checklist=checklist.id,
        opened_by=checklist.opened_by if by_rule else (),
        by_hand=asked.by_hand,
        conclusions=conclusions,
        signals=tuple(code for code in conclusions if code in codes),
        open_points=tuple(point for part in parts for point in part.open_points(asked)),
        reasons=tuple(Reason(stage=one.stage, text=one.text) for one in told if one.stage is not None),
    )
