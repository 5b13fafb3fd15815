"""The five stages of the stappenplan as a mirror of what the motivation still misses.

CRvB 1 May 2017, ECLI:NL:CRVB:2017:1477, on Awb 3:2 and Jeugdwet 2.3; a decision that does not show the stages visibly
does not hold (CRvB 18 September 2025, ECLI:NL:CRVB:2025:1390).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from casework.answers import Unanswered, is_known
from casework.case import SettledCase
from casework.flow import Step
from casework.questions import Answers, questions
from casework.steps import FLOW
from casework.steps.decision import DecisionAdvice
from casework.steps.help_question import HelpQuestions
from casework.steps.identity import Identity
from casework.steps.intake import Intake, needs_investigation, own_strength_is_weighed
from casework.steps.needs import Needs
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.situation import Situation
from casework.weighing.assessment import ResidualNeed, Stage
from casework.words import age_on

_CHILD_IS_ASKED_FROM = 12


def mirror(case: SettledCase, residual: Sequence[ResidualNeed]) -> tuple[Stage, ...]:
    """The five stages in order, each with what is still missing, in Dutch."""
    found = (
        (1, "De vraag", _question(case)),
        (2, "Wat er speelt", _problems(case)),
        (3, "Wat nodig is", _needs(case)),
        (4, "Eigen kracht", _own_strength(case)),
        (5, "Besluit", _decision(case, residual)),
    )
    return tuple(
        Stage(stage=number, title=title, complete=not missing, missing=tuple(missing), touched=_touched(case, number))
        for number, title, missing in found
    )


def _touched(case: SettledCase, stage: int) -> bool:
    steps: Iterable[Step[Any]] = (step for step in FLOW.steps if step.stage == stage)
    answers: list[tuple[str, Answers]] = [(step.id, case.of(step.answers)) for step in steps]
    return any(
        not (isinstance(answer := given.answer(name), Unanswered) and answer.unanswered != "declined")
        for step_id, given in answers
        for name in questions(type(given))
        if f"{step_id}.{name}" not in case.steps.kept_aside
    )


def _question(case: SettledCase) -> list[str]:
    asked = case.of(HelpQuestions).questions.known or ()
    if not asked:
        return ["de hulpvraag in eigen woorden"]
    missing: list[str] = []
    born = case.of(Identity).birth_date.known
    of_child = any(one.asker.known == "jeugdige" for one in asked)
    if not of_child and born is not None and age_on(born, case.today) >= _CHILD_IS_ASKED_FROM:
        missing.append("de vraag van de jeugdige zelf")
    for number, one in enumerate(asked, start=1):
        for name, words in (("literally", "de letterlijke woorden"), ("rephrased", "de herformulering")):
            if not is_known(one.answer(name)):
                missing.append(f"{words} bij V{number}")
        if one.agreed.known is not True:
            missing.append(f"akkoord van de vrager op V{number}")
    return missing


def _problems(case: SettledCase) -> list[str]:
    situation = case.of(Situation)
    problems = situation.problems.known or ()
    missing = [] if problems else ["welke problemen er zijn, en welke niet"]
    for number, problem in enumerate(problems, start=1):
        if not is_known(problem.description):
            missing.append(f"de omschrijving van probleem {number}")
        elif problem.description.source is None:  # type: ignore[union-attr]
            missing.append(f"wie probleem {number} noemde")
        if problem.since.known is None:
            missing.append(f"sinds wanneer probleem {number} speelt")
    if situation.problem_area.known is None:
        missing.append("het probleemgebied")
    return missing


def _needs(case: SettledCase) -> list[str]:
    if not needs_investigation(case):
        return []
    step = case.of(Needs)
    needs = step.needs.known or ()
    missing = [] if needs else ["wat er nodig is, zonder product"]
    with_goal = {goal.need.known for goal in step.goals.known or ()}
    for number, need in enumerate(needs, start=1):
        if need.nature.known is None:
            missing.append(f"de aard van N{number}")
        if need.intensity.known is None or need.months.known is None:
            missing.append(f"hoeveel en hoe lang bij N{number}")
        if need.id not in with_goal:
            missing.append(f"een doel bij N{number}")
    if step.conclusion.known is None:
        missing.append("veranderbaar of blijvend")
    return missing


def _own_strength(case: SettledCase) -> list[str]:
    if not own_strength_is_weighed(case):
        routed = needs_investigation(case) and not is_known(case.of(Intake).coordination)
        return ["het overleg met de verwijzer, GI of rechter"] if routed else []
    step = case.of(OwnPossibilities)
    needs = case.of(Needs).needs.known or ()
    weighed = {one.need.known: one for one in step.own_capacity.known or ()}
    missing = [] if needs or weighed else ["wat ouders en netwerk zelf kunnen"]
    for number, need in enumerate(needs, start=1):
        one = weighed.get(need.id)
        if one is None or one.sufficient.known is None:
            missing.append(f"wat ouders en netwerk zelf kunnen bij N{number}")
            continue
        if not is_known(one.reasons):
            missing.append(f"waarom eigen kracht wel of niet volstaat bij N{number}")
        if not is_known(one.ordinance_article):
            missing.append(f"het artikel van de verordening bij N{number}")
    if step.prior_provisions.known is None:
        missing.append("welke gewone oplossingen zijn bekeken")
    return missing


def _decision(case: SettledCase, residual: Sequence[ResidualNeed]) -> list[str]:
    step = case.of(DecisionAdvice)
    missing: list[str] = []
    if step.decision.known is None:
        missing.append("het besluitadvies")
    if needs_investigation(case) and case.of(OwnPossibilities).residual.known is None:
        missing.append("de bevestigde resthulpvraag")
    if step.decision.known in ("toekennen", "deels_toekennen"):
        covered = {need for product in step.products.known or () for need in product.covers.known or ()}
        missing += [f"hulp voor {need.code}" for need in residual if need.id not in covered]
        if not is_known(step.alternatives):
            missing.append("wat ook kon, en waarom niet")
    if not is_known(step.motivation):
        missing.append("de motivering")
    if needs_investigation(case) and not any(is_known(one.discipline) for one in step.expertise.known or ()):
        missing.append("welke deskundigheid is gebruikt, met discipline")
    return missing
