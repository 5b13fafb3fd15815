"""What is tried on a family: nothing an answer could bring is left out, and each feature comes from its own fact."""

from __future__ import annotations

from typing import Any

import pytest

from casework.knowledge import Fact
from casework.weighing.likeness import words_of
from casework.weighing.profile import profile
from casework.weighing.trials import TRIALS
from tests.casework.families import TODAY, case_of, pack
from tests.casework.test_assess import weighed
from tests.casework.test_level import LIGHT, level, weighing

CLASSES = ("geen", "een_licht", "meer_licht", "indicatie", "intensief")
POSSIBLE: dict[str, tuple[Fact, ...]] = {
    "max_impairment": (0, 1, 2, 3),
    "severity_child": (0, 1, 2, 3),
    "settings_count": (1, 2, 3),
    "problem_months": (0, 2, 3, 11, 12, 60),
    "family_capacity": (0, 1, 2, 3),
    "help_history_class": CLASSES,
    **dict.fromkeys(("carer_overloaded", "several_causes", "threat_of_placement"), (True, False)),
    **dict.fromkeys(("wlz_signs", "zvw_signs", "wmo_signs", "education_signs"), (True, False)),
}
FAMILIES: dict[str, dict[str, Any]] = {
    "light": LIGHT,
    "fresh": {**LIGHT, "problem_months": 2},
    "one heavy point": weighing("impairment"),
    "three heavy points": weighing("impairment", "places", "severity"),
    "three others": weighing("duration", "earlier help", "carers"),
    "four heavy points": weighing("impairment", "places", "severity", "carers"),
    "severe": {**weighing("impairment", "places", "duration", "carers"), "severity_child": 3},
    "many causes": {**LIGHT, "wlz_signs": True, "zvw_signs": True, "several_causes": True},
    "another law": {**LIGHT, "wmo_signs": True, "education_signs": False, "several_causes": False},
    "troubled, with a law": {**weighing("severity"), "education_signs": True},
    "placement threatens": {**LIGHT, "threat_of_placement": True, "family_capacity": 0, "carer_overloaded": True},
}


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("name", POSSIBLE)
def test_every_level_an_answer_could_bring_is_tried(name: str, family: str) -> None:
    facts = FAMILIES[family]
    trial = next(one for one in TRIALS if next(iter(one.answers[0][1])) == name)
    tried = {level({**facts, **changes}) for _, changes in trial.answers}
    could = {level({**facts, name: value}) for value in POSSIBLE[name]}
    assert tried | {level(facts)} == could | {level(facts)}
    assert {to for to, _ in trial.answers} <= set(POSSIBLE[name])


def test_a_need_that_own_strength_covers_is_tried() -> None:
    (trial,) = [one for one in TRIALS if "residual_count" in one.answers[0][1]]
    assert [to for to, _ in trial.answers] == [0]


@pytest.mark.parametrize(("feature", "fact", "value"), [
    ("problem_area", "problem_area", "onderwijs"), ("severity", "severity_child", 2),
    ("impairment", "max_impairment", 3), ("distress", "max_distress", 1), ("settings", "settings_count", 2),
    ("family_capacity", "family_capacity", 1),
    ("network", "network", 2), ("help_history", "help_history_class", "indicatie"),
    ("motivation_child", "motivation_child", 3), ("motivation_parent", "motivation_parent", 0), ("age", "age_years", 9),
])  # fmt: skip
def test_each_feature_comes_from_its_own_fact(feature: str, fact: str, value: Fact) -> None:
    assert profile(case_of({}).settle(TODAY), {fact: value}) == {feature: value}


@pytest.mark.parametrize(("level_", "word"), [(0, "geen"), (1, "zorgen"), (2, "onveilig")])
def test_safety_is_compared_in_its_own_words(level_: int, word: str) -> None:
    assert profile(case_of({}).settle(TODAY), {"safety_level": level_}) == {"safety": word}


def test_ages_and_sets_in_words() -> None:
    assert words_of("age", (5, 5), pack()) == "5 jaar"
    assert words_of("age", (5, 8), pack()) == "5 tot en met 8 jaar"
    assert words_of("age", 7, pack()) == "7 jaar"
    assert words_of("severity", 2, pack()) == "duidelijk"
    assert words_of("target_groups", frozenset(), pack()) == "geen"
    assert words_of("target_groups", frozenset({"ASS", "ADHD"}), pack()) == "ADHD, autisme"


def test_one_question_of_the_child_among_others_is_enough() -> None:
    def missing(*askers: str) -> bool:
        asked = [{"id": f"v{n}", "asker": asker, "literally": "Rust"} for n, asker in enumerate(askers)]
        first = weighed({"help_question.questions": asked}).motivation[0]
        return "de vraag van de jeugdige zelf" in first.missing

    assert not missing("moeder", "jeugdige")
    assert missing("moeder", "vader")
