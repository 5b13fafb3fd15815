"""What the coordinator keeps beside the consults: the roster, the terms, and how the pool does."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from casework.pool.clocks import Norms
from casework.pool.roster import Roster
from desktop.pool.bench.boards import BOARDS
from desktop.pool.bench.roster import HoursBox, RosterPage
from desktop.pool.bench.screen import BenchScreen
from desktop.pool.bench.standing import StandingPage
from desktop.pool.bench.terms import TermsPage
from desktop.theme.apply import apply_theme
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND
from tests.desktop.pool.benches import LATE, told

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def page(bench: BenchScreen, name: str) -> QWidget:
    bench.shelves.boards[name].click()
    assert bench.boards.isVisible() and not bench.middle.isVisible() and not bench.page.isVisible()
    return bench.boards.pages[name]


@pytest.fixture
def filling(monkeypatch):
    """The next box of hours is filled in as a person would, and bewaard."""

    def fill(*halves: str, phone: str = "", until: str = "", first: str = "", last: str = "") -> list[HoursBox]:
        seen: list[HoursBox] = []

        def agreed(box: HoursBox) -> bool:
            seen.append(box)
            for half, tick in box.halves.items():
                tick.setChecked(half in halves)
            for field, text in ((box.phone, phone), (box.until, until), (box.first, first), (box.last, last)):
                field.line.setText(text)
            box.act.click()
            return box.result() == HoursBox.DialogCode.Accepted

        monkeypatch.setattr(HoursBox, "agreed", agreed)
        return seen

    return fill


def test_the_hours_of_an_expert_reach_who_asks(bench, week, filling):
    board, sent = page(bench, "roster"), []
    assert isinstance(board, RosterPage) and set(board.lines) == {EXPERT.id, SECOND.id}
    bench.said.connect(lambda: sent.append(True))
    day = ("ma", "di", "wo", "do", "vr")[week.region.clock.today.weekday()]
    filling(f"{day}_ochtend", f"{day}_middag", phone="0612345678", until="23.59")
    board.lines[EXPERT.id].click()
    assert sent and f"{day} hele dag. 0612345678, te bellen tot 23:59" in board.lines[EXPERT.id].text()
    week.region.deliver(1)
    (now,) = week.desk(ASKER).reachable()
    assert (now.party.id, now.phone, now.until) == (EXPERT.id, "0612345678", time(23, 59))
    filling(f"{day}_ochtend", f"{day}_middag", first="vandaag", last="1-2-2027")
    board.lines[EXPERT.id].click()
    assert "Afwezig van" in board.lines[EXPERT.id].text()
    week.region.deliver(1)
    assert week.desk(ASKER).reachable() == []


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"until": "straks", "phone": "06"}, "Schrijf een uur als 16:30."),
        ({"until": "25:00", "phone": "06"}, "Schrijf een uur als 16:30."),
        ({"until": "16:30"}, "Vul het nummer in"),
        ({"first": "31-2-2027"}, "bestaat niet"),
        ({"last": "1-2-2027"}, "Vul ook de eerste dag in"),
        ({"first": "2-2-2027", "last": "1-2-2027"}, "ligt voor de eerste"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_kept(bench, week, filling, typed, why):
    board = page(bench, "roster")
    (seen,) = (filling("ma_ochtend", **typed),)
    board.lines[EXPERT.id].click()
    assert why in seen[0].wrong.text()
    assert week.desk(HUB).roster.people == ()


def test_an_absence_that_is_unticked_goes_and_one_that_is_over_too(bench, week, filling, qtbot):
    board = page(bench, "roster")
    filling("ma_ochtend", first="vandaag", last="1-2-2027")
    board.lines[EXPERT.id].click()
    (kept,) = week.desk(HUB).roster.people
    again = HoursBox(board, EXPERT, kept, week.region.clock.today)
    qtbot.addWidget(again)
    ((_, stays),) = again.away
    stays.setChecked(False)
    again.accept()
    assert again.told.away == () and again.told.halves == kept.halves
    later = HoursBox(board, EXPERT, kept, kept.away[0].last.replace(day=2))
    qtbot.addWidget(later)
    assert later.away == []


def test_other_terms_are_kept_and_every_clock_follows(bench, week, qtbot):
    board = page(bench, "terms")
    assert isinstance(board, TermsPage) and not board.keep_.isEnabled()
    before = {line.thread: line.due for line in week.desk(HUB).store.rows() if line.summary["question"] == LATE}
    board.fields["compulsory"].setValue(30)
    board.keep_.click()
    qtbot.waitUntil(lambda: not bench.reminders.busy)
    desk = week.desk(HUB)
    assert desk.norms == Norms(compulsory=30) and not board.keep_.isEnabled()
    (thread,) = before
    assert desk.store.row(thread).due > before[thread]
    week.region.deliver(1)
    assert week.desk(EXPERT).norms == desk.norms
    assert week.desk(EXPERT).store.row(thread).due == desk.store.row(thread).due
    board.proposed.click()
    board.keep_.click()
    qtbot.waitUntil(lambda: not bench.reminders.busy)
    assert {thread: desk.store.row(thread).due} == before


def test_terms_and_hours_do_not_undo_each_other_even_after_a_fast_clock(week):
    desk = week.desk(HUB)
    desk.ring.keep_roster(Roster(kept_at=week.region.clock().replace(year=2027)))
    desk.keep_roster(norms=Norms(triage=3))
    desk.keep_roster(people=())
    assert desk.norms.triage == 3


def test_how_it_goes_counts_teams_levels_and_days(bench, week):
    board = page(bench, "standing")
    assert isinstance(board, StandingPage)
    words = told(board)
    for text in ("6 vragen", "1 van 1 adviezen op tijd", "wijkt af", ASKER.team, "Geadviseerd"):
        assert text in words
    earlier = board.quarter.count() - 1
    board.quarter.setCurrentIndex(earlier)
    words = told(board)
    assert "In dit kwartaal begon geen vraag" in words and f"{ASKER.team} vroeg dit kwartaal niets" in words


def test_a_list_brings_the_consults_back(bench):
    for name in BOARDS:
        page(bench, name)
        bench.refresh()
        assert bench.boards.isVisible() and bench.shelves.boards[name].isChecked()
    bench.shelves.items["nieuw"].click()
    assert bench.middle.isVisible() and not bench.boards.isVisible() and bench.shelves.items["nieuw"].isChecked()


@pytest.mark.parametrize("name", list(BOARDS))
def test_it_fits_at_twice_the_size_in_a_narrow_window(week, qtbot, qapp, name):
    apply_theme(qapp, scale=2.0)
    screen = BenchScreen(week.session)
    qtbot.addWidget(screen)
    screen.resize(1366, 640)
    screen.show()
    screen.refresh()
    board = page(screen, name)
    QApplication.processEvents()
    assert screen.width() == 1366 and board.widget().width() <= board.viewport().width()
    screen.keep()
    apply_theme(qapp)
