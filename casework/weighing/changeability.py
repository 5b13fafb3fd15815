"""Can help still change something, or does it support a lasting condition? (seed:003; brief §4a; decisions 1–3)

By law, no more gain is not the same as no help: youth help also stabilises and helps to cope (Jeugdwet 1.1). So no
conclusion here ever means "stop"; each says what to talk about. The items and weights are in the pack (checklist a);
the order of the conclusions is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.answers import Answered, is_known
from casework.case import SettledCase
from casework.codes import Changeability
from casework.knowledge import Checklist, ChecklistItem, Pack
from casework.steps.handover import talks_held
from casework.steps.help_history import HelpHistory
from casework.steps.intake import Intake
from casework.steps.needs import Needs
from casework.steps.safety import Safety
from casework.weighing.assessment import ChangeabilityAdvice
from casework.weighing.checklists.asked import Given, is_aside, word
from casework.weighing.following import is_met, scores, stands_still
from casework.weighing.prolonging import counting
from casework.words import listed

_WORTH = {"ja": 1.0, "een_beetje": 0.5, "nee": 0.0}
_HELP_MUST_HAVE_RUN = ("W+", "W-")
_STANDS_STILL = "VC13"
"""The question that the scores of the last two reviews answer, where nobody did."""


@dataclass(frozen=True)
class Group:
    """What the items of one direction say together: their weighted mean, and how much of the weight was answered."""

    score: float | None
    answered: float
    """Share of the weight that applies, 0..1; all of it where nothing applies: then nothing is left to ask."""


@dataclass(frozen=True)
class Checked:
    """The checklist as answered, read through the directions: V changeable, C chronic, W gain."""

    answers: Mapping[str, str]
    changeable: Group
    chronic: Group
    gain: Group | None
    """None where no help has run: then there is no gain to speak of (decisions 3)."""
    worth: float | None
    """Gain minus loss of gain, -1..1; None where too little is known."""

    def says(self, item: str, *answers: str) -> bool:
        return self.answers.get(item) in answers


def weigh_changeability(case: SettledCase, pack: Pack) -> ChangeabilityAdvice:
    """The first conclusion that is true, with its reasons in words; none at all while nothing was answered."""
    checklist = pack.checklists["a"]
    given = counting(case, pack)
    answers = _answers(checklist, given)
    checked = _check(checklist, given, answers, _help_has_run(case), stands_still(case))
    if not answers and not _acutely_unsafe(case.of(Safety), case.today):
        return ChangeabilityAdvice(
            conclusion=None, reasons=("de vragen over veranderbaar of blijvend zijn nog niet ingevuld",)
        )
    for conclusion, test in _ORDER:
        if reasons := test(case, checked, pack):
            return ChangeabilityAdvice(
                conclusion=conclusion, reasons=(*reasons, *_weighty(checklist, checked, conclusion))
            )
    split = "de antwoorden wijzen beide kanten op: geef elke behoefte een eigen label"
    return ChangeabilityAdvice(conclusion="GEMENGD", reasons=(split, *_weighty(checklist, checked, "GEMENGD")))


def _check(
    checklist: Checklist, given: Given, answers: dict[str, str], help_has_run: bool, stalled: bool | None
) -> Checked:
    if stalled is not None and not is_aside(given.get(_STANDS_STILL)):
        answers = {_STANDS_STILL: "ja" if stalled else "nee", **answers}
    items = [i for i in checklist.items if help_has_run or i.direction not in _HELP_MUST_HAVE_RUN]
    applying = [i for i in items if not is_aside(given.get(i.id))]
    plus, minus = _group(applying, answers, "W+"), _group(applying, answers, "W-")
    both = _group(applying, answers, "W+", "W-") if help_has_run else None
    known = plus.score is not None or minus.score is not None
    return Checked(answers, _group(applying, answers, "V"), _group(applying, answers, "C"), both,
                   (plus.score or 0.0) - (minus.score or 0.0) if known else None)  # fmt: skip


def _answers(checklist: Checklist, given: Given) -> dict[str, str]:
    said = {i.id: word(one.value) for i in checklist.items if isinstance(one := given.get(i.id), Answered)}
    return {item: answer for item, answer in said.items() if answer in _WORTH}


def _group(items: Sequence[ChecklistItem], answers: Mapping[str, str], *directions: str) -> Group:
    mine = [item for item in items if item.direction in directions]
    total = sum(item.weight or 0 for item in mine)
    known = [item for item in mine if item.id in answers]
    weight = sum(item.weight or 0 for item in known)
    if not weight:
        return Group(None, 0.0 if total else 1.0)
    return Group(sum((item.weight or 0) * _WORTH[answers[item.id]] for item in known) / weight, weight / total)


def _help_has_run(case: SettledCase) -> bool:
    """Help that only starts later has not run; what is prolonged or was reviewed has, also where step 7 is empty."""
    starts = [one.start.known for one in case.of(HelpHistory).help.known or ()]
    ran_before = is_prolonging(case) or bool(talks_held(case))
    return ran_before or any(start is None or start <= case.today for start in starts)


def is_prolonging(case: SettledCase) -> bool:
    """Help that runs is looked at again: then the short variant is asked (brief §4a, VC12 to VC20)."""
    return case.of(Intake).track.known == "verlenging"


def _acutely_unsafe(safety: Safety, today: date) -> bool:
    """R-VEIL-01 stands open: no report to Veilig Thuis yet, or no agreements (brief §4a)."""
    reported = safety.veilig_thuis_on.known
    taken_up = safety.veilig_thuis.known == "melding" and reported is not None and reported <= today and _agreed(safety)
    return safety.verdict.known == "acuut_of_structureel_onveilig" and not taken_up


def _agreed(safety: Safety) -> bool:
    return any(is_known(one.what) for one in safety.agreements.known or ())


Test = Callable[[SettledCase, Checked, Pack], Sequence[str]]


def _safety_first(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    safety = case.of(Safety)
    if _acutely_unsafe(safety, case.today):
        return ["het is acuut of structureel onveilig: eerst veiligheid"]
    if checked.says("VC18a", "ja") and not _agreed(safety):
        return ["zonder deze hulp wordt het onveilig, en er is nog geen veiligheidsafspraak"]
    return []


def _no_clear_view(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    if checked.says("VC17", "nee"):
        return ["de verklarende analyse is niet meer actueel: vernieuw die eerst"]
    share = pack.setting("answered_share")
    groups = {"is er gezondheidswinst": checked.gain}
    if not is_prolonging(case):
        groups |= {"kan het veranderen": checked.changeable, "is het blijvend": checked.chronic}
    thin = [words for words, group in groups.items() if group is not None and group.answered < share]
    return [f"te weinig vragen beantwoord over: {listed(thin)}"] if thin else []


def _delivery_first(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    stalled = checked.gain is not None and (checked.says("VC12", "ja") or checked.says("VC13", "ja"))
    if stalled and checked.says("VC16", "nee"):
        return ["het doel is niet gehaald, maar de hulp is ook niet goed uitgevoerd: herstel eerst de uitvoering"]
    return []


def _goal_reached(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    """By the scores of the reviews, where there are any; else by the score now."""
    goals, reviewed, high = case.of(Needs).goals.known or (), scores(case), pack.setting("goal_high_score")
    if goals and all(is_met(goal, reviewed.get(goal.id, ()), high) for goal in goals):
        return ["de doelen zijn gehaald of staan hoog en stabiel: dat is succes, geen stilstand"]
    return []


def _no_gain(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    if checked.gain is None or checked.worth is None or checked.worth > pack.setting("no_gain_max"):
        return []
    if not (checked.says("VC16", "ja") and checked.says("VC17", "ja")):
        return []
    if not is_prolonging(case) and (checked.changeable.score or 0.0) < (checked.chronic.score or 0.0):
        return []
    reasons = ["deze hulp is goed uitgevoerd en geeft geen winst meer",
               "dat is niet het einde van steun: kies afbouwen, een andere aanpak, een ander doel, eerst een andere "
               "oorzaak, of een andere wet"]  # fmt: skip
    if checked.says("VC18b", "ja"):
        reasons.append("het gezin loopt vast als deze hulp stopt: stoppen kan nu niet, stabiliserende hulp wel")
    return reasons


def _chronic(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    if is_prolonging(case) and checked.chronic.answered < pack.setting("answered_share"):
        return []
    if _leads(checked.chronic, checked.changeable, pack.setting("chronic_min"), pack.setting("chronic_margin")):
        return [
            "de antwoorden wijzen op een blijvende vraag: het doel is stabiel blijven, in de lichtste vorm die volstaat"
        ]
    return []


def _changeable(case: SettledCase, checked: Checked, pack: Pack) -> Sequence[str]:
    if is_prolonging(case) and checked.changeable.score is None:
        gained = checked.worth is not None and checked.worth >= -pack.setting("no_gain_max")
        return ["er is nog vooruitgang: kort, doelgericht en met stopcriteria"] if gained else []
    if _leads(checked.changeable, checked.chronic, pack.setting("changeable_min"), pack.setting("changeable_margin")):
        return ["de antwoorden wijzen op een vraag die kan veranderen: kort, doelgericht en met stopcriteria"]
    return []


def _leads(one: Group, other: Group, least: float, margin: float) -> bool:
    """High enough, and far enough above the other; rounded, so that 0,8 against 0,6 is a margin of 0,2."""
    if one.score is None:
        return False
    return one.score >= least and round(one.score - (other.score or 0.0), 9) >= margin


_ORDER: tuple[tuple[Changeability, Test], ...] = (
    ("VEILIGHEID_EERST", _safety_first),
    ("ONVOLDOENDE_ZICHT", _no_clear_view),
    ("UITVOERING_EERST", _delivery_first),
    ("DOEL_BEREIKT", _goal_reached),
    ("GEEN_WINST", _no_gain),
    ("CHRONISCH", _chronic),
    ("VERANDERBAAR", _changeable),
)

_TELLING = {"GEEN_WINST": ("W-",), "CHRONISCH": ("C",), "VERANDERBAAR": ("V",), "GEMENGD": ("V", "C"),
            "UITVOERING_EERST": ("W-",)}  # fmt: skip


def _weighty(checklist: Checklist, checked: Checked, conclusion: Changeability) -> list[str]:
    """The answers that weighed most, as question and answer: at most three."""
    telling = [i for i in checklist.items
               if i.direction in _TELLING.get(conclusion, ()) and checked.says(i.id, "ja", "een_beetje")]  # fmt: skip
    telling.sort(key=lambda item: -(item.weight or 0))
    return [f"{item.text} {checked.answers[item.id].replace('_', ' ')}" for item in telling[:3]]
