"""A real, encrypted store in a temporary home, with a key derivation that costs nothing and a clock that ticks."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casework.actors import Actor
from db import vault as vaults
from db.cases import Cases
from db.cipher import Database
from db.connection import connect
from db.keys import Cost

if TYPE_CHECKING:
    from tests.db.pool_homes import Region

TINY = Cost(1, 64, 1)
PASSPHRASE = "vier losse woorden hier"
ANNE = Actor(id="anne", name="Anne Oefenstra")
BEGIN = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)


class TickingClock:
    """Every look at it is a second later."""

    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Store:
    """An open home with one practice case, `c1`."""

    vault: vaults.Vault
    db: Database
    cases: Cases
    clock: TickingClock

    @property
    def home(self) -> Path:
        return self.vault.home

    def set(self, path: str, value: object) -> bool:
        return self.cases.confirm("c1", path, value, ANNE)

    def close(self) -> None:
        self.db.close()
        self.vault.close()


def reopen(home: Path) -> Store:
    """Open a home that exists, as after a restart."""
    vault = vaults.unlock(home, PASSPHRASE)
    db, clock = connect(vault), TickingClock()
    return Store(vault, db, Cases(db, clock), clock)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    vault, _ = vaults.create(home, PASSPHRASE, TINY)
    vault.close()
    opened = reopen(home)
    opened.cases.create("c1", "f1", True, {"id": "basis", "version": "1"}, ANNE)
    yield opened
    opened.close()


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    """Homes that talk through one shared folder."""
    from tests.db.pool_homes import Region  # which stands on this file

    made = Region(tmp_path)
    yield made
    made.close()
