"""What the tests of the pool's screens share: homes that talk through a folder, and the look of the product."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.pool.bench.screen import BenchScreen
from tests.desktop.pool.benches import Work, a_busy_week
from tests.desktop.window.conftest import answer_box  # noqa: F401


@pytest.fixture(autouse=True)
def in_light(light: None) -> None:
    """Every test here looks at the product."""


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """A region that has said nothing yet."""
    made = Work(tmp_path / "regio")
    yield made
    made.region.close()


@pytest.fixture
def week(tmp_path: Path) -> Iterator[Work]:
    """The same after a busy week."""
    made = a_busy_week(tmp_path / "regio")
    yield made
    made.region.close()


@pytest.fixture
def at_bench(work: Work, qtbot: Any) -> Callable[[str], BenchScreen]:
    """The coordinator's bench with this question on its page."""

    def opened(thread: str) -> BenchScreen:
        screen = BenchScreen(work.session)
        qtbot.addWidget(screen)
        screen.refresh()
        screen.keep()
        screen.show_consult(thread)
        return screen

    return opened


@pytest.fixture
def bench(week: Work, qtbot: Any) -> Iterator[BenchScreen]:
    screen = BenchScreen(week.session)
    qtbot.addWidget(screen)
    screen.resize(1366, 640)
    screen.show()
    screen.refresh()
    screen.finish()
    qtbot.waitUntil(lambda: not screen.reminders.busy)
    yield screen
    screen.keep()
