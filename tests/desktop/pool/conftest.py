"""What the tests of the pool's screens share: homes that talk through a folder, and the look of the product."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.pool.bench.screen import BenchScreen
from tests.db.pool_homes import Clock
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


@pytest.fixture(scope="session")
def kept_week(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Clock]:
    """Where a busy week stands that everybody went home from, and how late it was. Nobody works in it: see `week`."""
    made = a_busy_week(tmp_path_factory.mktemp("week") / "regio")
    made.region.close()
    return made.region.root, made.region.clock


@pytest.fixture
def week(kept_week: tuple[Path, Clock], tmp_path: Path) -> Iterator[Work]:
    """A region after a busy week: a copy of the one that is kept, for every test its own."""
    root, clock = kept_week
    made = Work(shutil.copytree(root, tmp_path / "regio"), replace(clock))
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
    qtbot.waitUntil(lambda: not screen.reminders.busy and not screen.foot.busy)
    yield screen
    screen.keep()
