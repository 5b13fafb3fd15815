"""Who can be reached now: on the half-days they are there, by phone until an hour, and not when away."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from casework.pool.roster import Availability, Away, Roster, reachable
from tests.casework.pool_talk import EXPERT, SECOND

MORNING = datetime(2026, 11, 23, 10, 0)  # a Monday  # noqa: DTZ001
KEPT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def roster(**changes: object) -> Roster:
    told = {"person": EXPERT.id, "halves": ("ma_ochtend",), "phone": "0612345678", "phone_until": time(11, 0)}
    return Roster(kept_at=KEPT, people=(Availability.model_validate({**told, **changes}),))


def names(found: Roster, now: datetime = MORNING) -> list[str]:
    return [one.party.name for one in reachable(found, (EXPERT, SECOND), now)]


def test_on_the_half_days_somebody_is_there():
    assert names(roster()) == [EXPERT.name]
    assert names(roster(), MORNING.replace(hour=14)) == []
    assert names(roster(), MORNING.replace(day=24)) == []


def test_the_phone_is_answered_until_its_hour():
    (now,) = reachable(roster(), (EXPERT,), MORNING)
    assert (now.phone, now.words) == ("0612345678", "te bellen tot 11:00")
    (later,) = reachable(roster(), (EXPERT,), MORNING.replace(hour=11, minute=30))
    assert (later.phone, later.words) == ("", "vandaag")


def test_away_is_away_on_its_first_and_its_last_day():
    for first, last in ((23, 23), (20, 23), (23, 30)):
        assert names(roster(away=(Away(first=date(2026, 11, first), last=date(2026, 11, last)),))) == []
    assert names(roster(away=(Away(first=date(2026, 11, 24), last=date(2026, 11, 30)),))) == [EXPERT.name]


def test_nobody_is_there_on_a_holiday():
    boxing_day = datetime(2026, 12, 25, 10, 0)  # noqa: DTZ001
    assert names(roster(halves=("vr_ochtend",)), boxing_day) == []


def test_by_discipline_and_who_can_be_called_first():
    one = Availability(person=EXPERT.id, halves=("ma_ochtend",))
    other = Availability(person=SECOND.id, halves=("ma_ochtend",))
    assert names(Roster(kept_at=KEPT, people=(other, one))) == [EXPERT.name, SECOND.name]
