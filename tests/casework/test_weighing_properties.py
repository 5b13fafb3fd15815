"""What holds for every family: knowing less raises nothing, the order of answers is nothing, nobody is sent away."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from casework.casefile import check
from casework.weighing.assess import assess, weigh
from casework.weighing.assessment import LEVELS, Assessment, LevelAdvice
from tests.casework.anything import SEEDS, some_document
from tests.casework.families import ORDINARY, TODAY, capacity, case_of, goal, ordinary, pack, verdict_of
from tests.casework.test_changeability import CHANGEABLE, NO_GAIN, NOT_APPLICABLE, PROLONGED, RUNS, conclusion
from tests.casework.test_level import advice
from tests.casework.test_level_properties import CASES, HEAVIER, facts_at, rank
from tests.casework.test_rules_families import ROWS, STOPS

UNKNOWN = {"unanswered": "unknown"}
CERTAINTY = ("laag", "midden", "hoog")
STOP_ROWS = [row for row in ROWS if row.rule in STOPS]
QUESTIONS = [path for path in ORDINARY if "." in path and not path.startswith(("extra.", "decision."))]
"""Without those of the decision: a product or a signature that is taken back is no knowledge that was lost."""
WEIGHED = [f"VC{number:02}" for number in range(1, 16)]


def weighed(document: dict[str, Any]) -> Assessment:
    return assess(check(document, TODAY), pack(), TODAY)


def level_of(document: dict[str, Any]) -> LevelAdvice:
    """The level alone: the whole weighing takes twice as long and gives the same one."""
    return weigh(check(document, TODAY).settle(TODAY), pack()).level


# Knowing less


@settings(max_examples=150, deadline=None)
@given(row=st.sampled_from(STOP_ROWS), path=st.sampled_from(QUESTIONS))
def test_a_stop_is_not_lifted_by_knowing_less(row: Any, path: str) -> None:
    assert verdict_of(row.rule, {**ordinary(row.fires), path: UNKNOWN}) is not False


@settings(max_examples=200, deadline=None)
@given(steps=CASES, forgotten=st.sets(st.sampled_from(sorted(set(HEAVIER) - {"residual_count"})), min_size=1))
def test_the_level_is_not_raised_by_knowing_less_nor_more_certain(steps: dict[str, int], forgotten: set[str]) -> None:
    """What own strength leaves is apart: not knowing that nothing is left is not knowing that nothing is."""
    lost = {*forgotten, *({"safety_verdict", "safety_level"} if "safety" in forgotten else ())}
    facts = facts_at(steps)
    fuller, lesser = advice(facts), advice({name: value for name, value in facts.items() if name not in lost})
    assert lesser.indicated is None or rank(lesser) <= rank(fuller)
    assert CERTAINTY.index(lesser.certainty) <= CERTAINTY.index(fuller.certainty)


LIGHTER = {
    "comparison", "decision", "needs", "own_capacity", "safety", "identity.custody_disputed", "intake.track",
    "intake.referral_route",
}
"""Whose answer can be a finding that lowers the level: another law, nothing left over, goals that are reached, the
route, agreements. That it is gone when nobody knows it is no knowledge that raises."""
EXAMPLES = {path.stem: path for path in sorted(resources.examples().glob("*.json")) if path.stem != "minimal"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_answer_of_an_example_raises_the_level_by_being_forgotten(name: str) -> None:
    """Also by way of likeness: other reference clients may come nearer, but they alone may not make it heavier."""
    document = json.loads(EXAMPLES[name].read_text(encoding="utf-8"))
    fuller = level_of(document)
    assert fuller == weighed(document).level
    for step, fields in document["answers"].items():
        for field in sorted(fields):
            if step in LIGHTER or f"{step}.{field}" in LIGHTER:
                continue
            less = {**document, "answers": {**document["answers"], step: {**fields, field: UNKNOWN}}}
            level = level_of(less)
            assert level.indicated is None or LEVELS.index(level.indicated) <= LEVELS.index(fuller.indicated), field
            assert CERTAINTY.index(level.certainty) <= CERTAINTY.index(fuller.certainty), field


@settings(max_examples=200, deadline=None)
@given(
    answers=st.dictionaries(st.sampled_from(WEIGHED), st.sampled_from(("ja", "een_beetje", "nee"))),
    forgotten=st.sets(st.sampled_from(WEIGHED), min_size=1),
    changes=st.sampled_from(({}, RUNS, PROLONGED)),
)
def test_too_little_sight_does_not_become_sight_by_knowing_less(
    answers: dict[str, str], forgotten: set[str], changes: dict[str, Any]
) -> None:
    gates = {"VC16": "ja", "VC17": "ja"}
    if conclusion({**gates, **answers}, changes) == "ONVOLDOENDE_ZICHT":
        lesser = {item: said for item, said in answers.items() if item not in forgotten}
        assert conclusion({**gates, **lesser}, changes) == "ONVOLDOENDE_ZICHT"


@given(gate=st.sampled_from(("VC16", "VC17")), answers=st.sampled_from(({**CHANGEABLE, **NO_GAIN}, NO_GAIN)))
def test_no_more_gain_is_not_concluded_without_the_gates(gate: str, answers: dict[str, Any]) -> None:
    changes = RUNS if "VC01" in answers else PROLONGED
    assert conclusion(answers, changes) == "GEEN_WINST"
    for instead in (UNKNOWN, NOT_APPLICABLE):
        assert conclusion({**answers, gate: instead}, changes) != "GEEN_WINST"


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_nobody_is_better_known_by_knowing_less(seed: int) -> None:
    document, rng = some_document(Random(seed)), Random(seed)
    fuller = weighed(document)
    if situation := document["answers"].get("situation"):
        situation[rng.choice(sorted(situation))] = UNKNOWN
    assert weighed(document).coverage <= fuller.coverage


# The order of answers


def turned_round(value: Any) -> Any:
    """The same answers, given from last to first; a list stays as people put it."""
    if isinstance(value, dict):
        return {name: turned_round(one) for name, one in reversed(value.items())}
    return [turned_round(one) for one in value] if isinstance(value, list) else value


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_the_order_of_answers_does_not_matter(seed: int) -> None:
    document = some_document(Random(seed))
    assert weighed(turned_round(document)).as_json() == weighed(document).as_json()


# Never "no help" alone


def offers_something(found: Assessment) -> bool:
    """Where no help of this kind is the outcome, the same words say what there is."""
    level, changeability = " ".join(found.level.reasons), " ".join(found.changeability.reasons)
    offered = {
        "algemeen_voorliggend": "wat er wel is: " in level and not level.endswith("wat er wel is: "),
        "andere_wet": "overbrugging door jeugdhulp blijft mogelijk" in level,
    }
    concluded = {
        "GEEN_WINST": "dat is niet het einde van steun" in changeability,
        "DOEL_BEREIKT": "dat is succes, geen stilstand" in changeability,
    }
    return offered.get(str(found.level.indicated), True) and concluded.get(str(found.changeability.conclusion), True)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_no_assessment_says_no_help_alone(seed: int) -> None:
    found = weighed(some_document(Random(seed)))
    assert offers_something(found)
    assert "geen hulp" not in found.level.model_dump_json()
    assert "geen hulp" not in found.changeability.model_dump_json()


def test_nor_does_one_that_points_away() -> None:
    for changes, outcome in (
        ({"own_capacity.medical_care": True, "own_capacity.several_causes": False}, "andere_wet"),
        ({"own_capacity.own_capacity": [capacity(sufficient="voldoende")]}, "algemeen_voorliggend"),
        ({**RUNS, "checklists": {"a": {**CHANGEABLE, **NO_GAIN}}}, "GEEN_WINST"),
        ({**RUNS, "needs.goals": [goal(now=9)], "checklists": {"a": {**CHANGEABLE, **NO_GAIN}}}, "DOEL_BEREIKT"),
    ):
        found = assess(case_of(ordinary(changes)), pack(), TODAY)
        assert outcome in (found.level.indicated, found.changeability.conclusion)
        assert offers_something(found)
