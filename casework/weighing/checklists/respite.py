"""Checklist e: staying elsewhere to give a family air (seed:003; Jeugdwet 2.3 lid 3; brief §4e).

The lightest form that gives air goes first: the own circle, volunteers, some hours at home. A place that does not fit
does a child harm, so then no place is better than that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean

from casework.answers import is_known
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.special_checks import SpecialChecks
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint

READS = ("respite_running_months",)

LOADS = ("LO03a", "LO03b", "LO03c", "LO03d", "LO03e")
"""How the parents are, from 0 (well) to 4 (cannot go on): sleep, work, relation, other children, health."""

_ENOUGH_LOADS = 3
_HEAVY_NIGHTS = "zware_nachten"
_NOT_THE_VOLUNTEERS = "past_niet"


def overload(asked: Asked) -> float | None:
    """The mean load on the parents, 0 to 4; unknown while fewer than three of the five were asked."""
    answers = (asked.says(item) for item in LOADS)
    loads = [int(said) for said in answers if said in ("0", "1", "2", "3", "4")]
    return mean(loads) if len(loads) >= _ENOUGH_LOADS else None


def prolonging_weighed(asked: Asked) -> bool:
    """What every prolonging must answer: the load, what the time brought, whether the parents can carry more."""
    return overload(asked) is not None and asked.says("LO09") is not None and asked.says("LO10") is not None


def conclusions(asked: Asked) -> Iterator[str]:
    needed = asked.fully("LO01", asked.case.of(OwnPossibilities).more_than_usual.known)
    if needed is False:
        yield "LOGEREN_EIGEN_KRING"
    elif needed and asked.says("LO08") == "nee":
        yield "LOGEREN_PLEK_PAST_NIET"
    elif needed and (found := _form(asked)):
        yield found


def _form(asked: Asked) -> str | None:
    load, care = overload(asked), asked.says("LO02")
    if care == _HEAVY_NIGHTS or (load is not None and load >= asked.pack.setting("respite_overload_mean")):
        return "LOGEREN_INDICATIE"
    if load is None and care is None:
        return None
    if asked.says("LO05") != _NOT_THE_VOLUNTEERS or asked.at_all("LO04"):
        return "LOGEREN_VRIJWILLIG"
    return "LOGEREN_OVERDAG" if asked.at_all("LO06") else None


_TO_ASK = (
    ("LO02", "vraag hoe zwaar de dagen en nachten zijn"),
    ("LO04", "vraag wat nu al lucht geeft"),
    ("LO05", "bespreek logeren bij vrijwilligers"),
    ("LO07", "vraag het kind zelf wat het wil"),
    ("LO08", "kijk of de plek past bij leeftijd, gedrag en niveau"),
    ("LO09", "spreek af waaraan de ouders over drie maanden merken dat het helpt"),
)


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    yield from (asked.point(item, text) for item, text in _TO_ASK if asked.says(item) is None)
    if overload(asked) is None:
        yield asked.point(LOADS[0], "vraag hoe het met de ouders gaat: slaap, werk, relatie, kinderen, gezondheid")
    if asked.says("LO05") == "niet_overwogen":
        yield asked.point("LO05", "overweeg eerst logeren bij vrijwilligers")
    if asked.says("LO07") == "nee":
        yield asked.point("LO07", "het kind wil niet: zoek samen een andere vorm")
    if asked.fully("LO01") and not list(conclusions(asked)) and asked.says("LO06") == "nee":
        yield asked.point("LO06", "geen lichte vorm past: vraag de expertpool mee te denken")
    if float(asked.facts.get("respite_running_months") or 0) > 0:
        yield from _prolonging(asked)


def _prolonging(asked: Asked) -> Iterator[OpenPoint]:
    if asked.says("LO10") is None:
        yield asked.point("LO10", "vraag of de ouders nu meer kunnen dragen")
    elif not asked.at_all("LO10"):
        yield asked.point("LO10", "de draagkracht is niet gestegen: kijk naar het hele gezin")
    if asked.says("LO11") is None:
        yield asked.point("LO11", "vraag of logeren iets verandert, of blijvend ontlast")
    if not is_known(asked.case.of(SpecialChecks).respite_nights):
        yield OpenPoint(text="tel de nachten tot nu toe bij elkaar", path="special_checks.respite_nights")
