"""Step 1: who asks, by which route, how urgent, and the time that is left to decide."""

from __future__ import annotations

from datetime import timedelta

from casework.answers import Unanswered
from casework.steps.intake import Intake
from casework.weighing.facts.logic import any_of, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.weighing.facts.working_days import working_days_between

_NONE_NAMED = {"", "-", "nee", "geen", "niets"}
_DECISION_TERM_WEEKS = 8
_COURT_ROUTES = ("04 GI", "08 Rechter/OvJ/JJI")

answer(Intake, "reporter", "wie meldt")
answer(Intake, "referral_route", "de verwijsroute")
answer(Intake, "track", "het traject")
answer(Intake, "urgency", "hoe snel hulp nodig is")


@fact("er is al een product of aanbieder genoemd", "intake.requested_product")
def requested_product(given: FactSource) -> bool | None:
    named = given.case.of(Intake).requested_product
    if isinstance(named, Unanswered):
        return None if named.unanswered != "not_applicable" else False
    return named.value.strip(" .").casefold() not in _NONE_NAMED


@fact("het genoemde product is intensieve hulp", "intake.requested_product", "pack.products")
def requested_product_intensive(given: FactSource) -> bool | None:
    if not requested_product(given):
        return None if requested_product(given) is None else False
    text = given.case.of(Intake).requested_product.known or ""
    return any_of(product.intensive for product in given.catalogue.named_in(text))


@fact("dagen sinds de melding", "intake.report_date")
def days_since_report(given: FactSource) -> int | None:
    reported = given.case.of(Intake).report_date.known
    return None if reported is None else (given.today - reported).days


@fact("werkdagen sinds de melding", "intake.report_date")
def working_days_since_report(given: FactSource) -> int | None:
    reported = given.case.of(Intake).report_date.known
    return None if reported is None else working_days_between(reported, given.today)


@fact("dagen tot het einde van de beslistermijn", "intake.report_date", "pack.settings.decision_term_weeks")
def term_days_left(given: FactSource) -> int | None:
    reported = given.case.of(Intake).report_date.known
    if reported is None:
        return None
    weeks = given.pack.setting("decision_term_weeks", _DECISION_TERM_WEEKS)
    return (reported - given.today + timedelta(weeks=weeks)).days


@fact("het overleg met verwijzer, GI of rechter is vastgelegd", "intake.coordination")
def coordination_recorded(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Intake).coordination)


@fact("een GI of de rechter bepaalt de hulp", "intake.track", "intake.referral_route")
def court_route(given: FactSource) -> bool | None:
    """Then the expert pool's advice is not compulsory (brief, end of §3; Jeugdwet 1.2 lid 3, 2.4, 3.5)."""
    intake = given.case.of(Intake)
    if intake.track.known is None and intake.referral_route.known is None:
        return None
    return intake.track.known == "GI_besluit" or intake.referral_route.known in _COURT_ROUTES
