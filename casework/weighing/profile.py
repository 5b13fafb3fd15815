"""The profile of a young person: the features that are compared with the reference clients (brief §5.2, decisions 16).

Each feature says which fact it comes from; a feature nobody knows is left out and lowers coverage, never likeness.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from casework.case import SettledCase
from casework.knowledge import Fact
from casework.steps.handover import talks_held
from casework.steps.help_history import HelpHistory
from casework.steps.situation import Situation
from casework.weighing.facts import FACTS

Value: TypeAlias = str | int | frozenset[str]
Profile: TypeAlias = Mapping[str, Value]
Facts: TypeAlias = Mapping[str, Fact]

_FROM_FACT = {
    "problem_area": "problem_area",
    "severity": "severity_child",
    "impairment": "max_impairment",
    "distress": "max_distress",
    "settings": "settings_count",
    "safety": "safety_level",
    "family_capacity": "family_capacity",
    "network": "network",
    "help_history": "help_history_class",
    "motivation_child": "motivation_child",
    "motivation_parent": "motivation_parent",
    "age": "age_years",
}
_OTHERS_ASKED_AT = {
    "duration": "situation.problems.since",
    "school": "situation.school_type",
    "changeability": "checklists.a",
    "target_groups": "situation.target_groups",
    "help_effect": "help_history.help",
    "flags": "help_history.help",
}
_SCHOOL = {"geen onderwijs": "geen_onderwijs", "nog niet schoolgaand": "niet_van_toepassing"}
_SAFETY = ("geen", "zorgen", "onveilig")
_CHANGEABILITY = ("VERANDERBAAR", "GEMENGD", "CHRONISCH", "GEEN_WINST")
_FLAGS: Mapping[str, Callable[[Facts], bool]] = {
    "stapeling": lambda f: _at_least(f, "same_goal_area_running", 2) or _at_least(f, "running_provider_count", 3),
    "crisis_recent": lambda f: f.get("crisis_12m") is True,
    "wlz": lambda f: f.get("wlz_signs") is True,
    "zvw": lambda f: f.get("zvw_signs") is True,
    "wmo": lambda f: f.get("wmo_signs") is True,
    "onderwijs": lambda f: f.get("education_signs") is True,
    "preventief": lambda f: f.get("prevention_signs") is True,
}
_FLAGS_KNOWN_WITH = ("help_count", "crisis_12m")


def profile(case: SettledCase, facts: Mapping[str, Fact]) -> dict[str, Value]:
    """The features that are known, from the facts and the settled case."""
    found: dict[str, Value] = {}
    for feature, fact in _FROM_FACT.items():
        if (value := facts.get(fact)) is not None and not isinstance(value, float | bool):
            found[feature] = value
    if "safety" in found:
        found["safety"] = _SAFETY[int(str(found["safety"]))]
    if (months := facts.get("problem_months")) is not None:
        found["duration"] = _duration(int(months))
    if (school := facts.get("school_type")) is not None:
        found["school"] = _SCHOOL.get(str(school), str(school))
    conclusion = facts.get("changeability_chosen", facts.get("changeability"))
    if conclusion in _CHANGEABILITY:
        found["changeability"] = str(conclusion)
    if (groups := case.of(Situation).target_groups.known) is not None:
        found["target_groups"] = frozenset(groups)
    if (effect := _effect_of_help(case)) is not None:
        found["help_effect"] = effect
    if any(known in facts for known in _FLAGS_KNOWN_WITH):
        found["flags"] = frozenset(flag for flag, holds in _FLAGS.items() if holds(facts))
    return found


def asked_at(feature: str) -> str:
    """The path of the question a feature comes from first."""
    fact = _FROM_FACT.get(feature)
    return FACTS[fact].reads[0] if fact else _OTHERS_ASKED_AT[feature]


_EFFECTS = ("ja", "afgevlakt", "nee")


def _effect_of_help(case: SettledCase) -> str | None:
    """What help brought, as last said: at a review, else of the latest help that began: yes, less and less, no."""
    reviewed = [talk.gain.known for talk in talks_held(case) if talk.gain.known in _EFFECTS]
    if reviewed:
        return reviewed[-1]
    said = [one for one in case.of(HelpHistory).help.known or () if one.gain.known in _EFFECTS]
    begun = [one for one in said if one.start.known is not None and one.start.known <= case.today]
    latest = max(begun, key=lambda one: (one.start.known or case.today, one.id), default=None)
    return None if latest is None else latest.gain.known


def _duration(months: int) -> str:
    if months < 3:
        return "kort"
    return "3_12" if months <= 12 else "lang"


def _at_least(facts: Facts, name: str, least: int) -> bool:
    value = facts.get(name)
    return value is not None and float(value) >= least
