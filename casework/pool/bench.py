"""What the coordinator must see (brief §8.6): the lists of the bench, as data, and which reminders are due."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from casework.consultation.consultation import Status
from casework.pool.bodies import Remind
from casework.pool.clocks import stage_on
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.line import Line
from casework.weighing.facts.working_days import working_days_left

NEW: frozenset[Status] = frozenset({"INGEDIEND", "TRIAGE", "SPOED", "HEROPEND"})
BUSY: frozenset[Status] = frozenset({"TOEGEWEZEN", "IN_BEHANDELING", "AANVULLING_GEVRAAGD"})
DRAFTED: frozenset[Status] = frozenset({"CONCEPTADVIES", "BESPROKEN"})
TOLD: frozenset[Status] = frozenset({"ADVIES_VASTGESTELD", "TERUGGEKOPPELD", "GEVOLGD"})
CONVERTED: frozenset[Status] = frozenset({"OMGEZET_NAAR_CASEMANAGEMENT", "OMGEZET_NAAR_MDO_HSJ"})
FOLLOWED: frozenset[Status] = frozenset({"TERUGGEKOPPELD", "GEVOLGD"})

SAME_QUESTION, SAME_QUESTION_DAYS = 3, 90
"""So often the same theme in so many days is worth looking at together."""

_LEARNING_DAYS = 365
MOST_FOUND = 200
"""Consults that one search shows; the newest are the likeliest, and a word more finds the others."""


@dataclass(frozen=True)
class Filter:
    """Which consults; what is left at its default does not choose. mark: see Line.marks, its day from first to last.

    due_until: waited for, and the last day in time is that day or before. What is due first stands on top, or what
    was marked or began last.
    """

    statuses: frozenset[Status] = frozenset()
    due_until: date | None = None
    mark: str = ""
    first: date | None = None
    last: date | None = None
    themes: frozenset[str] | None = None
    begun_from: date | None = None
    newest_first: bool = False


class Shelf(NamedTuple):
    """One list of the bench. on: what is in it on a day, given how often each theme was asked lately."""

    id: str
    title: str
    group: str
    on: Callable[[date, Mapping[str, int]], Filter]


def _statuses(*kinds: frozenset[Status]) -> Callable[[date, Mapping[str, int]], Filter]:
    return lambda today, themes: Filter(statuses=frozenset().union(*kinds))


def _late(*kinds: frozenset[Status]) -> Callable[[date, Mapping[str, int]], Filter]:
    return lambda today, themes: Filter(statuses=frozenset().union(*kinds), due_until=today - timedelta(days=1))


def _marked(mark: str) -> Callable[[date, Mapping[str, int]], Filter]:
    return lambda today, themes: Filter(mark=mark, last=today)


def _learnt(mark: str) -> Callable[[date, Mapping[str, int]], Filter]:
    return lambda today, themes: Filter(
        mark=mark, first=today - timedelta(days=_LEARNING_DAYS), last=today, newest_first=True
    )


def _same(today: date, themes: Mapping[str, int]) -> Filter:
    return Filter(themes=frozenset(repeated(themes)), begun_from=same_question_from(today), newest_first=True)


WORK, ATTENTION, LEARNING = "", "Vraagt aandacht", "Leren"
SHELVES = (
    Shelf("alles", "Alles, oudste eerst", WORK, _statuses(NEW, BUSY, DRAFTED, TOLD, CONVERTED)),
    Shelf("nieuw", "Nieuw", WORK, _statuses(NEW)),
    Shelf("bezig", "In behandeling", WORK, _statuses(BUSY)),
    Shelf("concept", "Concept bespreken", WORK, _statuses(DRAFTED)),
    Shelf("terug", "Teruggekoppeld", WORK, _statuses(TOLD)),
    Shelf("omgezet", "Omgezet", WORK, _statuses(CONVERTED)),
    Shelf("te_laat", "Te laat", ATTENTION, _late(BEFORE_ADVICE)),
    Shelf("verplicht_mist", "Verplicht advies mist", ATTENTION, _marked("verplicht_mist")),
    Shelf("verlopen", "Advies verlopen", ATTENTION, _marked("verlopen")),
    Shelf("geen_opvolging", "Geen opvolging", ATTENTION, _late(FOLLOWED)),
    Shelf("zelfde_vraag", "Zelfde vraag, 3 keer", LEARNING, _same),
    Shelf("afgeweken", "Afgeweken met reden", LEARNING, _learnt("afgeweken")),
    Shelf("gemist_aanbod", "Gemist aanbod", LEARNING, _learnt("gemist_aanbod")),
    Shelf("ijkclient", "Naar ijkcliënt", LEARNING, _learnt("ijkclient")),
)
"""THE LIST, in the order of the screen."""


def same_question_from(today: date) -> date:
    return today - timedelta(days=SAME_QUESTION_DAYS)


def repeated(themes: Mapping[str, int]) -> list[str]:
    """The themes that were asked so often lately that it is worth looking at them together."""
    return sorted(theme for theme, number in themes.items() if theme and number >= SAME_QUESTION)


def reminders(lines: Iterable[Line], today: date) -> list[tuple[str, Remind]]:
    """What the coordinator's home says by itself today: thread and reminder, once for each stage of each term.

    Nobody is reminded that something new is still to be looked at: that is what the bench itself is for.
    """
    found = []
    for line in lines:
        if line.due is None or line.status not in BEFORE_ADVICE:
            continue
        stage = stage_on(working_days_left(today, line.due))
        if stage == "op_tijd" or stage == "staat_stil":
            continue
        if stage == "herinnering" and line.waits_for == "triage":
            continue
        if [stage, line.due.isoformat()] not in line.summary.get("reminded", []):
            found.append((line.thread, Remind(stage=stage, due=line.due)))
    return found
