"""Rules of steps 8 to 10: needs and goals, own possibilities, and comparing."""

from __future__ import annotations

from typing import Any

from tests.casework.families import ABSENT, capacity, ended, goal, need, product
from tests.casework.rule_rows import Row

_NO_GAIN = {"needs.conclusion": "GEEN_WINST", "extra.changeability": "GEEN_WINST"}
_CHOICE = {"needs.no_gain_choices": ["ander_doel"], "needs.no_gain_reason": "Volhouden is nu het doel"}
_STOP = {**_NO_GAIN, **_CHOICE, "needs.no_gain_choices": ["afbouwen_en_stoppen"], "needs.second_look": True}
_WLZ: dict[str, Any] = {
    f"own_capacity.{name}": True for name in ("permanent_supervision", "due_to_disability", "more_than_usual")
}
_MIXED = {
    "needs.conclusion": "GEMENGD",
    "needs.needs": [need("n1", lasting="veranderbaar", months=8), need("n2", lasting="chronisch", months=12)],
    "decision.products": [product(covers=["n1", "n2"])],
}
_LONG_BASIS = {"needs.needs": [need(months=9)], "decision.products": ABSENT}
_LIGHT_CASE = {
    "comparison.level": "geindiceerd_ambulant",
    "situation.problems": ABSENT,
    "safety.verdict": "veilig",
    "help_history.help": [],
}


def _law(law: str, status: str, **fields: str) -> list[dict[str, str]]:
    return [{"id": "w1", "law": law, "status": status, **fields}]


def _light(impairment: int, since: str) -> list[dict[str, Any]]:
    return [{"id": "b1", "domain": "gedrag_emotie", "description": "Boos", "impairment": impairment, "since": since}]


ROWS = [
    # Step 8
    Row("R-VC-01", {"needs.conclusion": ABSENT}, {"needs.conclusion": "VERANDERBAAR"}),
    Row("R-VC-01", {"needs.conclusion": ABSENT}, {"needs.goals": []}),
    Row("R-VC-02", _NO_GAIN, _CHOICE),
    Row("R-VC-02", {**_NO_GAIN, **_CHOICE, "needs.no_gain_reason": " "}, _CHOICE),
    Row(
        "R-VC-02",
        {"needs.conclusion": "VERANDERBAAR", "extra.changeability": "GEEN_WINST"},
        {"needs.conclusion_reason": "De aanpak was nog niet goed uitgevoerd"},
    ),
    Row("R-VC-03", {**_STOP, "checklists": {"a": {"VC18b": "ja"}}}, {"checklists": {"a": {"VC18b": "een_beetje"}}}),
    Row(
        "R-VC-03",
        {**_STOP, "checklists": {"a": {"VC18b": "nee"}}, "needs.second_look": False},
        {"needs.second_look": True},
    ),
    Row(
        "R-VC-04",
        {"needs.conclusion": "CHRONISCH", "decision.products": [product(name="systeemtherapie")]},
        {"decision.products": [product(name="leun-en-steuncontact")]},
    ),
    Row(
        "R-VC-05",
        {"needs.needs": [need(months=7)]},
        {"needs.needs": [need(months=6)]},
        why="seven months is longer than the half year in which change must show",
    ),
    Row("R-VC-05", {"needs.stop_criteria": ABSENT}),
    Row(
        "R-VC-05",
        {"decision.products": [product(start="2026-12-01", end="2027-06-02")]},
        {"decision.products": [product(start="2026-12-01", end="2027-06-01")]},
        why="a product of six months and one day is longer than half a year",
    ),
    Row("R-VC-06", _MIXED, {"decision.products": [product(covers=["n1"]), product("p2", covers=["n2"])]}),
    Row(
        "R-DOEL-01",
        {"needs.goals": [goal(measured_by=" ")]},
        why="one goal nobody can measure is one too many; none is as it should be",
    ),
    Row("R-DOEL-01", {"needs.goals": [goal(words="")]}, why="one goal without the family's own words is one too many"),
    Row(
        "R-DOEL-01",
        {"needs.needs": [need(), need("n2")]},
        {"needs.goals": [goal(), goal("d2", need="n2")]},
        why="one need without a goal is one too many",
    ),
    Row(
        "R-OMV-01",
        _LONG_BASIS,
        {"needs.needs": [need(months=6)]},
        why="six months is what basic support is for, so that is not yet long",
    ),
    Row("R-OMV-01", _LONG_BASIS, {"needs.conclusion": "CHRONISCH"}),
    Row("R-OMV-01", _LONG_BASIS, {"decision.products": [product(name="leun-en-steuncontact", end="+12m")]}),
    Row("R-OMV-01", _LONG_BASIS, {"comparison.level": "geindiceerd_ambulant"}),
    Row(
        "R-DIAGNOSTIEK-01",
        {"needs.needs": [need(nature="onderzoeken"), need("n2", nature="behandelen")]},
        {"needs.needs": [need(nature="onderzoeken"), need("n2", nature="stabiliseren")]},
    ),
    Row(
        "R-DIAGNOSTIEK-01",
        {"needs.needs": [need(nature="onderzoeken")], "decision.products": [product(name="systeemtherapie")]},
        {"decision.products": [product(name="diagnostiek")]},
    ),
    # Step 9
    Row(
        "R-EK-01",
        {"own_capacity.own_capacity": [capacity(sufficient="voldoende", caregiver_capacity="overbelast")]},
        {"own_capacity.own_capacity": [capacity(sufficient="voldoende", caregiver_capacity="kwetsbaar")]},
    ),
    Row("R-EK-02", {"needs.needs": [need(months=13)], "needs.review_date": "+14m"}, {"needs.review_date": "+11m"}),
    Row(
        "R-EK-02",
        {"needs.needs": [need(months=13)], "needs.review_date": "+14m"},
        {"needs.needs": [need(months=12)]},
        why="thirteen months is longer than the year in which everybody looks again",
    ),
    Row(
        "R-EK-03",
        {"own_capacity.own_capacity": [capacity(sufficient="deels")]},
        {"own_capacity.own_capacity": [capacity(sufficient="onvoldoende")]},
    ),
    Row("R-AFB-WLZ", _WLZ, {"own_capacity.more_than_usual": False}),
    Row("R-AFB-WLZ", _WLZ, {"own_capacity.other_laws": _law("Wlz", "aangevraagd")}),
    Row("R-AFB-ZVW", {"own_capacity.medical_care": True}, {"own_capacity.other_laws": _law("Zvw", "toegekend")}),
    Row(
        "R-AFB-ZVW",
        {"situation.problem_area": "basis_ggz", "identity.birth_date": "-17y7m"},
        {"identity.birth_date": "-17y5m"},
        why="five months before eighteen the adult ggz must know; at seven there is time",
    ),
    Row("R-AFB-WMO", {"own_capacity.parents_own_need": True}, {"own_capacity.other_laws": _law("Wmo", "aangevraagd")}),
    Row(
        "R-AFB-WMO",
        {"identity.birth_date": "-17y"},
        {"identity.birth_date": "2009-11-24"},
        why="a year before eighteen the Wmo may take months to prepare; a day more and there is time",
    ),
    Row("R-AFB-ONDW", {"own_capacity.aimed_at_learning": True}, {"own_capacity.school_support_used": True}),
    Row(
        "R-AFB-PREV",
        {"own_capacity.general_offer_fits": True, "own_capacity.general_offer_tried": False},
        {"own_capacity.general_offer_tried": True},
    ),
    Row(
        "R-AFB-MULTI",
        {"decision.decision": "andere_wet", **_WLZ, "own_capacity.several_causes": True},
        {"own_capacity.several_causes": False},
    ),
    Row("R-AFB-MULTI", {"decision.decision": "afwijzen", **_WLZ}, {"decision.decision": "toekennen"}),
    Row(
        "R-AFB-BRUG",
        {"own_capacity.other_laws": _law("Wlz", "aangevraagd")},
        {"own_capacity.other_laws": _law("Wlz", "aangevraagd", bridge="Logeren, één weekend per maand")},
    ),
    Row(
        "R-REST-00",
        {"extra.residual_count": 0},
        why="one need and nothing of it left: then something else is offered and named",
    ),
    Row(
        "R-REST-00",
        {"extra.residual_count": 0, "comparison.level": "geen_individuele_voorziening"},
        {"comparison.offered_instead": "Maatje, en we bellen over zes weken"},
    ),
    Row(
        "R-VERV-01",
        {"own_capacity.transport_needed": True, "own_capacity.transport_money": True},
        {"own_capacity.transport_money": False},
    ),
    # Step 10
    Row("R-IJK-01", {"comparison.level": "intensief", "comparison.why": ABSENT}, {"comparison.why": "Het is zwaarder"}),
    Row(
        "R-IJK-01",
        {"extra.reference_median_rank": 2, "comparison.why": ABSENT},
        {"extra.reference_median_rank": 1},
        why="one level above what others like this got asks for a reason, the same level does not",
    ),
    Row("R-IJK-02", {"extra.chosen_not_when_met": True}),
    Row(
        "R-IJK-03",
        {"extra.best_similarity": 69},
        {"extra.best_similarity": 70},
        why="less than seven tenths alike is no ground to compare on",
    ),
    Row(
        "R-NIV-01",
        {**_LIGHT_CASE, "situation.problems": _light(impairment=1, since="-1y")},
        {"situation.problems": _light(impairment=2, since="-1y")},
        why="a bit hindered, safe and without help before: three of four; clearly hindered leaves two",
    ),
    Row(
        "R-NIV-01",
        {**_LIGHT_CASE, "situation.problems": _light(impairment=2, since="-5m")},
        {"situation.problems": _light(impairment=2, since="-6m")},
        why="five months is short of half a year, six is not: then two of four points are left and not three",
    ),
    Row(
        "R-NIV-01",
        {**_LIGHT_CASE, "situation.problems": _light(impairment=1, since="-5m")},
        {"help_history.help": [ended("h1", "-2y", "-1y", "G1")], "safety.verdict": "zorgen_onder_controle"},
        why="safe holds only where there are no concerns at all",
    ),
]
