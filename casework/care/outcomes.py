"""What the weighing makes of a family with a pack: the level, the conclusion, the signals. A new pack may alter them.

A reference client is weighed as a family that is exactly like it; a practice family as the case it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answers import Frozen
from casework.case import Case
from casework.knowledge import Fact, Facts, Pack, ReferenceClient
from casework.weighing import facts as case_facts
from casework.weighing.assess import weigh
from casework.weighing.assessment import Signal
from casework.weighing.level import indicate
from casework.weighing.likeness import compare, features_of, median_rank
from casework.weighing.pointing import Pointed
from casework.weighing.signals import signals

_MONTHS = {"kort": 2, "3_12": 6, "lang": 18, "levenslang": 60}
_SCHOOL = {"geen_onderwijs": "geen onderwijs", "niet_van_toepassing": "nog niet schoolgaand"}
_SAFETY = ("geen", "zorgen", "onveilig")


class Outcome(Frozen):
    """level: as indicated. conclusion: changeable or not (checklist a). signals: severity by rule, answered or not."""

    level: str | None
    conclusion: str | None
    signals: Mapping[str, str]


def of_case(case: Case, pack: Pack, today: date) -> Outcome:
    """The outcome for a family. Raises PackFault for a condition that cannot be weighed."""
    settled = case.settle(today)
    grounds = weigh(settled, pack)  # not the whole weighing: what would change it takes as long as all of this
    told, kinds = settled.responses, case_facts.kinds()
    found, _ = signals(pack, Facts(grounds.facts, kinds), told, today, case_facts.do_not_apply(settled))
    return Outcome(
        level=grounds.level.indicated, conclusion=grounds.changeability.conclusion, signals=_standing(found)
    )


def of_client(client: ReferenceClient, pack: Pack, today: date) -> Outcome:
    """The outcome for a family exactly like a reference client; the client itself is not compared with."""
    values = as_facts(client, pack)
    profile = {**features_of(client), "age": values["age_years"]}
    others = [one for one in compare(profile, pack) if one.client.id != client.id]  # type: ignore[arg-type]
    advice = indicate(values, Pointed.at(median_rank(others, pack)), pack)  # what it does not tell, nobody will
    found, _ = signals(pack, Facts(values, case_facts.kinds()), (), today)
    return Outcome(level=advice.indicated, conclusion=None, signals=_standing(found))


def _standing(found: tuple[Signal, ...]) -> dict[str, str]:
    return {one.rule: one.severity for one in found if one.status != "resolved"}


def as_facts(client: ReferenceClient, pack: Pack) -> dict[str, Fact]:
    """The facts of somebody exactly like a reference client: its profile, and what its level and help tell besides."""
    own, flags = client.features, client.features.flags or frozenset()
    groups = own.target_groups or frozenset()
    helps = [pack.products[name] for name in client.fitting_help if name in pack.products]
    told: dict[str, Fact | None] = {
        "problem_area": client.problem_area,
        "age_years": (client.age.min + client.age.max) // 2,
        "severity_child": own.severity,
        "max_impairment": own.impairment,
        "max_distress": own.distress,
        "settings_count": own.settings,
        "impaired_settings_count": own.settings if (own.impairment or 0) >= 2 else 0,
        "problem_months": _MONTHS.get(own.duration or ""),
        "safety_level": _SAFETY.index(own.safety) if own.safety else None,
        "family_capacity": own.family_capacity,
        "network": own.network,
        "help_history_class": own.help_history,
        "changeability": own.changeability,
        "school_type": _SCHOOL.get(own.school or "", own.school),
        "motivation_child": own.motivation_child,
        "motivation_parent": own.motivation_parent,
        "target_lvb": bool(groups & {"LVB_kind", "LVB_ouder"}),
        "target_ass": "ASS" in groups,
        "wlz_signs": "wlz" in flags,
        "wmo_signs": "wmo" in flags,
        "zvw_signs": "zvw" in flags,
        "education_signs": "onderwijs" in flags,
        "crisis_12m": "crisis_recent" in flags,
        "running_provider_count": 4 if "stapeling" in flags else 1,
        "several_causes": client.level != "andere_wet",
        "out_of_home": any(one.problem_areas == ("verblijf",) and one.intensive for one in helps),
        "referral_route": "08 Rechter/OvJ/JJI" if client.level == "gedwongen_kader" else None,
    }
    if client.level == "algemeen_voorliggend":
        told |= {"need_count": 1, "residual_count": 0}
    return {name: value for name, value in told.items() if value is not None}
