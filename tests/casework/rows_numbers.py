"""Families on the two sides of a number in a rule, where the other tables have none that lies so near to it."""

from __future__ import annotations

from typing import Any

from tests.casework.families import ABSENT, BIG_FIVE, advice, ended, helped, need, problem, product
from tests.casework.rule_rows import Row

_OPEN = {"decision.decision": ABSENT}
_SIGNS = {f"VE{number:02}": "nee" for number in range(2, 8)}
_NOT_BY_THE_LIST = {"checklists": {"c": {"ST01": "nee", "ST02": "nee"}}}
_TWO_FOR_ONE = [helped(f"h{n}", goal_area="gedrag_emotie", provider=f"Aanbieder {n}") for n in range(2)]
_AREAS = ("school_werk", "netwerk", "wonen_geld")
_THREE = [helped(f"h{n}", goal_area=area, provider=f"Aanbieder {n}") for n, area in enumerate(_AREAS)]
_OF_TWO = [*_THREE[:2], {**_THREE[2], "provider": "Aanbieder 0"}]
_NOBODY = {"help_history.coordinator_now": ABSENT, "decision.coordinator": ABSENT}
_LONG = {"needs.needs": [need(months=13)], "needs.review_date": "+14m"}
_JUST_OVER = {"decision.products": [product(start="2026-12-01", end="2027-06-02")]}
_HALF_A_YEAR = {"decision.products": [product(start="2026-12-01", end="2027-06-01")]}
_STAY = {"situation.problem_area": "verblijf"}
_ONE_WAY = {"special_checks.stay_alternatives": ["Bij oma"]}


def _factors(many: int) -> dict[str, Any]:
    return {"explanation.factors": [{"id": f"x{n}", "text": "Moe", "level": "kind"} for n in range(many)]}


def _born(day: str) -> dict[str, Any]:
    return {"identity.birth_date": day}


def _light(impairment: int, months: int, **more: Any) -> dict[str, Any]:
    """A light case for which indicated help was chosen."""
    problems = [problem(impairment=impairment, since=f"-{months}m")]
    return {"comparison.level": "geindiceerd_ambulant", "situation.problems": problems, **more}


_HELPED = {"help_history.help": [ended("h1", "-2y", "-1y", "G1")]}
_WORRIES = {"safety.verdict": "zorgen_onder_controle"}

# R-HSJ-01 counts eight criteria, and four are enough. Each family says which of them it meets.
_PLACES = {"situation.problems": [problem(where=["thuis", "school", "buiten"])]}
_TWO_PLACES = {"situation.problems": [problem(where=["thuis", "school"])]}
_AT_HOME = {"situation.school_type": "thuiszitter"}
_AT_SCHOOL = {"situation.school_type": "SO"}
_PROVIDERS = {"help_history.help": _THREE}
_WAS_AWAY = {"help_history.help": [ended("h1", "-2y", "-1y", "G3")]}
_RETURNED = [ended("h1", "-48m", "-40m", "G2"), ended("h2", "-30m", "-20m", "G2"), ended("h3", "-12m", "-2m", "G2")]
_UNSAFE = {"safety.verdict": "onveilig_hulp_mogelijk"}
_SEVERE = {"situation.severity_child": 3}
_CLEAR = {"situation.severity_child": 2}

ROWS = [
    Row("R-TERMIJN-01", {"intake.urgency": "vandaag", "intake.report_date": "-1d", **_OPEN},
        {"intake.report_date": "+0d"}, why="help was needed the same day, and yesterday has gone by"),
    Row("R-VEIL-06", {"checklists": {"g": {**_SIGNS, "VE03": "ja"}}}, {"checklists": {"g": _SIGNS}},
        why="all was asked and no sign was seen: then safe is safe"),
    Row("R-KIND-01", {**_born("-6y"), "safety.spoken_alone": "nee_te_jong"}, _born("-5y11m"),
        why="from the sixth birthday a child is spoken to alone"),
    Row("R-VA-02", _factors(2), _factors(1), why="one cause in the child says nothing yet of where people looked"),
    Row("R-STAP-01", {"help_history.help": _TWO_FOR_ONE, **_NOT_BY_THE_LIST}, {"help_history.help": _THREE[:2]},
        why="two at work on one goal are a stack, whatever the checklist says"),
    Row("R-STAP-01", {"help_history.help": _THREE, **_NOT_BY_THE_LIST}, {"help_history.help": _OF_TWO},
        why="three forms of help of three providers are a stack; of two providers they still know each other"),
    Row("R-REGIE-01", {"help_history.help": _TWO_FOR_ONE, **_NOBODY},
        {"help_history.help": [{**one, "provider": "Eén"} for one in _TWO_FOR_ONE]},
        why="one provider keeps its own help together, two do not"),
    Row("R-VC-05", {"needs.stop_criteria": []}, why="it was asked, and not one reason to stop was named"),
    Row("R-OMV-01", _JUST_OVER, _HALF_A_YEAR, why="basic support of half a year and a day is longer than it is for"),
    Row("R-OMV-01", {"needs.needs": [need(months=7)], "decision.products": ABSENT},
        {"needs.needs": [need(months=6)]}, why="seven months is a month longer than basic support is for"),
    Row("R-EK-02", _LONG, {"own_capacity.own_capacity": []}, why="nothing of their own was counted on, so none tires"),
    Row("R-EK-02", _LONG, {"needs.review_date": "+1w"}, why="they look again this very month"),
    Row("R-EK-02", {**_LONG, "needs.review_date": "-1m"}, {"needs.review_date": "+12m"},
        why="a review a month ago guards nothing to come; a year ahead is the furthest that does"),
    Row("R-EK-02", {**_LONG, "needs.review_date": "+13m"}, {"needs.review_date": "+12m"},
        why="thirteen months ahead is more than the year they may be left alone with it"),
    Row("R-AFB-ZVW", {"situation.problem_area": "basis_ggz", **_born("-17y7m")}, _born("-17y6m"),
        why="with half a year to go there is time to find the adult ggz, with five months there is not"),
    Row("R-REST-00", {"extra.residual_count": 0}, {"needs.needs": []},
        why="without a need there is nothing that could be left of it"),
    Row("R-IJK-01", {"comparison.level": "geindiceerd_ambulant", "comparison.why": ABSENT},
        {"comparison.level": "basisondersteuning"}, why="one level above what others like this got asks for a reason"),
    # three of four points make a case light: short, little hindered, without help before, safe
    Row("R-NIV-01", _light(1, 5, **_WORRIES), _light(1, 6, **_WORRIES),
        why="with worries about safety it is light only while shorter than half a year"),
    Row("R-NIV-01", _light(1, 5, **_WORRIES), _light(2, 5, **_WORRIES),
        why="with worries about safety it is light only while it hinders a bit at most"),
    Row("R-NIV-01", _light(1, 5, **_HELPED), _light(1, 6, **_HELPED),
        why="with help before it is light only while shorter than half a year"),
    Row("R-NIV-01", _light(1, 5, **_HELPED), _light(2, 5, **_HELPED),
        why="with help before it is light only while it hinders a bit at most"),
    # on the way to eighteen
    Row("R-18-01", {**_born("-16y"), "special_checks.big_five": BIG_FIVE[:4]},
        {"special_checks.big_five": BIG_FIVE}, why="four of the five leave one nobody talked about"),
    Row("R-18-02", {**_born("2008-11-24"), "help_history.help": [helped("h1")]}, _born("2008-11-23"),
        why="the last day to decide is the day before the birthday; after it this road is closed"),
    Row("R-18-02", {**_born("-17y6m"), "help_history.help": [helped("h1")], "decision.products": []},
        {"help_history.help": []}, why="one form of help that runs must go on somewhere"),
    Row("R-18-02", {**_born("-17y6m"), "help_history.help": []}, {"decision.products": []},
        why="one product that is chosen now must go on somewhere"),
    Row("R-18-04", {**_born("-17y6m"), "special_checks.big_five": [{**BIG_FIVE[1], "status": "niet geregeld"}]},
        _born("-17y5m"), why="a month before seventeen and a half there is still time to arrange it"),
    # staying elsewhere
    Row("R-LOG-02", {"decision.products": [product(name="logeren-laag", start="2026-12-01", end="2027-06-02")]},
        {"decision.products": [product(name="logeren-laag", start="2026-12-01", end="2027-06-01")]},
        why="half a year and a day of stays is given without looking in between"),
    Row("R-VERBLIJF-01", {**_STAY, **_ONE_WAY}, {"special_checks.stay_alternatives": ["Bij oma", "Hulp thuis"]},
        why="one other way is no choice"),
    Row("R-VERBLIJF-03",
        {**_STAY, "comparison.level": "intensief", "special_checks.stay_alternatives": ["Bij oma", "Hulp thuis"],
         "special_checks.family_form_reason": "Pleegzorg bij oom en tante", "consultations": [advice()]},
        _ONE_WAY, why="with one other way R-VERBLIJF-01 says it already"),
    # the family nobody lets go of
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_UNSAFE, **_SEVERE}, _TWO_PLACES,
        why="three places make it everywhere, two do not; and at home, unsafe and severe are three"),
    Row("R-HSJ-01", {**_AT_HOME, **_UNSAFE, **_SEVERE, **_STAY}, _AT_SCHOOL,
        why="four without the places are four all the same; three are not"),
    Row("R-HSJ-01", {**_AT_HOME, **_UNSAFE, **_SEVERE, **_STAY}, {"safety.verdict": "veilig"},
        why="at home, severe and a stay are three, and safe adds nothing"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_SEVERE, **_STAY}, {"situation.problem_area": "gezin_lvb"},
        why="four where all is safe; and without a stay three"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_UNSAFE, **_CLEAR, **_STAY}, _AT_SCHOOL,
        why="four without being severe; and places, unsafe and a stay are three"),
    Row("R-HSJ-01", {**_PLACES, **_UNSAFE, **_SEVERE, **_STAY}, _CLEAR, why="four of a child that goes to school"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_SEVERE, **_PROVIDERS}, {"help_history.help": _OF_TWO},
        why="the third provider is the fourth point"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_SEVERE, **_PROVIDERS}, _AT_SCHOOL,
        why="three providers are one point, not two"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_SEVERE, **_WAS_AWAY}, _AT_SCHOOL,
        why="intensive help before is one point: the fourth, or the third"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_SEVERE, "help_history.help": _RETURNED},
        {"help_history.help": _RETURNED[1:]}, why="referred again twice is a point, once is none"),
    Row("R-HSJ-01", {**_PLACES, **_AT_HOME, **_SEVERE, "help_history.help": _RETURNED}, _AT_SCHOOL,
        why="referred again twice is one point, not two"),
]  # fmt: skip
