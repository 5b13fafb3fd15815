"""The room Expertpool in the window: what it shows follows the role of this device, and its tab counts what waits."""

import pytest

from casework.pool import bodies as said
from casework.pool import messages
from casework.pool.consult import fold
from casework.pool.line import line
from db.pool import Said, Unit
from desktop.pool import post_folder
from desktop.pool.bench.screen import BenchScreen
from desktop.pool.keys.screen import KeysScreen
from desktop.pool.mine import MyQuestions
from tests.casework.pool_talk import ASKER, HUB, request

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def enter(inside):
    inside.window.house.show_room("pool")
    return inside.window.house.room("pool")


def tab(inside) -> str:
    return next(one.text() for one in inside.window.house.bar.tabs if one.text().startswith("Expertpool"))


def test_a_device_nobody_enrolled_is_told_what_to_do(inside):
    room = enter(inside)
    assert room.isVisible()
    assert not isinstance(room.screen_, BenchScreen | MyQuestions)
    assert tab(inside) == "Expertpool"


def test_a_coordinator_has_the_bench(inside):
    desk = inside.window.session.pool
    desk.ring.start(HUB, desk.today)
    assert isinstance(enter(inside).screen_, BenchScreen)


def test_a_consultant_nobody_admitted_yet_stays_at_the_keys(inside):
    desk = inside.window.session.pool
    desk.ring.start(ASKER, desk.today)
    assert isinstance(enter(inside).screen_, KeysScreen)


def test_what_waits_stands_in_the_tab(inside):
    enter(inside)
    inside.window.house.room("pool").counted.emit(3)
    assert tab(inside) == "Expertpool (3)"
    inside.window.house.room("pool").counted.emit(0)
    assert tab(inside) == "Expertpool"


def test_the_tab_counts_before_the_room_was_entered(inside, qtbot):
    desk = inside.window.session.pool
    desk.ring.start(HUB, desk.today)
    heard = messages.say("1" * 32, [], desk._now(), ASKER, said.Submit(request=request()))
    row = line(fold(heard.thread, [heard], "hub"), desk.today, desk.norms)
    kept = Said(heard.id, heard.thread, heard.at.isoformat(), messages.to_bytes(heard))
    desk.store.keep(Unit(said=[kept], rows=[row]))
    inside.window.house._fetching.soon()
    qtbot.waitUntil(lambda: tab(inside) == "Expertpool (1)")
    assert "pool" not in inside.window.house._rooms


def test_what_the_window_fetches_by_itself_is_what_the_room_shows(inside, qtbot, tmp_path):
    """Two at once read every file twice, and each told half of it."""
    desk = inside.window.session.pool
    desk.ring.start(HUB, desk.today)
    post_folder.choose(inside.window.session.settings, tmp_path)
    for number in range(60):
        (tmp_path / f"{number:064x}.ijkenv").write_bytes(f"een brief die geen brief is, nummer {number}".encode())
    room = enter(inside)
    inside.window.house._fetching._begin()
    room.strip.exchange.click()
    assert "Bezig" in room.strip.said.text()
    qtbot.waitUntil(lambda: not room.office.busy)
    assert "60 bestanden zijn apart gezet" in room.strip.said.text()
