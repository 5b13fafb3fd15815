"""Editing by path: what stands where, and that only what fits is kept."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from casework.answers import LAST_YEAR
from casework.casefile import as_document, check
from casework.consultation import Consultation
from casework.edits import checked, is_path, new_id, order_of, place, record_type
from casework.paths import flatten
from casework.people import Person
from casework.questions import Shape, questions
from casework.steps import FLOW
from casework.steps.help_history import Help
from casework.steps.intake import Intake
from tests.casework.anything import SEEDS, some_document

TODAY = date(2026, 11, 23)
NOWHERE = ["", "intake", "intake.trac", "intak.track", "help_history.help.h1", "intake.track.h1.name", "people.p1",
           "help_history.help.h1.nam", "people.p1.name.first", "checklists.a.VC01", "pack"]  # fmt: skip


def test_ids_are_long_random_and_fit_in_a_path() -> None:
    ids = {new_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(len(one) == 20 and one.isalnum() for one in ids)


def test_a_path_leads_to_its_question() -> None:
    assert place("intake.track").model is Intake
    in_list = place("help_history.help.h1.result")
    assert (in_list.model, in_list.question.title, in_list.list_path, in_list.record) == (
        Help, "resultaat", "help_history.help", "h1",
    )  # fmt: skip
    assert place("people.p1.relation").model is Person
    assert place("consultations.e1.question").model is Consultation
    assert place("help_history.help").question.shape is Shape.RECORDS


@pytest.mark.parametrize("path", NOWHERE)
def test_a_path_to_nowhere_is_a_fault_of_the_caller(path: str) -> None:
    with pytest.raises(KeyError):
        place(path)


def test_a_list_tells_what_it_holds() -> None:
    assert (record_type("people"), record_type("help_history.help")) == (Person, Help)
    for path in ("intake.track", "intake.what", "nowhere.help"):
        with pytest.raises(KeyError):
            record_type(path)


@pytest.mark.parametrize(("path", "raw", "kept"), [
    ("intake.report_date", "-3m", "2026-08-23"),
    ("intake.track", "triage", "triage"),
    ("intake.occasion", {"value": "Ruzie", "source": "ouder", "on": "-1w"},
     {"value": "Ruzie", "source": "ouder", "on": "2026-11-16"}),
    ("intake.occasion", {"value": "Ruzie"}, "Ruzie"),
    ("intake.occasion", {"unanswered": "declined"}, {"unanswered": "declined"}),
    ("help_history.help.h1.start", "-1y", "2025-11-23"),
    ("people.p1.lives_with", True, True),
    ("help_history.help", ["h2", "h1"], ["h2", "h1"]),
    ("help_history.help", [], []),
    ("help_history.help", {"unanswered": "unknown"}, {"unanswered": "unknown"}),
    ("help_history.help", {"value": ["h1"], "source": "ouder", "on": "-1w"},
     {"value": ["h1"], "source": "ouder", "on": "2026-11-16"}),
])  # fmt: skip
def test_what_fits_is_kept_with_days_absolute(path: str, raw: object, kept: object) -> None:
    assert checked(path, raw, TODAY) == kept


@pytest.mark.parametrize(("path", "raw", "sentence"), [
    ("intake.report_date", "gisteren", "hier hoort een datum als 2026-01-31 (er staat ‘gisteren’)"),
    ("intake.track", "traige", "kies triage, volledig_onderzoek, verlenging, herbeoordeling_na_crisis, "
     "verwijzing_ligt_er of GI_besluit (er staat ‘traige’)"),
    ("help_history.help.h1.running", "ja", "hier hoort true of false (er staat ‘ja’)"),
    ("help_history.help", {"unanswered": "not_applicable"}, "niet van toepassing vraagt een reden; vul ‘reason’ in"),
    ("help_history.help", "h1", "hier hoort een lijst (er staat ‘h1’)"),
    ("help_history.help", ["a b"], "dit heeft niet de vorm die hier moet (^[A-Za-z0-9_-]+$) (er staat ‘a b’)"),
    ("help_history.help", {"value": ["h1"], "source": "tante"}, "kies jeugdige, ouder, school, huisarts, aanbieder, "
     "dossier, eigen_waarneming of expert (er staat ‘tante’)"),
])  # fmt: skip
def test_what_does_not_fit_is_told(path: str, raw: object, sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        checked(path, raw, TODAY)
    assert str(caught.value) == sentence


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_whatever_a_case_file_holds_may_be_typed(seed: int) -> None:
    """Every value of every valid case passes the check of an edit unchanged: the two never disagree.

    On the last day there is: a file may hold a day that was still to come, which nobody types (`behind_us`).
    """
    flat = flatten(as_document(check(some_document(Random(seed)), TODAY)))
    for path, value in flat.items():
        root = path.partition(".")[0]
        if root not in ("checklists", "responses", "people", "consultations") and not path.endswith(".part"):
            assert checked(path, value, date(LAST_YEAR, 12, 31)) == value, path


@pytest.mark.parametrize(("raw", "order"), [
    (["a", "b"], ["a", "b"]),
    ({"value": ["a"], "source": "ouder"}, ["a"]),
    ({"unanswered": "unknown"}, []),
    (None, []),
])  # fmt: skip
def test_the_order_of_a_list(raw: Any, order: list[str]) -> None:
    assert order_of(raw) == order


@pytest.mark.parametrize(
    "path",
    [
        "intake",
        "intake.track",
        "help_history.help",
        "help_history.help.result",
        "people",
        "people.name",
        "consultations.question",
        "checklists.a",
        "checklists.a.VC01",
    ],
)
def test_a_pack_may_name(path: str) -> None:
    assert is_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "intak",
        "intake.trac",
        "intake.track.more",
        "help_history.help.resul",
        "help_history.help.result.more",
        "people.nam",
        "people.name.more",
        "checklists.a.VC01.more",
    ],
)
def test_a_pack_may_not_name(path: str) -> None:
    assert not is_path(path)


def _days_behind_us() -> list[str]:
    lists = {f"{step.id}.{name}": one.record for step in FLOW.steps for name, one in questions(step.answers).items()}
    own = [(f"{step.id}.", step.answers) for step in FLOW.steps]
    asked = [*own, *((f"{path}.r1.", record) for path, record in lists.items() if record is not None)]
    return [f"{before}{name}" for before, model in asked for name, one in questions(model).items() if one.behind_us]


@pytest.mark.parametrize("path", _days_behind_us())
def test_a_day_that_was_is_not_still_to_come(path: str) -> None:
    assert place(path).question.shape is Shape.DAY
    assert checked(path, TODAY.isoformat(), TODAY) == TODAY.isoformat()
    with pytest.raises(ValueError, match="moet nog komen"):
        checked(path, (TODAY + timedelta(days=1)).isoformat(), TODAY)
    assert checked(path, {"unanswered": "unknown"}, TODAY) == {"unanswered": "unknown"}


def test_talks_calls_and_what_left_lie_behind_us_and_a_review_that_is_planned_does_not() -> None:
    were = {"help_history.own_talks.r1.on", "decision.place_search.r1.on", "handover.review_talks.r1.on",
            "handover.sent_on", "intake.report_date"}  # fmt: skip
    assert were <= set(_days_behind_us())
    later = (TODAY + timedelta(days=90)).isoformat()
    assert checked("decision.reviews.r1.on", later, TODAY) == later
