"""Quality over a period: counted from lines, and told to others without small numbers."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from casework.pool.bodies import FollowUp, Reopen
from casework.pool.clocks import Norms, clock
from casework.pool.line import Line, line
from casework.pool.quality import SMALL, Counts, published, quality, quarter, without_small
from casework.pool.report import texts
from tests.casework.pool_talk import ASKER, EXPERT, MONDAY, Talk, answered, closing, decide, up_to_advice

TODAY = MONDAY.date()
FIRST, LAST = quarter(TODAY)


def asked(team: str = "team West", day: date = TODAY, **summary: Any) -> Line:
    return Line("0" * 32, "GESLOTEN", "CONSULTATIE", False, day, None, "", team, "", summary)


def of(talk: Talk) -> Line:
    return line(talk.consult, talk.now.date(), Norms())


def test_a_quarter():
    assert quarter(date(2026, 11, 23)) == (date(2026, 10, 1), date(2026, 12, 31))
    assert quarter(date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 3, 31))


def test_it_counts_what_the_consults_came_to():
    talk = up_to_advice()
    talk.says(ASKER, decide(decision="wijkt_af", reason="Het gezin wil niet.", chosen_level="geindiceerd_ambulant"))
    talk.says(ASKER, closing(usefulness=3))
    found = quality([of(talk), of(up_to_advice())], ["team West", "team Kust"], FIRST, LAST)
    assert found.asked == 2
    assert found.in_time.cells == {"op tijd": 2, "te laat": 0}
    assert found.decided.cells == {"volgt": 0, "deels": 0, "wijkt_af": 1}
    assert found.useful.cells == {1: 0, 2: 0, 3: 1, 4: 0, 5: 0}
    assert found.levels.cells[("", "basisondersteuning", "geindiceerd_ambulant")] == 1
    assert found.days is not None
    assert (found.days.median, found.days.p90) == (0, 0)


def test_reopening_takes_nothing_back_of_what_was_decided_and_told():
    talk = up_to_advice()
    talk.says(ASKER, decide(decision="wijkt_af", reason="Het gezin wil niet.", chosen_level="geindiceerd_ambulant"))
    talk.says(ASKER, FollowUp(moment="zes_weken", started=True, waiting=12, outcome="Het loopt."))
    talk.says(ASKER, closing(usefulness=3, supply_missing="logeren"))
    closed, deviated_on = of(talk), talk.now.date()
    talk.says(ASKER, Reopen(reason="Het gezin is er weer."), later=timedelta(days=30))
    again = of(talk)
    for counted in ("decided", "useful", "levels", "days"):
        told = [getattr(quality([one], [], FIRST, LAST), counted) for one in (closed, again)]
        assert told[0] == told[1], counted
    assert again.marks["afgeweken"] == deviated_on == again.marks["gemist_aanbod"]
    assert "Het gezin wil niet." in again.words and "decision" not in again.summary
    assert texts([again], FIRST, LAST) == {"reasons": ["Het gezin wil niet."], "missing": ["logeren"]}


def test_a_second_decision_counts_beside_the_first_and_is_followed_up_anew():
    talk = up_to_advice()
    talk.says(ASKER, decide(decision="wijkt_af", reason="Het gezin wil niet."))
    talk.says(ASKER, FollowUp(moment="zes_weken", started=True, outcome="Het loopt."))
    talk.says(ASKER, Reopen(reason="Het gezin is er weer."))
    answered(talk)
    consult = talk.says(ASKER, decide())
    found = quality([of(talk)], [], FIRST, LAST)
    assert (found.asked, found.decided.cells) == (1, {"volgt": 1, "deels": 0, "wijkt_af": 1})
    waits = clock(consult, talk.now.date(), Norms())
    assert waits is not None and waits.waits_for == "zes_weken"


def test_a_team_that_never_asks_is_told():
    found = quality([asked() for _ in range(6)], ["team West", "team Kust"], FIRST, LAST)
    assert found.teams.cells == {"team Kust": 0, "team West": 6}
    assert found.never_asked == ("team Kust",)


def test_only_the_period_counts():
    lines = [asked(day=day) for day in (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1))]
    assert quality(lines, [], FIRST, LAST).asked == 2


def test_days_are_working_days_with_the_ninth_of_ten():
    days = [1, 1, 1, 1, 1, 1, 1, 1, 3, 20]
    lines = [asked(answered_on=(MONDAY.date() + timedelta(days=number)).isoformat()) for number in days]
    found = quality(lines, [], FIRST, LAST).days
    assert found is not None
    assert (found.median, found.p90, found.number) == (1, 3, 10)


def test_a_small_number_takes_another_with_it():
    told = without_small(Counts({"a": 12, "b": 2, "c": 7, "d": 0}, 21))
    assert told.cells == {"a": 12, "b": None, "c": None, "d": 0}
    assert told.total == 21


def test_where_nothing_covers_a_small_number_the_total_goes_too():
    assert without_small(Counts({"a": 3, "b": 0}, 3)) == Counts({"a": None, "b": 0}, None)


def test_what_is_large_is_told_as_it_is():
    large = Counts({"a": 5, "b": 0, "c": 8}, 13)
    assert without_small(large) is large


@pytest.mark.parametrize("seed", range(200))
def test_nothing_hidden_can_be_reckoned_back(seed):
    random = Random(seed)
    cells: dict[str, int | None] = {str(place): random.choice((0, 0, 1, 2, 4, 5, 9, 30)) for place in range(6)}
    told = without_small(Counts(cells, sum(number or 0 for number in cells.values())))
    hidden = [cells[name] or 0 for name, number in told.cells.items() if number is None]
    assert all(number is None or number == 0 or number >= SMALL for number in told.cells.values())
    assert all(hidden)
    if hidden and told.total is not None:
        assert len(hidden) > 1
        assert sum(hidden) >= SMALL


def test_others_read_no_small_numbers():
    found = published(quality([of(up_to_advice()), asked("team Kust")], ["team Noord"], FIRST, LAST))
    assert found.asked is None
    assert found.days is None
    assert found.teams.cells["team Noord"] == 0
    assert found.teams.cells["team Kust"] is None
    assert found.in_time.total is None
    assert EXPERT.name not in repr(found)
