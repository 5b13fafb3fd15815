"""What of the weighing may be told when a statement stays here: what follows as well from the case without it.

The weighing reads every answer, and its words repeat what it read: that parents are overburdened, which goal misses,
what a checklist came to. So the case that goes along is weighed anew, and only what both weighings say is told. What
the lesser case alone gives rise to (something seems to be missing) is not told either: it is not missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casework.case import SettledCase
from casework.handover.material import Material
from casework.handover.need_to_know import without_held_back
from casework.knowledge import Facts
from casework.knowledge.pack import Pack
from casework.weighing import facts as case_facts
from casework.weighing.assess import weigh
from casework.weighing.assessment import Assessment, ResidualNeed, Signal, Stage
from casework.weighing.checklists import ChecklistOutcome
from casework.weighing.mirror import mirror
from casework.weighing.residual import residual_needs
from casework.weighing.signals import signals


def material(case: SettledCase, assessment: Assessment, pack: Pack | None) -> Material:
    """What a document is made from: the case without what stays here, and of the weighing what follows from that."""
    less = without_held_back(case)
    if less is case:
        return Material(case, assessment, pack)
    residual = residual_needs(less)
    told: tuple[Signal, ...] = ()
    checklists: Mapping[str, ChecklistOutcome] = {}
    if pack is not None:
        grounds = weigh(less, pack)
        typed = Facts(grounds.facts, case_facts.kinds())
        told, _ = signals(pack, typed, less.responses, less.today, case_facts.do_not_apply(less))
        checklists = grounds.checklists
    stands = {(one.rule, one.status) for one in told}
    kept = tuple(one for one in assessment.signals if (one.rule, one.status) in stands)
    follows = assessment.model_copy(
        update={
            "signals": kept,
            "motivation": _stages(assessment.motivation, mirror(less, residual)),
            "residual_need": _residual(assessment.residual_need, residual),
            "checklists": tuple(_reasons(one, checklists.get(one.checklist)) for one in assessment.checklists),
        }
    )
    return Material(less, follows, pack, tuple(one for one in assessment.signals if one not in kept))


def _stages(found: Sequence[Stage], less: Sequence[Stage]) -> tuple[Stage, ...]:
    both = {(stage.stage, text) for stage in less for text in stage.missing}
    return tuple(
        stage.model_copy(update={"missing": tuple(text for text in stage.missing if (stage.stage, text) in both)})
        for stage in found
    )


def _residual(found: Sequence[ResidualNeed], less: Sequence[ResidualNeed]) -> tuple[ResidualNeed, ...]:
    both = {(one.id, one.extent, one.why) for one in less}
    return tuple(one for one in found if (one.id, one.extent, one.why) in both)


def _reasons(found: ChecklistOutcome, less: ChecklistOutcome | None) -> ChecklistOutcome:
    both = () if less is None else less.reasons
    return found.model_copy(update={"reasons": tuple(one for one in found.reasons if one in both)})
