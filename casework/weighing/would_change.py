"""What would change it: single answers that would move the level or the conclusion on changeability.

Tried one at a time on the facts; the case itself stays as it is. What is unknown now is `eerst_nagaan` (find out
first); what is known and can become otherwise is `te_veranderen`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from casework.answers import Answered
from casework.case import SettledCase
from casework.knowledge import Fact, Pack
from casework.weighing.assessment import ChangeabilityAdvice, LevelAdvice, WouldChange
from casework.weighing.changeability import weigh_changeability
from casework.weighing.level import indicate
from casework.words import in_words

_MOST = 8

_TRIED: tuple[tuple[str, str, str, tuple[Fact, ...]], ...] = (
    ("safety_verdict", "safety.verdict", "hoe veilig het is", ("acuut_of_structureel_onveilig",)),
    ("safety_level", "safety.verdict", "hoe veilig het is", (0, 1, 2)),
    ("max_impairment", "situation.problems.impairment", "last in het dagelijks leven", (1, 2, 3)),
    ("severity_child", "situation.severity_child", "ernst van het geheel", (1, 2, 3)),
    ("settings_count", "situation.problems.where", "aantal plekken waar het speelt", (1, 2, 3)),
    ("problem_months", "situation.problems.since", "hoe lang het speelt, in maanden", (2, 12)),
    ("family_capacity", "situation.family_capacity", "draagkracht van het gezin", (1, 2)),
    ("carer_overloaded", "own_capacity.own_capacity.caregiver_capacity", "ouders overbelast", (True, False)),
    ("help_history_class", "help_history.help", "eerdere hulp", ("geen", "meer_licht")),
    ("residual_count", "own_capacity.own_capacity.sufficient", "behoeften die eigen kracht niet dekt", (0,)),
    ("several_causes", "own_capacity.several_causes", "meerdere oorzaken", (True, False)),
    ("wlz_signs", "own_capacity.permanent_supervision", "blijvend toezicht door een beperking", (True, False)),
    (
        "education_signs",
        "own_capacity.school_support_used",
        "school zette eigen ondersteuning nog niet in",
        (True, False),
    ),
    ("threat_of_placement", "special_checks.threat_of_placement", "uithuisplaatsing dreigt", (True, False)),
)
_CHANGES_BY_EFFORT = frozenset(
    {
        "safety_level",
        "family_capacity",
        "carer_overloaded",
        "residual_count",
        "education_signs",
        "threat_of_placement",
        "max_impairment",
    }
)


def would_change(
    case: SettledCase, facts: Mapping[str, Fact], level: LevelAdvice, changeability: ChangeabilityAdvice, pack: Pack
) -> tuple[WouldChange, ...]:
    """At most eight, those that move the level first."""
    found = [*_of_level(facts, level, pack), *_of_changeability(case, changeability, pack)]
    return tuple(found[:_MOST])


def _of_level(facts: Mapping[str, Fact], level: LevelAdvice, pack: Pack) -> Iterator[WouldChange]:
    reference = facts.get("reference_median_rank")
    reference_rank = None if reference is None else int(reference)
    for fact, field, label, values in _TRIED:
        for value in values:
            if value == facts.get(fact):
                continue
            other = indicate({**facts, fact: value}, reference_rank, pack).indicated
            if other is not None and other != level.indicated:
                yield WouldChange(
                    field=field,
                    label=label,
                    from_=facts.get(fact),
                    to=value,
                    effect=f"het niveau wijst dan naar {in_words(other)}",
                    kind=_kind(fact, facts),
                )
                break  # the first value that moves it says enough about this fact


def _kind(fact: str, facts: Mapping[str, Fact]) -> Literal["te_veranderen", "eerst_nagaan"]:
    return "te_veranderen" if fact in facts and fact in _CHANGES_BY_EFFORT else "eerst_nagaan"


def _of_changeability(case: SettledCase, now: ChangeabilityAdvice, pack: Pack) -> Iterator[WouldChange]:
    if now.conclusion is None:
        return
    given = dict(case.checklists.get("a", {}))
    for item in pack.checklists["a"].items:
        answer = given.get(item.id)
        current = answer.value if isinstance(answer, Answered) else None
        for value in ("ja", "nee"):
            if value == current:
                continue
            tried = {**case.checklists, "a": {**given, item.id: Answered[str](value=value)}}
            other = weigh_changeability(replace(case, checklists=tried), pack).conclusion
            if other is not None and other != now.conclusion:
                yield WouldChange(
                    field=f"checklists.a.{item.id}",
                    label=item.text,
                    from_=current,
                    to=value,
                    effect=f"de conclusie wordt dan {in_words(other.lower())}",
                    kind="eerst_nagaan",
                )
                break
