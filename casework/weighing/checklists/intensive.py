"""Checklist f, first part: intensive help at home (seed:003; MST and MDFT as published; brief §4f).

It fits when there was a careful analysis, lighter help was done well, the trouble is grave and a steady carer joins in.
What is not known is missing: the cautious side is not yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from casework.answers import is_known
from casework.steps.expert_pool import ExpertPool
from casework.steps.explanation import Explanation
from casework.steps.intake import Intake
from casework.steps.special_checks import SpecialChecks
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint
from casework.weighing.three_valued import all_of, any_of

READS = (
    "chosen_level",
    "product_intensive",
    "requested_product_intensive",
    "explanation_months_old",
    "settings_count",
)

_ITEMS = tuple(f"IN{number:02}" for number in range(1, 11))
_PLACES = 2


def in_view(asked: Asked) -> bool:
    """Somebody chose or asked for intensive help, or answered one of its questions."""
    facts = asked.facts
    wanted = (facts.get("product_intensive"), facts.get("requested_product_intensive"))
    return facts.get("chosen_level") == "intensief" or True in wanted or asked.any_answered(*_ITEMS)


def conclusions(asked: Asked) -> Iterator[str]:
    if in_view(asked):
        yield "NOG_NIET_INTENSIEF" if _missing(asked) else "INTENSIEF_KAN"


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    if not in_view(asked):
        return
    yield from _missing(asked)
    if asked.says("IN06") is None:
        yield asked.point("IN06", "vraag of er redenen zijn om het juist niet te doen")
    chosen = {"IN08": is_known(asked.case.of(SpecialChecks).stops_or_waits) or None}
    yield from (asked.point(item, text) for item, text in _TO_SETTLE if asked.fully(item, chosen.get(item)) is not True)


def _missing(asked: Asked) -> list[OpenPoint]:
    needed = (
        (_analysed(asked), "IN01", "een uitgebreide analyse, niet te oud, met een gedragswetenschapper"),
        (_lighter_done(asked) or _urgent(asked), "IN02", "lichtere hulp, goed uitgevoerd en niet genoeg"),
        (_grave(asked), "IN03", "dat uithuisplaatsing dreigt, of ernstig gedrag op meer plekken"),
        (_carer(asked), "IN05", "een vaste opvoeder die meedoet"),
        (not _reason_against(asked), "IN06b", "een antwoord op de redenen om het niet te doen"),
    )
    return [asked.point(item, f"nog nodig: {text}") for there, item, text in needed if there is not True]


_TO_SETTLE = (
    ("IN04", "kijk of de aanpak past bij leeftijd en niveau"),
    ("IN07", "bel met wie verwees"),
    ("IN08", "kies wat stopt als dit start"),
    ("IN09", "maak een plan voor als het na zes weken niet werkt"),
    ("IN10", "spreek af wie elke week volgt"),
)


def _analysed(asked: Asked) -> bool | None:
    step, age = asked.case.of(Explanation), asked.facts.get("explanation_months_old")
    scientist, variant = step.behavioural_scientist.known, step.variant.known
    return asked.fully(
        "IN01",
        all_of(
            (
                None if variant is None else variant == "uitgebreid",
                None if age is None else float(age) < asked.pack.setting("analysis_fresh_months"),
                None if scientist is None else scientist == "ja",
            )
        ),
    )


def _lighter_done(asked: Asked) -> bool | None:
    return asked.fully("IN02", asked.case.of(SpecialChecks).lighter_done_well.known)


def _urgent(asked: Asked) -> bool:
    """Where help cannot wait, lighter help need not come first; the advice then follows after the start."""
    soon = asked.case.of(Intake).urgency.known in ("vandaag", "acuut_gevaar")
    return soon or asked.case.of(ExpertPool).exception.known == "spoed"


def _grave(asked: Asked) -> bool | None:
    places = asked.facts.get("settings_count")
    on_more = None if places is None else float(places) >= _PLACES
    return asked.fully("IN03", any_of((asked.case.of(SpecialChecks).threat_of_placement.known, on_more)))


def _carer(asked: Asked) -> bool | None:
    return asked.fully("IN05", asked.case.of(SpecialChecks).steady_carer.known)


def _reason_against(asked: Asked) -> bool:
    """A reason not to, for which nobody found a way."""
    return asked.at_all("IN06") is True and asked.fully("IN06b") is not True
