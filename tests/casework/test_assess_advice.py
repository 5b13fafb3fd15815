"""What the weighing advises on asking the expert pool, what it offers, and what it says of likeness."""

from __future__ import annotations

from typing import Any

import pytest

from casework.weighing.assess import assess, weigh
from tests.casework.families import ABSENT, TODAY, advice, capacity, case_of, helped, ordinary, pack, problem
from tests.casework.test_assess import ready, weighed
from tests.casework.test_checklists import outcomes

DISAGREES = {"explanation.agrees_child": "oneens"}
STACKED = {"help_history.help": [helped("h1", goal_area="gedrag_emotie"), helped("h2", goal_area="gedrag_emotie")]}
UNLIKE: dict[str, Any] = {
    "situation.target_groups": ["eetstoornis", "middelen", "somatisch"],
    "situation.problem_area": "verblijf",
    "situation.severity_child": 0,
    "situation.school_type": "geen onderwijs",
    "situation.problems": [problem(impairment=3, distress=0, where=["thuis", "school", "buiten"])],
    "comparison.chosen": ABSENT,
}
DISAGREES_WORDS = "Jeugdige of ouders zijn het niet eens met de verklaring"


@pytest.mark.parametrize(("changes", "recommended"), [
    ({}, False),
    (DISAGREES, False),
    (STACKED, False),
    ({**DISAGREES, **STACKED}, True),
    (UNLIKE, True),
    ({**DISAGREES, **STACKED, "consultations": [advice()]}, False),
    ({**UNLIKE, "consultations": [advice()]}, False),
])  # fmt: skip
def test_two_signals_or_being_like_nobody_recommend_the_pool(changes: dict[str, Any], recommended: bool) -> None:
    assert weighed(changes).consultation.recommended is recommended


def test_the_reasons_for_the_pool_are_the_signals_that_hold() -> None:
    said = {"responses": [{"rule": "R-VA-03", "outcome": "bewust_anders", "reason": "anders"}]}
    assert weighed({**DISAGREES, **said}).consultation.reasons == (DISAGREES_WORDS,)
    assert weighed(said).consultation.reasons == ()
    stacked = {"responses": [{"rule": "R-VA-03", "outcome": "bewust_anders", "reason": "anders"}], **STACKED}
    assert not weighed(stacked).consultation.recommended


def test_a_weighing_that_is_hardly_certain_says_so() -> None:
    hardly = {"safety.verdict": "onvoldoende_zicht"}
    assert weighed(hardly).level.certainty == "laag"
    assert "de weging is weinig zeker" in weighed(hardly).consultation.reasons
    assert "de weging is weinig zeker" not in weighed({}).consultation.reasons
    empty = assess(case_of({}), pack(), TODAY)
    assert (empty.level.certainty, empty.level.indicated) == ("laag", None)
    assert empty.consultation.reasons == ()


def test_an_exception_with_its_reason_lifts_the_duty() -> None:
    complete = {"comparison.level": "intensief", "expert_pool.exception": "GI_rechter",
                "expert_pool.exception_reason": "De rechter bepaalt het"}  # fmt: skip
    found = weighed(complete).consultation
    assert not found.required
    assert found.reasons[:2] == (
        "advies van de expertpool is verplicht bij intensieve hulp", "maar er is een uitzondering, met reden",
    )  # fmt: skip
    assert weighed({**complete, "expert_pool.exception_reason": ABSENT}).consultation.required


@pytest.mark.parametrize(("changes", "offered"), [
    ({}, "Training; Samen oefenen"),
    ({"own_capacity.own_capacity": [capacity(sufficient="voldoende", network_can="Oma past op")]},
     "Training; Oma past op"),
    ({"own_capacity.prior_provisions": [{"id": "w1", "item": "Training", "considered": False},
                                        {"id": "w2", "item": "Maatje"}]}, "Maatje; Samen oefenen"),
    ({"own_capacity.prior_provisions": [],
      "own_capacity.own_capacity": [{"id": "k1", "need": "n1", "sufficient": "voldoende"}]},
     "noem nog bij eigen mogelijkheden wat er wel is, met een terugkom-afspraak"),
])  # fmt: skip
def test_who_needs_no_provision_hears_what_there_is(changes: dict[str, Any], offered: str) -> None:
    covered = {"own_capacity.own_capacity": [capacity(sufficient="voldoende")]}
    found = weighed({**covered, **changes}).level
    assert found.indicated == "algemeen_voorliggend"
    assert found.reasons[-1] == f"wat er wel is: {offered}"


def test_who_needs_one_hears_no_such_thing() -> None:
    assert not any("wat er wel is" in reason for reason in weighed({}).level.reasons)


def test_likeness_is_told_only_where_enough_is_known() -> None:
    known = weigh(case_of(ordinary({})).settle(TODAY), pack()).facts
    assert 0 <= known["best_similarity"] <= 100 and known["best_similarity"] == round(known["best_similarity"])
    little = weigh(case_of({"identity.birth_date": "-14y"}).settle(TODAY), pack())
    assert little.compared and "best_similarity" not in little.facts
    assert "reference_median_rank" not in little.facts
    assert known["reference_median_rank"] == 1


def test_a_chosen_reference_client_that_does_not_fit_is_told_only_where_one_was_chosen() -> None:
    def told(changes: dict[str, Any]) -> Any:
        return weigh(case_of(ordinary(changes)).settle(TODAY), pack()).facts.get("chosen_not_when_met", "unknown")

    assert told({"comparison.chosen": ABSENT}) == "unknown"
    assert told({"comparison.chosen": []}) is False
    for client in pack().reference_clients.values():
        case = case_of(ordinary({"comparison.chosen": [client.id]}))
        met = next((one.not_when for one in assess(case, pack(), TODAY).likeness if one.id == client.id), None)
        if met is not None:
            assert told({"comparison.chosen": [client.id]}) is bool(met), client.id


def test_an_assessment_names_its_pack_and_its_day() -> None:
    found = weighed({})
    assert (found.pack, found.date) == ({"id": "groningen", "version": pack().version}, TODAY.isoformat())


def test_a_stop_that_no_longer_holds_holds_nothing_back() -> None:
    said = {"responses": [{"rule": "R-VEIL-01", "outcome": "opgevolgd"}]}
    found = ready(said)
    assert [one.status for one in found.signals if one.rule == "R-VEIL-01"] == ["resolved"]
    assert found.handover.ready


def test_a_checklist_names_no_rule_that_was_resolved() -> None:
    said = {"responses": [{"rule": "R-STAP-01", "outcome": "opgevolgd"}]}
    apart = {"help_history.help": [helped("h1", goal_area="gedrag_emotie"), helped("h2", goal_area="school_werk")]}

    def behind(changes: dict[str, Any]) -> tuple[str, ...]:
        return next(one.opened_by for one in weighed(changes).checklists if one.checklist == "c")

    assert "R-STAP-01" in behind({**STACKED, **said})
    assert "R-STAP-01" not in behind({**apart, **said})


def test_the_first_conclusion_leads() -> None:
    lasting = {"checklists": {"d": {"AF01": "ja", "AF02": "ja", "AF03": "ja", "AF08": "ja"}}}
    assert outcomes(lasting)["d"].conclusion == "JEUGDWET_VOORZIET"
    silent = {"checklists": {"e": {"LO01": "ja"}}}
    assert outcomes(silent)["e"].conclusion is None
