"""Steps 10 and 11: the level that people chose, how it compares, and the special checks."""

from __future__ import annotations

from casework.answers import is_known
from casework.steps.comparison import Comparison
from casework.steps.situation import Situation
from casework.steps.special_checks import BigFive, SpecialChecks
from casework.weighing.facts.logic import count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact

_RANK = {
    "geen_individuele_voorziening": 0,
    "algemeen_voorliggend": 0,
    "basisondersteuning": 1,
    "geindiceerd_ambulant": 2,
    "intensief": 3,
    "gedwongen_kader": 4,
}
"""How heavy a level is. Another law stands beside the line and has no rank (decisions 6)."""

answer(Comparison, "level", "het gekozen niveau", name="chosen_level")


@fact("hoe zwaar het gekozen niveau is (0 algemeen – 4 gedwongen)", "comparison.level")
def chosen_level_rank(given: FactSource) -> int | None:
    return _RANK.get(given.case.of(Comparison).level.known or "")


@fact("gekozen ijkcliënten", "comparison.chosen")
def chosen_reference_count(given: FactSource) -> int | None:
    return count(given.case.of(Comparison).chosen.known)


@fact("er staat waarom dit niveau wel of niet past", "comparison.why")
def level_reason_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Comparison).why)


@fact("er staat wat er wel is", "comparison.offered_instead")
def offered_instead(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Comparison).offered_instead)


@fact("hoe zwaar het middelste niveau van de drie meest gelijkende ijkcliënten is", "weging.likeness")
def reference_median_rank(given: FactSource) -> int | None:
    return given.extra.get("reference_median_rank")


@fact("gelijkenis met de meest gelijkende ijkcliënt (0–100)", "weging.likeness")
def best_similarity(given: FactSource) -> int | None:
    return given.extra.get("best_similarity")


@fact("een ‘wanneer niet’ van de gekozen ijkcliënt is hier waar", "comparison.chosen", "weging.likeness")
def chosen_not_when_met(given: FactSource) -> bool | None:
    return given.extra.get("chosen_not_when_met")


def _areas(given: FactSource) -> set[str] | None:
    situation = given.case.of(Situation)
    if situation.problem_area.known is None:
        return set(situation.other_areas.known) if situation.other_areas.known else None
    return {situation.problem_area.known, *(situation.other_areas.known or ())}


@fact("verblijf is in beeld", "situation.problem_area", "situation.other_areas")
def stay_considered(given: FactSource) -> bool | None:
    areas = _areas(given)
    return None if areas is None else "verblijf" in areas


@fact("logeren is in beeld", "situation.problem_area", "situation.other_areas")
def respite_considered(given: FactSource) -> bool | None:
    areas = _areas(given)
    return None if areas is None else "logeren" in areas


@fact("intensieve hulp of gedwongen kader is gekozen", "comparison.level")
def intensive_chosen(given: FactSource) -> bool | None:
    level = given.case.of(Comparison).level.known
    return None if level is None else level in ("intensief", "gedwongen_kader")


# On the way to eighteen

answer(SpecialChecks, "extended_help", "jeugdhulp na 18 blijft nodig")


def _big_five(given: FactSource) -> tuple[BigFive, ...] | None:
    return given.case.of(SpecialChecks).big_five.known


@fact("onderdelen van de Big Five die zijn besproken", "special_checks.big_five")
def big_five_discussed_count(given: FactSource) -> int | None:
    """None discussed is nought as soon as the question is asked at all: from sixteen."""
    if laid_down(given.case.of(SpecialChecks).big_five) is None:
        return None
    blocks = _big_five(given) or ()
    return len({one.block.known for one in blocks if one.status.known not in (None, "niet besproken")})


@fact("onderdelen van de Big Five die niet zijn geregeld", "special_checks.big_five")
def big_five_open_count(given: FactSource) -> int | None:
    return count(_big_five(given), lambda one: one.status.known == "niet geregeld")


@fact("onderdelen van de Big Five die niet zijn geregeld, zonder iemand die het oppakt", "special_checks.big_five")
def big_five_unowned_count(given: FactSource) -> int | None:
    return count(_big_five(given), lambda one: one.status.known == "niet geregeld" and not is_known(one.who))


@fact("wonen na 18 is geregeld of er wordt aan gewerkt", "special_checks.big_five")
def housing_arranged(given: FactSource) -> bool | None:
    """A block nobody spoke about is not arranged."""
    if laid_down(given.case.of(SpecialChecks).big_five) is None:
        return None
    blocks = _big_five(given) or ()
    return any(one.block.known == "wonen" and one.status.known in ("op orde", "bezig") for one in blocks)


@fact("er staat welke wet na 18 helpt, en wie het regelt", "special_checks.after_eighteen")
def after_eighteen_arranged(given: FactSource) -> bool | None:
    return laid_down(given.case.of(SpecialChecks).after_eighteen)


# Intensive help and stay

answer(SpecialChecks, "lighter_done_well", "lichtere hulp is goed uitgevoerd")
answer(SpecialChecks, "threat_of_placement", "uithuisplaatsing dreigt")
answer(SpecialChecks, "steady_carer", "een vaste opvoeder doet mee")


@fact("er staat wat tegen deze hulp pleit", "special_checks.reasons_against")
def reasons_against_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(SpecialChecks).reasons_against)


@fact("alternatieven voor verblijf die echt zijn besproken", "special_checks.stay_alternatives")
def stay_alternatives_count(given: FactSource) -> int | None:
    """Nought as soon as the question is asked at all."""
    said = given.case.of(SpecialChecks).stay_alternatives
    return None if laid_down(said) is None else len({one.strip().casefold() for one in said.known or () if one.strip()})


@fact("er staat iets over pleegzorg of gezinshuis eerst", "special_checks.family_form_reason")
def family_form_reason_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(SpecialChecks).family_form_reason)
