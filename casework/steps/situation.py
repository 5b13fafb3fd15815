"""Step 5. What is going on and what goes well (stage 2). Life domains stay closed until a reason opens them: scoring
every domain was found unlawful (AP, Nijmegen and Zaanstad, 2018; AVG data minimisation)."""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.codes import LifeDomain, ProblemArea, TargetGroup
from casework.flow import Step
from casework.questions import Answers, Record, Scale3, ask
from casework.steps.intake import needs_investigation


class Domain(Record):
    """A life domain that was opened, with the reason that made it necessary."""

    domain: Answer[LifeDomain] = ask("domein", required=True)
    necessity: Answer[str] = ask("noodzaak", "Welke hulpvraag of regel dit domein nodig maakt.", required=True)
    strengths: Answer[str] = ask("krachten", judgement=True, long=True)


class Problem(Record):
    domain: Answer[LifeDomain] = ask("domein", required=True)
    description: Answer[str] = ask("omschrijving", required=True, judgement=True, long=True)
    since: Answer[Day] = ask("sinds", behind_us=True)
    where: Answer[tuple[Literal["thuis", "school", "buiten"], ...]] = ask("waar")
    frequency: Answer[str] = ask("frequentie")
    distress: Answer[Scale3] = ask("lijdensdruk", "0 geen, 1 een beetje, 2 duidelijk, 3 ernstig.", judgement=True)
    impairment: Answer[Scale3] = ask(
        "belemmering_dagelijks", "0 geen, 1 een beetje, 2 duidelijk, 3 ernstig.", judgement=True
    )
    diagnosis: Answer[Literal["nee", "vermoeden", "vastgesteld"]] = ask("diagnose", sensitive=True)
    diagnosed_by: Answer[str] = ask(
        "diagnose_door",
        "Door wie en wanneer vastgesteld.",
        sensitive=True,
        applies=lambda case, here: here.diagnosis.known == "vastgesteld",
    )


def _school_matters(case: Any, here: Any) -> bool:
    areas = (here.problem_area.known, *(here.other_areas.known or ()))
    problems = here.problems.known or ()
    return "onderwijs" in areas or any(problem.domain.known == "school_werk" for problem in problems)


class Situation(Answers):
    domains: Answer[tuple[Domain, ...]] = ask("domeinen[]", required=True, applies=needs_investigation)
    problems: Answer[tuple[Problem, ...]] = ask("problemen[]", required=True)
    problem_area: Answer[ProblemArea] = ask("probleemgebied_primair", required=True, judgement=True)
    other_areas: Answer[tuple[ProblemArea, ...]] = ask("nevengebied", may_be_empty=True)
    iq_level: Answer[Literal["onbekend", "boven_85", "70_85", "50_70", "onder_50"]] = ask("iq_niveau", sensitive=True)
    target_groups: Answer[tuple[TargetGroup, ...]] = ask("doelgroep", sensitive=True, may_be_empty=True)
    severity_child: Answer[Scale3] = ask(
        "ernst_kind", "Ernst van het geheel: 0 geen, 1 licht, 2 duidelijk, 3 ernstig.", judgement=True
    )
    school_type: Answer[Literal["regulier", "SO", "thuiszitter", "geen onderwijs", "nog niet schoolgaand"]] = ask(
        "school"
    )
    school_consulted: Answer[Literal["ja", "niet_nodig", "geen_toestemming"]] = ask(
        "overleg_school", "Jeugdwet 2.7 lid 1.", applies=_school_matters
    )
    school_consulted_reason: Answer[str] = ask(
        "overleg_school_reden", applies=lambda case, here: here.school_consulted.known == "niet_nodig"
    )
    network: Answer[Scale3] = ask(
        "netwerk", "Steun uit het netwerk: 0 geen, 1 weinig, 2 redelijk, 3 veel.", judgement=True
    )
    family_capacity: Answer[Scale3] = ask("gezinsdraagkracht", "0 geen, 1 weinig, 2 redelijk, 3 veel.", judgement=True)


STEP = Step("situation", 5, "Wat speelt er, wat gaat goed", Situation, stage=2)
