"""What a maintainer should look at in a pack that can be used as it is, in Dutch (`ijkpunt pack check`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from casework.codes import STOP_RULES
from casework.knowledge import Pack, warnings
from casework.knowledge.plain_language import language_warnings
from casework.mistakes import did_you_mean
from casework.words import day_in_words, listed


def remarks(pack: Pack, today: date) -> tuple[str, ...]:
    """What expires within 60 days or was never checked, what no longer stops, what nobody read yet, what is hard to
    read for a family.
    """
    return (*stops_missing(pack, today), *left_open(pack), *language_warnings(pack), *warnings(pack, today))


def explains_nothing(pack: Pack, families: Collection[str]) -> Iterator[str]:
    """The ids under explained_flips that are no rule, reference client or practice family: a slip explains nothing."""
    known = {*pack.rules, *pack.reference_clients, *families}
    for name, (file, line) in pack.explained:
        if name not in known:
            guess = did_you_mean(name, known)
            yield f"{file}:{line}: explained_flips: ‘{name}’ is geen regel, ijkcliënt of oefengezin{guess}"


def stops_missing(pack: Pack, today: date) -> Iterator[str]:
    """The rules that stop and do not hold on that day, or not for good: without them goes out what should not."""
    missing = sorted(rule for rule in STOP_RULES if rule not in pack.rules or not pack.rules[rule].in_force(today))
    if missing:
        verb = "ontbreekt of geldt" if len(missing) == 1 else "ontbreken of gelden"
        back = "zet dit terug, anders houdt IJkpunt daar niets meer tegen"
        yield f"{listed(missing)} {verb} niet op {day_in_words(today)}; {back}"
    for rule in sorted(STOP_RULES - set(missing)):
        if (until := pack.rules[rule].valid_until) is not None:
            yield f"{rule} houdt na {day_in_words(until)} niet meer tegen; haal ‘valid_until’ weg bij deze regel"


def left_open(pack: Pack) -> Iterator[str]:
    """What the municipality this pack is for has yet to fill in, once somebody read it."""
    municipality = pack.manifest.for_municipality
    if municipality is None:
        return
    if not municipality.ordinance:
        yield f"gemeente {municipality.name}: de verordening is nog niet ingevuld"
    if not municipality.own_capacity_article:
        yield f"gemeente {municipality.name}: het artikel over eigen kracht is nog niet ingevuld; R-EK-03 meldt dit"
