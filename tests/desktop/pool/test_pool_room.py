"""The room *Expertpool*: keys first, then the work of one's role, with the post above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from casework.pool import bodies as said
from desktop.pool import post_folder
from desktop.pool.answering.screen import AnsweringScreen
from desktop.pool.bench.screen import BenchScreen
from desktop.pool.coming_back.fetching import Fetching
from desktop.pool.keys.screen import KeysScreen
from desktop.pool.mine import MyQuestions
from desktop.pool.room import PoolRoom
from tests.casework.pool_talk import ASKER, EXPERT, HUB, accept, advice, assign, request
from tests.db.pool_homes import Home, Region
from tests.desktop.pool.benches import LATE, Work
from tests.desktop.pool.sessions import session_of


@pytest.fixture
def opened(show: Callable[..., Any]) -> Iterator[Callable[[Home], PoolRoom]]:
    rooms = []

    def made(home: Home) -> PoolRoom:
        room = show(PoolRoom(session_of(home)), 1366, 688)
        room.refresh()
        QApplication.processEvents()
        rooms.append(room)
        return room

    yield made
    for room in rooms:
        room.office.stop()
        room.keep()


@pytest.mark.parametrize(("who", "kind"), [(HUB, BenchScreen), (EXPERT, AnsweringScreen), (ASKER, MyQuestions)])
def test_each_role_gets_its_own_work_and_the_keys_are_a_press_away(
    region: Region, opened: Callable[[Home], PoolRoom], who: Any, kind: type
) -> None:
    room = opened(region.home(who))
    assert isinstance(room.screen_, kind)
    room.strip.keys.click()
    assert isinstance(room.screen_, KeysScreen) and not room.strip.exchange.isVisible()
    room.strip.work.click()
    assert isinstance(room.screen_, kind)


def test_a_new_device_stays_with_its_keys_until_it_trusts_somebody(
    region: Region, opened: Callable[[Home], PoolRoom]
) -> None:
    new = region.homes["new"] = Home(region.root / "new", region.clock)
    room = opened(new)
    assert isinstance(room.screen_, KeysScreen) and not room.strip.isVisible()
    room.screen_.start.team.setText("team Oost")
    room.screen_.start.act.click()
    room.refresh()
    assert isinstance(room.screen_, KeysScreen) and room.screen_.device is not None and room.strip.isVisible()


def test_what_an_expert_says_goes_at_once_where_the_folder_is_there(
    region: Region, opened: Callable[[Home], PoolRoom], qtbot: Any
) -> None:
    hub = region.home(HUB)
    body = request()
    thread = region.home(ASKER).desk.ask(said.Submit(request=body))
    region.deliver()
    hub.desk.say(thread, assign(EXPERT, asked=body, asker=ASKER))
    hub.desk.send(region.share)
    room, counts = opened(region.home(EXPERT)), []
    room.counted.connect(counts.append)
    room.office.choose(region.share)
    assert counts[-1] == 0
    room.strip.exchange.click()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert counts[-1] == 1 and "1 gelezen" in room.strip.said.text()
    room.screen_.open(thread)
    room.screen_.page.interest.interest.chips[0].click()
    room.screen_.page.interest.family.chips[0].click()
    room.screen_.page.interest.take.click()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert room.strip.said.text().startswith("Alles is verzonden.")
    assert room.screen_.page is not None and room.screen_.page.form is not None
    hub.desk.receive(region.share)
    assert hub.desk.consult(thread).status == "IN_BEHANDELING"


def test_the_tab_counts_anew_after_an_advice_that_waits_for_a_folder(
    region: Region, opened: Callable[[Home], PoolRoom]
) -> None:
    hub, body = region.home(HUB), request()
    thread = region.home(ASKER).desk.ask(said.Submit(request=body))
    region.deliver()
    hub.desk.say(thread, assign(EXPERT, asked=body, asker=ASKER))
    region.deliver()
    room, counts = opened(region.home(EXPERT)), []
    room.counted.connect(counts.append)
    room.refresh()
    room.screen_.open(thread)
    room.screen_.say(accept())
    assert counts[-1] == 1
    room.screen_.say(said.Advise(advice=advice()))
    assert counts[-1] == 0 and "wacht" in room.strip.said.text()


def test_what_was_set_apart_is_told_with_where_to_find_it(
    region: Region, opened: Callable[[Home], PoolRoom], qtbot: Any
) -> None:
    room = opened(region.home(EXPERT))
    (region.share / f"{'0' * 64}.ijkenv").write_bytes(b"een brief die geen brief is, en lang genoeg om heel te zijn")
    room.office.choose(region.share)
    room.strip.exchange.click()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert "1 bestand is apart gezet. Waarom staat onderaan bij Sleutels en post." in room.strip.said.text()


def fetching_forty(region: Region, opened: Callable[[Home], PoolRoom]) -> PoolRoom:
    """The room of a coordinator who just began to fetch forty questions."""
    asker = region.home(ASKER)
    for _ in range(40):
        asker.desk.ask(said.Submit(request=request()))
    asker.desk.send(region.share)
    room = opened(region.home(HUB))
    room.office.choose(region.share)
    room.strip.exchange.click()
    return room


def test_what_is_said_and_chosen_while_post_comes_in_follows_it(
    region: Region, opened: Callable[[Home], PoolRoom], tmp_path: Path, qtbot: Any
) -> None:
    """Thousands may lie there after leave: whoever answers one meanwhile does not wait for a press of their own."""
    asker, hub = region.home(ASKER), region.home(HUB)
    first, *_ = [asker.desk.ask(said.Submit(request=request())) for _ in range(40)]
    region.deliver()
    mailed = asker.desk.ask(said.Submit(request=request()))
    (saved,) = asker.desk.save_for_mail(tmp_path)
    asker.desk.mailed(asker.desk.save_for_mail(tmp_path))
    room = fetching_forty(region, opened)
    assert room.office.busy
    hub.desk.say(first, assign(EXPERT, asked=request(), asker=ASKER))
    room.screen_.said.emit()
    room.office.read(list(saved.iterdir()))
    qtbot.waitUntil(lambda: not room.office.busy)
    assert hub.store.waiting() == [] and hub.desk.consult(mailed).status == "INGEDIEND"
    assert "41 gelezen" in room.strip.said.text()


def test_going_to_the_keys_does_not_stop_the_post(
    region: Region, opened: Callable[[Home], PoolRoom], qtbot: Any
) -> None:
    hub = region.home(HUB)
    room = fetching_forty(region, opened)
    room.strip.keys.click()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert len(hub.store.rows()) == 40 and "40 gelezen" in room.screen_.post.told.text()


def test_what_is_due_goes_by_itself_also_before_the_bench_was_opened(week: Work, qtbot: Any) -> None:
    session, house = week.session, QObject()
    post_folder.choose(session.settings, week.region.share)
    fetching = Fetching(session, house)
    fetching.soon()
    thread = next(line.thread for line in session.pool.store.rows() if line.summary["question"] == LATE)
    qtbot.waitUntil(lambda: bool(session.pool.consult(thread).reminded))
    qtbot.waitUntil(lambda: session.pool.store.waiting() == [] and not session.office.busy)
    fetching.stop()
    expert = week.desk(EXPERT)
    expert.receive(week.region.share)
    assert expert.consult(thread).history[-1].kind == "remind"


def test_an_answer_that_came_before_its_question_is_told_to_wait(
    region: Region, opened: Callable[[Home], PoolRoom], qtbot: Any
) -> None:
    asker, hub = region.home(ASKER), region.home(HUB)
    thread = asker.desk.ask(said.Submit(request=request()))
    asker.desk.send(region.share)
    (first,) = (region.share / "pool").iterdir()
    whole = first.read_bytes()
    first.unlink()
    asker.desk.say(thread, said.MarkUrgent(reason="Hij moet weg."))
    asker.desk.send(region.share)
    room = opened(hub)
    room.office.choose(region.share)
    room.strip.exchange.click()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert "1 vraag wacht op een eerder bericht dat nog niet binnen is." in room.strip.said.text()
    first.write_bytes(whole)
    room.strip.exchange.click()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert "wacht op" not in room.strip.said.text() and hub.desk.consult(thread).status == "SPOED"
