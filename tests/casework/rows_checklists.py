"""Rules that rest on what checklists b to g came to."""

from __future__ import annotations

from typing import Any

from tests.casework.families import BIG_FIVE, advice, helped, product
from tests.casework.rule_rows import Row

_STAY = {"situation.problem_area": "verblijf"}
_INTENSIVE = {"comparison.level": "intensief"}
_RESPITE = {"situation.problem_area": "logeren", "own_capacity.more_than_usual": True}
_RUNS = {
    "help_history.help": [helped("h1", name="logeren-laag", start="-1m")],
    "decision.products": [product(name="logeren-laag")],
}
_AFTER_CRISIS = {"help_history.crisis": True, "help_history.crisis_end": "-2m"}
_READY = {"IN01": "ja", "IN02": "ja", "IN03": "ja", "IN05": "ja"}
_FAMILY_FORM = {
    **_STAY,
    **_INTENSIVE,
    "special_checks.stay_alternatives": ["Hulp dag en nacht thuis", "Bij oma"],
    "special_checks.family_form_reason": "Pleegzorg bij oom en tante",
    "consultations": [advice()],
}
_STOPPED = {
    "handover.sent_on": "-3m",
    "identity.birth_date": "-16y",
    "handover.review_talks": [
        {"id": "r1", "on": "-1w", "gain": "ja", "choice": "doel_bereikt", "reasons": "Het gaat goed"}
    ],
}


def _list(name: str, **answers: str) -> dict[str, Any]:
    return {"checklists": {name: answers}}


ROWS = [
    # g: what people saw stands beside what they judged
    Row("R-VEIL-06", _list("g", VE03="ja"), _list("g", VE03="nee"),
        why="one sign is enough to look again at the verdict that it is safe"),
    Row("R-VEIL-06", _list("g", VE05="een beetje"), {"safety.verdict": "zorgen_onder_controle"}),
    # c: half a yes is not yet stacking; looking again and choosing for the cause breaks the chain
    Row("R-STAP-01", _list("c", ST01="ja"), _list("c", ST01="een_beetje")),
    Row("R-STAP-01", _list("c", ST02="ja"), _list("c", ST02="nee")),
    Row("R-KETEN-01", {**_AFTER_CRISIS, **_list("c", ST10="nee")}, _list("c", ST10="ja", ST11="ja")),
    Row("R-KETEN-01", {**_AFTER_CRISIS, **_list("c", ST10="ja", ST11="nee")}, _list("c", ST10="ja")),
    Row("R-KETEN-01", {**_list("c", ST09="ja", ST10="nee")}, _list("c", ST09="nee", ST10="nee")),
    Row(
        "R-STAP-03",
        {"help_history.help": [helped("h1")], **_list("c", ST01="ja")},
        {"special_checks.stops_or_waits": "De training wacht tot de zomer"},
    ),
    Row("R-STAP-03", {"help_history.help": [helped("h1")], **_list("c", ST01="ja")}, {"decision.products": []},
        why="with one product chosen something new begins, with none nothing does"),
    # d: an answer in the checklist counts as the answer in step 9 does
    Row("R-AFB-WLZ", _list("d", AF01="ja", AF02="ja", AF03="ja"), _list("d", AF01="ja", AF02="ja", AF03="nee")),
    Row("R-AFB-ZVW", _list("d", AF06="ja"), _list("d", AF06="nee")),
    Row("R-AFB-WMO", _list("d", AF11="ja"), _list("d", AF11="een_beetje")),
    Row("R-AFB-ONDW", _list("d", AF14="ja"), _list("d", AF14="ja", AF13="ja")),
    Row("R-AFB-PREV", _list("d", AF18="ja", AF19="nee"), _list("d", AF18="ja", AF19="nee", AF20="nee")),
    Row("R-AFB-PREV", _list("d", AF18="een_beetje", AF19="nee"), _list("d", AF18="nee", AF19="nee")),
    # e: from 2,5 of 4 the load on parents asks for indicated respite, below it for volunteers
    Row(
        "R-LOG-01",
        {**_RESPITE, **_list("e", LO03a="3", LO03b="2", LO03c="2", LO03d="2")},
        _list("e", LO03a="3", LO03b="3", LO03c="2", LO03d="2"),
    ),
    Row("R-LOG-01", {**_RESPITE, **_list("e", LO02="elke_dag")}, _list("e", LO02="zware_nachten")),
    Row(
        "R-LOG-01",
        {**_RESPITE, **_list("e", LO01="nee", LO04="nee", LO05="past_niet", LO06="nee")},
        _list("e", LO01="ja", LO04="nee", LO05="past_niet", LO06="nee"),
    ),
    Row("R-LOG-03", {**_RESPITE, **_list("e", LO08="nee")}, _list("e", LO08="een_beetje")),
    Row("R-LOG-04", _RUNS, {"help_history.help": [helped("h1", name="logeren-laag", start="-3w")]},
        why="a month has gone by, so there is something to weigh; in the first month there is not"),
    Row("R-LOG-04", _RUNS, _list("e", LO03a="2", LO03b="1", LO03c="1", LO09="ja", LO10="een_beetje")),
    Row(
        "R-LOG-04",
        {**_RUNS, **_list("e", LO03a="2", LO03b="1", LO09="ja", LO10="ja")},
        _list("e", LO03a="2", LO03b="1", LO03e="0", LO09="ja", LO10="ja"),
    ),
    # f: half a yes does not open the gate; urgency stands in for lighter help; a reason against needs an answer
    Row("R-INT-01", {**_INTENSIVE, **_list("f", **{**_READY, "IN05": "een_beetje"})}, _list("f", **_READY)),
    Row("R-INT-01", {**_INTENSIVE, **_list("f", **{**_READY, "IN02": "nee"})}, {"intake.urgency": "vandaag"}),
    Row("R-INT-01", {**_INTENSIVE, **_list("f", **_READY, IN06="ja")}, _list("f", **_READY, IN06="ja", IN06b="ja")),
    Row("R-INT-01", {**_INTENSIVE, **_list("f", **{**_READY, "IN03": "nee"})}, _list("f", **_READY)),
    Row("R-VERBLIJF-03", {**_FAMILY_FORM, **_list("f", IN15="ja")}, _list("f", IN15="ja", IN16="ja"),
        why="two other ways were talked over, so only the form of family is left to weigh"),
    Row("R-VERBLIJF-03", {**_FAMILY_FORM, **_list("f", IN16="ja")}, {"comparison.level": "geindiceerd_ambulant"}),
    Row(
        "R-VERBLIJF-03",
        {**_FAMILY_FORM, **_list("f", IN15="ja", IN16="ja"), "consultations": []},
        {"consultations": [advice()]},
    ),
    # b: nobody is let go while something is nobody's
    Row(
        "R-18-05",
        {**_STOPPED, "special_checks.big_five": [{**BIG_FIVE[1], "status": "niet geregeld"}]},
        {"special_checks.big_five": [{**BIG_FIVE[1], "status": "niet geregeld", "who": "moeder"}]},
        why="one point without an owner is enough to hold on",
    ),
]  # fmt: skip
