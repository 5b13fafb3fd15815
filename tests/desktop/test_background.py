"""Work in another thread: what it leads to, and that nothing of the window ever ends there."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QLabel

from casework.trouble import Trouble
from desktop import background


class Watched(QLabel):
    """A widget only the collector can end; it notes in which thread that was."""

    def __init__(self, ended):
        super().__init__()
        self.ended, self.itself = ended, self

    def __del__(self):
        self.ended.append(threading.current_thread())


def much():
    """Enough small rings for the collector to come by many times."""
    for _ in range(20_000):
        ring = []
        ring.append(ring)
    return threading.current_thread()


@pytest.fixture
def told(qtbot):
    """Do work for an owner that stays; returns what was told: ("done", result) or ("failed", trouble)."""
    owner = QLabel()
    qtbot.addWidget(owner)

    def told_of(work):
        heard = []
        background.run(owner, work, lambda made: heard.append(("done", made)), lambda it: heard.append(("failed", it)))
        qtbot.waitUntil(lambda: bool(heard))
        return heard[0]

    return told_of


def test_a_widget_that_is_let_go_of_never_ends_in_the_thread_of_the_work(told):
    ended = []
    gc.collect()
    Watched(ended)
    assert told(much)[1] is not threading.main_thread()
    gc.collect()
    assert ended == [threading.main_thread()]


def test_the_thread_has_let_go_of_everything_when_its_result_is_told(told):
    how, thread = told(threading.current_thread)
    assert how == "done"
    assert not thread.is_alive()


def test_garbage_is_collected_again_after_the_last_work(qtbot, told):
    go = threading.Event()
    owner, heard = QLabel(), []
    qtbot.addWidget(owner)
    background.run(owner, lambda: go.wait(9), heard.append, heard.append)
    assert told(gc.isenabled) == ("done", False)
    assert not gc.isenabled(), "there is still work"
    go.set()
    qtbot.waitUntil(lambda: heard == [True])
    assert gc.isenabled()


def test_trouble_is_told_as_it_is(told):
    trouble = Trouble("De map is vol.")

    def work():
        raise trouble

    assert told(work) == ("failed", trouble)


def test_a_fault_of_ours_is_told_and_raised(qtbot, told):
    with qtbot.capture_exceptions() as raised:
        how, trouble = told(lambda: {}["niets"])
    assert how == "failed" and "Er ging iets mis" in str(trouble)
    assert [kind for kind, _, _ in raised] == [KeyError]
    assert gc.isenabled()


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot, told):
    go = threading.Event()
    owner, heard = QLabel(), []
    background.run(owner, lambda: go.wait(9), heard.append, heard.append)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed).wait()
    go.set()
    told(lambda: None)
    qtbot.waitUntil(gc.isenabled)
    assert heard == []
