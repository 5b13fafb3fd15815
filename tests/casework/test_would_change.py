"""What would change it: each promise kept when the answer is really given, and nothing promised that is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings

from casework.casefile import check
from casework.weighing.assess import assess
from casework.weighing.assessment import Assessment, WouldChange
from casework.words import in_words
from tests.casework.anything import SEEDS, some_document
from tests.casework.families import ABSENT, TODAY, capacity, case_of, helped, need, ordinary, pack, problem
from tests.casework.test_changeability import CHANGEABLE, LASTING, NO_GAIN

ONE_TO_ONE = {
    "safety.verdict",
    "situation.severity_child",
    "situation.family_capacity",
    "own_capacity.several_causes",
    "own_capacity.medical_care",
    "own_capacity.parents_own_need",
    "special_checks.threat_of_placement",
}
"""Fields whose answer is the fact itself; the others name a list, of which the entry tells the sum."""


def weighed(changes: Mapping[str, Any]) -> Assessment:
    return assess(case_of(ordinary(changes)), pack(), TODAY)


def found(changes: Mapping[str, Any]) -> dict[str, WouldChange]:
    return {one.field: one for one in weighed(changes).would_change}


def outcome(assessment: Assessment, entry: WouldChange) -> str:
    if entry.about == "ijkcliënt":
        title = assessment.likeness[0].title
        return f"het lijkt dan het meest op ‘{title}’{', een ander niveau' if 'ander niveau' in entry.effect else ''}"
    if entry.field.startswith("checklists."):
        return f"de conclusie wordt dan {in_words((assessment.changeability.conclusion or '').lower())}"
    return f"het niveau wijst dan naar {in_words(assessment.level.indicated)}"


FAMILIES: dict[str, dict[str, Any]] = {
    "ordinary": {},
    "light": {"situation.problems": [problem(impairment=1, since="-2m")], "situation.severity_child": 0},
    "heavy": {
        "situation.problems": [problem(impairment=3, since="-3y", where=["thuis", "school"])],
        "situation.severity_child": 2,
        "situation.family_capacity": 2,
        "needs.conclusion": ABSENT,
        "checklists": {"a": CHANGEABLE},
    },
    "on the edge": {
        "situation.problems": [problem(impairment=3, since="-3y", where=["thuis", "school"])],
        "situation.family_capacity": 2,
    },
    "severe": {"situation.severity_child": 3, "situation.family_capacity": 0},
    "unsafe": {"safety.verdict": "onveilig_hulp_mogelijk"},
    "acute, lasting": {
        "safety.verdict": "acuut_of_structureel_onveilig",
        "needs.conclusion": ABSENT,
        "checklists": {"a": LASTING},
        "situation.problems": [problem(impairment=3, since="-3y", where=["thuis", "school"])],
        "situation.severity_child": 2,
    },
    "other law": {"own_capacity.medical_care": True, "own_capacity.several_causes": False},
    "no gain": {
        "needs.conclusion": ABSENT,
        "help_history.help": [helped("h1", gfm_level="G2")],
        "checklists": {"a": {**CHANGEABLE, **NO_GAIN}},
    },
    "intensive": {"comparison.level": "intensief", "special_checks.threat_of_placement": False},
    "in court": {"intake.track": "GI_besluit"},
    "nothing left": {"own_capacity.own_capacity": [capacity(sufficient="voldoende")]},
}


@pytest.mark.parametrize("name", FAMILIES)
def test_the_promise_is_kept_when_the_answer_is_given(name: str) -> None:
    for entry in weighed(FAMILIES[name]).would_change:
        if entry.field in ONE_TO_ONE:
            after = weighed({**FAMILIES[name], entry.field: entry.to})
        elif entry.field.startswith("checklists.a."):
            item = entry.field.removeprefix("checklists.a.")
            given_ = {**FAMILIES[name].get("checklists", {}).get("a", {}), item: entry.to}
            after = weighed({**FAMILIES[name], "checklists": {"a": given_}})
        else:
            continue
        assert entry.effect == outcome(after, entry), entry


@settings(max_examples=15, deadline=None)
@example(seed=695)  # a prolonging that began on a day, and an answer to it without one
@given(seed=SEEDS)
def test_so_is_every_promise_to_any_family(seed: int) -> None:
    document = some_document(Random(seed))
    for entry in assess(check(document, TODAY), pack(), TODAY).would_change:
        tried = deepcopy(document)
        if entry.field in ONE_TO_ONE:
            step, _, name = entry.field.partition(".")
            tried["answers"].setdefault(step, {})[name] = entry.to
        elif entry.field.startswith("checklists.a."):
            tried["checklists"]["a"][entry.field.removeprefix("checklists.a.")] = entry.to
        else:
            continue
        assert entry.effect == outcome(assess(check(tried, TODAY), pack(), TODAY), entry), entry


def test_the_one_to_one_fields_are_really_promised_somewhere() -> None:
    promised = {field for changes in FAMILIES.values() for field in found(changes)}
    assert promised >= ONE_TO_ONE
    assert any(field.startswith("checklists.a.") for field in promised)


def test_another_nearest_case_is_promised_where_one_answer_would_bring_it() -> None:
    """And it is what comes when the answer is given: it plays in three places instead of one."""
    (entry,) = [one for one in weighed({}).would_change if one.about == "ijkcliënt"]
    after = weighed({"situation.problems": [problem(where=["thuis", "school", "buiten"])]})
    assert (entry.field, entry.to) == ("situation.problems.where", 3)
    assert f"‘{after.likeness[0].title}’" in entry.effect and not after.nothing_alike


# The sums over a list: proved once each, by hand


def test_more_trouble_in_daily_life() -> None:
    def family(impairment: Any) -> dict[str, Any]:
        long = problem(impairment=impairment, since="-3y", where=["thuis", "school"])
        return {"situation.problems": [long], "situation.family_capacity": 1}

    entry = found(family(1))["situation.problems.impairment"]
    assert (entry.from_, entry.to, entry.kind) == (1, 2, "eerst_nagaan")
    assert outcome(weighed(family(entry.to)), entry) == entry.effect


def test_a_need_that_is_covered() -> None:
    entry = found({})["own_capacity.own_capacity.sufficient"]
    assert (entry.from_, entry.to) == (1, 0)
    after = weighed({"own_capacity.own_capacity": [capacity(sufficient="voldoende")]})
    assert outcome(after, entry) == entry.effect == "het niveau wijst dan naar vrij toegankelijk of algemeen"


def test_lasting_supervision_counts_when_all_three_questions_say_so() -> None:
    wlz = {"own_capacity.due_to_disability": True, "own_capacity.more_than_usual": True}
    entry = found(wlz)["own_capacity.permanent_supervision"]
    assert entry.to is True
    assert outcome(weighed({**wlz, "own_capacity.permanent_supervision": True}), entry) == entry.effect


# What is said of it


def test_what_can_be_worked_on_for_the_better_is_to_change_the_rest_to_find_out() -> None:
    severe = found({"situation.severity_child": 3, "situation.family_capacity": 0})
    assert severe["situation.severity_child"].kind == "eerst_nagaan"
    covered = found({})["own_capacity.own_capacity.sufficient"]
    assert (covered.from_, covered.to, covered.kind) == (1, 0, "te_veranderen")
    unknown = found({"safety.verdict": ABSENT})["safety.verdict"]
    assert (unknown.kind, unknown.from_) == ("eerst_nagaan", None)


@pytest.mark.parametrize("name", FAMILIES)
def test_nobody_is_told_to_change_how_safe_it_is_or_to_make_something_worse(name: str) -> None:
    """A verdict follows what was seen; calling it otherwise to reach a level would be the wrong way round."""
    more_is_better = {"situation.family_capacity"}
    for one in weighed(FAMILIES[name]).would_change:
        if one.kind == "te_veranderen":
            assert one.field != "safety.verdict" and one.from_ is not None
            assert (one.to > one.from_) is (one.field in more_is_better), one


def test_nothing_is_promised_of_a_question_that_is_not_asked() -> None:
    assert "special_checks.threat_of_placement" not in found({})
    assert "special_checks.threat_of_placement" in found(FAMILIES["intensive"])
    by_court = found({"intake.track": "GI_besluit", "needs.needs": [need()]})
    assert not any(field.startswith("own_capacity.own_capacity") for field in by_court)


def test_each_question_is_named_once_and_eight_at_most() -> None:
    for changes in FAMILIES.values():
        entries = weighed(changes).would_change
        assert len(entries) == len({one.field for one in entries}) <= 8
        of_level = [not one.field.startswith("checklists.") for one in entries]
        assert of_level == sorted(of_level, reverse=True), "what moves the level comes first"
        assert all(one.label and one.to != one.from_ for one in entries)


def test_without_answers_to_the_checklist_it_promises_nothing_about_it() -> None:
    assert not any(field.startswith("checklists.") for field in found({}))


def test_a_gate_that_would_change_the_conclusion() -> None:
    said = {**CHANGEABLE, **NO_GAIN, "VC16": {"unanswered": "unknown"}}
    entry = found({**FAMILIES["no gain"], **FAMILIES["in court"], "checklists": {"a": said}})["checklists.a.VC16"]
    assert (entry.from_, entry.to, entry.effect) == (None, "ja", "de conclusie wordt dan geen winst")


def test_on_the_wire_it_has_the_names_of_the_contract() -> None:
    entry = next(iter(found(FAMILIES["unsafe"]).values())).model_dump(mode="json", by_alias=True)
    assert {"field", "from", "to", "effect", "kind"} <= entry.keys()
