"""What a route or an arrangement of its own asks: a crisis behind us, a measure that ends, the team's own help, a
network that does not let go, a young person's own plan, a place that is sought."""

from __future__ import annotations

from typing import get_args

from casework.answers import is_known
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover
from casework.steps.help_history import HelpHistory
from casework.steps.intake import Intake
from casework.steps.special_checks import BigFive, Block, SpecialChecks
from casework.weighing.facts.logic import all_of, count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.words import months_between

_SEARCH = "decision.place_search"
_PRODUCTS = "decision.products"


@fact("er staat wat het gezin nu doet, en wanneer iemand belt", "intake.triage_next", "intake.triage_call_on")
def triage_rounded(given: FactSource) -> bool | None:
    step = given.case.of(Intake)
    return all_of((laid_down(step.triage_next), laid_down(step.triage_call_on)))


@fact("er staat wat de arts vraagt, en van welke dag dat is", "intake.referral_asks", "intake.referral_on")
def referral_told(given: FactSource) -> bool | None:
    step = given.case.of(Intake)
    return all_of((laid_down(step.referral_asks), laid_down(step.referral_on)))


@fact("er staat welke hulp de GI of de rechter bepaalde, en wanneer", "intake.ruling", "intake.ruling_on")
def ruling_told(given: FactSource) -> bool | None:
    step = given.case.of(Intake)
    return all_of((laid_down(step.ruling), laid_down(step.ruling_on)))


@fact("hele maanden tot de maatregel stopt", "intake.ruling_until")
def months_to_ruling_end(given: FactSource) -> int | None:
    """Negative where it is behind us."""
    until = given.case.of(Intake).ruling_until.known
    return None if until is None else months_between(given.today, until)


@fact("er staat wat doorgaat als de maatregel stopt", "intake.after_ruling")
def after_ruling_told(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Intake).after_ruling)


@fact("er staat wat er gebeurde, wat nu anders is, en wat ieder doet als het weer misgaat", "help_history.crisis_told")
def crisis_looked_back(given: FactSource) -> bool | None:
    step = given.case.of(HelpHistory)
    return all_of(laid_down(one) for one in (step.crisis_told, step.crisis_changed, step.crisis_again))


@fact("gesprekken die het team zelf als hulp voerde", "help_history.own_talks")
def own_talk_count(given: FactSource) -> int | None:
    return count(given.case.of(HelpHistory).own_talks.known)


answer(HelpHistory, "own_talks_shared", "het dossier van de hulp door het team mag mee")
answer(SpecialChecks, "hsj_joined", "het netwerk voor hoogspecialistische jeugdhulp doet mee")


@fact("er was een intake met allen samen, en er is één aanspreekpunt", "special_checks.hsj_contact")
def hsj_arranged(given: FactSource) -> bool | None:
    step = given.case.of(SpecialChecks)
    if step.hsj_joined.known is not True:
        return None
    held = step.hsj_intake_on.known
    return held is not None and held <= given.today and is_known(step.hsj_contact)


def _stands(one: BigFive) -> bool:
    """In order, or taken up by somebody, by a day."""
    return one.status.known == "op orde" or (is_known(one.who) and is_known(one.by))


@fact("delen van de Big Five die niet op orde zijn en van niemand zijn", "special_checks.big_five")
def foundations_loose_count(given: FactSource) -> int | None:
    """What nobody spoke about is loose too."""
    step = given.case.of(SpecialChecks)
    if laid_down(step.big_five) is None:
        return None
    standing = {one.block.known for one in step.big_five.known or () if _stands(one)}
    return len(set(get_args(Block)) - standing)


@fact("de hulp is gestopt", "handover.ended_on")
def help_ended(given: FactSource) -> bool | None:
    """A fact about this file: not stopped until the day says so."""
    ended = given.case.of(Handover).ended_on.known
    return ended is not None and ended <= given.today


@fact("het plan voor later heeft een wens en een stap met een naam en een dag", "special_checks.future_wish")
def future_plan_made(given: FactSource) -> bool | None:
    step = given.case.of(SpecialChecks)
    if laid_down(step.future_wish) is None:
        return None
    steps = step.future_steps.known or ()
    return is_known(step.future_wish) and any(is_known(one.who) and is_known(one.until) for one in steps)


@fact("aanbieders die voor een plek zijn gebeld", _SEARCH)
def place_call_count(given: FactSource) -> int | None:
    return count(given.case.of(DecisionAdvice).place_search.known)


@fact("iemand heeft een plek, of een wachtlijst", _SEARCH)
def place_found(given: FactSource) -> bool | None:
    calls = given.case.of(DecisionAdvice).place_search.known
    return None if not calls else any(one.outcome.known in ("plek", "wachtlijst") for one in calls)


@fact("er staat welk aanbod er niet was", "decision.supply_missing")
def supply_missing_told(given: FactSource) -> bool | None:
    return laid_down(given.case.of(DecisionAdvice).supply_missing)


@fact("maanden sinds de wachttijd van een gekozen aanbieder is nagevraagd", _PRODUCTS)
def provider_checked_months(given: FactSource) -> int | None:
    """Of the one that was asked longest ago."""
    products = given.case.of(DecisionAdvice).products.known or ()
    asked = [one.verified_on.known for one in products if one.verified_on.known is not None]
    return max((months_between(day, given.today) for day in asked if day <= given.today), default=None)
