"""The residual need: what own strength, ordinary solutions and other laws do not cover (stage 5 of the stappenplan).

Only for this part is an individual provision given (CRvB 2017:1477). A need whose own strength was not weighed stays
in, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from casework.case import SettledCase
from casework.steps.intake import own_strength_is_weighed
from casework.steps.needs import Need, Needs
from casework.steps.own_capacity import OtherLaw, OwnPossibilities, PriorProvision
from casework.weighing.assessment import ResidualNeed

_NOT_WEIGHED = "eigen kracht is voor deze behoefte nog niet gewogen"


def residual_needs(case: SettledCase) -> tuple[ResidualNeed, ...]:
    """The needs that stay, in order, with how much of each and why."""
    needs = case.of(Needs).needs.known or ()
    found = (_residue(case, number, need) for number, need in enumerate(needs, start=1))
    return tuple(need for need in found if need is not None)


def _residue(case: SettledCase, number: int, need: Need) -> ResidualNeed | None:
    possible = case.of(OwnPossibilities)
    own = [one.sufficient.known for one in possible.own_capacity.known or () if one.need.known == need.id]
    prior = _covering(
        need.id, (one for one in possible.prior_provisions.known or () if one.considered.known is not False)
    )
    law = _covering(need.id, (one for one in possible.other_laws.known or () if one.status.known == "toegekend"))
    if prior or law or "voldoende" in own:
        return None
    extent: Literal["geheel", "deels"] = "deels" if "deels" in own else "geheel"
    if not own_strength_is_weighed(case):
        why = "eigen kracht wordt op deze route niet getoetst"
    elif "deels" in own:
        why = "eigen kracht dekt de rest"
    elif "onvoldoende" in own:
        why = "eigen kracht is niet voldoende"
    else:
        why = _NOT_WEIGHED
    what = need.what.known or "nog niet beschreven"
    return ResidualNeed(id=need.id, code=f"N{number}", what=what, extent=extent, why=why)


def _covering(need: str, ones: Iterable[PriorProvision | OtherLaw]) -> bool:
    return any(need in (one.covers.known or ()) for one in ones)


def capacity_weighed(case: SettledCase) -> bool:
    """Of every need it is known what stays of it, so that they can be counted."""
    return case.of(Needs).needs.known is not None and all(one.why != _NOT_WEIGHED for one in residual_needs(case))
