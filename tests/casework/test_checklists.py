"""What checklists b to g come to: which is open, which conclusion leads, what stays open, and what the reasons gain."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.weighing.assess import assess
from casework.weighing.checklists import OPENED, ChecklistOutcome
from casework.weighing.facts import FactSource
from tests.casework.families import BIG_FIVE, TODAY, Changes, advice, case_of, helped, ordinary, pack, product

OUTSIDE = {"identity.birth_date": "-12y", "own_capacity.other_laws": []}
"""Old enough for nothing special, young enough for nothing after eighteen."""


def outcomes(changes: Changes) -> dict[str, ChecklistOutcome]:
    return dict(FactSource(case_of(ordinary({**OUTSIDE, **changes})).settle(TODAY), pack(), {}).checklists)


def concluded(checklist: str, changes: Changes = {}, **answers: str) -> tuple[str, ...]:  # noqa: B006 (never changed)
    found = outcomes({**changes, "checklists": {checklist: answers}} if answers else changes)
    return found[checklist].conclusions if checklist in found else ("dicht",)


def still_open(checklist: str, changes: Changes = {}, **answers: str) -> list[str]:  # noqa: B006 (never changed)
    return [point.text for point in outcomes({**changes, "checklists": {checklist: answers}})[checklist].open_points]


# Opening


def test_nothing_is_open_until_a_rule_or_somebody_opens_it() -> None:
    assert outcomes({}) == {}


@pytest.mark.parametrize(
    ("checklist", "changes", "just_not"),
    [
        ("b", {"identity.birth_date": "-16y"}, {"identity.birth_date": "-15y11m"}),
        ("b", {"identity.birth_date": "-15y6m", "situation.problem_area": "verblijf"},
         {"identity.birth_date": "-15y5m", "situation.problem_area": "verblijf"}),
        ("c", {"help_history.help": [helped("h1"), helped("h2")]}, {"help_history.help": [helped("h1")]}),
        ("c", {"help_history.crisis": True}, {"help_history.crisis": False}),
        ("d", {"own_capacity.medical_care": True}, {"own_capacity.medical_care": False}),
        ("d", {"identity.birth_date": "-17y"}, {"identity.birth_date": "-16y11m"}),
        ("e", {"situation.other_areas": ["logeren"]}, {"situation.other_areas": ["onderwijs"]}),
        ("f", {"comparison.level": "intensief"}, {"comparison.level": "geindiceerd_ambulant"}),
        ("f", {"intake.requested_product": "MST"}, {"intake.requested_product": "een maatje"}),
        ("g", {"safety.verdict": {"unanswered": "not_asked"}}, {"safety.verdict": "veilig"}),
        ("g", {"safety.verdict": "zorgen_onder_controle"}, {"safety.verdict": "veilig"}),
    ],
)  # fmt: skip
def test_a_rule_opens_a_checklist(checklist: str, changes: dict[str, Any], just_not: dict[str, Any]) -> None:
    assert checklist in outcomes(changes)
    assert checklist not in outcomes(just_not)


@pytest.mark.parametrize(("checklist", "item"), [("b", "BF01"), ("c", "ST01"), ("d", "AF01"), ("e", "LO01")])
def test_an_answer_opens_it_by_hand(checklist: str, item: str) -> None:
    found = outcomes({"checklists": {checklist: {item: "nee"}}})[checklist]
    assert found.by_hand and found.answered and not found.by_rule


def test_it_stays_open_once_somebody_opened_it() -> None:
    found = outcomes({"checklists": {"e": {OPENED: "ja"}}})["e"]
    assert (found.by_hand, found.by_rule, found.answered) == (True, False, False)


def test_an_assessment_names_the_rules_that_hold() -> None:
    found = assess(case_of(ordinary({"comparison.level": "intensief"})), pack(), TODAY).checklists
    assert {one.checklist: one.opened_by for one in found} == {"f": ("R-INT-01",)}


# b


def blocks(**states: str) -> dict[str, Any]:
    found = [{**one, "status": states.get(str(one["block"]), "op orde")} for one in BIG_FIVE]
    return {"identity.birth_date": "-17y6m", "special_checks.big_five": found}


def test_eighteen_is_near_from_seventeen_and_a_half() -> None:
    loose = blocks(inkomen="niet geregeld")
    assert concluded("b", loose) == ("BIG5_OPEN",)
    assert concluded("b", {**loose, "identity.birth_date": "-17y5m"}) == ("BIG5_BEZIG",)
    assert concluded("b", blocks(inkomen="bezig")) == ("BIG5_OP_ORDE",)
    assert concluded("b", {"identity.birth_date": "-17y6m"}) == ()


def test_not_spoken_about_is_not_arranged() -> None:
    assert concluded("b", blocks(welzijn="niet besproken")) == ("BIG5_OPEN",)


def test_the_questions_count_where_a_block_was_not_written_down() -> None:
    changes = blocks()
    changes["special_checks.big_five"] = [one for one in changes["special_checks.big_five"] if one["block"] != "wonen"]
    homes = {"BF04": "ja", "BF05": "ja", "BF06": "ja"}
    assert concluded("b", changes, **homes) == ("BIG5_OP_ORDE",)
    assert concluded("b", changes, **{**homes, "BF06": "een_beetje"}) == ("BIG5_OP_ORDE",)
    assert concluded("b", changes, **{**homes, "BF06": "nee"}) == ("BIG5_OPEN",)


def test_housing_or_two_open_points_ask_for_a_meeting() -> None:
    def meeting(**states: str) -> bool:
        return any("overleg met alle" in text for text in still_open("b", blocks(**states), BF01="ja"))

    assert meeting(wonen="niet geregeld")
    assert meeting(inkomen="niet geregeld", welzijn="niet geregeld")
    assert not meeting(inkomen="niet geregeld")


def test_help_after_eighteen_is_decided_before_it() -> None:
    late = "beslis vóór de 18e verjaardag of jeugdhulp nodig blijft"
    assert late in still_open("b", blocks(), BF01="ja")
    assert late not in still_open("b", {**blocks(), "special_checks.extended_help": "nee"}, BF01="ja")
    assert late not in still_open("b", {**blocks(), "identity.birth_date": "-17y5m"}, BF01="ja")


# c


def test_stacking_names_what_is_to_be_chosen() -> None:
    left = still_open("c", {"help_history.coordinator_now": "moeder"}, ST01="ja", ST04="ja", ST08="nee")
    assert left == [
        "leg vast wat stopt of wacht als het nieuwe begint",
        "vraag welke hulp kan stoppen als de nieuwe start",
        "maak van de adviezen één lijn",
    ]


def test_both_can_hold_and_stacking_leads() -> None:
    crisis = {"help_history.crisis": True}
    assert concluded("c", crisis, ST02="ja", ST10="nee") == ("STAPELING", "KETEN_NA_CRISIS")
    assert concluded("c", crisis, ST02="nee", ST10="ja", ST11="ja") == ()


# d


def test_several_causes_come_before_another_law() -> None:
    lasting = {"AF01": "ja", "AF02": "ja", "AF03": "ja"}
    assert concluded("d", **lasting) == ("AFBAKENING_WLZ",)
    assert concluded("d", **lasting, AF08="ja") == ("JEUGDWET_VOORZIET", "AFBAKENING_WLZ")
    assert concluded("d", **lasting, AF08="een_beetje") == ("AFBAKENING_WLZ",)
    assert concluded("d", AF14="ja", AF08="ja") == ("AFBAKENING_ONDERWIJS",)


def test_no_other_law_is_a_conclusion_only_when_all_were_looked_at() -> None:
    assert concluded("d", AF01="nee") == ("GEEN_ANDERE_WET",)  # the steps answer the rest
    unknown: Any = {"unanswered": "unknown"}
    assert concluded("d", {"own_capacity.medical_care": unknown}, AF01="nee") == ()


@pytest.mark.parametrize("status", ["mogelijk", "aangevraagd", "toegekend"])
def test_no_other_law_is_no_conclusion_while_step_9_names_one(status: str) -> None:
    def law(status: str) -> dict[str, Any]:
        return {"own_capacity.other_laws": [{"id": "w1", "law": "Wmo", "status": status, "bridge": "OJG"}]}

    assert concluded("d", law(status), AF01="nee") == ()
    assert concluded("d", law("afgewezen"), AF01="nee") == ("GEEN_ANDERE_WET",)


def test_nobody_waits_for_another_law_without_help() -> None:
    bridge = "noem de hulp voor de tijd tot de andere wet begint"
    law = {"id": "w1", "law": "Zvw", "status": "aangevraagd"}
    assert bridge in still_open("d", AF05="ja")
    assert bridge not in still_open("d", {"own_capacity.other_laws": [{**law, "bridge": "OJG"}]}, AF05="ja")
    assert bridge not in still_open("d", {"own_capacity.other_laws": [{**law, "status": "toegekend"}]}, AF05="ja")


# e

LOADED = {"LO03a": "3", "LO03b": "3", "LO03c": "2", "LO03d": "2"}


@pytest.mark.parametrize(
    ("answers", "leads"),
    [
        ({"LO01": "nee"}, "LOGEREN_EIGEN_KRING"),
        ({"LO01": "ja", "LO08": "nee", **LOADED}, "LOGEREN_PLEK_PAST_NIET"),
        ({"LO01": "ja", **LOADED}, "LOGEREN_INDICATIE"),
        ({"LO01": "ja", **LOADED, "LO03a": "2"}, "LOGEREN_VRIJWILLIG"),
        ({"LO01": "ja", "LO02": "zware_nachten"}, "LOGEREN_INDICATIE"),
        ({"LO01": "ja", "LO02": "elke_dag"}, "LOGEREN_VRIJWILLIG"),
        ({"LO01": "ja", "LO02": "licht", "LO05": "past_niet", "LO04": "ja"}, "LOGEREN_VRIJWILLIG"),
        ({"LO01": "ja", "LO02": "licht", "LO05": "past_niet", "LO06": "een_beetje"}, "LOGEREN_OVERDAG"),
        ({"LO01": "ja", "LO02": "licht", "LO05": "past_niet", "LO06": "nee"}, None),
        ({"LO01": "ja", "LO03a": "4", "LO03b": "4"}, None),
        ({"LO01": "ja"}, None),
    ],
)
def test_the_lightest_form_that_gives_air_goes_first(answers: dict[str, str], leads: str | None) -> None:
    assert concluded("e", **answers) == ((leads,) if leads else ())


def test_prolonging_asks_again_and_counts_the_nights() -> None:
    runs = {"help_history.help": [helped("h1", name="logeren-laag", start="-7m")], "situation.problem_area": "logeren"}
    assert "tel de nachten tot nu toe bij elkaar" in still_open("e", runs, LO10="nee")
    assert "de draagkracht is niet gestegen: kijk naar het hele gezin" in still_open("e", runs, LO10="nee")
    counted = still_open("e", {**runs, "special_checks.respite_nights": 42}, LO10="ja", LO11="ja")
    assert not [text for text in counted if "nachten tot nu" in text or "draagkracht" in text]


# f

READY = {"IN01": "ja", "IN02": "ja", "IN03": "ja", "IN05": "ja"}
STAY = {"situation.problem_area": "verblijf", "consultations": [advice()]}
STAYS = {"IN11": "ja", "IN13": "ja", "IN15": "ja", "IN16": "ja"}


def test_intensive_help_needs_all_four_and_no_reason_against() -> None:
    assert concluded("f", **READY) == ("INTENSIEF_KAN",)
    for item in READY:
        assert concluded("f", **{**READY, item: "nee"}) == ("NOG_NIET_INTENSIEF",), item
        assert any("nog nodig" in text for text in still_open("f", **{**READY, item: "nee"})), item
    assert concluded("f", **READY, IN06="een_beetje") == ("NOG_NIET_INTENSIEF",)


def test_a_stay_needs_other_ways_the_child_and_the_pool() -> None:
    assert concluded("f", STAY, **STAYS) == ("VERBLIJF_KAN",)
    for item in STAYS:
        assert concluded("f", STAY, **{**STAYS, item: "nee"}) == ("NOG_GEEN_VERBLIJF",), item
    assert concluded("f", {**STAY, "consultations": []}, **STAYS) == ("NOG_GEEN_VERBLIJF",)
    assert concluded("f", {**STAY, "consultations": [], "intake.track": "GI_besluit"}, **STAYS) == ("VERBLIJF_KAN",)


def test_two_other_ways_named_in_the_step_are_enough() -> None:
    rest = {"IN13": "ja", "IN15": "ja", "IN16": "ja"}
    two = {**STAY, "special_checks.stay_alternatives": ["Bij oma", "Hulp thuis"]}
    assert concluded("f", two, **rest) == ("VERBLIJF_KAN",)
    assert concluded("f", {**two, "special_checks.stay_alternatives": ["Bij oma"]}, **rest) == ("NOG_GEEN_VERBLIJF",)


def test_a_future_plan_from_sixteen() -> None:
    plan = "maak een toekomstplan met de jongere"
    assert plan in still_open("f", {**STAY, "identity.birth_date": "-16y"}, **STAYS)
    assert plan not in still_open("f", {**STAY, "identity.birth_date": "-15y11m"}, **STAYS)


# g


@pytest.mark.parametrize(
    ("verdict", "leads"),
    [
        ("acuut_of_structureel_onveilig", "MELDEN"),
        ("onveilig_hulp_mogelijk", "HULP_MET_AFSPRAKEN"),
        ("zorgen_onder_controle", "HULP_MET_AFSPRAKEN"),
        ("onvoldoende_zicht", "ZICHT_NODIG"),
        ("veilig", "VEILIG_GENOEG"),
    ],
)
def test_people_judge_and_their_verdict_is_the_outcome(verdict: str, leads: str) -> None:
    worrying = dict.fromkeys(("VE02", "VE03", "VE05"), "ja")
    assert concluded("g", {"safety.verdict": verdict}, **worrying) == (leads,)


def test_signs_ask_for_more_but_never_judge() -> None:
    unjudged = {"safety.verdict": {"unanswered": "not_asked"}}
    assert concluded("g", unjudged, VE02="ja", VE03="ja") == ()
    assert concluded("g", unjudged, VE01="nee") == ("ZICHT_NODIG",)
    left = still_open("g", unjudged, VE06="een_beetje")
    assert "geef uw oordeel over de veiligheid" in left
    assert "maak veiligheidsafspraken: wat, wie, tot wanneer, en wat als" in left


# All together


def test_every_conclusion_there_can_be_has_words() -> None:
    from casework.weighing.facts import FACTS

    for fact, checklist in (("checklist_b", "b"), ("checklist_c", "c"), ("checklist_d", "d"), ("checklist_e", "e"),
                            ("checklist_f", "f"), ("checklist_f_stay", "f"), ("checklist_g", "g")):  # fmt: skip
        words = {one.code for one in pack().checklists[checklist].conclusions}
        assert set(FACTS[fact].options) <= words, fact


def test_the_reasons_go_to_a_stage_of_the_stappenplan() -> None:
    found = assess(case_of(ordinary({"checklists": {"d": {"AF05": "ja"}}})), pack(), TODAY)
    (laws,) = [one for one in found.checklists if one.checklist == "d"]
    assert [(one.stage, one.text) for one in laws.reasons] == [
        (4, "Het gaat om verpleging, medische of paramedische zorg, of behandeling van de ouder. De Zvw kan voorgaan.")
    ]
    assert laws.signals == ("AFBAKENING_ZVW",)
    assert [one.path for one in laws.reasons] == ["checklists.d.AF05"]


CAUTIOUS = {
    None: 0, "INTENSIEF_KAN": 1, "VERBLIJF_KAN": 1, "NOG_NIET_INTENSIEF": 0, "NOG_GEEN_VERBLIJF": 0,
    "LOGEREN_EIGEN_KRING": 0, "LOGEREN_VRIJWILLIG": 0, "LOGEREN_OVERDAG": 0, "LOGEREN_PLEK_PAST_NIET": 0,
    "LOGEREN_INDICATIE": 1,
}  # fmt: skip
"""Which conclusions open the way to heavier help."""


@given(
    checklist=st.sampled_from(["e", "f"]),
    answers=st.dictionaries(
        st.sampled_from(["LO01", "LO02", "LO03a", "LO03b", "LO03c", "LO05", "LO08", "IN01", "IN02", "IN03", "IN05"]),
        st.sampled_from(["ja", "een_beetje", "nee", "0", "2", "4", "licht", "zware_nachten", "past_niet"]),
    ),
    dropped=st.sampled_from(["LO01", "LO02", "LO05", "LO08", "IN01", "IN02", "IN03", "IN05"]),
)
def test_less_known_never_opens_the_way_to_heavier_help(
    checklist: str, answers: dict[str, str], dropped: str
) -> None:
    """LO08 apart: not knowing that a place does not fit is not knowing that one fits."""
    fuller = concluded(checklist, **answers)
    lesser = concluded(checklist, **{item: said for item, said in answers.items() if item not in (dropped, "LO08")})
    if answers.get("LO08") != "nee":
        assert max((CAUTIOUS.get(code, 0) for code in lesser), default=0) <= max(
            (CAUTIOUS.get(code, 0) for code in fuller), default=0
        )


def test_the_order_of_answers_does_not_matter() -> None:
    answers = {**READY, **STAYS, "IN06": "nee"}
    assert concluded("f", STAY, **answers) == concluded("f", STAY, **dict(reversed(answers.items())))


def test_a_chosen_product_opens_the_gate_before_intensive_help() -> None:
    assert concluded("f", {"decision.products": [product(name="mst")]}) == ("NOG_NIET_INTENSIEF",)
