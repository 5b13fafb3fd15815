"""What is searched on asking: each promise kept when the answer is really given, and no pair that one answer makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from casework.weighing.assess import assess
from casework.weighing.assessment import Assessment, FurtherChanges, Together
from casework.weighing.further_changes import further_changes
from casework.words import in_words
from tests.casework.families import ABSENT, TODAY, case_of, ordinary, pack
from tests.casework.test_would_change import FAMILIES, ONE_TO_ONE


def weighed(changes: Mapping[str, Any]) -> Assessment:
    return assess(case_of(ordinary(changes)), pack(), TODAY)


def searched(changes: Mapping[str, Any]) -> FurtherChanges:
    return further_changes(case_of(ordinary(changes)), pack(), TODAY)


def standing(assessment: Assessment) -> dict[str, str]:
    return {one.title: one.severity for one in assessment.signals if one.status != "resolved"}


@pytest.mark.parametrize("name", FAMILIES)
def test_a_signal_comes_or_goes_as_promised(name: str) -> None:
    for entry in searched(FAMILIES[name]).signals:
        if entry.field not in ONE_TO_ONE:
            continue
        after = standing(weighed({**FAMILIES[name], entry.field: entry.to}))
        title = entry.effect.partition(": ")[2]
        assert (title in after) is entry.effect.startswith("dan komt"), entry


@pytest.mark.parametrize("name", FAMILIES)
def test_a_signal_is_called_by_how_much_it_holds_back(name: str) -> None:
    """‘STOP’ is said of what holds the handover back and of nothing else; of what cannot be told yet, only of those."""
    severity = {rule.title: rule.severity for rule in pack().rules.values()}
    now = weighed(FAMILIES[name])
    unknown = {pack().rules[one.rule].title for one in now.unknown_rules}
    for entry in searched(FAMILIES[name]).signals:
        head, _, title = entry.effect.partition(": ")
        assert ("STOP" in head, "LET OP" in head) == (severity[title] == "STOP", severity[title] == "ATTENTION"), entry
        if "staat vast" in head:
            assert title in unknown and severity[title] == "STOP"


def test_what_cannot_be_told_yet_and_would_stop_is_worth_asking() -> None:
    """Without a verdict on safety two STOP rules wait for it; that it is safe settles them."""
    effects = [one.effect for one in searched({"safety.verdict": ABSENT}).signals]
    settled = [one for one in effects if "staat vast" in one]
    assert settled == [f"dan staat vast dat deze STOP niet speelt: {pack().rules['R-VEIL-01'].title}"]


@pytest.mark.parametrize(("name", "goes"), [
    ("ordinary", []), ("acute, lasting", ["STOP: R-VEIL-01"]), ("unsafe", ["LET OP: R-VEIL-05"]),
    ("other law", ["LET OP: R-AFB-ZVW"]),
])  # fmt: skip
def test_only_what_stands_now_can_go(name: str, goes: list[str]) -> None:
    ids = {rule.title: rule.id for rule in pack().rules.values()}
    said = [one.effect.removeprefix("dan vervalt ").partition(": ") for one in searched(FAMILIES[name]).signals
            if "vervalt" in one.effect]  # fmt: skip
    assert [f"{kind}: {ids[title]}" for kind, _, title in said] == goes


def outcome(pair: Together, after: Assessment) -> str:
    if pair.effect.startswith("het niveau"):
        return f"het niveau wijst dan naar {in_words(after.level.indicated)}"
    if after.nothing_alike:
        return "niemand lijkt genoeg"  # the nearest is named only where one may lean on it
    return f"het lijkt dan het meest op ‘{after.likeness[0].title}’, een ander niveau"


@pytest.mark.parametrize("name", FAMILIES)
def test_a_pair_does_what_is_promised_and_neither_answer_does_it_alone(name: str) -> None:
    for pair in searched(FAMILIES[name]).pairs:
        given = {one.field: one.to for one in pair.answers}
        assert len(given) == 2
        if given.keys() <= ONE_TO_ONE:
            assert pair.effect == outcome(pair, weighed({**FAMILIES[name], **given})), pair
            for field, to in given.items():
                assert pair.effect != outcome(pair, weighed({**FAMILIES[name], field: to})), pair


def test_both_are_really_found_and_told_apart() -> None:
    found = [searched(changes) for changes in FAMILIES.values()]
    assert {one.effect.split()[1] for each in found for one in each.signals} >= {"komt", "vervalt"}
    pairs = [pair for each in found for pair in each.pairs]
    assert {pair.kind for pair in pairs} == {"te_veranderen", "eerst_nagaan"}
    assert any({one.field for one in pair.answers} <= ONE_TO_ONE for pair in pairs)


@pytest.mark.parametrize("name", FAMILIES)
def test_each_two_questions_are_told_once_and_what_must_be_found_out_is_not_called_a_change(name: str) -> None:
    pairs = searched(FAMILIES[name]).pairs
    questions = [tuple(one.field for one in pair.answers) for pair in pairs]
    assert len(set(questions)) == len(questions) <= 8
    single = {one.field: one.kind for one in weighed(FAMILIES[name]).would_change}
    for pair in pairs:
        if all(single.get(one.field) == "te_veranderen" for one in pair.answers):
            assert pair.kind == "te_veranderen"


def test_asking_again_gives_the_same_and_leaves_the_case_as_it_is() -> None:
    case = case_of(ordinary())
    before = assess(case, pack(), TODAY)
    assert further_changes(case, pack(), TODAY) == further_changes(case, pack(), TODAY)
    assert assess(case, pack(), TODAY) == before


def cost(pair: Together) -> int:
    """What two answers take: one to ask what nobody knows, two for what is known, more for a long way."""
    steps = 0
    for one in pair.answers:
        known = isinstance(one.from_, int | float) and isinstance(one.to, int | float)
        steps += 1 if one.from_ is None else 2 + (min(max(abs(one.to - one.from_) - 1, 0), 2) if known else 0)
    return steps


UNKNOWN_YET = {"safety.verdict": ABSENT, "situation.family_capacity": ABSENT}


@pytest.mark.parametrize("changes", [*FAMILIES.values(), UNKNOWN_YET])
def test_what_moves_the_level_comes_first_and_the_cheapest_before_the_rest(changes: dict[str, Any]) -> None:
    found = searched(changes)
    order = [(not pair.effect.startswith("het niveau"), cost(pair)) for pair in found.pairs]
    assert order == sorted(order)
    heads = ["STOP" in one.effect.partition(":")[0] for one in found.signals]
    assert heads == sorted(heads, reverse=True), "what holds the handover back is told before what asks for attention"


def test_of_two_answers_one_to_work_on_makes_the_pair_a_change() -> None:
    """Covering a need is work; that another cause plays is to be found out. Two to find out are no work at all."""
    work = {"own_capacity.own_capacity.sufficient", "own_capacity.own_capacity.caregiver_capacity"}
    pairs = [pair for changes in FAMILIES.values() for pair in searched(changes).pairs]
    asked = {"own_capacity.several_causes", "own_capacity.medical_care", "safety.verdict"}
    for pair in pairs:
        fields = {one.field for one in pair.answers}
        if fields <= asked:
            assert pair.kind == "eerst_nagaan", pair
        if any(one.field in work and one.from_ is not None and one.to < one.from_ for one in pair.answers):
            assert pair.kind == "te_veranderen", pair
