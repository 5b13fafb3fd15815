"""The library of reference clients is whole: every theme of the field has a case, and every case says all it must."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casework.knowledge import ReferenceClient
from tests.casework.families import pack

CLIENTS = list(pack().reference_clients.values())
Covers = Callable[[ReferenceClient], bool]


def helped_by(*products: str) -> Covers:
    return lambda one: bool(set(products) & set(one.fitting_help))


def flagged(flag: str) -> Covers:
    return lambda one: flag in (one.features.flags or ())


THEMES: dict[str, Covers] = {
    "parents with a mild intellectual disability": lambda one: "LVB_ouder" in (one.features.target_groups or ()),
    "echtscheidingsloket": helped_by("echtscheidingsloket"),
    "maatje": helped_by("maatje"),
    "leun- en steuncontact": helped_by("leun-en-steuncontact"),
    "BSO+": helped_by("bso-plus"),
    "VVE": helped_by("voorschool-vve"),
    "OJG": helped_by("ojg-basis-ggz"),
    "volunteers who take a child in": helped_by("vrijwillig-logeren"),
    "stapeling": flagged("stapeling"),
    "chain after a crisis": lambda one: flagged("crisis_recent")(one) and any(
        "explanation_after_crisis" in boundary.when.facts for boundary in one.not_when
    ),
    "HSJ": lambda one: "hoogspecialistisch" in one.why_here and "één aanspreekpunt" in one.extent,
}  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_a_case(theme: str) -> None:
    assert [one.id for one in CLIENTS if THEMES[theme](one)]


@pytest.mark.parametrize("one", CLIENTS, ids=lambda one: one.id)
def test_every_case_says_all_it_must(one: ReferenceClient) -> None:
    assert 60 <= len(one.story.split()) <= 120
    assert one.child_voice and one.parent_voice and one.learning and one.question_to_learn
    assert one.try_first and len(one.stop_criteria) >= 2 and len(one.not_when) >= 2 and one.contra_indications
    assert one.question_to_learn.endswith("?")
    assert one.status == "concept", "no professional confirmed any of these yet"


@pytest.mark.parametrize("one", CLIENTS, ids=lambda one: one.id)
def test_every_case_leads_across_a_level_and_can_be_reached_again(one: ReferenceClient) -> None:
    """In the library one walks from case to case: no case is a dead end, and each is somebody's neighbour or moment."""
    assert all(pack().reference_clients[to.id].level != one.level for to in one.neighbours)
    assert one.moment_of or any(one.id in {to.id for to in other.neighbours} for other in CLIENTS)
