"""Homes that talk through a folder: real stores, real keys, real envelopes; only the clock is ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from casework.pool.parties import Party
from db import vault as vaults
from db.cipher import Database
from db.connection import connect
from db.exchange.cards import directory_from, to_bytes
from db.exchange.home import KeyRing
from db.pool import PoolStore
from desktop.pool.desk import PoolDesk
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND
from tests.db.conftest import PASSPHRASE, TINY

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """One for all homes; `skew` of a home is added to it."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass
class Home:
    """An open home of one person, and its desk."""

    folder: Path
    clock: Clock
    skew: timedelta = timedelta(0)
    db: Database = field(init=False)
    vault: vaults.Vault = field(init=False)
    store: PoolStore = field(init=False)
    desk: PoolDesk = field(init=False)

    def __post_init__(self) -> None:
        if not self.folder.exists():
            vaults.create(self.folder, PASSPHRASE, TINY)[0].close()
        self.vault = vaults.unlock(self.folder, PASSPHRASE)
        self.db = connect(self.vault)
        self.store = PoolStore(self.db, self.clock)
        self.desk = PoolDesk(self.store, KeyRing(self.store), lambda: self.clock() + self.skew, self._today)

    def _today(self) -> date:
        return (self.clock.now + self.skew).date()

    @property
    def ring(self) -> KeyRing:
        return self.desk.ring

    def close(self) -> None:
        self.db.close()
        self.vault.close()


@dataclass
class Region:
    """A coordinator, an asker and two experts, enrolled with each other, and the folder between them.

    In the root of one that was there before it is the same region again; then `clock` says how late it is there.
    """

    root: Path
    clock: Clock = field(default_factory=Clock)
    homes: dict[str, Home] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.share.exists():
            parties = (HUB, ASKER, EXPERT, SECOND)
            self.homes = {party.id: Home(self.root / party.id, self.clock) for party in parties}
            return
        self.share.mkdir(parents=True)
        hub = self.home(HUB)
        for party in (ASKER, EXPERT, SECOND):
            enrol(hub, self.home(party))
        for home in self.homes.values():
            if home is not hub:
                home.ring.update(directory_from(to_bytes(hub.ring.directory), "adresboek.json"))

    @property
    def share(self) -> Path:
        return self.root / "post"

    def home(self, party: Party) -> Home:
        if party.id not in self.homes:
            made = self.homes[party.id] = Home(self.root / party.id, self.clock)
            made.ring.start(party, self.clock.today)
        return self.homes[party.id]

    def deliver(self, rounds: int = 2) -> None:
        """Everybody brings and fetches the post."""
        for _ in range(rounds):
            for home in self.homes.values():
                done = home.desk.send(self.share)
                assert not done.problem
            for home in self.homes.values():
                home.desk.receive(self.share)

    def close(self) -> None:
        for home in self.homes.values():
            home.close()


def enrol(hub: Home, other: Home) -> None:
    """As people do it: a request one way, the address book the other way, fingerprints read out both ways."""
    card = other.ring.card
    assert card is not None and hub.ring.card is not None
    hub.ring.admit(other.ring.request(), card.fingerprint, hub.clock.today)
    other.ring.trust(hub.ring.directory, hub.ring.card.fingerprint)
