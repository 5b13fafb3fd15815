"""Who of the pool can be reached when: half-days of the week, by phone until an hour, and days away (brief §8.5).

The coordinator keeps it, with the terms of the pool; it travels signed with the address book, so that everybody can
look without a network.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Literal, NamedTuple, TypeAlias

from pydantic import AwareDatetime

from casework.answers import Frozen
from casework.pool.clocks import Norms
from casework.pool.parties import Party
from casework.weighing.facts.working_days import is_working_day

Half: TypeAlias = Literal[
    "ma_ochtend", "ma_middag", "di_ochtend", "di_middag", "wo_ochtend", "wo_middag", "do_ochtend", "do_middag",
    "vr_ochtend", "vr_middag",
]  # fmt: skip
_DAYS = ("ma", "di", "wo", "do", "vr")
_NOON = time(12, 30)


class Away(Frozen):
    """first and last are both away."""

    first: date
    last: date


class Availability(Frozen):
    """Of one person. phone_until: on the half-days they are there; None where they are not to be called."""

    person: str
    halves: tuple[Half, ...] = ()
    phone: str = ""
    phone_until: time | None = None
    away: tuple[Away, ...] = ()


class Roster(Frozen):
    """As the coordinator last kept it; the newest replaces the others."""

    kept_at: AwareDatetime
    people: tuple[Availability, ...] = ()
    norms: Norms = Norms()


class Reach(NamedTuple):
    """Who can be reached now. phone: the number to call now; empty where only a question can be sent."""

    party: Party
    phone: str
    until: time | None

    @property
    def words(self) -> str:
        return f"te bellen tot {self.until:%H:%M}" if self.until else "vandaag"


def reachable(roster: Roster, people: Iterable[Party], now: datetime) -> list[Reach]:
    """Who is there on this half-day: by discipline, and who can be called first. now: in local time."""
    known = {one.person: one for one in roster.people}
    found = []
    for party in people:
        one = known.get(party.id)
        if one is None or not _there(one, now):
            continue
        calls = one.phone_until is not None and bool(one.phone) and now.time() <= one.phone_until
        found.append(Reach(party, one.phone if calls else "", one.phone_until if calls else None))
    return sorted(found, key=lambda one: (one.party.discipline or "", not one.phone, one.party.name))


def _there(one: Availability, now: datetime) -> bool:
    day = now.date()
    if not is_working_day(day) or any(away.first <= day <= away.last for away in one.away):
        return False
    return f"{_DAYS[day.weekday()]}_{'ochtend' if now.time() < _NOON else 'middag'}" in one.halves
