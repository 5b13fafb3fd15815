"""Families on the two sides of the numbers that no rule holds: of the checklists, the settings and likeness.

Each is looked at with a pack and says something there; `why` tells why it lies on its side. The families on the two
sides of a number in a rule are the rows with a `why` (rows_*.py); those of the products stand in sides_of_products.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from casework.knowledge import Facts, Pack
from casework.weighing import facts as case_facts
from casework.weighing.assessment import LEVELS
from casework.weighing.level import indicate
from casework.weighing.likeness import compare, median_rank
from casework.weighing.pointing import Pointed
from casework.weighing.profile import Profile
from tests.casework import families
from tests.casework.families import ABSENT, BIG_FIVE, Changes, advice, case_of, facts_of, goal, helped, ordinary
from tests.casework.test_changeability import CHANGEABLE, NO_GAIN, NOT_APPLICABLE, PROLONGED, RUNS, conclusion, said
from tests.casework.test_level import LIGHT, weighing

Look = Callable[[Pack], Any]


class Side(NamedTuple):
    """of: the checklist, question or setting whose number it lies beside; several where one family lies beside many."""

    of: str
    why: str
    look: Look
    says: Any


# How to look


def _opens(checklist: str, changes: Changes) -> Look:
    facts = Facts(facts_of(ordinary(changes)), case_facts.kinds())

    def look(pack: Pack) -> Any:
        condition = pack.checklists[checklist].opens_when
        return condition is not None and condition.evaluate(facts)

    return look


def _is_asked(question: str, changes: Changes) -> Look:
    facts = Facts(facts_of(ordinary(changes)), case_facts.kinds())

    def look(pack: Pack) -> Any:
        items = [item for one in pack.checklists.values() for item in one.items]
        condition = next(item.applies for item in items if item.id == question)
        return condition is not None and condition.evaluate(facts)

    return look


def _concludes(checklist: str, changes: Changes) -> Look:
    case = case_of(ordinary(changes)).settle(families.TODAY)
    return lambda pack: case_facts.checklists_of(case, pack)[checklist].conclusions


def _says(rule: str, changes: Changes) -> Look:
    return lambda pack: pack.rules[rule].when.evaluate(
        Facts(facts_of(ordinary(changes), with_pack=pack), case_facts.kinds())
    )


def _changes(items: dict[str, Any], changes: Changes = {}) -> Look:  # noqa: B006 (never changed)
    return lambda pack: conclusion(items, changes, pack)


def _levels(facts: dict[str, Any]) -> Look:
    return lambda pack: tuple(LEVELS.index(level) for level in indicate(facts, Pointed(), pack).defensible)


def _nearest(mine: Profile) -> Look:
    return lambda pack: compare(mine, pack)[0].client.id


def _points_to(mine: Profile) -> Look:
    return lambda pack: median_rank(compare(mine, pack), pack)


def _aside(*questions: str) -> dict[str, Any]:
    return {f"VC{question}": NOT_APPLICABLE for question in questions}


# When a checklist opens, and when a question in it is asked

_STAY = {"situation.problem_area": "verblijf"}
_STAYS_A_MONTH = {"help_history.help": [helped("h1", name="logeren-laag", start="-1m")]}
_STAYS_THREE_WEEKS = {"help_history.help": [helped("h1", name="logeren-laag", start="-3w")]}
_NO_SIGN = {f"VE{number:02}": "nee" for number in range(2, 8)}
_DEEPER = [f"VE{number:02}" for number in range(9, 15)]


def _born(day: str, **more: Any) -> dict[str, Any]:
    return {"identity.birth_date": day, **more}


OPENING = [
    Side("b", "sixteen today: the talk about eighteen begins", _opens("b", _born("-16y")), True),
    Side("b", "not sixteen before next month, and at home", _opens("b", _born("-15y11m")), False),
    Side("b", "in a home at fifteen and a half: there is a place to find as well",
         _opens("b", _born("-15y6m", **_STAY)), True),
    Side("b", "in a home, a month before fifteen and a half", _opens("b", _born("-15y5m", **_STAY)), False),
    Side("c", "two forms of help at once can get in each other's way",
         _opens("c", {"help_history.help": [helped("h1"), helped("h2")]}), True),
    Side("c", "one form of help alone cannot", _opens("c", {"help_history.help": [helped("h1")]}), False),
    Side("d", "seventeen today: within a year another law takes over", _opens("d", _born("-17y")), True),
    Side("d", "not seventeen before next month", _opens("d", _born("-16y11m")), False),
    Side("e", "stays for a month: there is something to weigh", _opens("e", _STAYS_A_MONTH), True),
    Side("e", "stays for three weeks: the first month is for getting used to", _opens("e", _STAYS_THREE_WEEKS), False),
    *(Side(item, "seventeen: the law for adults comes near", _is_asked(item, _born("-17y")), True)
      for item in ("AF07", "AF10")),
    *(Side(item, "sixteen: the law for adults is more than a year away", _is_asked(item, _born("-16y11m")), False)
      for item in ("AF07", "AF10")),
    *(Side(item, "a month of stays can have brought something", _is_asked(item, _STAYS_A_MONTH), True)
      for item in ("LO10", "LO11")),
    *(Side(item, "three weeks cannot have", _is_asked(item, _STAYS_THREE_WEEKS), False) for item in ("LO10", "LO11")),
    Side("IN17", "from sixteen a young person has a plan for later", _is_asked("IN17", _born("-16y")), True),
    Side("IN17", "fifteen is too young for it", _is_asked("IN17", _born("-15y11m")), False),
    *(Side(item, "one sign was seen, so look deeper",
           _is_asked(item, {"checklists": {"g": {**_NO_SIGN, "VE03": "ja"}}}), True) for item in _DEEPER),
    *(Side(item, "no sign was seen, so there is nothing to deepen",
           _is_asked(item, {"checklists": {"g": _NO_SIGN}}), False) for item in _DEEPER),
]  # fmt: skip

# Changeable or lasting: what each question weighs, and the lines. Of all weight: V 13, C 12, W- 8, W+ 3.

_ALL_V = "VC01 VC02 VC03 VC04 VC05 VC06"

CHANGEABILITY = [
    Side("VC02 VC03 VC04 VC06 VC10 VC11 VC01 VC05 VC07 VC08 VC09 chronic_margin",
         "lasting by 9 of 12, changeable by 7 of 13: 0.75 is just 0.2 above 0.54, and one more or less is too near",
         _changes(said("02 03 04 06 07 08 09 13 14 16 17", no="01 05 10 11 12 15"), RUNS), "CHRONISCH"),
    Side("VC02 VC06 VC10 changeable_margin",
         "changeable by 9 of 13, lasting by 6 of 12: 0.69 is just not 0.2 above 0.5",
         _changes(said("01 03 04 05 08 10 11", no="02 06 07 09")), "GEMENGD"),
    Side("VC04 changeable_min", "changeable by 8 of 13: 0.62 is just over the line of 0.6",
         _changes(said("03 04 05 06 08 11 13 15 16 17", no="01 02 07 09 10 12 14"), RUNS), "VERANDERBAAR"),
    Side("chronic_min", "lasting by 7 of 12: 0.58 is just under the line of 0.6",
         _changes(said("03 05 07 08 11 12 13 16 17", no="01 02 04 06 09 10 14 15"), RUNS), "GEMENGD"),
    Side("chronic_min", "lasting by 4.5 of 7: 0.64 is just over the line of 0.6",
         _changes({**said("02 07 13 14 15 16 17", half="09", no="04 06 11 12"), **_aside("01", "03", "05", "08", "10")},
                  RUNS), "CHRONISCH"),
    Side("chronic_margin", "lasting by 10.5 of 12, changeable by 9 of 13: 0.88 is just not 0.2 above 0.69",
         _changes(said("03 04 05 06 07 09 10 11", half="02 08", no="01")), "GEMENGD"),
    Side("changeable_min", "changeable by 4.5 of 8: 0.56 is under the line of 0.6",
         _changes({**said("02 07 11", half="04 05", no="03 08 09 10"), **_aside("01", "06")}), "GEMENGD"),
    Side("changeable_margin", "changeable by 8 of 10, lasting by 5 of 9: 0.8 is 0.24 above 0.56, and 0.2 is enough",
         _changes({**said("04 05 06 07 10 12 16 17", half="02", no="03 09 11 13 14 15"), **_aside("01", "08")}, RUNS),
         "VERANDERBAAR"),
    Side("VC12 VC14", "prolonging, gain 1 less 3 of 5 lost: 0.4 is just not the gain of 0.5 that shows change",
         _changes({**said("12 15 16 17", no="14"), **_aside("13")}, PROLONGED), "GEMENGD"),
    Side("VC13 no_gain_max", "3 of 6 lost and nothing gained is -0.5: that is the line, and help brings no more gain",
         _changes({**said("02 03 05 08 13 16 17", no="01 04 07 09 10 11 12"), **_aside("06", "14", "15")}, RUNS),
         "GEEN_WINST"),
    Side("answered_share VC14 VC15", "5 of 8 answered about gain: 0.63 is just enough to say something",
         _changes({**said("14 15 16 17"), **_aside("12")}, PROLONGED), "GEMENGD"),
    Side("answered_share", "7 of 12 answered about what lasts: 0.58 is just too little to say something",
         _changes({**said("02 06 07 11", half="08", no="05"), **_aside("01")}), "ONVOLDOENDE_ZICHT"),
    Side("goal_high_score", "an eight is as high as a family asks for",
         _changes({**CHANGEABLE, **NO_GAIN}, {**RUNS, "needs.goals": [goal(now=8)]}), "DOEL_BEREIKT"),
    Side("goal_high_score", "a seven leaves something to reach",
         _changes({**CHANGEABLE, **NO_GAIN}, {**RUNS, "needs.goals": [goal(now=7)]}), "GEEN_WINST"),
]  # fmt: skip

# The level, the terms, and what the checklists conclude

_ON_THE_WAY = {"special_checks.big_five": [{**BIG_FIVE[1], "status": "niet geregeld"}]}
_RESPITE = {"situation.problem_area": "logeren", "own_capacity.more_than_usual": True}
_HOME = {
    **_STAY,
    "special_checks.family_form_reason": "Pleegzorg bij oom en tante",
    "consultations": [advice()],
    "checklists": {"f": {"IN15": "ja", "IN16": "ja"}},
}
_CAREFUL = {
    "comparison.level": "intensief",
    "special_checks.lighter_done_well": True,
    "special_checks.threat_of_placement": True,
    "special_checks.steady_carer": True,
    "explanation.variant": "uitgebreid",
    "explanation.behavioural_scientist": "ja",
}


def _load(*loads: str) -> dict[str, Any]:
    answers = {f"LO03{letter}": load for letter, load in zip("abcd", loads, strict=True)}
    return {**_RESPITE, "checklists": {"e": answers}}


def _ways(*ways: str) -> dict[str, Any]:
    return {**_HOME, "special_checks.stay_alternatives": list(ways)}


SETTINGS = [
    Side("level_some", "two heavy points leave room for indicated help",
         _levels(weighing("impairment", "places")), (1, 2)),
    Side("level_some", "one heavy point does not", _levels(weighing("impairment")), (1,)),
    Side("level_many", "four heavy points point to indicated help",
         _levels(weighing("impairment", "places", "severity", "carers")), (2,)),
    Side("level_many", "three leave both open", _levels(weighing("impairment", "places", "severity")), (1, 2)),
    Side("level_long_months", "a year is long, and the second heavy point",
         _levels({**weighing("impairment"), "problem_months": 12}), (1, 2)),
    Side("level_long_months", "eleven months is not yet long",
         _levels({**weighing("impairment"), "problem_months": 11}), (1,)),
    Side("level_recent_months", "two months is fresh: what is free for all can be enough",
         _levels({**LIGHT, "problem_months": 2}), (0, 1)),
    Side("level_recent_months", "three months no longer is", _levels({**LIGHT, "problem_months": 3}), (1,)),
    Side("decision_term_weeks", "six weeks after the report two of the eight are left: plan the decision",
         _says("R-TERMIJN-01", {"intake.report_date": "-42d", "decision.decision": ABSENT}), True),
    Side("decision_term_weeks", "a day earlier there is still more than two weeks",
         _says("R-TERMIJN-01", {"intake.report_date": "-41d", "decision.decision": ABSENT}), False),
    Side("wait_norm_days", "six weeks and a day is longer than anybody should wait",
         _says("R-WACHT-01", {"decision.products": [families.product(wait_days=43)]}), True),
    Side("wait_norm_days", "six weeks is the norm itself",
         _says("R-WACHT-01", {"decision.products": [families.product(wait_days=42)]}), False),
    Side("big_five_due_months", "half a year before eighteen a point nobody arranged stands open",
         _concludes("b", _born("-17y6m", **_ON_THE_WAY)), ("BIG5_OPEN",)),
    Side("big_five_due_months", "a month earlier there is still time", _concludes("b", _born("-17y5m", **_ON_THE_WAY)),
         ("BIG5_BEZIG",)),
    Side("respite_overload_mean", "a load of 2.5 is more than volunteers can take over",
         _concludes("e", _load("3", "3", "2", "2")), ("LOGEREN_INDICATIE",)),
    Side("respite_overload_mean", "a load of 2.25 is not yet",
         _concludes("e", _load("3", "2", "2", "2")), ("LOGEREN_VRIJWILLIG",)),
    Side("stay_alternatives_min", "two other ways were really talked over",
         _concludes("f", _ways("Bij oma", "Hulp dag en nacht thuis")), ("VERBLIJF_KAN",)),
    Side("stay_alternatives_min", "one other way is no choice",
         _concludes("f", _ways("Bij oma")), ("NOG_GEEN_VERBLIJF",)),
    Side("analysis_fresh_months", "an analysis of half a year ago is of another time",
         _says("R-INT-01", {**_CAREFUL, "explanation.made_on": "-6m"}), True),
    Side("analysis_fresh_months", "one of five months ago still counts",
         _says("R-INT-01", {**_CAREFUL, "explanation.made_on": "-5m"}), False),
]  # fmt: skip

# Likeness: who is nearest turns on one weight

_BORDER = {
    "family_capacity": 2, "problem_area": "basis_ggz", "motivation_parent": 2, "network": 2, "school": "geen_onderwijs",
    "help_effect": "afgevlakt", "target_groups": frozenset({"LVB_kind", "trauma", "gedrag"}), "duration": "lang",
    "flags": frozenset({"crisis_recent", "stapeling"}), "safety": "geen", "severity": 3,
}  # fmt: skip
_YOUNG_ADULT = {
    "age": 18, "target_groups": frozenset({"LVB_kind", "trauma", "gedrag"}), "family_capacity": 3, "safety": "geen",
    "help_history": "geen", "help_effect": "nee", "impairment": 3, "severity": 1, "changeability": "VERANDERBAAR",
    "flags": frozenset({"crisis_recent", "stapeling"}),
}  # fmt: skip
_LASTING = {
    "age": 17, "duration": "levenslang", "help_effect": "afgevlakt", "problem_area": "logeren", "safety": "zorgen",
    "school": "geen_onderwijs", "network": 1, "flags": frozenset(), "help_history": "intensief", "impairment": 1,
    "changeability": "CHRONISCH", "motivation_parent": 1,
}  # fmt: skip
_ANXIOUS = {
    "age": 13, "severity": 1, "school": "regulier", "motivation_child": 2, "duration": "levenslang", "settings": 1,
    "help_history": "geen", "impairment": 2, "network": 3, "target_groups": frozenset({"angst_stemming"}),
    "family_capacity": 3, "distress": 2,
}  # fmt: skip
_NO_MORE_GAIN = {
    "settings": 2, "target_groups": frozenset({"LVB_kind", "ASS"}), "distress": 0, "problem_area": "onderwijs",
    "motivation_parent": 2, "safety": "geen", "flags": frozenset(), "help_history": "geen", "network": 1,
    "changeability": "GEEN_WINST", "school": "niet_van_toepassing",
}  # fmt: skip
_WILLING = {
    "age": 15, "motivation_child": 2, "safety": "geen", "distress": 2, "help_history": "geen", "help_effect": "nee",
    "duration": "lang", "motivation_parent": 3, "changeability": "VERANDERBAAR",
}  # fmt: skip
_JUST_ALIKE = {
    "distress": 3, "motivation_child": 2, "problem_area": "verblijf", "settings": 2, "duration": "lang",
    "impairment": 0, "school": "regulier", "safety": "geen", "help_history": "geen", "flags": frozenset(),
}  # fmt: skip
_JUST_UNLIKE = {
    "age": 16, "settings": 2, "distress": 2, "target_groups": frozenset({"angst_stemming"}), "motivation_parent": 3,
    "impairment": 1, "duration": "levenslang", "problem_area": "logeren", "changeability": "VERANDERBAAR",
    "family_capacity": 0,
}  # fmt: skip
_WELL_KNOWN = {
    "motivation_child": 1, "target_groups": frozenset({"gedrag", "scheiding"}), "family_capacity": 1, "distress": 3,
    "motivation_parent": 2, "problem_area": "basis_individueel", "help_effect": "nee", "duration": "lang",
}  # fmt: skip
_LITTLE_KNOWN = {
    "school": "regulier", "network": 2, "duration": "3_12", "severity": 1, "safety": "geen", "impairment": 1,
}  # fmt: skip

LIKENESS = [
    Side("duration family_capacity flags help_effect motivation_parent network problem_area safety school severity "
         "target_groups", "IJK-13 and IJK-15 are equally near (0.667): what counts a point more or less decides",
         _nearest(_BORDER), "IJK-13"),
    Side("age family_capacity help_effect help_history impairment severity target_groups",
         "IJK-05 (0.702) goes just before IJK-11 (0.700): age tells a bit more than what kind of children they are",
         _nearest(_YOUNG_ADULT), "IJK-05"),
    Side("changeability flags help_history problem_area safety school",
         "IJK-10 (0.725) goes just before IJK-28 (0.717): that it lasts tells more than where it plays",
         _nearest(_LASTING), "IJK-10"),
    Side("age distress motivation_child network settings",
         "IJK-02 and IJK-12 are equally near (0.864): a point more on age or distress makes it the other",
         _nearest(_ANXIOUS), "IJK-02"),
    Side("changeability distress motivation_parent settings",
         "IJK-08 (0.682) goes just before IJK-10 (0.674): what parents want tells more than that help gains no more",
         _nearest(_NO_MORE_GAIN), "IJK-08"),
    Side("motivation_child", "IJK-13 (0.958) goes before IJK-05 (0.941) because the child itself wants this",
         _nearest(_WILLING), "IJK-13"),
    Side("alike_min", "IJK-21 and IJK-31 are alike by 0.71 and 0.70: just enough to lean on",
         _points_to(_JUST_ALIKE), 1),
    Side("alike_min", "IJK-13 is the nearest and alike by 0.698: just not enough", _points_to(_JUST_UNLIKE), None),
    Side("alike_coverage_min", "0.44 of the weight is known, and that is just enough to compare",
         _points_to(_WELL_KNOWN), 2),
    Side("alike_coverage_min", "0.36 of the weight is known, and that is just too little to compare",
         _points_to(_LITTLE_KNOWN), None),
]  # fmt: skip

SIDES = [*OPENING, *CHANGEABILITY, *SETTINGS, *LIKENESS]
