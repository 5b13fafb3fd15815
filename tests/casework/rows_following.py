"""Rules on following the help: what the reviews found, and what was chosen."""

from __future__ import annotations

from typing import Any

from tests.casework.families import ABSENT, goal, helped
from tests.casework.rule_rows import Row


def talk(id_: str = "r1", on: str = "-1w", **fields: Any) -> dict[str, Any]:
    """A review at which all was well and the help goes on."""
    return {"id": id_, "on": on, "gain": "ja", "choice": "doorgaan", "reasons": "Het gaat vooruit", **fields}


def score(review: str, number: int, goal_id: str = "d1") -> dict[str, Any]:
    return {"id": f"s-{review}-{goal_id}", "review": review, "goal": goal_id, "score": number}


SENT = {"handover.sent_on": "-14m", "handover.started_on": "-13m", "handover.reaction": "geaccepteerd"}
_TWICE = {**SENT, "handover.review_talks": [talk("r1", "-3m", gain="afgevlakt"), talk("r2", "-1w", gain="nee")]}
_AGREED = {"needs.conclusion": {"value": "VERANDERBAAR", "on": "-1w"}}


def _chose(choice: str, **fields: Any) -> dict[str, Any]:
    return {**SENT, "handover.review_talks": [talk(choice=choice, **fields)]}


_PROLONGED = {**_chose("verlengen"), "intake.track": "verlenging", **_AGREED}


_BEGUN = {"intake.track": {"value": "verlenging", "on": "-1d"}}
_LOOKED_AGAIN = {
    "decision.motivation": {"value": "In vijf stappen", "on": "-1d"},
    "decision.signed_by": {"value": "A. Fictema", "on": "-1d"},
    "handover.read_by_child": {"value": "akkoord", "on": "-1d"},
    "handover.read_by_parents": {"value": "akkoord", "on": "-1d"},
}


def _scored(choice: str, *numbers: int) -> dict[str, Any]:
    talks = [talk(f"r{at}", f"-{10 - at}w", choice=choice) for at in range(1, len(numbers) + 1)]
    scores = [score(f"r{at}", number) for at, number in enumerate(numbers, start=1)]
    return {
        **SENT,
        "needs.goals": [goal(start=3, target=7)],
        "handover.review_talks": talks,
        "handover.goal_scores": scores,
    }


_CAME_BACK = {**SENT, "handover.ended_on": "-6m", "handover.came_back_on": "-1w"}


def _yearly(**fields: Any) -> dict[str, Any]:
    fits = {"kind": "jaarlijks_licht", "still_fits": "ja", "could_be_less": False, "carers_manage": True, **fields}
    return {**SENT, "needs.conclusion": "CHRONISCH", "handover.review_talks": [talk(**fits)]}


ROWS = [
    # the day of the review is behind us, and nobody talked since
    Row("R-VOLG-01", {**SENT, "needs.review_date": "-1d"}, {"handover.review_talks": [talk(on="-1d")]}),
    Row(
        "R-VOLG-01",
        {**SENT, "needs.review_date": "-1d", "handover.review_talks": [talk(on="-16d")]},
        {"handover.review_talks": [talk(on="-15d")]},
    ),
    Row(
        "R-VOLG-01",
        {**SENT, "handover.review_talks": [talk(on="-5w", next_on="-1d")], "needs.review_date": "-5w"},
        {"handover.review_talks": [talk(on="-5w", next_on="+0d")]},
    ),
    # twice no gain opens step 8 again, until the conclusion is drawn anew
    Row(
        "R-VOLG-02",
        {"help_history.help": [helped("h1", gain="nee"), helped("h2", gain="afgevlakt")], "needs.conclusion": ABSENT},
        {"help_history.help": [helped("h1", gain="nee"), helped("h2", gain="ja")]},
        why="twice without gain is a pattern, once is not",
    ),
    Row(
        "R-VOLG-02",
        {"needs.conclusion": {"value": "VERANDERBAAR", "on": "-2m"},
         "help_history.help": [helped("h1", gain="nee"), helped("h2", gain={"value": "nee", "on": "-1m"})]},
        {"needs.conclusion": {"value": "VERANDERBAAR", "on": "-1m"}},
        why="a conclusion of the same day or later already weighed the help that brought nothing, sent or not",
    ),
    Row(
        "R-VOLG-02",
        {"help_history.help": [helped("h1", gain="nee"), helped("h2", gain="nee")], "handover.sent_on": "-1w",
         "needs.conclusion": "VERANDERBAAR"},
        {"handover.sent_on": ABSENT},
        why="of a conclusion without a day nobody knows what it weighed: it is asked for again once help was sent for",
    ),
    Row(
        "R-VOLG-02",
        _TWICE,
        {"handover.review_talks": [talk("r1", "-3m", gain="afgevlakt"), talk("r2", "-1w", gain="ja")]},
    ),
    Row("R-VOLG-02", _TWICE, _AGREED),
    Row("R-VOLG-02", {**_TWICE, "needs.conclusion": {"value": "VERANDERBAAR", "on": "-8d"}}, _AGREED),
    # to prolong takes the short checklist for prolonging
    Row("R-VOLG-03", {**_chose("verlengen"), **_AGREED}, {"intake.track": "verlenging"}),
    Row("R-VOLG-03", {**_PROLONGED, "extra.changeability": ABSENT}, {"extra.changeability": "VERANDERBAAR"}),
    Row("R-VOLG-03", {**_PROLONGED, "extra.changeability": "ONVOLDOENDE_ZICHT"}, {"extra.changeability": "GEEN_WINST"}),
    # and a conclusion that is not from before the review
    Row("R-VOLG-03", {**_PROLONGED, "needs.conclusion": {"value": "VERANDERBAAR", "on": "-8d"}}, _AGREED),
    # help that stopped is not reviewed any more, but for the call
    Row("R-VOLG-10", {**_chose("doorgaan"), "handover.ended_on": "-8d"}, {"handover.ended_on": "-1w"}),
    Row("R-VOLG-10", {**_chose("verlengen"), "handover.ended_on": "-8d"}, _chose("doel_bereikt")),
    Row("R-VOLG-10", {**_chose("doorgaan"), "handover.ended_on": "-8d", "handover.came_back_on": "-6d"},
        {"handover.came_back_on": "-1w"}),
    # what was answered before a prolonging is looked at again
    Row("R-VERL-04", {**_BEGUN, "decision.motivation": {"value": "Zo was het toen.", "on": "-2d"}}, _LOOKED_AGAIN),
    Row("R-VERL-04", {**_BEGUN, **_LOOKED_AGAIN, "decision.signed_by": {"value": "A. Fictema", "on": "-2d"}},
        _LOOKED_AGAIN),
    Row("R-VERL-04", {**_BEGUN, **_LOOKED_AGAIN, "checklists": {"a": {"VC18b": {"value": "ja", "on": "-2d"}}}},
        {"checklists": {"a": {"VC18b": {"value": "ja", "on": "-1d"}}}}),
    Row("R-VERL-04", {**_BEGUN, "decision.motivation": {"value": "Zo was het toen.", "on": "-2d"}},
        {"intake.track": "verlenging"}),
    Row("R-VERL-04", {**_BEGUN, "decision.motivation": {"value": "Zo was het toen.", "on": "-2d"}},
        {"decision.motivation": "Zo was het toen."}),  # without a day it says what it says today
    # lasting support is looked at once a year
    Row(
        "R-VOLG-04",
        {**SENT, "needs.conclusion": "CHRONISCH", "handover.started_on": "-12m"},
        {"handover.started_on": "-11m"},
        why="a year without a look is too long for support that lasts; eleven months is not",
    ),
    Row("R-VOLG-04", {**SENT, "needs.conclusion": "CHRONISCH"}, {"needs.conclusion": "VERANDERBAAR"}),
    Row("R-VOLG-04", {**SENT, "needs.conclusion": "CHRONISCH"}, {"handover.review_talks": [talk(on="-11m")]}),
    # a choice has a reason, and less help has a plan
    Row("R-VOLG-05", _chose("andere_aanpak", reasons=" "), _chose("andere_aanpak")),
    Row("R-VOLG-06", _chose("afschalen"), {"needs.step_down": "Elke maand een gesprek minder"}),
    Row(
        "R-VOLG-06",
        {**_chose("stoppen_met_plan"), "needs.step_down": "In drie weken", "checklists": {"a": {"VC18b": "ja"}}},
        {"checklists": {"a": {"VC18b": "een_beetje"}}},
    ),
    # what is chosen beside what the family scored
    Row("R-VOLG-07", _scored("doel_bereikt", 5, 6), _scored("doel_bereikt", 5, 7)),
    Row("R-VOLG-07", _scored("verlengen", 5, 5), _scored("verlengen", 5, 6)),
    Row("R-VOLG-07", _scored("doorgaan", 6, 5), _scored("andere_aanpak", 6, 5)),
    # within half a year after the help stopped nobody starts anew
    Row(
        "R-VOLG-08",
        _CAME_BACK,
        {"handover.ended_on": "-7m"},
        why="back in the sixth month is the same story; half a year later it is a new one",
    ),
    Row("R-VOLG-08", _CAME_BACK, {"needs.conclusion": {"value": "VERANDERBAAR", "on": "-1w"}}),
    Row("R-VOLG-08", _CAME_BACK, {"handover.came_back_on": ABSENT}),
    # the light look once a year asks for more where something changed, until step 8 is looked at again
    Row("R-VOLG-09", _yearly(still_fits="deels"), _yearly()),
    Row("R-VOLG-09", _yearly(could_be_less=True), _yearly()),
    Row("R-VOLG-09", _yearly(carers_manage=False), _yearly()),
    Row("R-VOLG-09", _yearly(other_law=True), _yearly()),
    Row("R-VOLG-09", _yearly(still_fits="nee"), {"needs.conclusion": {"value": "CHRONISCH", "on": "-1w"}}),
]  # fmt: skip
