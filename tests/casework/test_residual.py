"""The residual need: what own strength, ordinary solutions and other laws leave (stage 5 of the stappenplan)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from casework.weighing.residual import capacity_weighed, residual_needs
from tests.casework.families import TODAY, capacity, case_of, need

CAPACITY, PRIOR, LAWS = (f"own_capacity.{name}" for name in ("own_capacity", "prior_provisions", "other_laws"))
NEEDS = {"needs.needs": [need("n1", what="Leren stoppen"), need("n2", what="Rust voor ouders")]}


def left(changes: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    found = residual_needs(case_of({**NEEDS, **changes}).settle(TODAY))
    return [(one.code, one.extent, one.why) for one in found]


def own(need_id: str, sufficient: str | None) -> dict[str, Any]:
    said = {"sufficient": sufficient} if sufficient else {"sufficient": {"unanswered": "unknown"}}
    return capacity(id=f"k-{need_id}-{sufficient}", need=need_id, **said)


WHOLE_NOT_WEIGHED = "eigen kracht is voor deze behoefte nog niet gewogen"


def test_without_needs_nothing_is_left() -> None:
    assert residual_needs(case_of({}).settle(TODAY)) == ()
    assert left({"needs.needs": []}) == []


def test_a_need_whose_own_strength_was_not_weighed_stays_in_and_says_so() -> None:
    assert left({}) == [("N1", "geheel", WHOLE_NOT_WEIGHED), ("N2", "geheel", WHOLE_NOT_WEIGHED)]


@pytest.mark.parametrize(("sufficient", "rest"), [
    ("voldoende", []),
    ("deels", [("N1", "deels", "eigen kracht dekt de rest")]),
    ("onvoldoende", [("N1", "geheel", "eigen kracht is niet voldoende")]),
    (None, [("N1", "geheel", WHOLE_NOT_WEIGHED)]),
])  # fmt: skip
def test_own_strength_covers_all_a_part_or_nothing(sufficient: str | None, rest: list[Any]) -> None:
    assert left({CAPACITY: [own("n1", sufficient), own("n2", "voldoende")]}) == rest


def test_several_judgements_on_one_need_count_the_best() -> None:
    both = [own("n1", "onvoldoende"), own("n1", "deels"), own("n2", "onvoldoende"), own("n2", "voldoende")]
    assert left({CAPACITY: both}) == [("N1", "deels", "eigen kracht dekt de rest")]


@pytest.mark.parametrize(("provision", "covered"), [
    ({"covers": ["n1"]}, True),
    ({"covers": ["n1"], "considered": True}, True),
    ({"covers": ["n1"], "considered": False}, False),
    ({"covers": ["n2"]}, False),
    ({}, False),
])  # fmt: skip
def test_an_ordinary_solution_covers_what_it_names(provision: dict[str, Any], covered: bool) -> None:
    codes = [code for code, _, _ in left({PRIOR: [{"id": "w1", "item": "Training", **provision}]})]
    assert ("N1" not in codes) is covered


@pytest.mark.parametrize(("status", "covered"), [
    ("toegekend", True), ("aangevraagd", False), ("afgewezen", False), ("mogelijk", False),
])  # fmt: skip
def test_another_law_covers_only_what_it_granted(status: str, covered: bool) -> None:
    codes = [code for code, _, _ in left({LAWS: [{"id": "a1", "law": "Wlz", "status": status, "covers": ["n2"]}]})]
    assert ("N2" not in codes) is covered


@pytest.mark.parametrize("track", ["verwijzing_ligt_er", "GI_besluit"])
def test_own_strength_is_not_weighed_where_a_doctor_or_court_decides(track: str) -> None:
    not_asked = "eigen kracht wordt op deze route niet getoetst"
    changes = {"intake.track": track, CAPACITY: [own("n1", "voldoende")]}
    assert left(changes) == [("N1", "geheel", not_asked), ("N2", "geheel", not_asked)]


def test_triage_leaves_nothing() -> None:
    assert left({"intake.track": "triage"}) == []


def test_a_need_without_words_is_still_there() -> None:
    found = residual_needs(case_of({"needs.needs": [{"id": "n1"}]}).settle(TODAY))
    assert [(one.id, one.code, one.what) for one in found] == [("n1", "N1", "nog niet beschreven")]


@pytest.mark.parametrize(("changes", "known"), [
    ({"needs.needs": {"unanswered": "unknown"}}, False),
    ({"needs.needs": []}, True),
    ({}, False),
    ({CAPACITY: [own("n1", "deels")]}, False),
    ({CAPACITY: [own("n1", "deels"), own("n2", None)]}, False),
    ({CAPACITY: [own("n1", "deels"), own("n2", "voldoende")]}, True),
    ({CAPACITY: [own("n1", "deels")], PRIOR: [{"id": "w1", "item": "Training", "covers": ["n2"]}]}, True),
    ({"intake.track": "GI_besluit"}, True),
])  # fmt: skip
def test_what_is_left_is_counted_only_when_all_was_weighed(changes: dict[str, Any], known: bool) -> None:
    assert capacity_weighed(case_of({**NEEDS, **changes}).settle(TODAY)) is known
