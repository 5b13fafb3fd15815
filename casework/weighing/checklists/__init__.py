"""The conclusions of the checklists b to g: which is open, what it comes to, what is still open (brief §4b–4g).

The questions and the words of the conclusions are in the pack; which conclusion holds is here. Checklist a stands by
itself (changeability.py): everything else rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from casework.case import SettledCase
from casework.knowledge import Checklist, Fact, Facts, FactsSchema, Pack
from casework.weighing.checklists import eighteen, intensive, other_laws, respite, safety, stacking, stay
from casework.weighing.checklists.asked import OPENED, Asked
from casework.weighing.checklists.grounds import Told, grounds
from casework.weighing.checklists.outcome import ChecklistOutcome, Ground, OpenPoint, Reason

__all__ = ["OPENED", "READS", "Asked", "ChecklistOutcome", "Ground", "OpenPoint", "Reason", "Told", "needed_facts",
           "outcomes"]  # fmt: skip


class _Part(NamedTuple):
    """more_grounds: what its conclusions rest on beside answers and facts, as text and path."""

    conclusions: Callable[[Asked], Iterator[str]]
    open_points: Callable[[Asked], Iterator[OpenPoint]]
    more_grounds: Callable[[Asked], Iterable[tuple[str, str]]] = lambda asked: ()


_LOGIC: Mapping[str, tuple[_Part, ...]] = {
    "b": (_Part(eighteen.conclusions, eighteen.open_points, eighteen.grounds),),
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
    lists = pack.checklists.values()
    conditions = [one.opens_when.depends_on for one in lists if one.opens_when is not None]
    told = [item.told_by for one in lists for item in one.items]
    shown = [conclusion.shows for one in lists for conclusion in one.conclusions]
    return READS.union(*conditions, *told, *shown)


def outcomes(
    case: SettledCase, pack: Pack, facts: Mapping[str, Fact], schema: FactsSchema, tell: Callable[[str, Fact], Told]
) -> dict[str, ChecklistOutcome]:
    """What each open checklist comes to, by its id; one that is neither opened nor answered is not there.

    facts: those of `needed_facts` that are known, with their kinds. tell: a fact with its value in words, and its path.
    """
    typed = Facts(facts, schema)
    codes = {rule.code for rule in pack.rules.values()}
    found: dict[str, ChecklistOutcome] = {}
    for id_, parts in _LOGIC.items():
        checklist = pack.checklists.get(id_)
        asked = Asked(id_, case, facts, pack)
        if checklist is not None and (asked.by_hand or _opens(checklist, typed)):
            found[id_] = _outcome(checklist, asked, parts, codes, _opens(checklist, typed), tell)
    return found


def _opens(checklist: Checklist, facts: Facts) -> bool:
    return checklist.opens_when is None or checklist.opens_when.evaluate(facts) is True


def _outcome(
    checklist: Checklist,
    asked: Asked,
    parts: tuple[_Part, ...],
    codes: set[str],
    by_rule: bool,
    tell: Callable[[str, Fact], Told],
) -> ChecklistOutcome:
    conclusions = tuple(code for part in parts for code in part.conclusions(asked))
    words = {one.code: one for one in checklist.conclusions}
    told = [words[code] for code in conclusions if code in words]
    more = [ground for part in parts for ground in part.more_grounds(asked)]
    rests_on = {one.code: grounds(checklist, one, asked, tell, more) for one in told}
    return ChecklistOutcome(
        checklist=checklist.id,
        opened_by=checklist.opened_by if by_rule else (),
        by_rule=by_rule,
        by_hand=asked.by_hand,
        answered=asked.answered,
        conclusions=conclusions,
        signals=tuple(code for code in conclusions if code in codes),
        open_points=tuple(point for part in parts for point in part.open_points(asked)),
        reasons=tuple(
            Reason(
                stage=one.stage,
                text=one.text,
                conclusion=one.code,
                path=next((ground.path for ground in rests_on[one.code]), f"checklists.{checklist.id}"),
            )
            for one in told
            if one.stage is not None
        ),
        grounds=tuple(ground for one in told for ground in rests_on[one.code]),
    )
