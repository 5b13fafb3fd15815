"""The signal report of a quarter (function 3 of an expert team): what the questions of the pool tell, without persons.

Counts of fewer than five are hidden, with whatever would give them away (quality.without_small). Two counts of one
quarter, laid side by side, would tell who came in between: so the figures of a quarter that is over are counted once,
and whoever keeps them makes every later file from the same figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Literal

from pydantic import Field

from casework.answers import Frozen
from casework.pool.bench import SAME_QUESTION
from casework.pool.lifecycle import TYPE_WORDS
from casework.pool.line import Line, outcomes
from casework.pool.quality import (
    SMALL,
    Counts,
    Quality,
    count,
    published,
    quality,
    quarter,
    without_small,
    without_what_it_was,
)
from casework.trouble import Trouble
from casework.words import counted, in_words

Cell = str | int | None
"""Words, a number, or None: there are some, too few to tell."""

UNKNOWN = "niet bekend"


class Section(Frozen):
    """A table of the report. note: what must be known to read it well."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


class Report(Frozen):
    """final: the quarter is over. reasons, missing: sentences somebody read and found to point at nobody."""

    schema_: Literal["ijkpunt/signal-report/1"] = Field(default="ijkpunt/signal-report/1", alias="schema")
    quarter: str
    first: date
    last: date
    made_on: date
    final: bool
    sections: tuple[Section, ...]
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


_RARE = "Wat minder dan vijf keer voorkwam, of te herleiden is tot minder dan vijf, staat er niet bij."


def quarter_named(name: str) -> tuple[date, date]:
    """The first and last day of a quarter written as 2026-4. Raises Trouble."""
    found = re.fullmatch(r"(20\d\d)-([1-4])", name.strip())
    if found is None:
        raise Trouble(f"Schrijf het kwartaal als 2026-4, niet als “{name}”.")
    return quarter(date(int(found[1]), 3 * int(found[2]) - 2, 1))


def quarter_name(day: date) -> str:
    return f"{day.year}-{(day.month + 2) // 3}"


def signal_report(
    lines: Iterable[Line],
    teams: Iterable[str],
    experts: Mapping[str, int],
    name: str,
    today: date,
    discipline: Callable[[str], str] = in_words,
) -> Report:
    """Count a quarter. teams: all of the address book; experts: how many there are of each discipline.

    Raises Trouble for a quarter that has not begun.
    """
    first, last = quarter_named(name)
    if first > today:
        raise Trouble(f"Het kwartaal {name} is nog niet begonnen. Kies een eerder kwartaal.")
    here = [line for line in lines if first <= line.begun <= last]
    found = published(quality(here, teams, first, last))
    sections = (
        _in_short(found),
        _themes(here),
        _of(found.types, "Soort vraag", "Soort", lambda one: TYPE_WORDS[one]),
        _of(found.in_time, "Antwoord op tijd", "Antwoord", str),
        _waiting(here),
        _of(found.useful, "Bruikbaarheid, van 1 tot 5", "Cijfer van wie vroeg", str),
        _of(found.decided, "Gevolgd of afgeweken", "Wat het team deed", in_words,
            note="Afwijken is informatie, geen fout."),
        _levels(found),
        _of(found.teams, "Wie vraagt de pool, en wie niet", "Team", str),
        _disciplines(found, experts, discipline),
        _missing(here),
    )  # fmt: skip
    return Report(quarter=name.strip(), first=first, last=last, made_on=today, final=today > last, sections=sections)


def texts(lines: Iterable[Line], first: date, last: date) -> dict[str, list[str]]:
    """What people wrote in a quarter that others may learn from, once each: `reasons` to deviate, supply `missing`.

    A person reads each of them before it goes along.
    """
    here = [found for line in lines if first <= line.begun <= last for found in outcomes(line)]
    deviating = [one for one in here if one.get("decision") in ("deels", "wijkt_af")]
    return {
        "reasons": sorted({str(one["reason"]) for one in deviating if "reason" in one}),
        "missing": sorted({str(one["supply_missing"]) for one in here if "supply_missing" in one}),
    }


def _of(counts: Counts[object] | Counts[str] | Counts[int], title: str, head: str, words: object,
        note: str = "") -> Section:  # fmt: skip
    assert callable(words)
    rows = tuple((str(words(name)), number) for name, number in counts.cells.items())
    return Section(title=title, head=(head, "Aantal"), rows=(*rows, ("Totaal", counts.total)), note=note)


def _in_short(found: Quality) -> Section:
    rows: list[tuple[Cell, ...]] = [("Vragen aan de pool", found.asked)]
    if found.days:
        rows.append(("Werkdagen tot antwoord, middelste", _number(found.days.median)))
        rows.append(("Werkdagen tot antwoord, 9 van de 10 binnen", found.days.p90))
    rows.append(("Teams die niets vroegen", len(found.never_asked)))
    return Section(title="In het kort", head=("Wat", "Aantal"), rows=tuple(rows))


def _themes(here: Sequence[Line]) -> Section:
    """Themes that are told by name, and the rest together; those that come back but are few are only counted."""
    every = count(line.theme or UNKNOWN for line in here)
    told = without_small(every)
    rows: list[tuple[Cell, ...]] = [(name, number) for name, number in told.cells.items() if number is not None]
    hidden = sum(every.cells[name] or 0 for name, number in told.cells.items() if number is None)
    if hidden:
        rows.append(("andere thema’s samen", hidden if told.total is not None else None))
    again = sum(SAME_QUESTION <= (number or 0) < SMALL for number in every.cells.values())
    note = f"Nog {counted(again, 'thema', 'thema’s')} kwam drie of vier keer terug." if again else ""
    return Section(title="Waar gaan de vragen over?", head=("Thema", "Aantal"),
                   rows=(*rows, ("Totaal", told.total)), note=note)  # fmt: skip


def _waiting(here: Sequence[Line]) -> Section:
    found = sorted(int(one["waiting"]) for line in here for one in outcomes(line) if "waiting" in one)
    enough = len(found) >= SMALL
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Gezinnen van wie dit bekend is", len(found) if enough or not found else None),
        *((("Dagen tot de hulp begon, middelste", _number(median(found))),) if enough else ()),
        *((("Langer dan zes weken", _or_hidden(sum(days > 42 for days in found), len(found))),) if enough else ()),
    )
    return Section(title="Wachten op hulp na het besluit", head=("Wat", "Aantal"), rows=rows)


def _levels(found: Quality) -> Section:
    """Without a row for a combination that is hidden: that it occurred at all says much in a small village."""

    def words(level: str) -> str:
        return in_words(level) if level else UNKNOWN

    told = {steps: number for steps, number in found.levels.cells.items() if number is not None}
    rows: list[tuple[Cell, ...]] = [(*map(words, steps), number) for steps, number in told.items()]
    return Section(
        title="Niveau: gevraagd, geadviseerd, gekozen",
        head=("Gevraagd", "Geadviseerd", "Gekozen", "Aantal"),
        rows=(*rows, ("Totaal", "", "", found.levels.total)),
        note=_RARE if len(told) < len(found.levels.cells) else "",
    )


def _disciplines(found: Quality, experts: Mapping[str, int], words: Callable[[str], str]) -> Section:
    names = [*found.disciplines.cells, *(name for name in experts if name not in found.disciplines.cells)]
    rows = tuple((words(name), found.disciplines.cells.get(name, 0), experts.get(name, 0)) for name in names)
    return Section(
        title="Vraag en aanbod per discipline",
        head=("Discipline", "Vragen", "Experts in het adresboek"),
        rows=(*rows, ("Totaal", found.disciplines.total, sum(experts.values()))),
    )


def _missing(here: Sequence[Line]) -> Section:
    closed = [one for line in here for one in outcomes(line) if "usefulness" in one]
    told = Counter("gemist" if "supply_missing" in one else "niet gemist" for one in closed)
    counts = without_what_it_was(Counts({name: told[name] for name in ("gemist", "niet gemist")}, told.total()))
    return _of(counts, "Aanbod dat er niet was", "Bij het afronden", str)


def _or_hidden(number: int, of: int) -> int | None:
    """A part of a whole that is told: neither the part nor the rest may be small."""
    return None if 0 < number < SMALL or 0 < of - number < SMALL else number


def _number(value: float) -> Cell:
    return int(value) if value == int(value) else f"{value:.1f}".replace(".", ",")
