"""The residual need: what own strength, ordinary solutions and other laws do not cover (stage 5 of the stappenplan).

Only for this part is an individual provision given (CRvB 2017:1477). A need whose own strength was not weighed stays
in, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from casework.case import SettledCase
from casework.steps.intake import own_strength_is_weighed
from casework.steps.needs import Need, Needs
from casework.steps.own_capacity import OtherLaw, OwnPossibilities, PriorProvision
from casework.weighing.assessment import ResidualNeed


def residual_needs(case: SettledCase) -> tuple[ResidualNeed, ...]:
    """The needs that stay, in order, with how much of each and why."""
    needs = case.of(Needs).needs.known or ()
    found = (_residue(case, number, need) for number, need in enumerate(needs, start=1))
    return tuple(need for need in found if need is not None)


def _residue(case: SettledCase, number: int, need: Need) -> ResidualNeed | None:
    possible = case.of(OwnPossibilities)
    own = [one for one in possible.own_capacity.known or () if one.need.known == need.id]
    prior = _covering(
        need.id, (one for one in possible.prior_provisions.known or () if one.considered.known is not False)
    )
    law = _covering(need.id, (one for one in possible.other_laws.known or () if one.status.known == "toegekend"))
    if prior or law or any(one.sufficient.known == "voldoende" for one in own):
        return None
    if not own_strength_is_weighed(case):
        extent, why = "geheel", "eigen kracht wordt op deze route niet getoetst"
    elif not own:
        extent, why = "geheel", "eigen kracht is voor deze behoefte nog niet gewogen"
    elif any(one.sufficient.known == "deels" for one in own):
        extent, why = "deels", "eigen kracht dekt een deel"
    else:
        extent, why = "geheel", "eigen kracht is niet voldoende"
    what = need.what.known or "nog niet beschreven"
    return ResidualNeed(
        id=need.id, code=f"N{number}", what=what, extent="deels" if extent == "deels" else "geheel", why=why
    )


def _covering(need: str, ones: Iterable[PriorProvision | OtherLaw]) -> bool:
    return any(need in (one.covers.known or ()) for one in ones)


def capacity_weighed(case: SettledCase) -> bool:
    """Every need has its own strength weighed, or the route does not ask for it."""
    needs = case.of(Needs).needs.known
    if needs is None:
        return False
    weighed = {one.need.known for one in case.of(OwnPossibilities).own_capacity.known or () if one.sufficient.known}
    return not own_strength_is_weighed(case) or all(need.id in weighed for need in needs)
