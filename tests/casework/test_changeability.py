"""Changeable or lasting: every conclusion, on both sides of every boundary (brief §4a, decisions 1–3).

Weights in checklist a: VC01 3, VC02 2, VC03 1, VC04 2, VC05 3, VC06 2 (V, 13) · VC07 3, VC08 3, VC09 3, VC10 2, VC11 1
(C, 12) · VC12 3, VC13 3, VC14 2 (W−, 8) · VC15 3 (W+). Without VC05 and VC10 both V and C weigh 10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from casework.knowledge import Pack
from casework.weighing.changeability import weigh_changeability
from tests.casework.families import TODAY, case_of, goal, helped, pack

NOT_APPLICABLE = {"unanswered": "not_applicable", "reason": "speelt niet"}
UNKNOWN = {"unanswered": "unknown"}
OF_TEN = {"VC05": NOT_APPLICABLE, "VC10": NOT_APPLICABLE}


def said(yes: str = "", half: str = "", no: str = "") -> dict[str, Any]:
    """`said("01 02", no="03")`: ja to VC01 and VC02, nee to VC03."""
    words = (("ja", yes), ("een_beetje", half), ("nee", no))
    return {f"VC{item}": word for word, items in words for item in items.split()}


CHANGEABLE = said("01 02 03 04 05 06", no="07 08 09 10 11")
LASTING = said("07 08 09 10 11", no="01 02 03 04 05 06")
MIXED = said("01 02 03 04 05 06 07 08 09 10 11")
NO_GAIN = said("12 13 14 16 17", no="15")
GAIN = said("15 16 17", no="12 13 14")
RUNS = {"help_history.help": [helped("h1")]}
PROLONGED = {"intake.track": "verlenging", **RUNS}
ACUTE = {"safety.verdict": "acuut_of_structureel_onveilig"}
TAKEN_UP = {
    "safety.veilig_thuis": "melding",
    "safety.veilig_thuis_on": "-1d",
    "safety.agreements": [{"id": "a1", "what": "Vader slaapt bij oma", "who": "vader", "otherwise": "Bel 112"}],
}


def conclusion(items: Mapping[str, Any], changes: Mapping[str, Any] = {}, with_pack: Pack | None = None) -> str | None:
    return advice(items, changes, with_pack).conclusion


def advice(items: Mapping[str, Any], changes: Mapping[str, Any] = {}, with_pack: Pack | None = None) -> Any:
    case = case_of({**changes, "checklists": {"a": dict(items)} if items else {}})
    return weigh_changeability(case.settle(TODAY), with_pack or pack())


def test_nothing_answered_is_no_conclusion() -> None:
    assert conclusion({}) is None
    assert conclusion({"VC01": UNKNOWN, "VC02": NOT_APPLICABLE}) is None
    assert conclusion({"VC99": "ja"}) is None
    assert advice({}).reasons == ("de vragen over veranderbaar of blijvend zijn nog niet ingevuld",)


def test_a_first_request_reaches_each_conclusion_of_direction() -> None:
    assert conclusion(CHANGEABLE) == "VERANDERBAAR"
    assert conclusion(LASTING) == "CHRONISCH"
    assert conclusion(MIXED) == "GEMENGD"


# The order: each pair of conclusions that can both hold, the first one wins

SAFETY = said("18a")
NO_SIGHT = said(no="17")
BADLY_DONE = said("12 13 14", no="15 16")
REACHED = {**RUNS, "needs.goals": [goal(now=8)]}
LADDER: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("VEILIGHEID_EERST", {**CHANGEABLE, **SAFETY, **NO_SIGHT, **BADLY_DONE}, REACHED),
    ("ONVOLDOENDE_ZICHT", {**CHANGEABLE, **BADLY_DONE, **NO_SIGHT}, REACHED),
    ("UITVOERING_EERST", {**CHANGEABLE, **BADLY_DONE}, REACHED),
    ("DOEL_BEREIKT", {**CHANGEABLE, **NO_GAIN}, REACHED),
    ("GEEN_WINST", {**CHANGEABLE, **NO_GAIN}, RUNS),
    ("CHRONISCH", {**LASTING, **NO_GAIN}, RUNS),
    ("VERANDERBAAR", {**CHANGEABLE, **GAIN}, RUNS),
    ("GEMENGD", {**MIXED, **GAIN}, RUNS),
]


@pytest.mark.parametrize(("code", "items", "changes"), LADDER, ids=[code for code, _, _ in LADDER])
def test_the_first_conclusion_that_holds_is_the_one(code: str, items: dict[str, Any], changes: dict[str, Any]) -> None:
    found = advice(items, changes)
    assert found.conclusion == code
    assert found.reasons


def test_the_order_is_that_of_the_checklist() -> None:
    assert [code for code, _, _ in LADDER] == [one.code for one in pack().checklists["a"].conclusions]


# 1. Safety first


@pytest.mark.parametrize(("items", "changes", "code"), [
    ({}, ACUTE, "VEILIGHEID_EERST"),
    ({}, {**ACUTE, **TAKEN_UP}, None),
    (CHANGEABLE, ACUTE, "VEILIGHEID_EERST"),
    (CHANGEABLE, {**ACUTE, **TAKEN_UP}, "VERANDERBAAR"),
    (CHANGEABLE, {**ACUTE, **TAKEN_UP, "safety.veilig_thuis": "advies"}, "VEILIGHEID_EERST"),
    (CHANGEABLE, {**ACUTE, **TAKEN_UP, "safety.veilig_thuis_on": "+0d"}, "VERANDERBAAR"),
    (CHANGEABLE, {**ACUTE, **TAKEN_UP, "safety.veilig_thuis_on": "+1d"}, "VEILIGHEID_EERST"),
    (CHANGEABLE, {**ACUTE, **TAKEN_UP, "safety.agreements": []}, "VEILIGHEID_EERST"),
    (CHANGEABLE, {**ACUTE, **TAKEN_UP, "safety.agreements": [{"id": "a1", "what": " "}]}, "VEILIGHEID_EERST"),
    (CHANGEABLE, {"safety.verdict": "onveilig_hulp_mogelijk"}, "VERANDERBAAR"),
    ({**CHANGEABLE, "VC18a": "ja"}, {}, "VEILIGHEID_EERST"),
    ({**CHANGEABLE, "VC18a": "ja"}, {"safety.agreements": TAKEN_UP["safety.agreements"]}, "VERANDERBAAR"),
    ({**CHANGEABLE, "VC18a": "een_beetje"}, {}, "VERANDERBAAR"),
    ({**CHANGEABLE, "VC18b": "ja"}, {}, "VERANDERBAAR"),
])  # fmt: skip
def test_safety_first(items: dict[str, Any], changes: dict[str, Any], code: str | None) -> None:
    assert conclusion(items, changes) == code


# 2. Too little sight: 60 % of what applies, in each group

SIX_OF_TEN_V, SIX_OF_TEN_C = said("01 02 03"), said(no="07 08")
FIVE_OF_TEN_V, LESS_C = said("01 02"), said(no="07 11")
ALL_W = said(no="12 13 14 15", yes="16 17")


@pytest.mark.parametrize(("items", "enough"), [
    ({**OF_TEN, **SIX_OF_TEN_V, **SIX_OF_TEN_C}, True),
    ({**OF_TEN, **FIVE_OF_TEN_V, **SIX_OF_TEN_C}, False),
    ({**OF_TEN, **SIX_OF_TEN_V, **LESS_C}, False),
    ({"VC10": NOT_APPLICABLE, "VC05": UNKNOWN, **SIX_OF_TEN_V, **SIX_OF_TEN_C}, False),
    ({"VC10": NOT_APPLICABLE, **SIX_OF_TEN_V, **SIX_OF_TEN_C}, False),
    ({**OF_TEN, "VC05": "niet van toepassing", **SIX_OF_TEN_V, **SIX_OF_TEN_C}, True),
    ({**OF_TEN, "VC05": "weet niet", **SIX_OF_TEN_V, **SIX_OF_TEN_C}, False),
    ({"VC19": "ja"}, False),
    ({**CHANGEABLE, "VC17": "nee"}, False),
    ({**CHANGEABLE, "VC17": "een_beetje"}, True),
])  # fmt: skip
def test_six_tenths_of_what_applies_must_be_answered(items: dict[str, Any], enough: bool) -> None:
    assert (conclusion(items) != "ONVOLDOENDE_ZICHT") is enough


def test_it_says_about_what_too_little_is_known() -> None:
    assert advice({"VC19": "ja"}, RUNS).reasons == (
        "te weinig vragen beantwoord over: is er gezondheidswinst, kan het veranderen en is het blijvend",
    )


def test_what_does_not_apply_at_all_need_not_be_answered() -> None:
    no_lasting = {f"VC{number:02}": NOT_APPLICABLE for number in range(7, 12)}
    assert conclusion({**said("01 02 03 04 05 06"), **no_lasting}) == "VERANDERBAAR"


def test_where_nothing_can_be_learned_and_nothing_lasts_help_that_gains_is_no_proof() -> None:
    neither = {f"VC{number:02}": NOT_APPLICABLE for number in range(1, 12)}
    assert conclusion({**neither, **GAIN}, RUNS) == "GEMENGD"


def test_gain_counts_only_where_help_has_run() -> None:
    """Decisions 3: VC12 to VC15 are not asked, and not counted, at a first request."""
    assert conclusion(CHANGEABLE) == "VERANDERBAAR"
    assert conclusion({**CHANGEABLE, **NO_GAIN}) == "VERANDERBAAR"
    assert conclusion({**CHANGEABLE, **BADLY_DONE}) == "VERANDERBAAR"
    tomorrow = {"help_history.help": [helped("h1", start="+1d")]}
    assert conclusion(CHANGEABLE, tomorrow) == "VERANDERBAAR"
    assert conclusion(CHANGEABLE, RUNS) == "ONVOLDOENDE_ZICHT"
    assert conclusion(CHANGEABLE, {"help_history.help": [helped("h1", start="+0d")]}) == "ONVOLDOENDE_ZICHT"
    assert conclusion(CHANGEABLE, {"help_history.help": [helped("h1", start=UNKNOWN)]}) == "ONVOLDOENDE_ZICHT"


@pytest.mark.parametrize(("gain", "enough"), [
    (said(no="12 13 15"), True),  # 9 of 11
    (said(no="12 15"), False),  # 6 of 11
    ({**said(no="12 15"), "VC14": NOT_APPLICABLE}, True),  # 6 of 9
    ({**said(no="12"), "VC13": NOT_APPLICABLE, "VC15": NOT_APPLICABLE}, True),  # 3 of 5, exactly
    ({**said(no="12"), "VC13": NOT_APPLICABLE, "VC15": UNKNOWN}, False),  # 3 of 8
])  # fmt: skip
def test_six_tenths_of_the_questions_on_gain(gain: dict[str, Any], enough: bool) -> None:
    assert (conclusion({**CHANGEABLE, **gain}, RUNS) != "ONVOLDOENDE_ZICHT") is enough


# 3. Delivery first


@pytest.mark.parametrize(("items", "code"), [
    ({**said("12", no="13 14 15 16")}, "UITVOERING_EERST"),
    ({**said("13", no="12 14 15 16")}, "UITVOERING_EERST"),
    ({**said("14", no="12 13 15 16")}, "VERANDERBAAR"),
    ({**said("12 16", no="13 14 15")}, "VERANDERBAAR"),
    ({**said("12", no="13 14 15")}, "VERANDERBAAR"),
    ({**said("", half="12 13 16", no="14 15")}, "VERANDERBAAR"),
])  # fmt: skip
def test_delivery_first(items: dict[str, Any], code: str) -> None:
    assert conclusion({**CHANGEABLE, **items}, RUNS) == code


# 4. Goal reached, before no gain: a high plateau is success (decisions 1)


@pytest.mark.parametrize(("goals", "reached"), [
    ([goal(now=8)], True),
    ([goal(now=7)], False),
    ([goal(now=7, target=7)], True),
    ([goal(now=6, target=7)], False),
    ([goal(now=8, target=9)], True),
    ([goal(target=7)], False),
    ([goal("d1", now=8), goal("d2", now=5, target=5)], True),
    ([goal("d1", now=9), goal("d2", now=5, target=6)], False),
    ([], False),
])  # fmt: skip
def test_a_goal_is_reached(goals: list[Any], reached: bool) -> None:
    found = conclusion({**CHANGEABLE, **NO_GAIN}, {**RUNS, "needs.goals": goals})
    assert found == ("DOEL_BEREIKT" if reached else "GEEN_WINST")


# 5. No gain

AT_THE_LINE = said("13", half="14", no="12 15")  # 0 − 4/8 = −0,5
JUST_GAINING = said("13", no="12 14 15")  # 0 − 3/8
GATES = said("16 17")
EQUAL = {**OF_TEN, **said("01 02", no="03 04 06"), **said("07", half="08", no="09 11")}  # V 5/10, C 4,5/10
V_IS_C = {**OF_TEN, **said("01 03", no="02 04 06"), **said("07 11", no="08 09")}  # both 4/10
V_BELOW_C = {**OF_TEN, **said("01", half="03", no="02 04 06"), **said("07 11", no="08 09")}  # 3,5 and 4


@pytest.mark.parametrize(("items", "changes", "is_no_gain"), [
    ({**CHANGEABLE, **AT_THE_LINE, **GATES}, RUNS, True),
    ({**CHANGEABLE, **JUST_GAINING, **GATES}, RUNS, False),
    ({**CHANGEABLE, **NO_GAIN, "VC15": "ja"}, RUNS, False),  # 1 − 1
    ({**CHANGEABLE, **NO_GAIN, "VC15": "een_beetje"}, RUNS, True),  # 0,5 − 1
    ({**CHANGEABLE, **NO_GAIN, "VC15": NOT_APPLICABLE}, RUNS, True),
    ({**CHANGEABLE, **NO_GAIN, "VC16": UNKNOWN}, RUNS, False),
    ({**CHANGEABLE, **NO_GAIN, "VC16": "een_beetje"}, RUNS, False),
    ({**CHANGEABLE, **NO_GAIN, "VC17": UNKNOWN}, RUNS, False),
    ({**CHANGEABLE, **NO_GAIN, "VC17": "een_beetje"}, RUNS, False),
    ({**CHANGEABLE, **NO_GAIN}, {}, False),
    ({**EQUAL, **NO_GAIN}, RUNS, True),
    ({**V_IS_C, **NO_GAIN}, RUNS, True),
    ({**V_BELOW_C, **NO_GAIN}, RUNS, False),
    ({**V_BELOW_C, **NO_GAIN}, PROLONGED, True),
    ({**dict.fromkeys(("VC07", "VC08", "VC09", "VC10", "VC11"), NOT_APPLICABLE), **said("01 05", no="02 03 04 06"),
      **NO_GAIN}, RUNS, True),
])  # fmt: skip
def test_no_gain(items: dict[str, Any], changes: dict[str, Any], is_no_gain: bool) -> None:
    assert (conclusion(items, changes) == "GEEN_WINST") is is_no_gain


def test_no_gain_never_says_stop_and_a_family_that_would_jam_may_not_be_left() -> None:
    reasons = advice({**CHANGEABLE, **NO_GAIN}, RUNS).reasons
    assert reasons[1].startswith("dat is niet het einde van steun")
    assert not any("stoppen kan nu niet" in one for one in reasons)
    brake = advice({**CHANGEABLE, **NO_GAIN, "VC18b": "ja"}, RUNS)
    assert brake.conclusion == "GEEN_WINST"
    assert any("stoppen kan nu niet, stabiliserende hulp wel" in one for one in brake.reasons)


# 6, 7 and 8. Lasting, changeable, mixed: at least 0,6 and at least 0,2 more than the other


@pytest.mark.parametrize(("items", "code"), [
    ({**OF_TEN, **said("07 08", no="09 11"), **said("02 04", no="01 03 06")}, "CHRONISCH"),  # C 0,6 V 0,4: exactly
    ({**OF_TEN, **said("07 08", no="09 11"), **said("02 04", half="03", no="01 06")}, "GEMENGD"),  # V 0,45
    ({**OF_TEN, **said("07 11", half="08", no="09"), **said(no="01 02 03 04 06")}, "GEMENGD"),  # C 0,55 V 0
    ({**OF_TEN, **said("01 02 03", no="04 06"), **said("07 11", no="08 09")}, "VERANDERBAAR"),  # V 0,6 C 0,4: exactly
    ({**OF_TEN, **said("01 02 03", no="04 06"), **said("07", half="08", no="09 11")}, "GEMENGD"),  # C 0,45
    ({**OF_TEN, **said("01 02", half="03", no="04 06"), **said(no="07 08 09 11")}, "GEMENGD"),  # V 0,55 C 0
])  # fmt: skip
def test_the_margin_between_lasting_and_changeable(items: dict[str, Any], code: str) -> None:
    assert conclusion(items) == code


# Prolonging: VC12 to VC20 only, with the old goals


@pytest.mark.parametrize(("items", "changes", "code"), [
    (said(no="12 13 14", yes="15"), PROLONGED, "VERANDERBAAR"),
    (said(no="12 13 14", half="15"), PROLONGED, "VERANDERBAAR"),  # 0,5: exactly
    (said("", half="14 15", no="12 13"), PROLONGED, "GEMENGD"),  # 0,5 − 1/8
    (NO_GAIN, PROLONGED, "GEEN_WINST"),
    (said("12", no="15"), PROLONGED, "ONVOLDOENDE_ZICHT"),
    (said("12 13 14", no="15"), {"intake.track": "verlenging"}, "GEMENGD"),  # help ran
    (said("15"), {"intake.track": "verlenging"}, "ONVOLDOENDE_ZICHT"),
    ({**GAIN, **said("07 08 09 10 11")}, PROLONGED, "CHRONISCH"),
    ({**GAIN, **said("07 08")}, PROLONGED, "VERANDERBAAR"),  # 6 of 12: too little to call it lasting
    ({**GAIN, **said("07 08"), "VC10": NOT_APPLICABLE}, PROLONGED, "CHRONISCH"),  # 6 of 10
    ({**said(no="12 13", half="14 15"), **CHANGEABLE}, PROLONGED, "VERANDERBAAR"),  # V was answered as well
    ({**dict.fromkeys(("VC12", "VC13", "VC14"), NOT_APPLICABLE), "VC15": "ja"}, PROLONGED, "VERANDERBAAR"),
    ({**GAIN, **said(no="17")}, PROLONGED, "ONVOLDOENDE_ZICHT"),
    (NO_GAIN, {**PROLONGED, "needs.goals": [goal(now=8)]}, "DOEL_BEREIKT"),
])  # fmt: skip
def test_prolonging_asks_about_gain_only(items: dict[str, Any], changes: dict[str, Any], code: str) -> None:
    assert conclusion(items, changes) == code


# Reasons, words and thresholds


def test_the_answers_that_weighed_most_are_told_at_most_three() -> None:
    """In the words of the page: the code of a question stands nowhere on it."""
    asked = {item.id: item.text for item in pack().checklists["a"].items}
    assert list(advice(LASTING).reasons[1:]) == [f"{asked[item]} ja" for item in ("VC07", "VC08", "VC09")]
    assert list(advice(CHANGEABLE).reasons[1:]) == [f"{asked[item]} ja" for item in ("VC01", "VC05", "VC02")]


def test_answers_are_read_as_people_write_them() -> None:
    shouted = {item: word.upper().replace("_", " ") for item, word in said("01 02 03 04 05", half="06").items()}
    assert conclusion({**shouted, **said(no="07 08 09 10 11")}) == "VERANDERBAAR"


def test_the_thresholds_are_those_of_the_brief() -> None:
    settings = pack().manifest.settings
    assert {name: settings[name] for name in THRESHOLDS} == {
        "answered_share": 0.6, "chronic_min": 0.6, "chronic_margin": 0.2, "changeable_min": 0.6,
        "changeable_margin": 0.2, "no_gain_max": -0.5, "goal_high_score": 8,
    }  # fmt: skip


C_LINE = {**OF_TEN, **said("07 08", no="09 11"), **said("02 04", no="01 03 06")}
V_LINE = {**OF_TEN, **said("01 02 03", no="04 06"), **said("07 11", no="08 09")}
THRESHOLDS: dict[str, tuple[float, dict[str, Any], dict[str, Any], str, str]] = {
    "answered_share": (0.61, {**OF_TEN, **SIX_OF_TEN_V, **SIX_OF_TEN_C}, {}, "VERANDERBAAR", "ONVOLDOENDE_ZICHT"),
    "chronic_min": (0.61, C_LINE, {}, "CHRONISCH", "GEMENGD"),
    "chronic_margin": (0.21, C_LINE, {}, "CHRONISCH", "GEMENGD"),
    "changeable_min": (0.61, V_LINE, {}, "VERANDERBAAR", "GEMENGD"),
    "changeable_margin": (0.21, V_LINE, {}, "VERANDERBAAR", "GEMENGD"),
    "no_gain_max": (-0.51, {**CHANGEABLE, **AT_THE_LINE, **GATES}, RUNS, "GEEN_WINST", "VERANDERBAAR"),
    "goal_high_score": (9, {**CHANGEABLE, **NO_GAIN}, REACHED, "DOEL_BEREIKT", "GEEN_WINST"),
}


@pytest.mark.parametrize("name", THRESHOLDS)
def test_every_threshold_is_read_from_the_pack(name: str) -> None:
    stricter, items, changes, code, otherwise = THRESHOLDS[name]
    manifest = pack().manifest
    changed = manifest.model_copy(update={"settings": {**manifest.settings, name: stricter}})
    assert conclusion(items, changes) == code
    assert conclusion(items, changes, replace(pack(), manifest=changed)) == otherwise


def test_one_more_yes_to_lasting_never_makes_it_less_lasting() -> None:
    """From all no to all yes, one item at a time: once lasting, always lasting."""
    items = [f"VC{number:02}" for number in range(7, 12)]
    steps = [{**said(no="01 02 03 04 05 06 07 08 09 10 11"), **dict.fromkeys(items[:n], "ja")} for n in range(6)]
    lasting = [conclusion(one) == "CHRONISCH" for one in steps]
    assert all(not before or after for before, after in pairwise(lasting))
    assert lasting[0] is False and lasting[-1] is True
