"""Likeness to the reference clients: counted by hand, unknown is not unlike, and always one across the border."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.knowledge import Pack, PackFault, ReferenceClient
from casework.weighing.likeness import (
    Compared,
    compare,
    features_of,
    is_alike,
    level_of,
    median_rank,
    nearest,
    nearest_if,
    rank,
    threshold,
)
from casework.weighing.profile import Profile, profile
from tests.casework.families import TODAY, case_of, facts_of, helped, ordinary, pack

CLIENTS = list(pack().reference_clients.values())


def own_profile(client: ReferenceClient) -> dict[str, Any]:
    """Somebody exactly like a reference client."""
    return {**features_of(client), "age": client.age.min}


def client(id_: str = "IJK-01", like: str = "IJK-02", **changes: Any) -> ReferenceClient:
    """A reference client with only the features that are named."""
    model = pack().reference_clients[like]
    about = {name: changes.pop(name) for name in ("level", "problem_area") if name in changes}
    age = model.age.model_copy(update=dict(zip(("min", "max"), changes.pop("age", (10, 12)), strict=True)))
    empty = dict.fromkeys(type(model.features).model_fields)
    features = model.features.model_copy(update={**empty, **changes})
    return model.model_copy(update={"id": id_, "age": age, "features": features, **about})


def with_clients(*clients: ReferenceClient, **weights: float) -> Pack:
    likeness = pack().likeness
    weighed = likeness.model_copy(update={"weights": weights}) if weights else likeness
    return replace(pack(), reference_clients={one.id: one for one in clients}, likeness=weighed)


def alone(mine: Profile, one: ReferenceClient, **weights: float) -> Compared | None:
    found = compare(mine, with_clients(one, **weights))
    return found[0] if found else None


# Counted by hand


@pytest.mark.parametrize("one", CLIENTS, ids=lambda one: one.id)
def test_the_same_profile_is_wholly_alike(one: ReferenceClient) -> None:
    found = alone(own_profile(one), one)
    assert found is not None
    assert (found.similarity, found.coverage) == (1.0, 1.0)


def test_the_weights_weigh() -> None:
    mine = {"age": 11, "severity": 3, "school": "SO"}
    found = alone(mine, client(severity=0, school="SO", network=1), age=2, severity=3, school=1, network=4)
    assert found is not None
    assert found.similarity == pytest.approx((2 + 0 + 1) / 6)
    assert found.coverage == pytest.approx(6 / 10)


def test_what_is_unknown_lowers_coverage_and_never_likeness() -> None:
    one = client(severity=2, network=1, school="SO")
    whole = alone({"age": 11, "problem_area": one.problem_area, "severity": 2, "network": 1, "school": "SO"}, one)
    part = alone({"age": 11, "severity": 2}, one)
    assert whole is not None and part is not None
    assert whole.similarity == part.similarity == 1.0
    assert part.coverage < whole.coverage == 1.0


def test_a_feature_the_reference_client_lacks_does_not_count() -> None:
    found = alone({"age": 11, "network": 3}, client(), age=1, network=5, problem_area=0)
    assert found is not None
    assert (found.coverage, dict(found.parts)) == (1.0, {"age": 1.0})


@pytest.mark.parametrize(("feature", "own", "theirs", "part"), [
    ("severity", 0, 0, 1.0),
    ("severity", 1, 0, 2 / 3),
    ("severity", 0, 3, 0.0),
    ("settings", 1, 2, 0.5),
    ("duration", "kort", "lang", 1 / 3),
    ("help_history", "geen", "intensief", 0.0),
    ("help_history", "een_licht", "meer_licht", 0.75),
    ("safety", "geen", "zorgen", 0.5),
    ("changeability", "CHRONISCH", "VERANDERBAAR", 0.0),
    ("changeability", "CHRONISCH", "CHRONISCH", 1.0),
    ("school", "SO", "regulier", 0.0),
    ("target_groups", frozenset({"ASS"}), frozenset({"ASS", "ADHD"}), 0.5),
    ("target_groups", frozenset({"ASS"}), frozenset({"trauma"}), 0.0),
    ("target_groups", frozenset(), frozenset(), 1.0),
    ("flags", frozenset({"wlz", "zvw"}), frozenset({"zvw", "wmo"}), 1 / 3),
])  # fmt: skip
def test_how_like_one_feature_is(feature: str, own: Any, theirs: Any, part: float) -> None:
    found = alone({feature: own}, client(**{feature: theirs}))
    assert found is not None
    assert found.parts[feature] == pytest.approx(part)


@pytest.mark.parametrize(("years", "part"), [
    (10, 1.0), (12, 1.0), (9, 1.0), (13, 1.0), (8, 2 / 3), (14, 2 / 3), (7, 1 / 3), (15, 1 / 3), (6, 0.0), (16, 0.0),
    (5, None), (17, None),
])  # fmt: skip
def test_age_outside_ten_to_twelve(years: int, part: float | None) -> None:
    """No penalty up to one year, linear to four, then excluded (decisions 16)."""
    found = alone({"age": years, "severity": 1}, client(severity=1))
    assert (None if found is None else found.parts["age"]) == (None if part is None else pytest.approx(part))


def test_a_safety_two_steps_apart_is_not_compared_whatever_else_is_alike() -> None:
    one = client(safety="geen", severity=1)
    assert alone({"age": 11, "severity": 1, "safety": "onveilig"}, one) is None
    assert alone({"age": 11, "severity": 1, "safety": "zorgen"}, one) is not None


def test_who_has_nothing_known_is_compared_with_nobody() -> None:
    assert compare({}, pack()) == []
    assert alone({"network": 2}, client(severity=1)) is None


# The list


def test_nearest_first_and_ties_go_by_coverage_then_id() -> None:
    far, less = client("IJK-03", severity=0), client("IJK-02", severity=2, network=2)
    twin, tie = client("IJK-05", severity=2), client("IJK-04", severity=2)
    found = compare({"age": 11, "severity": 2}, with_clients(far, less, twin, tie))
    assert [one.client.id for one in found] == ["IJK-04", "IJK-05", "IJK-02", "IJK-03"]


@settings(max_examples=25, deadline=None)
@given(st.permutations(CLIENTS), st.integers(4, 17), st.sampled_from(CLIENTS))
def test_the_order_in_the_pack_does_not_matter(
    shuffled: list[ReferenceClient], age: int, like: ReferenceClient
) -> None:
    mine = {**own_profile(like), "age": age}
    assert compare(mine, with_clients(*shuffled)) == compare(mine, pack())


def family(*levels: str) -> list[Compared]:
    """Compared clients of these levels, nearest first."""
    return [
        Compared(client(f"IJK-{number:02}", level=one), 1 - number / 100, 1.0, {})
        for number, one in enumerate(levels, start=1)
    ]


BASIC, INDICATED, FREE, NONE = "basisondersteuning", "geindiceerd_ambulant", "algemeen_voorliggend", (
    "geen_individuele_voorziening")  # fmt: skip


@pytest.mark.parametrize(("levels", "shown"), [
    ([BASIC] * 5 + [INDICATED], [1, 2, 3, 4, 6]),
    ([BASIC] * 4 + [INDICATED, BASIC], [1, 2, 3, 4, 5]),
    ([BASIC] * 7, [1, 2, 3, 4, 5]),
    ([BASIC] * 2, [1, 2]),
    ([FREE, NONE, NONE, FREE, NONE, BASIC], [1, 2, 3, 4, 6]),
    ([], []),
])  # fmt: skip
def test_five_are_shown_and_one_of_them_came_out_otherwise(levels: list[str], shown: list[int]) -> None:
    assert [one.client.id for one in nearest(family(*levels))] == [f"IJK-{number:02}" for number in shown]


FEATURES = sorted(features_of(CLIENTS[0]))


@settings(max_examples=40, deadline=None)
@given(like=st.sampled_from(CLIENTS), lost=st.lists(st.sampled_from(FEATURES), unique=True), order=st.randoms())
def test_the_less_is_known_the_less_is_covered_and_the_order_of_features_does_not_matter(
    like: ReferenceClient, lost: list[str], order: Any
) -> None:
    mine = own_profile(like)
    shuffled = dict(order.sample(sorted(mine.items()), len(mine)))
    assert [(one.client.id, one.similarity) for one in compare(shuffled, pack())] == [
        (one.client.id, pytest.approx(one.similarity)) for one in compare(mine, pack())
    ]
    covered = {one.client.id: one.coverage for one in compare(mine, pack())}
    for feature in lost:
        mine = {name: value for name, value in mine.items() if name != feature}
        now = {one.client.id: one.coverage for one in compare(mine, pack())}
        assert all(now[one] <= covered[one] for one in now.keys() & covered.keys())
        covered = now


@settings(max_examples=60, deadline=None)
@given(like=st.sampled_from(CLIENTS), other=st.sampled_from(CLIENTS), changed=st.sets(st.sampled_from(FEATURES)),
       lost=st.sets(st.sampled_from(FEATURES), max_size=5))  # fmt: skip
def test_the_nearest_with_other_features_is_the_one_a_whole_comparison_finds(
    like: ReferenceClient, other: ReferenceClient, changed: set[str], lost: set[str]
) -> None:
    mine = {name: value for name, value in own_profile(like).items() if name not in lost}
    theirs = own_profile(other)
    changes = {name: theirs[name] for name in changed - {"safety", "age"} if name in theirs}
    compared = compare(mine, pack())
    found, whole = nearest_if(compared, changes, pack()), compare({**mine, **changes}, pack())
    assert (None if found is None else found.client.id) == (whole[0].client.id if whole else None)


@settings(max_examples=40, deadline=None)
@given(like=st.sampled_from(CLIENTS), age=st.integers(4, 17), dropped=st.sets(st.sampled_from(sorted(
    features_of(CLIENTS[0])))))  # fmt: skip
def test_another_level_is_always_among_the_shown(like: ReferenceClient, age: int, dropped: set[str]) -> None:
    mine = {name: value for name, value in {**own_profile(like), "age": age}.items() if name not in dropped}
    compared = compare(mine, pack())
    shown = nearest(compared)
    assert len(shown) == min(len(compared), 5)
    if len({level_of(one.client) for one in compared}) > 1:
        assert len({level_of(one.client) for one in shown}) > 1


@pytest.mark.parametrize(("levels", "middle"), [
    ([BASIC, INDICATED, INDICATED], 2),
    ([FREE, BASIC, "intensief"], 1),
    ([NONE, NONE, BASIC], 0),
    (["andere_wet", BASIC, BASIC], 1),
    (["andere_wet"] * 3, None),
    ([BASIC, INDICATED, "gedwongen_kader", FREE, FREE], 2),
    ([], None),
])  # fmt: skip
def test_the_middle_of_the_three_nearest(levels: list[str], middle: int | None) -> None:
    assert median_rank(family(*levels), pack()) == middle


@pytest.mark.parametrize(("similarity", "coverage", "alike"), [
    (0.7, 0.4, True), (0.69, 1.0, False), (1.0, 0.39, False), (0.7, 1.0, True),
])  # fmt: skip
def test_alike_is_near_enough_on_enough(similarity: float, coverage: float, alike: bool) -> None:
    one = Compared(client(), similarity, coverage, {})
    assert is_alike(one, pack()) is alike
    assert (median_rank([one], pack()) is not None) is alike


def test_a_pack_without_a_threshold_is_told() -> None:
    likeness = pack().likeness.model_copy(update={"thresholds": {}})
    with pytest.raises(PackFault, match="alike_min"):
        threshold(replace(pack(), likeness=likeness), "alike_min")


def test_levels_have_a_rank_but_another_law_stands_beside() -> None:
    assert [rank(one) for one in (FREE, BASIC, INDICATED, "intensief", "gedwongen_kader", "andere_wet")] == [  # type: ignore[arg-type]
        0, 1, 2, 3, 4, None,
    ]  # fmt: skip
    assert level_of(client(level=NONE)) == FREE


# The profile of a real case


def test_a_profile_takes_only_what_is_known() -> None:
    assert profile(case_of({}).settle(TODAY), {}) == {}
    mine = profile(case_of(ordinary()).settle(TODAY), facts_of(ordinary()))
    assert (mine["age"], mine["duration"], mine["safety"], mine["settings"], mine["school"]) == (
        14, "3_12", "geen", 1, "regulier",
    )  # fmt: skip
    assert set(mine) <= set(pack().likeness.weights)


@pytest.mark.parametrize(("months", "duration"), [(0, "kort"), (2, "kort"), (3, "3_12"), (12, "3_12"), (13, "lang")])
def test_how_long_it_lasts(months: int, duration: str) -> None:
    assert profile(case_of({}).settle(TODAY), {"problem_months": months})["duration"] == duration


@pytest.mark.parametrize(("facts", "value"), [
    ({"changeability": "CHRONISCH"}, "CHRONISCH"),
    ({"changeability": "CHRONISCH", "changeability_chosen": "VERANDERBAAR"}, "VERANDERBAAR"),
    ({"changeability": "ONVOLDOENDE_ZICHT"}, None),
])  # fmt: skip
def test_only_a_conclusion_that_says_something_is_compared(facts: dict[str, Any], value: str | None) -> None:
    assert profile(case_of({}).settle(TODAY), facts).get("changeability") == value


def test_flags_are_known_once_the_history_is() -> None:
    nothing = profile(case_of({}).settle(TODAY), {"wlz_signs": True})
    assert "flags" not in nothing
    found = profile(
        case_of({}).settle(TODAY), {"help_count": 3, "same_goal_area_running": 2, "crisis_12m": True, "wlz_signs": True}
    )
    assert found["flags"] == {"stapeling", "crisis_recent", "wlz"}


def test_the_effect_of_the_latest_help_that_says_so() -> None:
    helps = [helped("h1", start="-3y", gain="nee"), helped("h2", start="-1y", gain="afgevlakt"),
             helped("h3", start="-1m", gain="onbekend")]  # fmt: skip
    mine = profile(case_of({"help_history.help": helps}).settle(TODAY), {})
    assert mine["help_effect"] == "afgevlakt"
