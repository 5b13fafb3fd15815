"""Checklist f, second part: living elsewhere (seed:003; Jeugdwet 2.3 lid 6; brief §4f).

Only when other ways were really talked over, a family form was looked for first, the way back is known, and the child
itself was heard; always with the advice of the expert pool.
"""

from __future__ import annotations

from collections.abc import Iterator

from casework.answers import is_known
from casework.steps.special_checks import SpecialChecks
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint

READS = ("stay_considered", "out_of_home", "stay_alternatives_count", "advice_finished", "court_route", "age_years")

_ITEMS = ("IN11", "IN12", "IN13", "IN14", "IN15", "IN16", "IN18")
_FUTURE_PLAN_FROM = 16


def in_view(asked: Asked) -> bool:
    elsewhere = (asked.facts.get("stay_considered"), asked.facts.get("out_of_home"))
    return True in elsewhere or asked.any_answered(*_ITEMS)


def conclusions(asked: Asked) -> Iterator[str]:
    if in_view(asked):
        yield "NOG_GEEN_VERBLIJF" if _missing(asked) else "VERBLIJF_KAN"


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    if not in_view(asked):
        return
    yield from _missing(asked)
    yield from (
        asked.point(item, text)
        for item, text in _TO_SETTLE
        if asked.fully(item) is not True and not asked.aside(item) and (item != "IN17" or _is_sixteen(asked))
    )


_TO_SETTLE = (
    ("IN12", "kijk of broers en zussen samen kunnen"),
    ("IN14", "zoek in de regio, met de eigen school en vrienden"),
    ("IN17", "maak een toekomstplan met de jongere"),
    ("IN18", "bespreek of dit vrijwillig kan, of dat de Raad erbij moet"),
    ("IN19", "spreek af dat u binnen drie maanden opnieuw kiest"),
)


def _missing(asked: Asked) -> list[OpenPoint]:
    step = asked.case.of(SpecialChecks)
    named, least = asked.facts.get("stay_alternatives_count"), asked.pack.setting("stay_alternatives_min")
    weighed = None if named is None else float(named) >= least
    advised = asked.facts.get("advice_finished") is True or asked.facts.get("court_route") is True
    needed = (
        (asked.fully("IN11", weighed), "special_checks.stay_alternatives", "twee andere wegen die echt zijn besproken"),
        (
            asked.fully("IN13", is_known(step.family_form_reason) or None),
            "special_checks.family_form_reason",
            "eerst een pleeggezin of gezinshuis, of waarom niet voor dit kind",
        ),
        (asked.fully("IN15"), "checklists.f.IN15", "het doel, de datum van teruggaan en wie daaraan thuis werkt"),
        (asked.fully("IN16"), "checklists.f.IN16", "wat het kind zelf wil"),
        (advised, "expert_pool", "het advies van de expertpool"),
    )
    return [OpenPoint(text=f"nog nodig: {text}", path=path) for there, path, text in needed if there is not True]


def _is_sixteen(asked: Asked) -> bool:
    age = asked.facts.get("age_years")
    return age is not None and float(age) >= _FUTURE_PLAN_FROM
