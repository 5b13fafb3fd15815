"""A real window on a real, encrypted home; only the passphrase is cheap to check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from desktop import bootstrap, practice
from desktop.home import Home
from desktop.pool.asking.screen import AskingScreen
from desktop.unlock import UnlockForm, UnlockScreen
from desktop.window import MainWindow
from tests.desktop.pool_family import asking_home

PASSPHRASE = "vier losse woorden hier"
TINY = bootstrap.Cost(1, 64, 1)
PATIENCE_MS = 30_000


@dataclass
class Driver:
    """Does with the window what a person does."""

    qtbot: Any
    home: Home
    window: MainWindow

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        if not self.window.isActiveWindow():  # where there is no window manager nobody gives it back
            self.window.activateWindow()
            self.wait(lambda: self.window.isActiveWindow() and QApplication.focusWidget() is not None)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        assert self.door is not None
        form = self.door.findChild(UnlockForm)
        form.findChild(QLineEdit).setText(passphrase)
        self.qtbot.keyClick(form.findChild(QLineEdit), Qt.Key.Key_Return)

    def enter(self) -> Driver:
        self.unlock()
        self.wait(lambda: self.window.house is not None)
        return self

    def family(self, file: str = "jesse.json") -> Any:
        """Take a practice family in and open it; returns its screen, weighed."""
        family = next(one for one in practice.families() if one.file == file)
        screen = self.window.house.open(self.window.session.take_in(family.document, practice=True))
        self.wait(lambda: screen.case.assessment is not None)
        return screen

    @property
    def door(self) -> UnlockScreen | None:
        widget = self.window.centralWidget()
        return widget if isinstance(widget, UnlockScreen) else None


@pytest.fixture(autouse=True)
def in_light(light):
    """Every test here looks at the product."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or every dead page is dressed anew


@pytest.fixture
def open_window(qtbot):
    """Shows a window on a home; every window is closed at the end."""

    def opened(home: Home) -> Driver:
        window = MainWindow(home)
        qtbot.addWidget(window)
        window.resize(1366, 688)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Driver(qtbot, home, window)

    return opened


@pytest.fixture
def own_home(home: Path) -> Home:
    vault, _ = bootstrap.create(home, PASSPHRASE, TINY)
    vault.close()
    bootstrap.write_profile(home, bootstrap.Profile("Marit Denkbeeldema"))
    return Home(home, cost=TINY)


@pytest.fixture
def at_the_door(open_window, own_home) -> Driver:
    return open_window(own_home)


@pytest.fixture
def inside(at_the_door) -> Driver:
    return at_the_door.enter()


@pytest.fixture
def handover(inside):
    """The screen of the handover of a practice family."""
    inside.family("jesse.json")
    inside.window.house.show_handover()
    return inside.window.house.handover


def _has_focus(box: QDialog) -> bool:
    """Keys reach it: without a window manager that takes a moment."""
    now = QApplication.focusWidget()
    return box.isActiveWindow() and now is not None and (now is box or box.isAncestorOf(now))


@pytest.fixture
def answer_box():
    """What is done with the next box that asks something: it gets the box, and must close it."""

    def answering(act: Callable[[QDialog], object]) -> list[QDialog]:
        seen: list[QDialog] = []
        looks = count()

        def look() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QDialog) or (not _has_focus(box) and next(looks) < 100):
                QTimer.singleShot(10, look)
                return
            seen.append(box)
            try:
                act(box)
            finally:
                if box.isVisible():  # whatever went wrong: a box that stays would wait for ever
                    box.reject()

        QTimer.singleShot(10, look)
        return seen

    return answering


@pytest.fixture
def asker(tmp_path: Path):
    made = asking_home(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ask(asker, show):
    """The screen of a new question to the pool about a family."""

    def shown(file: str = "wendy-15.json", changes=None, **more):
        case = asker.family(file, changes, **more)
        return show(AskingScreen(case, asker.pool(case)), 1366, 688)

    return shown
