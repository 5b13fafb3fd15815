"""The level over every combination of facts, and over every reference client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.care.outcomes import as_facts
from casework.weighing.assessment import LEVELS, Level, LevelAdvice
from casework.weighing.likeness import level_of
from tests.casework.families import pack
from tests.casework.test_level import COURT, advice

HEAVIER: dict[str, tuple[Any, ...]] = {
    "max_impairment": (0, 1, 2, 3),
    "severity_child": (0, 1, 2, 3),
    "settings_count": (1, 2, 3),
    "problem_months": (0, 2, 3, 11, 12, 60),
    "help_history_class": ("geen", "een_licht", "meer_licht", "indicatie", "intensief"),
    "family_capacity": (3, 2, 1, 0),
    "carer_overloaded": (False, True),
    "residual_count": (0, 1, 3),
    "threat_of_placement": (False, True),
    "intensive_help_running": (False, True),
    "safety": ("veilig", "zorgen_onder_controle", "onveilig_hulp_mogelijk", "acuut_of_structureel_onveilig"),
}
"""From light to heavy. What another law or changeability says is left out: those shift the level by their own rules."""
SAFETY_LEVEL = (0, 1, 2, 2)
CASES = st.fixed_dictionaries({name: st.sampled_from(range(len(scale))) for name, scale in HEAVIER.items()})
REFERENCES = st.none() | st.integers(0, 4)


def facts_at(steps: Mapping[str, int]) -> dict[str, Any]:
    facts = {name: HEAVIER[name][step] for name, step in steps.items() if name != "safety"}
    safety = steps["safety"]
    return {
        **facts,
        "need_count": 3,
        "safety_verdict": HEAVIER["safety"][safety],
        "safety_level": SAFETY_LEVEL[safety],
    }


def rank(advice_: LevelAdvice) -> int:
    assert advice_.indicated is not None
    return LEVELS.index(advice_.indicated)


@settings(max_examples=150, deadline=None)
@given(steps=CASES, fact=st.sampled_from(sorted(HEAVIER)), reference=REFERENCES, court=st.booleans())
def test_one_heavier_fact_never_lowers_the_level(
    steps: dict[str, int], fact: str, reference: int | None, court: bool
) -> None:
    route = COURT if court else {}
    now = {**facts_at(steps), **route}
    heavier = {**facts_at({**steps, fact: min(steps[fact] + 1, len(HEAVIER[fact]) - 1)}), **route}
    assert rank(advice(heavier, reference)) >= rank(advice(now, reference))


@settings(max_examples=200, deadline=None)
@given(steps=CASES, lost=st.sets(st.sampled_from(sorted(set(HEAVIER) - {"residual_count"}))), reference=REFERENCES)
def test_what_becomes_unknown_never_raises_the_level(
    steps: dict[str, int], lost: set[str], reference: int | None
) -> None:
    """But for what own strength covers: that nothing is left over is itself a finding, and it is gone when unknown."""
    known = facts_at(steps)
    gone = {*lost, *(("safety_verdict", "safety_level") if "safety" in lost else ())}
    less = advice({name: value for name, value in known.items() if name not in gone}, reference)
    assert less.indicated is None or rank(less) <= rank(advice(known, reference))


@settings(max_examples=150, deadline=None)
@given(
    steps=CASES,
    unknown=st.sets(st.sampled_from(sorted(HEAVIER))),
    conclusion=st.sampled_from((None, "DOEL_BEREIKT", "GEEN_WINST", "CHRONISCH", "VERANDERBAAR", "GEMENGD")),
    law=st.sampled_from((None, "wlz_signs", "zvw_signs")),
    reference=st.integers(0, 4),
)
def test_likeness_alone_never_lowers_a_level(
    steps: dict[str, int], unknown: set[str], conclusion: str | None, law: str | None, reference: int
) -> None:
    facts = {name: value for name, value in facts_at(steps).items() if name not in unknown}
    facts |= {"changeability": conclusion} if conclusion else {}
    facts |= {law: True} if law else {}
    alone, alike = advice(facts), advice(facts, reference)
    if alone.indicated is None or alone.indicated == "andere_wet":
        assert alike.indicated == alone.indicated
    else:
        assert rank(alike) >= rank(alone)
        assert set(alone.defensible) <= set(alike.defensible)
        assert alike.indicated in alike.defensible


def test_the_levels_are_those_of_the_contract() -> None:
    assert get_args(Level) == (
        "algemeen_voorliggend", "basisondersteuning", "geindiceerd_ambulant", "intensief", "gedwongen_kader",
        "andere_wet",
    )  # fmt: skip


# The reference clients, weighed on their facts alone: nothing of likeness

NOT_ON_FACTS_ALONE = {"IJK-26": "the own network takes over: the story tells it, the profile cannot"}


def test_every_reference_client_lands_on_its_own_level_or_near_it() -> None:
    off = {}
    for client in pack().reference_clients.values():
        facts = as_facts(client, pack())
        facts["intensive_help_running"] = facts["out_of_home"]
        found = advice(facts)
        if level_of(client) not in (found.indicated, *found.defensible):
            off[client.id] = (level_of(client), found.indicated, found.defensible)
    assert off.keys() <= NOT_ON_FACTS_ALONE.keys(), off
