"""The answers that are tried: one question each, and what the facts become with other answers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from casework.answers import Answered
from casework.case import SettledCase
from casework.knowledge import Fact, Pack
from casework.steps.safety import Safety
from casework.weighing.assessment import About, TriedAnswer, WouldChange
from casework.weighing.changeability import weigh_changeability
from casework.weighing.likeness import words_of
from casework.words import in_words


class Trial(NamedTuple):
    """A question, and what the facts become with other answers to it. The first fact of each tells what stands now."""

    field: str
    label: str
    answers: Sequence[tuple[Fact, Mapping[str, Fact]]]


def _fact(name: str, field: str, label: str, *values: Fact) -> Trial:
    return Trial(field, label, [(value, {name: value}) for value in values])


_VERDICTS = {"veilig": 0, "zorgen_onder_controle": 1, "onveilig_hulp_mogelijk": 2, "acuut_of_structureel_onveilig": 2}
_OWN = "own_capacity"
TRIALS = (
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
_BETTER: Mapping[str, Literal["more", "less"]] = {
    "family_capacity": "more",
    "carer_overloaded": "less",
    "residual_count": "less",
    "education_signs": "less",
    "threat_of_placement": "less",
    "max_impairment": "less",
}
"""What people can work on, and which way. Not how safe it is: that is seen, and never made so for a level."""


_AS_COMPARED = {
    "situation.problems.impairment": "impairment",
    "situation.severity_child": "severity",
    "situation.problems.where": "settings",
    "situation.family_capacity": "family_capacity",
    "help_history.help": "help_history",
}
"""Questions that count as a feature too: the pack has words for their codes."""


def answer_words(field: str, value: Fact, pack: Pack) -> str:
    """An answer that stands or was tried, as the form has it: ernstig, not 3."""
    feature = _AS_COMPARED.get(field)
    return words_of(feature, value, pack) if feature and isinstance(value, str | int) else in_words(value)


class Tried(NamedTuple):
    """One answer tried: which, the facts that change by it, and those of the whole case as they would be."""

    answer: TriedAnswer
    changes: Mapping[str, Fact]
    facts: Mapping[str, Fact]
    kind: Literal["te_veranderen", "eerst_nagaan"]

    def so(self, effect: str, about: About) -> WouldChange:
        """That this answer would have this effect."""
        return WouldChange(**dict(self.answer), effect=effect, kind=self.kind, about=about)


def trials(case: SettledCase, facts: Mapping[str, Fact], pack: Pack) -> Iterator[Tried]:
    """Every other answer to a question that is asked here, one at a time. The case itself stays as it is."""
    for field, label, answers in TRIALS:
        if ".".join(field.split(".")[:2]) in case.kept_aside:
            continue  # the question is not asked here: an answer would change nothing
        for to, changes in answers:
            name = next(iter(changes))
            if to == facts.get(name):
                continue
            also = _changeability_with(case, to, facts, pack) if name == "safety_verdict" else facts
            yield Tried(
                TriedAnswer(field=field, label=label, from_=facts.get(name), to=to),
                changes,
                {**also, **changes},
                "te_veranderen" if _is_better(name, facts.get(name), to) else "eerst_nagaan",
            )


def _is_better(name: str, now: Fact | None, to: Fact) -> bool:
    """Nobody sets out to make it worse: that can only turn out to be so."""
    if now is None or name not in _BETTER:
        return False
    return float(to) > float(now) if _BETTER[name] == "more" else float(to) < float(now)


def _changeability_with(case: SettledCase, verdict: Fact, facts: Mapping[str, Fact], pack: Pack) -> Mapping[str, Fact]:
    """The facts, with the conclusion of the checklist as it would be: safety comes first there too."""
    safety = case.of(Safety).model_copy(update={"verdict": Answered(value=verdict)})
    steps = replace(case.steps, given={**case.steps.given, Safety: safety})
    conclusion = weigh_changeability(replace(case, steps=steps), pack).conclusion
    others = {name: value for name, value in facts.items() if name != "changeability"}
    return others | ({"changeability": conclusion} if conclusion else {})
