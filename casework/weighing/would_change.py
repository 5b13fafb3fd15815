"""What would change it: single answers that would move the level or the conclusion on changeability.

Tried one at a time on the facts; the case itself stays as it is. What is unknown now is `eerst_nagaan` (find out
first); what is known and can become otherwise is `te_veranderen`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

from casework.answers import Answered
from casework.case import SettledCase
from casework.knowledge import Fact, Pack
from casework.steps.safety import Safety
from casework.weighing.assessment import ChangeabilityAdvice, Level, LevelAdvice, WouldChange
from casework.weighing.changeability import weigh_changeability
from casework.weighing.level import indicate
from casework.weighing.likeness import compare, median_rank
from casework.weighing.profile import profile
from casework.words import in_words

_MOST = 8


class Trial(NamedTuple):
    """A question, and what the facts become with other answers to it. The first fact of each tells what stands now."""

    field: str
    label: str
    answers: Sequence[tuple[Fact, Mapping[str, Fact]]]


def _fact(name: str, field: str, label: str, *values: Fact) -> Trial:
    return Trial(field, label, [(value, {name: value}) for value in values])


_VERDICTS = {"veilig": 0, "zorgen_onder_controle": 1, "onveilig_hulp_mogelijk": 2, "acuut_of_structureel_onveilig": 2}
_OWN = "own_capacity"
_TRIALS = (
    Trial(
        "safety.verdict",
        "hoe veilig het is",
        [(verdict, {"safety_verdict": verdict, "safety_level": level}) for verdict, level in _VERDICTS.items()],
    ),
    _fact("max_impairment", "situation.problems.impairment", "last in het dagelijks leven", 1, 2, 3),
    _fact("severity_child", "situation.severity_child", "ernst van het geheel", 1, 2, 3),
    _fact("settings_count", "situation.problems.where", "aantal plekken waar het speelt", 1, 2, 3),
    _fact("problem_months", "situation.problems.since", "hoe lang het speelt, in maanden", 2, 12),
    _fact("family_capacity", "situation.family_capacity", "draagkracht van het gezin", 1, 2),
    _fact("carer_overloaded", f"{_OWN}.own_capacity.caregiver_capacity", "ouders overbelast", True, False),
    _fact("help_history_class", "help_history.help", "eerdere hulp", "geen", "meer_licht"),
    _fact("residual_count", f"{_OWN}.own_capacity.sufficient", "behoeften die eigen kracht niet dekt", 0),
    _fact("several_causes", f"{_OWN}.several_causes", "meerdere oorzaken", True, False),
    _fact("wlz_signs", f"{_OWN}.permanent_supervision", "blijvend toezicht door een beperking", True, False),
    _fact("zvw_signs", f"{_OWN}.medical_care", "verpleging of medische zorg", True, False),
    _fact("wmo_signs", f"{_OWN}.parents_own_need", "een vraag van de ouder zelf", True, False),
    _fact("education_signs", f"{_OWN}.school_support_used", "school zette eigen hulp nog niet in", True, False),
    _fact("threat_of_placement", "special_checks.threat_of_placement", "uithuisplaatsing dreigt", True, False),
)
_CHANGES_BY_EFFORT = frozenset(
    {
        "safety_verdict",
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
    found = chain(_of_level(case, facts, level, pack), _of_changeability(case, changeability, pack))
    return tuple(islice(found, _MOST))


def _of_level(case: SettledCase, facts: Mapping[str, Fact], level: LevelAdvice, pack: Pack) -> Iterator[WouldChange]:
    for field, label, answers in _TRIALS:
        if ".".join(field.split(".")[:2]) in case.kept_aside:
            continue  # the question is not asked here: an answer would change nothing
        for to, tried in answers:
            name = next(iter(tried))
            if to == facts.get(name):
                continue
            also = _changeability_with(case, to, facts, pack) if name == "safety_verdict" else facts
            other = _points_to(case, {**also, **tried}, level, pack)
            if other is not None and other != level.indicated:
                yield WouldChange(
                    field=field,
                    label=label,
                    from_=facts.get(name),
                    to=to,
                    effect=f"het niveau wijst dan naar {in_words(other)}",
                    kind="te_veranderen" if name in facts and name in _CHANGES_BY_EFFORT else "eerst_nagaan",
                )
                break  # the first answer that moves it says enough about this question


def _changeability_with(case: SettledCase, verdict: Fact, facts: Mapping[str, Fact], pack: Pack) -> Mapping[str, Fact]:
    """The facts, with the conclusion of the checklist as it would be: safety comes first there too."""
    safety = case.of(Safety).model_copy(update={"verdict": Answered(value=verdict)})
    steps = replace(case.steps, given={**case.steps.given, Safety: safety})
    conclusion = weigh_changeability(replace(case, steps=steps), pack).conclusion
    others = {name: value for name, value in facts.items() if name != "changeability"}
    return others | ({"changeability": conclusion} if conclusion else {})


def _points_to(case: SettledCase, tried: Mapping[str, Fact], level: LevelAdvice, pack: Pack) -> Level | None:
    """The level with other facts. Other facts may be like other reference clients: looked up only where it matters."""
    now = tried.get("reference_median_rank")
    other = indicate(tried, None if now is None else int(now), pack).indicated
    if other == level.indicated:
        return other
    return indicate(tried, median_rank(compare(profile(case, tried), pack), pack), pack).indicated


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
