"""What the tests of the pool's screens share: homes that talk through a folder, and the look of the product."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.theme.apply import apply_theme
from tests.db.pool_homes import Region
from tests.desktop.window.conftest import answer_box  # noqa: F401


@pytest.fixture(autouse=True)
def plain_look(qapp: Any) -> None:
    apply_theme(qapp)


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    made = Region(tmp_path)
    yield made
    made.close()
