"""The five stages of the stappenplan as a mirror: what each still misses, and nothing once it is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from casework.weighing.assessment import Stage
from casework.weighing.mirror import mirror
from casework.weighing.residual import residual_needs
from tests.casework.families import ABSENT, TODAY, capacity, case_of, goal, need, ordinary, problem, product

UNKNOWN = {"unanswered": "unknown"}


def stage(number: int, changes: Mapping[str, Any]) -> Stage:
    case = case_of({path: value for path, value in changes.items() if value is not ABSENT}).settle(TODAY)
    found = mirror(case, residual_needs(case))
    assert [one.stage for one in found] == [1, 2, 3, 4, 5]
    assert all(one.complete is (not one.missing) for one in found)
    return found[number - 1]


def missing(number: int, changes: Mapping[str, Any]) -> tuple[str, ...]:
    return stage(number, changes).missing


def question(id_: str = "v1", **fields: Any) -> dict[str, Any]:
    said = {"asker": "jeugdige", "literally": "Ik wil rust", "rephrased": "Rust na school", "agreed": True}
    return {"id": id_, **said, **fields}


def without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in names}


def test_an_empty_case_misses_each_stage() -> None:
    assert [missing(number, {}) for number in range(1, 6)] == [
        ("de hulpvraag in eigen woorden",),
        ("welke problemen er zijn, en welke niet", "het probleemgebied"),
        ("wat er nodig is, zonder product", "veranderbaar of blijvend"),
        ("wat ouders en netwerk zelf kunnen", "welke gewone oplossingen zijn bekeken"),
        ("het besluitadvies", "de bevestigde resthulpvraag", "de motivering",
         "welke deskundigheid is gebruikt, met discipline"),
    ]  # fmt: skip


# Stage 1

QUESTIONS = "help_question.questions"
BORN = "identity.birth_date"


@pytest.mark.parametrize(("changes", "lacks"), [
    ({QUESTIONS: [question()]}, ()),
    ({QUESTIONS: []}, ("de hulpvraag in eigen woorden",)),
    ({QUESTIONS: [question(literally=" ")]}, ("de letterlijke woorden bij V1",)),
    ({QUESTIONS: [question(), question("v2", rephrased=UNKNOWN)]}, ("de herformulering bij V2",)),
    ({QUESTIONS: [question(agreed=False)]}, ("akkoord van de vrager op V1",)),
    ({QUESTIONS: [question(agreed=UNKNOWN)]}, ("akkoord van de vrager op V1",)),
    ({QUESTIONS: [question(asker="moeder")], BORN: "-12y"}, ("de vraag van de jeugdige zelf",)),
    ({QUESTIONS: [question(asker="moeder")], BORN: "-11y11m"}, ()),
    ({QUESTIONS: [question(asker="moeder")]}, ()),
])  # fmt: skip
def test_the_question(changes: dict[str, Any], lacks: tuple[str, ...]) -> None:
    assert missing(1, changes) == lacks


# Stage 2

SAID = {"value": "Snel boos", "source": "ouder"}
KNOWN = {"situation.problem_area": "basis_individueel", "situation.problems": [problem(description=SAID)]}


@pytest.mark.parametrize(("changes", "lacks"), [
    ({}, ()),
    ({"situation.problems": []}, ("welke problemen er zijn, en welke niet",)),
    ({"situation.problems": [problem(description=SAID), problem("b2")]}, ("wie probleem 2 noemde",)),
    ({"situation.problems": [problem(description=UNKNOWN)]}, ("de omschrijving van probleem 1",)),
    ({"situation.problems": [problem(description=SAID, since=UNKNOWN)]}, ("sinds wanneer probleem 1 speelt",)),
    ({"situation.problem_area": ABSENT}, ("het probleemgebied",)),
])  # fmt: skip
def test_the_problems(changes: dict[str, Any], lacks: tuple[str, ...]) -> None:
    assert missing(2, {**KNOWN, **changes}) == lacks


# Stage 3

NEEDED = {"needs.needs": [need()], "needs.goals": [goal()], "needs.conclusion": "VERANDERBAAR"}


@pytest.mark.parametrize(("changes", "lacks"), [
    ({}, ()),
    ({"needs.needs": [need(nature=UNKNOWN)]}, ("de aard van N1",)),
    ({"needs.needs": [need(months=UNKNOWN)]}, ("hoeveel en hoe lang bij N1",)),
    ({"needs.needs": [need(intensity=UNKNOWN)]}, ("hoeveel en hoe lang bij N1",)),
    ({"needs.needs": [need(months=0)]}, ()),
    ({"needs.needs": [need(), need("n2")]}, ("een doel bij N2",)),
    ({"needs.goals": []}, ("een doel bij N1",)),
    ({"needs.conclusion": ABSENT}, ("veranderbaar of blijvend",)),
    ({"intake.track": "triage"}, ()),
])  # fmt: skip
def test_the_needs(changes: dict[str, Any], lacks: tuple[str, ...]) -> None:
    assert missing(3, {**NEEDED, **changes}) == lacks


# Stage 4

CAPACITY, PRIOR = "own_capacity.own_capacity", "own_capacity.prior_provisions"
WEIGHED = {"needs.needs": [need()], CAPACITY: [capacity()], PRIOR: []}


@pytest.mark.parametrize(("changes", "lacks"), [
    ({}, ()),
    ({CAPACITY: ABSENT}, ("wat ouders en netwerk zelf kunnen bij N1",)),
    ({CAPACITY: [capacity(sufficient=UNKNOWN)]}, ("wat ouders en netwerk zelf kunnen bij N1",)),
    ({CAPACITY: [capacity(reasons="")]}, ("waarom eigen kracht wel of niet volstaat bij N1",)),
    ({CAPACITY: [without(capacity(), "ordinance_article")]}, ("het artikel van de verordening bij N1",)),
    ({"needs.needs": [need(), need("n2")]}, ("wat ouders en netwerk zelf kunnen bij N2",)),
    ({PRIOR: ABSENT}, ("welke gewone oplossingen zijn bekeken",)),
    ({"needs.needs": [], CAPACITY: []}, ("wat ouders en netwerk zelf kunnen",)),
    ({"intake.track": "triage"}, ()),
    ({"intake.track": "GI_besluit"}, ("het overleg met de verwijzer, GI of rechter",)),
    ({"intake.track": "GI_besluit", "intake.coordination": "Gebeld met de GI"}, ()),
    ({"intake.track": "verwijzing_ligt_er"}, ("het overleg met de verwijzer, GI of rechter",)),
])  # fmt: skip
def test_own_strength(changes: dict[str, Any], lacks: tuple[str, ...]) -> None:
    assert missing(4, {**WEIGHED, **changes}) == lacks


# Stage 5

EXPERTISE = {"id": "x1", "stage": 3, "name": "I. Fictema", "discipline": "gedragswetenschapper"}
DECIDED = {
    "needs.needs": [need()],
    CAPACITY: [capacity(sufficient="deels")],
    "own_capacity.residual": ["n1"],
    "decision.decision": "toekennen",
    "decision.products": [product()],
    "decision.alternatives": "Een groep; die is vol",
    "decision.motivation": "In vijf stappen",
    "decision.expertise": [EXPERTISE],
}


@pytest.mark.parametrize(("changes", "lacks"), [
    ({}, ()),
    ({"decision.decision": ABSENT}, ("het besluitadvies",)),
    ({"own_capacity.residual": ABSENT}, ("de bevestigde resthulpvraag",)),
    ({"own_capacity.residual": []}, ()),
    ({"decision.products": []}, ("hulp voor N1",)),
    ({"decision.products": [product(covers=["n9"])]}, ("hulp voor N1",)),
    ({"decision.alternatives": ABSENT}, ("wat ook kon, en waarom niet",)),
    ({"decision.motivation": "\n"}, ("de motivering",)),
    ({"decision.expertise": []}, ("welke deskundigheid is gebruikt, met discipline",)),
    ({"decision.expertise": [without(EXPERTISE, "discipline")]}, ("welke deskundigheid is gebruikt, met discipline",)),
    ({"decision.decision": "afwijzen", "decision.products": [], "decision.alternatives": ABSENT}, ()),
    ({"intake.track": "triage", "own_capacity.residual": ABSENT, "decision.decision": "triage_klaar",
      "decision.expertise": ABSENT}, ()),
])  # fmt: skip
def test_the_decision(changes: dict[str, Any], lacks: tuple[str, ...]) -> None:
    assert missing(5, {**DECIDED, **changes}) == lacks


# Touched: grey as long as nobody began


@pytest.mark.parametrize(("number", "begun"), [
    (1, {"help_question.wish": "Samen eten"}),
    (2, {"situation.network": 2}),
    (2, {"explanation.variant": "licht"}),
    (3, {"needs.stop_criteria": []}),
    (3, {"needs.needs": {"unanswered": "declined"}}),
    (4, {"own_capacity.transport_needed": False}),
    (5, {"decision.dissent": "Vader"}),
])  # fmt: skip
def test_a_stage_is_touched_by_its_own_steps(number: int, begun: dict[str, Any]) -> None:
    assert not stage(number, {}).touched
    assert stage(number, begun).touched
    others = [one for one in range(1, 6) if one != number]
    assert not any(stage(one, begun).touched for one in others)


def test_what_is_not_known_or_does_not_count_is_no_beginning() -> None:
    assert not stage(3, {"needs.needs": UNKNOWN}).touched
    assert not stage(3, {"needs.needs": [need()], "intake.track": "triage"}).touched


def test_an_ordinary_family_has_little_left() -> None:
    assert sum(len(missing(number, ordinary())) for number in range(1, 6)) <= 6
