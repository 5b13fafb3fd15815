"""Step 3: is it safe enough to go on?"""

from __future__ import annotations

from casework.answers import is_known
from casework.steps.safety import Safety
from casework.weighing.facts.logic import count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact

_LEVELS = {"veilig": 0, "zorgen_onder_controle": 1, "onveilig_hulp_mogelijk": 2, "acuut_of_structureel_onveilig": 2}

answer(Safety, "verdict", "het veiligheidsoordeel", name="safety_verdict")


@fact("onveiligheid (0 geen, 1 zorgen, 2 onveilig)", "safety.verdict")
def safety_level(given: FactSource) -> int | None:
    """Too little sight is no level: it is not known."""
    return _LEVELS.get(given.case.of(Safety).verdict.known or "")


answer(Safety, "spoken_alone", "de jeugdige is alleen gesproken")


@fact("de reden van niet alleen spreken is opgeschreven", "safety.not_alone_reason")
def spoken_alone_reason_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Safety).not_alone_reason)


answer(Safety, "veilig_thuis", "overleg met Veilig Thuis")


@fact("er is een melding bij Veilig Thuis gedaan, met datum", "safety.veilig_thuis_on", "safety.veilig_thuis")
def veilig_thuis_reported(given: FactSource) -> bool | None:
    safety = given.case.of(Safety)
    if safety.veilig_thuis.known is None:
        return None
    reported = safety.veilig_thuis_on.known
    return safety.veilig_thuis.known == "melding" and reported is not None and reported <= given.today


@fact("veiligheidsafspraken", "safety.agreements")
def safety_agreements_count(given: FactSource) -> int | None:
    return count(given.case.of(Safety).agreements.known, lambda one: is_known(one.what))


answer(Safety, "suicide_risk", "gevaar van zelfdoding")
answer(Safety, "crisis_route_started", "de crisisroute is dezelfde dag ingezet")
answer(Safety, "other_children", "er zijn andere kinderen thuis")
answer(Safety, "other_children_checked", "ieder kind is apart bekeken")


@fact("er is een plan om zicht te krijgen", "safety.plan_for_sight")
def plan_for_sight(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Safety).plan_for_sight)
