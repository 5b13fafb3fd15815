"""A share that went away: the window goes on, nothing is lost, and it works again once the share answers."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, active_count
from typing import Any

import pytest

from casework.pool import bodies as said
from desktop.pool import post_folder
from desktop.pool.post_folder import at_hand, choose
from desktop.pool.post_office import PostOffice
from tests.casework.pool_talk import ASKER, HUB, request
from tests.db.pool_homes import Region
from tests.desktop.pool.sessions import session_of


@pytest.fixture
def stall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Event]]:
    """From now on whoever looks at a folder stands still, until the event is set."""
    back, look = Event(), os.path.isdir

    def stalled() -> Event:
        monkeypatch.setattr(os.path, "isdir", lambda path: back.wait(60) and look(path))
        return back

    monkeypatch.setattr(post_folder, "PATIENCE", 0.05)
    yield stalled
    back.set()


def test_a_folder_is_there_or_is_not(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    assert at_hand(tmp_path)
    assert not at_hand(tmp_path / "bestand") and not at_hand(tmp_path / "niets")


def test_a_share_that_does_not_answer_is_waited_for_once(tmp_path: Path, stall: Callable[[], Event]) -> None:
    back = stall()
    assert not at_hand(tmp_path)
    waiting = active_count()
    assert not at_hand(tmp_path) and active_count() == waiting
    back.set()
    post_folder._asking[tmp_path].join()
    assert at_hand(tmp_path)


def test_what_was_said_goes_once_the_share_answers(region: Region, qtbot: Any, stall: Callable[[], Event]) -> None:
    home = region.home(ASKER)
    session = session_of(home)
    choose(session.settings, region.share)
    office = PostOffice(session)
    thread = home.desk.ask(said.Submit(request=request()))
    back = stall()
    office.exchange()
    assert "is er nu niet" in office.problem and home.desk.store.waiting()
    back.set()
    post_folder._asking[region.share].join()
    office.exchange()
    qtbot.waitUntil(lambda: not office.busy)
    assert home.desk.store.waiting() == []
    region.home(HUB).desk.receive(region.share)
    assert region.home(HUB).desk.consult(thread).status == "INGEDIEND"
