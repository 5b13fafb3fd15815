"""A share that went away: the window goes on, nothing is lost, and it works again once the share answers."""

from __future__ import annotations

import gc
from _thread import _count
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, get_ident
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
def stall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Callable[[], None]]]:
    """From now on whoever looks at a folder stands still, until what it gives is called."""
    back, look = Event(), post_folder.access

    def stalled(folder: Path) -> Callable[[], None]:
        monkeypatch.setattr(post_folder, "access", lambda path, how: back.wait(60) and look(path, how))
        monkeypatch.setattr(post_folder, "PATIENCE", 0.05)

        def answers() -> None:
            monkeypatch.setattr(post_folder, "PATIENCE", 60)  # from here on nothing leans on how busy the machine is
            back.set()
            assert post_folder._asking[folder].acquire(timeout=60)
            post_folder._asking[folder].release()

        return answers

    yield stalled
    back.set()


def test_a_folder_is_there_or_is_not(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    assert at_hand(tmp_path)
    assert not at_hand(tmp_path / "bestand") and not at_hand(tmp_path / "niets")


def test_a_share_that_does_not_answer_is_waited_for_once(
    tmp_path: Path, stall: Callable[[Path], Callable[[], None]]
) -> None:
    answers = stall(tmp_path)
    assert not at_hand(tmp_path)
    waiting = _count()
    assert not at_hand(tmp_path) and _count() == waiting
    answers()
    assert at_hand(tmp_path)


def test_nothing_is_collected_in_the_thread_that_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or a widget that is let go of ends there, and the program with it, at random."""
    collecting, looking, before, look = set[int](), set[int](), gc.get_threshold(), post_folder.access

    def looked(path: str, how: int) -> bool:
        looking.add(get_ident())
        return look(path, how)

    def collected(phase: str, info: dict[str, int]) -> None:
        collecting.add(get_ident())

    monkeypatch.setattr(post_folder, "access", looked)
    gc.callbacks.append(collected)
    gc.set_threshold(1)
    try:
        assert all(at_hand(tmp_path) for _ in range(200))
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(collected)
    assert looking and get_ident() in collecting
    assert not looking & collecting


def test_what_was_said_goes_once_the_share_answers(
    region: Region, qtbot: Any, stall: Callable[[Path], Callable[[], None]]
) -> None:
    home = region.home(ASKER)
    session = session_of(home)
    choose(session.settings, region.share)
    office = PostOffice(session)
    thread = home.desk.ask(said.Submit(request=request()))
    answers = stall(region.share)
    office.exchange()
    assert "is er nu niet" in office.problem and home.desk.store.waiting()
    answers()
    office.exchange()
    qtbot.waitUntil(lambda: not office.busy)
    assert home.desk.store.waiting() == []
    region.home(HUB).desk.receive(region.share)
    assert region.home(HUB).desk.consult(thread).status == "INGEDIEND"
