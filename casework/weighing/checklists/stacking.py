"""Checklist c: help that stacks up, and help chained on after a crisis (seed:000, stuurknoppen; brief §4c)."""

from __future__ import annotations

from collections.abc import Iterator

from casework.answers import is_known
from casework.steps.special_checks import SpecialChecks
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint
from casework.weighing.three_valued import any_of

READS = ("same_goal_area_running", "running_provider_count", "coordinator_named", "crisis_12m", "review_date_set")

_SAME_GOAL, _PROVIDERS = 2, 3


def stacks(asked: Asked) -> bool | None:
    """Two forms of help for one goal, or three providers in the family, all laws together."""
    return any_of(
        (
            asked.fully("ST01", _at_least(asked, "same_goal_area_running", _SAME_GOAL)),
            asked.fully("ST02", _at_least(asked, "running_provider_count", _PROVIDERS)),
        )
    )


def chains(asked: Asked) -> bool | None:
    """After a crisis nobody looked again, or the help was chosen for the place that was free.

    Only as answered here: what the dates in the steps say is for R-KETEN-01.
    """
    if not asked.any_answered("ST10", "ST11"):
        return None
    crisis = asked.fully("ST09", _yes(asked.facts.get("crisis_12m")))
    return crisis and (asked.says("ST10") == "nee" or asked.says("ST11") == "nee")


def conclusions(asked: Asked) -> Iterator[str]:
    if stacks(asked):
        yield "STAPELING"
    if chains(asked):
        yield "KETEN_NA_CRISIS"


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    if stacks(asked):
        if not is_known(asked.case.of(SpecialChecks).stops_or_waits):
            path = "special_checks.stops_or_waits"
            yield OpenPoint(text="leg vast wat stopt of wacht als het nieuwe begint", path=path)
        if asked.says("ST06") is None:
            yield asked.point("ST06", "vraag welke hulp kan stoppen als de nieuwe start")
        if asked.fully("ST05", _yes(asked.facts.get("coordinator_named"))) is not True:
            yield asked.point("ST05", "spreek af wie de regie heeft")
        if asked.says("ST08") is None:
            yield asked.point("ST08", "tel ook hulp via school, Wmo, Wlz en huisarts mee")
    if asked.says("ST03") == "nee":
        yield asked.point("ST03", "laat hulpverleners van elkaar weten wat zij doen")
    if asked.at_all("ST04"):
        yield asked.point("ST04", "maak van de adviezen één lijn")
    if asked.at_all("ST07"):
        yield asked.point("ST07", "het gezin zegt dat het te veel is: bespreek wat kan wachten")
    if chains(asked):
        if asked.fully("ST12", _yes(asked.facts.get("review_date_set"))) is not True:
            yield asked.point("ST12", "spreek een dag af waarop u opnieuw kiest, binnen zes weken")
        if asked.says("ST13") == "nee":
            yield asked.point("ST13", "start ook hulp bij de ouders thuis")


def _at_least(asked: Asked, fact: str, enough: int) -> bool | None:
    found = asked.facts.get(fact)
    return None if found is None else float(found) >= enough


def _yes(fact: object) -> bool | None:
    return fact if isinstance(fact, bool) else None
