"""Looking through the reference clients: each question narrows, and what is left open asks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.knowledge.library import Wanted, find, moments, on_a_border
from tests.casework.families import TODAY, pack

CLIENTS = pack().reference_clients


def ids(wanted: Wanted) -> list[str]:
    return [one.id for one in find(pack(), wanted, TODAY)]


def test_who_asks_nothing_sees_all() -> None:
    assert ids(Wanted()) == list(CLIENTS)


@pytest.mark.parametrize("wanted", [
    Wanted(area="logeren"), Wanted(level="intensief"), Wanted(age=7), Wanted(words="mdft blowen"), Wanted(border=True),
])  # fmt: skip
def test_each_question_narrows(wanted: Wanted) -> None:
    assert 0 < len(ids(wanted)) < len(CLIENTS)


def test_area_level_and_age_are_those_asked() -> None:
    found = find(pack(), Wanted(area="verblijf", level="intensief", age=14), TODAY)
    assert {(one.problem_area, one.level) for one in found} == {("verblijf", "intensief")}
    assert all(one.age.min <= 14 <= one.age.max for one in found)
    assert "IJK-22" in {one.id for one in found} and "IJK-23" not in {one.id for one in found}


def test_words_are_found_in_story_help_and_features_and_all_must_occur() -> None:
    assert "IJK-12" in ids(Wanted(words="PANIEK bus"))
    assert "IJK-37" in ids(Wanted(words="buitenschoolse opvang"))  # the name of the help, not in the story
    assert "IJK-05" not in ids(Wanted(words="autisme")) and "IJK-07" in ids(Wanted(words="autisme"))
    assert ids(Wanted(words="paniek onvindbaarwoord")) == []


def test_a_border_case_has_neighbours_on_both_sides() -> None:
    found = ids(Wanted(border=True))
    assert "IJK-05" in found and "IJK-01" not in found
    assert found == [one.id for one in CLIENTS.values() if on_a_border(one)]


def test_what_no_longer_holds_is_not_shown() -> None:
    ended = CLIENTS["IJK-01"].model_copy(update={"valid_until": date(2026, 6, 1)})
    later = replace(pack(), reference_clients={**CLIENTS, "IJK-01": ended})
    assert "IJK-01" not in {one.id for one in find(later, Wanted(), TODAY)}


def test_the_seven_moments_of_one_life_are_in_order_from_each_of_them() -> None:
    line = [f"IJK-36{letter}" for letter in "abcdefg"]
    for one in line:
        assert [moment.id for moment in moments(CLIENTS[one], pack())] == line
    assert moments(CLIENTS["IJK-01"], pack()) == ()
