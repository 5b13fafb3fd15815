"""What has to be there before help goes on, stays out of the house, or is bought by the family itself."""

from __future__ import annotations

from casework.answers import is_known
from casework.steps.decision import DecisionAdvice
from casework.steps.special_checks import SpecialChecks
from casework.weighing import prolonging
from casework.weighing.facts.registry import FactSource, answer, fact

_PRODUCTS = "decision.products"


@fact("er staat wat er veranderde, waarom langer, hoeveel minder, en tot wanneer", "special_checks.prolong_changed")
def prolonging_grounded(given: FactSource) -> bool | None:
    """About what was written down here: false until every one of the five is there."""
    step = given.case.of(SpecialChecks)
    asked = (step.prolong_changed, step.prolong_why, step.prolong_extent, step.prolong_less, step.prolong_stops)
    return all(is_known(one) for one in asked)


answer(SpecialChecks, "prolong_extent", "de omvang, vergeleken met de periode hiervoor")


@fact("er staat nog iets van vóór deze verlenging dat niemand opnieuw bekeek", "checklists.a", "decision.signed_by",
      "decision.motivation", "handover.read_by_child", "handover.read_by_parents")  # fmt: skip
def left_from_before(given: FactSource) -> bool | None:
    """About what stands here: false where nothing is prolonged."""
    return prolonging.left_from_before(given.case, given.pack)


@fact("elke einddag bij een gekozen product komt nog", _PRODUCTS)
def help_ends_ahead(given: FactSource) -> bool | None:
    """False where something that is asked for is over already. Unknown without a day: R-JW301-01 asks for that."""
    products = given.case.of(DecisionAdvice).products.known or ()
    ends = [one.end.known for one in products if one.end.known is not None]
    return all(end >= given.today for end in ends) if ends else None


@fact("de drie voorwaarden voor een persoonsgebonden budget staan er", _PRODUCTS)
def pgb_grounded(given: FactSource) -> bool | None:
    """Jeugdwet 8.1.1 lid 2: able to manage it, why help in kind does not fit, and how quality is looked after."""
    products = given.case.of(DecisionAdvice).products.known or ()
    bought = [one for one in products if one.delivery.known == "pgb"]
    if not bought:
        return None
    return all(
        one.pgb_managed.known in ("zelf", "met_hulp") and is_known(one.pgb_why) and is_known(one.pgb_quality)
        for one in bought
    )


@fact("lichter dan logeren met indicatie is echt bekeken", "checklists.e")
def respite_lighter_weighed(given: FactSource) -> bool | None:
    """The own circle, volunteers, and some hours by day: each was asked about. False until it was."""
    asked = given.asked("e")
    return all(asked.says(item) is not None for item in ("LO04", "LO05", "LO06"))
