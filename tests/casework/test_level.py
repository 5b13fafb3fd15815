"""The level the facts point to: a fixed order, every boundary, and never lighter because somebody is like another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from casework.knowledge import Pack
from casework.weighing.assessment import LEVELS, LevelAdvice
from casework.weighing.level import indicate
from casework.weighing.pointing import Pointed
from tests.casework.families import pack

LIGHT: dict[str, Any] = {"max_impairment": 1, "severity_child": 1, "problem_months": 6}
FRESH = {**LIGHT, "problem_months": 2}
WEIGHTS: dict[str, dict[str, Any]] = {
    "impairment": {"max_impairment": 2},
    "places": {"settings_count": 2},
    "duration": {"problem_months": 12},
    "earlier help": {"help_history_class": "meer_licht"},
    "severity": {"severity_child": 2},
    "carers": {"family_capacity": 1},
    "safety": {"safety_level": 1},
}
ACUTE = {"safety_verdict": "acuut_of_structureel_onveilig", "safety_level": 2}
COURT = {"track": "GI_besluit"}


def weighing(*names: str) -> dict[str, Any]:
    """A light case with these weights on it."""
    facts = dict(LIGHT)
    for name in names:
        facts |= WEIGHTS[name]
    return facts


def advice(facts: Mapping[str, Any], reference: int | None = None, with_pack: Pack | None = None) -> LevelAdvice:
    return indicate(facts, Pointed.at(reference), with_pack or pack())


def level(facts: Mapping[str, Any], reference: int | None = None, with_pack: Pack | None = None) -> str | None:
    return advice(facts, reference, with_pack).indicated


def ranks(facts: Mapping[str, Any], reference: int | None = None) -> tuple[int, ...]:
    return tuple(LEVELS.index(one) for one in advice(facts, reference).defensible)


# Too little to go by


@pytest.mark.parametrize("facts", [{}, {"settings_count": 3, "problem_months": 60}, {"safety_level": 0},
                                   {"need_count": 2}, {"residual_count": 0}])  # fmt: skip
def test_where_too_little_is_known_there_is_no_level(facts: dict[str, Any]) -> None:
    found = advice(facts, reference=2)
    assert (found.indicated, found.defensible, found.certainty) == (None, (), "laag")
    assert found.reasons[0].startswith("nog te weinig bekend: ")


def test_what_is_still_unknown_is_named() -> None:
    assert "hoe ernstig het geheel is" in advice({}).reasons[0]
    assert "op welke plekken" not in advice({"settings_count": 1}).reasons[0]


# The fixed order, each against the next


def test_safety_and_route_go_before_another_law() -> None:
    law = {**LIGHT, "wlz_signs": True, "several_causes": False}
    assert level(law) == "andere_wet"
    assert level({**law, **ACUTE}) == "intensief"
    assert level({**law, **COURT}) == "gedwongen_kader"


@pytest.mark.parametrize("route", [COURT, {"referral_route": "04 GI"}, {"referral_route": "08 Rechter/OvJ/JJI"}])
def test_where_the_court_decides_danger_makes_it_no_lighter(route: dict[str, Any]) -> None:
    found = advice({**LIGHT, **ACUTE, **route})
    assert (found.indicated, found.certainty) == ("gedwongen_kader", "hoog")
    assert found.reasons[0].startswith("het is acuut of structureel onveilig")
    assert len(advice({**LIGHT, **route}).reasons) == 1


def test_a_doctor_is_no_court() -> None:
    assert level({**LIGHT, "referral_route": "02 Huisarts"}) == "basisondersteuning"


@pytest.mark.parametrize("law", ["wlz_signs", "zvw_signs", "wmo_signs", "education_signs"])
def test_another_law_goes_before_changeability(law: str) -> None:
    for conclusion in ("DOEL_BEREIKT", "GEEN_WINST", "CHRONISCH"):
        found = advice({**LIGHT, law: True, "several_causes": False, "changeability": conclusion})
        assert (found.indicated, found.certainty) == ("andere_wet", "midden")
        assert found.defensible == ("andere_wet", "basisondersteuning")


def test_changeability_goes_before_need() -> None:
    heavy = weighing("impairment", "places", "duration", "severity")
    assert level(heavy) == "geindiceerd_ambulant"
    assert level({**heavy, "changeability": "DOEL_BEREIKT"}) == "algemeen_voorliggend"
    assert level({**heavy, "changeability": "GEEN_WINST"}) == "basisondersteuning"
    assert level({**heavy, "changeability": "CHRONISCH"}) == "basisondersteuning"
    assert level({**heavy, "changeability": "VERANDERBAAR"}) == "geindiceerd_ambulant"
    assert ranks({**heavy, "changeability": "DOEL_BEREIKT"}) == (0, 1)
    assert ranks({**heavy, "changeability": "GEEN_WINST"}) == ranks({**heavy, "changeability": "CHRONISCH"}) == (1, 2)


def test_what_people_concluded_goes_before_the_checklist() -> None:
    heavy = weighing("impairment", "places", "duration", "severity")
    found = {**heavy, "changeability": "CHRONISCH", "changeability_chosen": "VERANDERBAAR"}
    assert level(found) == "geindiceerd_ambulant"


def test_danger_goes_before_changeability() -> None:
    unsafe = {**LIGHT, "safety_level": 2}
    for conclusion in ("DOEL_BEREIKT", "GEEN_WINST", "CHRONISCH"):
        assert level({**unsafe, "changeability": conclusion}) == level(unsafe) == "geindiceerd_ambulant"


def test_need_goes_before_likeness() -> None:
    heavy = weighing("impairment", "places", "duration", "severity")
    assert level(heavy, reference=0) == "geindiceerd_ambulant"
    assert any("verlaagt nooit" in one for one in advice(heavy, reference=0).reasons)
    assert level(heavy, reference=4) == "geindiceerd_ambulant"
    assert ranks(heavy, reference=4) == (2, 4)


def test_likeness_chooses_within_what_is_open() -> None:
    some = weighing("impairment", "places")
    assert [level(some, reference) for reference in (None, 0, 1, 2, 3)] == [
        "basisondersteuning", "basisondersteuning", "basisondersteuning", "geindiceerd_ambulant",
        "geindiceerd_ambulant",
    ]  # fmt: skip


# The other law


def test_several_causes_keep_the_youth_act_in_charge() -> None:
    assert level({**LIGHT, "wlz_signs": True, "several_causes": True}) == "basisondersteuning"


def test_as_long_as_nobody_asked_for_causes_it_is_unsure() -> None:
    found = advice({**LIGHT, "zvw_signs": True})
    assert (found.indicated, found.certainty) == ("andere_wet", "laag")
    assert "Jeugdwet voorzien" in found.reasons[-1]


@pytest.mark.parametrize(("law", "troubled", "found"), [
    ("wlz_signs", {"severity_child": 3}, "andere_wet"),
    ("zvw_signs", {"severity_child": 2}, "basisondersteuning"),
    ("wmo_signs", {"safety_level": 2}, "geindiceerd_ambulant"),
    ("education_signs", {"severity_child": 1}, "andere_wet"),
])  # fmt: skip
def test_a_troubled_child_is_not_pointed_away(law: str, troubled: dict[str, Any], found: str) -> None:
    assert level({**LIGHT, law: True, **troubled}) == found
    assert level({**LIGHT, law: True, **troubled, "several_causes": False}) == "andere_wet"


# The need


def test_nothing_left_to_help_with_is_free() -> None:
    found = advice({**LIGHT, "need_count": 2, "residual_count": 0}, reference=2)
    assert (found.indicated, ranks({**LIGHT, "need_count": 2, "residual_count": 0}, 2)) == (LEVELS[0], (0, 2))
    assert level({**LIGHT, "need_count": 2, "residual_count": 1}) == "basisondersteuning"
    assert level({**LIGHT, "need_count": 0, "residual_count": 0}) == "basisondersteuning"


@pytest.mark.parametrize("conclusion", ["GEEN_WINST", "CHRONISCH", "VERANDERBAAR", "DOEL_BEREIKT"])
def test_what_the_family_carries_itself_stays_free_whatever_can_change(conclusion: str) -> None:
    assert level({**LIGHT, "need_count": 1, "residual_count": 0, "changeability": conclusion}) == "algemeen_voorliggend"


@pytest.mark.parametrize(("danger", "found"), [
    ({"safety_level": 2}, "geindiceerd_ambulant"),
    ({"threat_of_placement": True}, "intensief"),
])  # fmt: skip
def test_danger_goes_before_what_the_family_can_do(danger: dict[str, Any], found: str) -> None:
    assert level({"need_count": 1, "residual_count": 0, **danger}) == found


@pytest.mark.parametrize(("facts", "open_"), [
    (FRESH, (0, 1)),
    ({**FRESH, "problem_months": 3}, (1,)),
    ({**FRESH, "max_impairment": 2}, (1,)),
    (weighing("carers"), (1,)),
    (weighing("carers", "places"), (1, 2)),
    (weighing("carers", "places", "duration"), (1, 2)),
    (weighing("carers", "places", "duration", "severity"), (2,)),
    ({**LIGHT, "safety_level": 2}, (2, 3)),
    ({**LIGHT, "severity_child": 3}, (2, 3)),
    ({**weighing("carers", "places", "duration"), "severity_child": 3}, (3,)),
    ({**weighing("carers", "places"), "severity_child": 3}, (2, 3)),
    ({**LIGHT, "severity_child": 3, "safety_level": 2}, (3,)),
    ({**LIGHT, "threat_of_placement": True}, (3,)),
    ({**LIGHT, "intensive_help_running": True}, (2, 3)),
    ({**weighing("carers", "places", "duration"), "severity_child": 3, "intensive_help_running": True}, (3,)),
    ({"safety_level": 2}, (2, 3)),
    (ACUTE, (3, 4)),
    (COURT, (4,)),
])  # fmt: skip
def test_the_need_opens_a_range(facts: dict[str, Any], open_: tuple[int, ...]) -> None:
    assert ranks(facts) == open_
    assert LEVELS.index(advice(facts).indicated) == open_[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "just_not"), [
    ("impairment", {"max_impairment": 1}),
    ("places", {"settings_count": 1}),
    ("duration", {"problem_months": 11}),
    ("earlier help", {"help_history_class": "een_licht"}),
    ("earlier help", {"help_history_class": "meer_licht", "ended_help_reached": True}),
    ("severity", {"severity_child": 1}),
    ("carers", {"family_capacity": 2, "carer_overloaded": False}),
    ("safety", {"safety_level": 0}),
])  # fmt: skip
def test_each_of_the_seven_points_weighs_one(name: str, just_not: dict[str, Any]) -> None:
    """One other point and this one is enough for room upwards; without it there is none."""
    other = "places" if name != "places" else "carers"
    assert ranks(weighing(other, name)) == (1, 2)
    assert ranks({**weighing(other), **just_not}) == (1,)
    assert len(advice(weighing(name)).reasons) == 1
    assert advice(LIGHT).reasons == ("er is weinig dat op zwaardere hulp wijst",)


@pytest.mark.parametrize("heavy", [{"help_history_class": "indicatie"}, {"help_history_class": "intensief"},
                                   {"carer_overloaded": True}, {"family_capacity": 0}])  # fmt: skip
def test_a_point_weighs_in_each_of_its_forms(heavy: dict[str, Any]) -> None:
    assert ranks({**weighing("places"), **heavy}) == (1, 2)


def test_overload_and_low_capacity_are_one_point() -> None:
    assert ranks({**LIGHT, "carer_overloaded": True, "family_capacity": 0}) == (1,)


@pytest.mark.parametrize(("name", "value", "facts", "before", "after"), [
    ("level_some", 3, weighing("carers", "places"), (1, 2), (1,)),
    ("level_many", 5, weighing("carers", "places", "duration", "severity"), (2,), (1, 2)),
    ("level_long_months", 13, weighing("carers", "duration"), (1, 2), (1,)),
    ("level_recent_months", 2, FRESH, (0, 1), (1,)),
])  # fmt: skip
def test_the_thresholds_are_read_from_the_pack(
    name: str, value: int, facts: dict[str, Any], before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    manifest = pack().manifest
    changed = replace(pack(), manifest=manifest.model_copy(update={"settings": {**manifest.settings, name: value}}))
    assert ranks(facts) == before
    assert tuple(LEVELS.index(one) for one in advice(facts, with_pack=changed).defensible) == after


def test_the_thresholds_are_those_that_were_tried() -> None:
    found = pack().manifest.settings
    names = ("level_some", "level_many", "level_long_months", "level_recent_months")
    assert [found[name] for name in names] == [2, 4, 12, 3]


# Changeability inside the range


@pytest.mark.parametrize(("facts", "conclusion", "open_"), [
    (FRESH, "GEEN_WINST", (0, 1)),
    (LIGHT, "GEEN_WINST", (1,)),
    ({**LIGHT, "severity_child": 3}, "GEEN_WINST", (1, 2, 3)),
    ({**LIGHT, "threat_of_placement": True}, "GEEN_WINST", (2, 3)),
    (FRESH, "CHRONISCH", (1,)),
    ({**LIGHT, "severity_child": 3}, "CHRONISCH", (2, 3)),
    ({**LIGHT, "threat_of_placement": True}, "CHRONISCH", (3,)),
    ({**LIGHT, "severity_child": 3}, "DOEL_BEREIKT", (0, 1)),
    ({**LIGHT, "severity_child": 3}, "GEMENGD", (2, 3)),
])  # fmt: skip
def test_changeability_shifts_the_range(facts: dict[str, Any], conclusion: str, open_: tuple[int, ...]) -> None:
    assert ranks({**facts, "changeability": conclusion}) == open_


# Certainty

ALL_KNOWN = {**LIGHT, "safety_verdict": "veilig", "safety_level": 0, "settings_count": 1, "help_history_class": "geen",
             "family_capacity": 2, "changeability": "VERANDERBAAR", "residual_count": 1}  # fmt: skip


@pytest.mark.parametrize(("facts", "reference", "certainty"), [
    (ALL_KNOWN, 1, "hoog"),
    (ALL_KNOWN, None, "midden"),
    (ALL_KNOWN, 2, "midden"),
    ({**ALL_KNOWN, **WEIGHTS["places"], **WEIGHTS["carers"]}, 1, "midden"),
    ({**ALL_KNOWN, "changeability": None}, 1, "midden"),
    ({**ALL_KNOWN, "changeability": None, "residual_count": None}, 1, "midden"),
    (LIGHT, 1, "laag"),
    ({**ALL_KNOWN, "safety_verdict": "onvoldoende_zicht"}, 1, "laag"),
    ({**ALL_KNOWN, "changeability": "ONVOLDOENDE_ZICHT"}, 1, "laag"),
    ({**ALL_KNOWN, "changeability_chosen": "ONVOLDOENDE_ZICHT"}, 1, "laag"),
])  # fmt: skip
def test_how_certain_it_is(facts: dict[str, Any], reference: int | None, certainty: str) -> None:
    assert advice(facts, reference).certainty == certainty


# What is said of those that are alike


@pytest.mark.parametrize(("reference", "told"), [
    (0, "kregen lichtere hulp"), (1, "wijzen de meest gelijkende"), (2, "wijzen de meest gelijkende"),
    (3, "wijzen de meest gelijkende"),
])  # fmt: skip
def test_those_that_are_alike_are_told_of_as_lighter_only_below_the_range(reference: int, told: str) -> None:
    """Heavier than the range is no reason to call anything unknown: all that was asked is known here."""
    facts = {"need_count": 3, "residual_count": 1, "max_impairment": 2, "settings_count": 2, "problem_months": 3}
    (said,) = (one for one in advice(facts, reference).reasons if "ijkcliënten" in one)
    assert told in said
