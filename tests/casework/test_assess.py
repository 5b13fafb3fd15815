"""The weighing as a whole: the same for the same input, the keys of the contract, and what holds a handover back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

import resources
from casework.casefile import as_document, check, read
from casework.knowledge import PackFault
from casework.questions import questions
from casework.steps import FLOW
from casework.weighing.assess import assess
from casework.weighing.assessment import Assessment
from casework.weighing.profile import asked_at
from tests.casework.anything import SEEDS, some_document
from tests.casework.families import ABSENT, TODAY, advice, case_of, ordinary, pack
from tests.casework.test_completeness import WHOLE

EXAMPLES = sorted(one.name for one in resources.examples().iterdir() if one.name.endswith(".json"))

# The contract, by hand: docs and evaluators rely on these names
KEYS: Mapping[str, set[str]] = {
    "": {"schema", "pack", "date", "coverage", "level", "changeability", "signals", "unknown_rules", "likeness",
         "nothing_alike", "would_change", "motivation", "residual_need", "consultation", "handover"},
    "pack": {"id", "version"},
    "level": {"indicated", "defensible", "certainty", "reasons"},
    "changeability": {"conclusion", "reasons"},
    "signals": {"rule", "code", "severity", "status", "text", "facts", "source", "action"},
    "signals.facts": {"path", "value"},
    "unknown_rules": {"rule", "needs"},
    "likeness": {"id", "title", "problem_area", "level", "similarity", "coverage", "same", "different", "not_when"},
    "would_change": {"field", "from", "to", "effect", "kind"},
    "motivation": {"stage", "complete", "missing"},
    "consultation": {"required", "recommended", "reasons"},
    "handover": {"ready", "missing", "open"},
}  # fmt: skip
LEVELS = {"algemeen_voorliggend", "basisondersteuning", "geindiceerd_ambulant", "intensief", "gedwongen_kader",
          "andere_wet", None}  # fmt: skip
CONCLUSIONS = {"VEILIGHEID_EERST", "ONVOLDOENDE_ZICHT", "UITVOERING_EERST", "DOEL_BEREIKT", "GEEN_WINST", "CHRONISCH",
               "VERANDERBAAR", "GEMENGD", None}  # fmt: skip


def weighed(changes: Mapping[str, Any]) -> Assessment:
    return assess(case_of(ordinary(changes)), pack(), TODAY)


def at(path: str, document: Any) -> list[dict[str, Any]]:
    """Every block at a path, through lists."""
    found = [document]
    for part in path.split(".") if path else []:
        found = [child for one in found for child in (one[part] if isinstance(one[part], list) else [one[part]])]
    return found


@cache
def example(name: str) -> dict[str, Any]:
    return assess(read((resources.examples() / name).read_bytes(), TODAY), pack(), TODAY).as_json()


@pytest.mark.parametrize("path", KEYS)
def test_the_names_are_those_of_the_contract(path: str) -> None:
    blocks = [block for name in EXAMPLES for block in at(path, example(name))]
    assert blocks, "no example shows this part"
    assert all(block.keys() >= KEYS[path] for block in blocks)


def holds_to_the_contract(found: dict[str, Any]) -> None:
    assert found["schema"] == "ijkpunt/assessment/1"
    assert {found["level"]["indicated"], *found["level"]["defensible"]} <= LEVELS
    assert {one["level"] for one in found["likeness"]} <= LEVELS - {None}
    assert found["changeability"]["conclusion"] in CONCLUSIONS
    assert found["level"]["certainty"] in ("laag", "midden", "hoog")
    assert {one["severity"] for one in found["signals"]} <= {"STOP", "ATTENTION", "TIP"}
    assert {one["status"] for one in found["signals"]} <= {"open", "answered", "resolved"}
    assert {one["kind"] for one in found["would_change"]} <= {"te_veranderen", "eerst_nagaan"}
    assert [one["stage"] for one in found["motivation"]] == [1, 2, 3, 4, 5]
    assert len(found["likeness"]) <= 5
    assert all(0 <= share <= 1 for share in (found["coverage"], *(one["similarity"] for one in found["likeness"])))
    assert found["handover"]["ready"] is (not found["handover"]["missing"])
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_hold_to_the_contract(name: str) -> None:
    found = example(name)
    holds_to_the_contract(found)
    if not found["handover"]["ready"]:
        assert all(one.strip() for one in found["handover"]["missing"]), "what is held back says why"


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_any_case_is_weighed_and_twice_the_same(seed: int) -> None:
    case = check(some_document(Random(seed)), TODAY)
    found = assess(case, pack(), TODAY)
    holds_to_the_contract(found.as_json())
    again = assess(check(as_document(case), TODAY), pack(), TODAY)
    assert again == found


@pytest.mark.parametrize("today", [date(1900, 1, 1), date(2199, 12, 31)])
def test_a_reference_date_at_the_edge_is_no_crash(today: date) -> None:
    for seed in range(10):
        document = some_document(Random(seed))
        text = json.dumps(document).replace('"+2w"', '"2026-01-01"').replace('"-10d"', '"2026-01-01"')
        fixed = text.replace('"-14y2m"', '"2026-01-01"').replace('"-3m"', '"2026-01-01"')
        holds_to_the_contract(assess(check(json.loads(fixed), today), pack(), today).as_json())


def test_an_empty_case_is_weighed_and_says_how_little_it_goes_by() -> None:
    found = assess(case_of({}), pack(), TODAY)
    assert (found.level.indicated, found.changeability.conclusion, found.coverage) == (None, None, 0)
    assert (found.likeness, found.nothing_alike) == ((), True)
    assert {one.kind for one in found.would_change} == {"eerst_nagaan"}
    assert not found.handover.ready


def test_where_too_little_is_known_it_names_what_weighs_most_and_says_not_that_nobody_is_alike() -> None:
    """Unknown is no difference: somebody may well be alike."""
    weights = pack().likeness.weights
    first = assess(case_of({"situation.severity_child": 3, "situation.network": 0}), pack(), TODAY).ask_first
    heaviest = max(weights.values())
    assert len(first) == 3
    assert first[0].path == "safety.verdict", "of what weighs the same the earliest step, and safety before all"
    heavy = {pack().likeness.labels[name] for name in weights if weights[name] == heaviest}
    assert heavy >= {one.label for one in first}
    whole = assess(case_of(ordinary()), pack(), TODAY)
    assert whole.ask_first == () and not whole.nothing_alike


def test_every_feature_that_weighs_is_asked_somewhere() -> None:
    for name in pack().likeness.weights:
        step, _, field = asked_at(name).partition(".")
        steps = [one.answers for one in FLOW.steps if one.id == step]
        assert (step == "checklists" and field in pack().checklists) or field.split(".")[0] in questions(steps[0]), name


def test_what_tips_is_told_from_the_nearest_of_all() -> None:
    """A neighbour of the nearest is told in the words its author wrote there, not in those of the second."""
    found = assess(case_of(ordinary()), pack(), TODAY).likeness
    first = pack().reference_clients[found[0].id]
    written = {to.id: to.tipping for to in first.neighbours}
    across = [one for one in found if one.level != found[0].level]
    assert across and all(one.tipping for one in across)
    neighbours = [one for one in across if one.id in written]
    assert [one.tipping for one in neighbours] == [written[one.id] for one in neighbours]
    assert found[0].tipping == ""


def test_coverage_is_the_share_of_the_weight_that_is_known() -> None:
    weights = pack().likeness.weights
    found = assess(case_of({"identity.birth_date": "-14y", "situation.network": 2}), pack(), TODAY)
    assert found.coverage == pytest.approx((weights["age"] + weights["network"]) / sum(weights.values()), abs=0.001)


# What holds the handover back

READY = ordinary({**{path: value for path, value in WHOLE.items() if path not in ordinary()},
                  "needs.conclusion": "VERANDERBAAR"})  # fmt: skip


def ready(changes: Mapping[str, Any]) -> Assessment:
    return assess(case_of({path: value for path, value in {**READY, **changes}.items() if value is not ABSENT}),
                  pack(), TODAY)  # fmt: skip


def test_nothing_holds_a_complete_handover_back() -> None:
    assert ready({}).handover.missing == ()
    assert ready({}).handover.ready


def test_a_stop_holds_it_back_by_name() -> None:
    found = ready({"safety.verdict": "acuut_of_structureel_onveilig"}).handover
    assert not found.ready
    assert any(one.startswith("R-VEIL-01: ") for one in found.missing)


def test_answering_a_stop_lifts_nothing() -> None:
    said = {"responses": [{"rule": "R-VEIL-01", "outcome": "bewust_anders", "reason": "anders"}]}
    assert not ready({"safety.verdict": "acuut_of_structureel_onveilig", **said}).handover.ready


def test_a_stop_that_cannot_be_judged_holds_it_back_and_names_the_fact() -> None:
    found = ready({"safety.verdict": ABSENT, "handover.sections": [
        {"id": "s1", "section": "H5", "empty_because": "nog niet"}]})  # fmt: skip
    assert "R-VEIL-01" in {one.rule for one in found.unknown_rules}
    held = [one for one in found.handover.missing if one.startswith("R-VEIL-01: nog niet te beoordelen")]
    assert len(held) == 1
    assert "safety_verdict" in held[0] and "het veiligheidsoordeel" in held[0]


def test_an_empty_section_holds_it_back_and_says_where() -> None:
    found = ready({"handover.recipient": ABSENT}).handover
    assert any("(handover.recipient)" in one for one in found.missing)


def test_open_attention_is_printed_as_open_and_holds_nothing_back() -> None:
    found = ready({"identity.adviser_told": False})
    assert found.handover.ready
    assert any(one.startswith("R-VERTR-01: ") for one in found.handover.open)
    answered = ready({"identity.adviser_told": False, "responses": [
        {"rule": "R-VERTR-01", "outcome": "bewust_anders", "reason": "volgende week"}]})  # fmt: skip
    assert not any(one.startswith("R-VERTR-01: ") for one in answered.handover.open)


# The expert pool

INTENSIVE = {"comparison.level": "intensief"}
COSIGNED = {"expert_pool.exception": "afwijking_medeondertekend", "expert_pool.exception_reason": "te ver weg",
            "expert_pool.cosigned_by": "B. Verzinga", "expert_pool.cosigner_registration": "BIG",
            "expert_pool.cosigner_number": "2"}  # fmt: skip


@pytest.mark.parametrize(("changes", "required"), [
    ({}, False),
    (INTENSIVE, True),
    ({"comparison.level": "gedwongen_kader"}, True),
    ({**INTENSIVE, "consultations": [advice()]}, False),
    ({**INTENSIVE, "consultations": [advice(advice_on="-4m")]}, True),
    ({**INTENSIVE, "intake.track": "GI_besluit"}, False),
    ({**INTENSIVE, **COSIGNED}, False),
    ({**INTENSIVE, **COSIGNED, "expert_pool.cosigner_number": ABSENT}, True),
    ({"comparison.level": ABSENT, "safety.verdict": "acuut_of_structureel_onveilig"}, True),
])  # fmt: skip
def test_the_pool_must_still_be_asked(changes: dict[str, Any], required: bool) -> None:
    """As long as R-EXP-01 would stop it, and no longer."""
    found = weighed(changes)
    assert found.consultation.required is required
    if "comparison.level" in changes and changes["comparison.level"] is not ABSENT:
        assert ("R-EXP-01" in {one.rule for one in found.signals if one.status == "open"}) is required


def test_the_reason_says_what_is_compulsory_and_what_lifts_it() -> None:
    assert weighed(INTENSIVE).consultation.reasons[0] == "advies van de expertpool is verplicht bij intensieve hulp"
    assert "dat advies is er" in weighed({**INTENSIVE, "consultations": [advice()]}).consultation.reasons[1]
    assert "de rechter" in weighed({**INTENSIVE, "intake.track": "GI_besluit"}).consultation.reasons[1]


# The pack


def test_a_pack_that_lacks_a_threshold_cannot_weigh() -> None:
    manifest = pack().manifest.model_copy(update={"settings": {}})
    with pytest.raises(PackFault, match="instelling"):
        assess(case_of(ordinary()), replace(pack(), manifest=manifest), TODAY)


def test_a_pack_without_reference_clients_still_weighs() -> None:
    found = assess(case_of(ordinary({"comparison.chosen": ABSENT})), replace(pack(), reference_clients={}), TODAY)
    assert (found.likeness, found.nothing_alike, found.coverage) == ((), True, 0)
    assert found.level.indicated == "basisondersteuning"
