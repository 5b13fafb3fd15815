"""Step 1. Who asks, by which route, how urgent; triage or a full investigation.

The route (`track`) decides which questions the other steps ask: see the functions at the end. Sources: Jeugdwet 2.6
lid 1 e (medical referral), 3.5 (certified institution); the Groningen ordinance 2026 on triage.
"""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, ask

Reporter = Literal[
    "jeugdige",
    "ouder",
    "huisarts",
    "jeugdarts",
    "medisch_specialist",
    "GI",
    "rechter_RvdK_OvJ",
    "school",
    "OJG",
    "aanbieder",
    "anders",
]
ReferralRoute = Literal[
    "01 Gemeente",
    "02 Huisarts",
    "03 Jeugdarts",
    "04 GI",
    "05 Medisch specialist",
    "06 Zelfverwijzer",
    "08 Rechter/OvJ/JJI",
]
Urgency = Literal["geen", "binnen_5_werkdagen", "vandaag", "acuut_gevaar"]
Track = Literal[
    "triage", "volledig_onderzoek", "verlenging", "herbeoordeling_na_crisis", "verwijzing_ligt_er", "GI_besluit"
]
Interpreter = Literal["geen", "taal", "doventolk", "doofblindentolk"]


def _is_triage(case: Any, here: Any) -> bool:
    return bool(here.track.known == "triage")


def comes_by_doctor(here: Any) -> bool:
    """A doctor referred (Jeugdwet 2.6 lid 1 e): that opens the help, without a decision of the municipality."""
    return here.track.known == "verwijzing_ligt_er" or here.referral_route.known in (
        "02 Huisarts",
        "03 Jeugdarts",
        "05 Medisch specialist",
    )


def comes_by_court(here: Any) -> bool:
    """A certified institution or a court decided (Jeugdwet 3.5)."""
    return here.track.known == "GI_besluit" or here.referral_route.known in ("04 GI", "08 Rechter/OvJ/JJI")


def _by_doctor(case: Any, here: Any) -> bool:
    return comes_by_doctor(here)


def _by_court(case: Any, here: Any) -> bool:
    return comes_by_court(here)


def _referred(case: Any, here: Any) -> bool:
    return comes_by_doctor(here) or comes_by_court(here)


class Intake(Answers):
    report_date: Answer[Day] = ask("meldingsdatum", required=True, behind_us=True)
    reporter: Answer[Reporter] = ask("melder", required=True)
    referral_route: Answer[ReferralRoute] = ask("verwijsroute_cod327", "iJw COD327.")
    occasion: Answer[str] = ask("aanleiding", required=True, judgement=True, long=True)
    requested_product: Answer[str] = ask("gevraagd_product", "Is er al een product of aanbieder genoemd, en door wie?")
    urgency: Answer[Urgency] = ask("spoed", required=True, judgement=True)
    track: Answer[Track] = ask("traject", required=True, dated=True)
    triage_reason: Answer[str] = ask(
        "triage_reden", "Waarom een volledig onderzoek nu niet nodig is.", required=True, long=True, applies=_is_triage
    )
    triage_next: Answer[str] = ask(
        "triage_wat_nu", "Wat het gezin nu doet, en wie daarbij helpt.", required=True, long=True, applies=_is_triage
    )
    triage_call_on: Answer[Day] = ask(
        "triage_bellen_op", "De dag waarop iemand het gezin belt.", required=True, applies=_is_triage
    )
    triage_call_told: Answer[str] = ask(
        "triage_hoe_ging_het", "Wat het gezin zei toen er gebeld werd.", judgement=True, long=True, applies=_is_triage
    )
    coordination: Answer[str] = ask(
        "afstemming_verwijzer",
        "Wat met de verwijzer, GI of rechter is overlegd, en wanneer.",
        long=True,
        applies=_referred,
    )
    referral_on: Answer[Day] = ask("verwijzing_datum", behind_us=True, applies=_by_doctor)
    referral_asks: Answer[str] = ask("verwijzing_vraag", "Waarvoor de arts verwijst.", long=True, applies=_by_doctor)
    ruling: Answer[str] = ask(
        "bepaling", "Welke hulp de GI of rechter bepaalde, en waarom.", long=True, applies=_by_court
    )
    ruling_on: Answer[Day] = ask("bepaling_datum", behind_us=True, applies=_by_court)
    ruling_until: Answer[Day] = ask("maatregel_tot", "De laatste dag van de maatregel.", applies=_by_court)
    after_ruling: Answer[str] = ask(
        "na_de_maatregel", "Welke hulp doorgaat als de maatregel stopt, en wie dat regelt.", long=True,
        applies=_by_court,
    )  # fmt: skip
    interpreter: Answer[Interpreter] = ask("tolk_taal", "iJw COD747.")
    interpreter_language: Answer[str] = ask(
        "tolk_welke_taal", applies=lambda case, here: here.interpreter.known == "taal"
    )


STEP = Step("intake", 1, "Aanmelding en route", Intake)


def needs_investigation(case: Any, here: object = None) -> bool:
    """Not triage: triage is a first, limited assessment in which nature and extent are not yet fixed."""
    return bool(case.of(Intake).track.known != "triage")


def own_strength_is_weighed(case: Any, here: object = None) -> bool:
    """The municipality weighs own strength, but not where a doctor referred or a certified institution or court decides
    (Jeugdwet 2.6 lid 1 e, 2.4 lid 2 b, 1.2 lid 3)."""
    return needs_investigation(case) and case.of(Intake).track.known not in ("verwijzing_ligt_er", "GI_besluit")
