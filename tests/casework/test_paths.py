"""A case as a flat map by id and back: nothing is lost on the way, and a removed record can come back whole."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from casework.casefile import as_document, check, write
from casework.paths import assemble, flatten, with_removed
from tests.casework.anything import SEEDS, some_document

TODAY = date(2026, 11, 23)
HELP = [{"id": "h1", "name": "Maatje", "running": True}, {"id": "h2", "name": "Praten", "running": False}]


def document(**parts: Any) -> dict[str, Any]:
    return {"schema": "ijkpunt/case/1", "case_id": "c1", **parts}


def flat(**parts: Any) -> dict[str, Any]:
    return flatten(as_document(check(document(**parts), TODAY)))


def test_an_answer_stands_at_step_and_field() -> None:
    assert flat(answers={"intake": {"track": "triage"}}) == {"intake.track": "triage"}


def test_a_list_is_its_order_and_its_records_stand_below_it() -> None:
    assert flat(answers={"help_history": {"help": HELP}}) == {
        "help_history.help": ["h1", "h2"],
        "help_history.help.h1.part": "toegang",
        "help_history.help.h1.name": "Maatje",
        "help_history.help.h1.running": True,
        "help_history.help.h2.part": "toegang",
        "help_history.help.h2.name": "Praten",
        "help_history.help.h2.running": False,
    }


@pytest.mark.parametrize("value", [[], {"unanswered": "declined"}, {"unanswered": "not_applicable", "reason": "nooit"}])
def test_an_empty_list_and_a_non_answer_are_themselves(value: object) -> None:
    assert flat(answers={"help_history": {"help": value}}) == {"help_history.help": value}


def test_a_list_keeps_whose_words_it_is() -> None:
    said = {"value": HELP[:1], "source": "ouder", "on": "2026-11-01"}
    found = flat(answers={"help_history": {"help": said}})
    assert found["help_history.help"] == {"value": ["h1"], "source": "ouder", "on": "2026-11-01"}
    assert assemble(found)["answers"]["help_history"]["help"]["source"] == "ouder"


def test_what_stands_beside_the_steps_has_paths_too() -> None:
    found = flat(
        people=[{"id": "moeder", "name": "Anna Oefenstra"}],
        checklists={"a": {"VC18a": "ja", "VC07": {"unanswered": "unknown"}}},
        consultations=[{"id": "e1", "question": "Past dit?"}],
        responses=[{"rule": "R-VC-01", "outcome": "bewust_anders", "reason": "later"}],
    )
    assert found == {
        "people": ["moeder"],
        "people.moeder.part": "toegang",
        "people.moeder.name": "Anna Oefenstra",
        "checklists.a.VC18a": "ja",
        "checklists.a.VC07": {"unanswered": "unknown"},
        "consultations": ["e1"],
        "consultations.e1.part": "toegang",
        "consultations.e1.question": "Past dit?",
        "responses.R-VC-01": {"outcome": "bewust_anders", "reason": "later", "note": ""},
    }


def test_a_removed_record_keeps_its_answers_and_comes_back_whole() -> None:
    found = flat(answers={"help_history": {"help": HELP}})
    without = assemble({**found, "help_history.help": ["h2"]})
    assert [one["id"] for one in without["answers"]["help_history"]["help"]] == ["h2"]
    again = assemble({**found, "help_history.help": ["h2", "h1"]})
    assert again["answers"]["help_history"]["help"][1]["name"] == "Maatje"


def test_a_record_that_was_only_added_is_there() -> None:
    assert assemble({"people": ["p1"]})["people"] == [{"id": "p1"}]


def test_an_id_that_begins_like_another_takes_nothing_of_it() -> None:
    found = assemble({"people": ["p", "p1"], "people.p.name": "Anna", "people.p1.name": "Bas"})
    assert found["people"] == [{"id": "p", "name": "Anna"}, {"id": "p1", "name": "Bas"}]


def test_nothing_is_an_empty_case() -> None:
    empty = {"answers": {}, "people": [], "consultations": [], "checklists": {}, "responses": []}
    assert assemble({}) == empty
    assert flatten(empty) == flatten({}) == {}


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS)
def test_any_case_comes_back_from_its_paths(seed: int) -> None:
    case = check(some_document(Random(seed)), TODAY)
    found = flatten(as_document(case))
    again = write(case.id, case.family_id, case.pack, case.practice, found)
    assert check(again, TODAY) == case
    assert flatten(again) == found


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_any_case_comes_back_from_its_file_on_another_day(seed: int) -> None:
    """Dates are absolute once written, so the reference date of the next reading does not matter."""
    case = check(some_document(Random(seed)), TODAY)
    assert check(as_document(case), date(2031, 1, 1)) == case


def test_what_was_taken_out_of_a_list_comes_back_at_its_end() -> None:
    flat = {"people": ["p2"], "people.p1.name": "Een", "people.p2.name": "Twee", "needs.needs.n1.what": "Rust"}
    found = with_removed(flat)
    assert found["people"] == ["p2", "p1"] and found["needs.needs"] == ["n1"]
    assert with_removed(found) == found and flat["people"] == ["p2"]
