"""Each route asks what is its own and nothing of another; what it tells stands in the handover, each in its place."""

from __future__ import annotations

from typing import Any

import pytest

from casework.agenda import agenda
from casework.casefile import as_document
from casework.handover.blocks import Reader
from casework.handover.compose import compose
from casework.handover.plain import plain
from casework.weighing.assess import assess
from casework.weighing.facts import checklists_of
from tests.casework.families import TODAY, Changes, case_of, ordinary, pack
from tests.casework.rows_routes import (
    AFTER_CRISIS,
    JOINED,
    LOOKED_BACK,
    REFERRAL,
    REFERRED,
    RULED,
    RULING,
    calls,
    foundations,
    own_talks,
)

OWN_QUESTIONS = {
    "triage": {"intake.triage_reason", "intake.triage_next", "intake.triage_call_on"},
    "volledig_onderzoek": set[str](),
    "verlenging": {"special_checks.prolong_changed", "special_checks.prolong_stops"},
    "herbeoordeling_na_crisis": {"help_history.crisis_told", "help_history.crisis_changed"},
    "verwijzing_ligt_er": {"intake.referral_asks", "intake.referral_on", "intake.coordination"},
    "GI_besluit": {"intake.ruling", "intake.ruling_until", "intake.after_ruling", "intake.coordination"},
}
SHARED_BY_TWO = {"intake.coordination"}


def settled(changes: Changes) -> Any:
    return case_of(ordinary(changes)).settle(TODAY)


def document(changes: Changes, reader: Reader = "provider") -> str:
    case = case_of(ordinary(changes))
    return plain(compose(case.settle(TODAY), assess(case, pack(), TODAY), pack(), reader))


@pytest.mark.parametrize("track", OWN_QUESTIONS)
def test_a_track_asks_its_own_and_nothing_of_another(track: str) -> None:
    case = settled({"intake.track": track, "intake.referral_route": "01 Gemeente"})
    for other, paths in OWN_QUESTIONS.items():
        for path in paths - (set() if other == track else SHARED_BY_TWO):
            assert (path not in case.steps.kept_aside) is (other == track), (track, path)


def test_after_a_brief_look_somebody_calls_on_a_day() -> None:
    changes = {"intake.track": "triage", "decision.decision": "triage_klaar", "intake.triage_next": "Praten op school",
               "intake.triage_call_on": "+6w"}  # fmt: skip
    assert "Wat het gezin nu doet: Praten op school" in document(changes)
    assert "We bellen op 4 januari 2027: helpt het?" in document(changes, "youth")
    kinds = {due.kind: due.day.isoformat() for due in agenda(settled(changes), pack())}
    assert kinds["triage_bellen"] == "2027-01-04"
    called = settled({**changes, "intake.triage_call_told": "Het gaat beter"})
    assert "triage_bellen" not in {due.kind for due in agenda(called, pack())}


def test_what_goes_on_after_a_measure_is_arranged_while_it_runs() -> None:
    changes = {**RULED, **RULING, "intake.ruling_until": "+26w"}
    days = {due.kind: due.day.isoformat() for due in agenda(settled(changes), pack())}
    assert days["na_de_maatregel"] == "2027-02-22"
    arranged = settled({**changes, "intake.after_ruling": "Het team gaat door"})
    assert "na_de_maatregel" not in {due.kind for due in agenda(arranged, pack())}


def test_the_network_opens_the_big_five_at_any_age() -> None:
    assert "b" in checklists_of(settled(JOINED), pack()) and "b" not in checklists_of(settled({}), pack())


def test_own_help_is_a_part_of_the_file_of_its_own() -> None:
    case = case_of(ordinary({"help_history.own_talks": own_talks(2)}))
    kept = as_document(case)["answers"]["help_history"]
    assert {one["part"] for one in kept["own_talks"]} == {"hulpverlening"}
    assert {one["part"] for one in as_document(case)["answers"]["help_question"]["questions"]} == {"toegang"}


@pytest.mark.parametrize("agreed", [None, False, True])
def test_own_help_goes_along_only_where_the_family_agrees(agreed: bool | None) -> None:
    changes: dict[str, Any] = {"help_history.own_talks": own_talks(2)}
    text = document(changes if agreed is None else {**changes, "help_history.own_talks_shared": agreed})
    assert "Hulp van het team zelf (dossier hulpverlening)" in text
    assert ("Samen geoefend" in text) is (agreed is True)
    assert ("Niet gedeeld: 2 gesprekken van het team" in text) is (agreed is not True)


def test_what_a_doctor_asks_and_a_court_decided_stands_with_who_works_together() -> None:
    referred = document({**REFERRED, **REFERRAL})
    assert "Waarvoor de arts verwijst: Hulp bij angst" in referred and "Afgestemd met de verwijzer: Gebeld" in referred
    ruled = document({**RULED, **RULING, "intake.ruling_until": "+3m"})
    assert "bepaalde: Gezinsbegeleiding" in ruled and "Maatregel tot en met" in ruled
    assert "Afgestemd met de instelling of de rechter: Besproken" in ruled


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_after_a_crisis_the_family_reads_what_to_do_when_it_happens_again(reader: Reader) -> None:
    """As it was written down: it speaks about them, the version speaks to them."""
    assert "Als het weer misgaat: “Hij belt zijn oom" in document({**AFTER_CRISIS, **LOOKED_BACK}, reader)
    assert "Als het weer misgaat" not in document({**AFTER_CRISIS, **LOOKED_BACK, "intake.track": "verlenging"})


def test_the_network_names_one_contact_and_holds_on_at_any_age() -> None:
    changes = {**JOINED, "special_checks.big_five": foundations(status="niet geregeld")}
    text = document(changes)
    assert "Eén aanspreekpunt" in text and "Niemand laat los" in text and "Welzijn" in text
    apart = settled({**changes, "special_checks.hsj_joined": False})
    assert "special_checks.big_five" in apart.steps.kept_aside


WISH = {"value": "Een eigen plek", "source": "jeugdige", "kind": "mening", "on": "-1w"}
PLAN = {
    "identity.birth_date": "-16y",
    "special_checks.future_wish": WISH,
    "special_checks.future_steps": [{"id": "s1", "what": "Leren koken", "who": "jeugdige", "until": "+3m"}],
}


def test_the_own_plan_is_told_in_the_words_of_the_young_person() -> None:
    assert "Wat ik wil: “Een eigen plek”" in document(PLAN)
    youth = document(PLAN, "youth")
    assert "Jouw plan voor later" in youth and "“Een eigen plek”" in youth and "Leren koken, met jijzelf" in youth


def test_what_single_providers_answered_stays_with_the_team() -> None:
    text = document({"decision.place_search": calls("geen_plek", "past_niet"), "decision.supply_missing": "Een BSO+"})
    assert "2 keer gebeld" in text and "Aanbod dat er niet was: Een BSO+" in text and "Aanbieder 1" not in text
