"""The one place where the parts meet: the store is brought in here, and nowhere else in desktop."""

from __future__ import annotations

import gc
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import resources
from casework.trouble import Trouble
from db.files import read_whole, write_whole
from db.keys import Cost
from db.profile import Profile, read_profile, write_profile
from db.recovery import new_recovery_key
from db.vault import (
    Vault,
    change_passphrase,
    change_recovery_key,
    create,
    exists,
    key_by_either,
    unlock,
    unlock_with_recovery,
)
from desktop import clock

if TYPE_CHECKING:  # heavy: loaded where they are used, after the unlock screen was painted
    from importlib.resources.abc import Traversable

    from casework.actors import Actor
    from casework.knowledge import Pack
    from db.cipher import Database
    from desktop.pool.desk import PoolDesk
    from desktop.session import Session

REGION = "groningen"

__all__ = [
    "Cost",
    "Profile",
    "Vault",
    "change_passphrase",
    "change_recovery_key",
    "create",
    "default_home",
    "exists",
    "find_backup",
    "key_by_either",
    "knowledge",
    "knowledge_of",
    "make_backup",
    "new_recovery_key",
    "open_session",
    "read_once",
    "read_profile",
    "read_whole",
    "restore",
    "unlock",
    "unlock_with_recovery",
    "warm",
    "write_profile",
    "write_whole",
]


def default_home() -> Path:
    """Where a user's own cases are, by the custom of the system: never in a synchronised folder."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return base / "IJkpunt"
    base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "ijkpunt"


def make_backup(vault: Vault, to: Path) -> Path:
    """A verified backup in a folder, named after this moment; returns its own folder. As `db.backup.backup`."""
    from db.backup import backup

    return backup(vault, to, clock.now().astimezone())


def find_backup(folder: Path) -> Path:
    """The backup in a folder that somebody points at. As `db.backup.find_backup`."""
    from db.backup import find_backup as find

    return find(folder)


def restore(source: Path, home: Path, secret: str) -> Path | None:
    """Put a backup back in a home; returns where what stood there is now. As `db.backup.restore`."""
    from db.backup import restore as put_back

    return put_back(source, home, secret, clock.now().astimezone())


def knowledge(folder: Path | None = None) -> Pack:
    """The knowledge pack in a folder, or the one that is shipped. Raises PackError with every mistake."""
    return load_pack(folder) if folder is not None else read_once(None)


def knowledge_of(home: Path) -> Pack:
    """The pack that was installed last in a home, or the one that is shipped. Raises Trouble if it cannot be used."""
    from casework.knowledge import PackError
    from desktop.packs import current

    folder = current(home)
    try:
        return read_once(folder)
    except PackError as error:
        raise Trouble(
            f"Het kennispakket in {folder} past niet bij deze versie van IJkpunt ({error.mistakes[0]}). Vraag de "
            "uitgever om een nieuwe versie en installeer die met ‘ijkpunt pack install’."
        ) from error


def read_once(folder: Traversable | None) -> Pack:
    """A pack that stays as it is while the program runs: an installed version, or what is shipped. As `load_pack`."""
    where: Any = folder or resources.packs() / REGION  # two of the same folder are equal
    return _read_once(where)


@cache
def _read_once(folder: Any) -> Pack:
    return load_pack(folder)


def load_pack(folder: Traversable | None) -> Pack:
    """Read a pack anew: the one in a folder, or the region's that is shipped. Raises PackError with every mistake."""
    from casework.edits import is_path
    from casework.knowledge import load
    from casework.weighing import facts
    from casework.weighing.thresholds import SETTINGS
    from desktop.packs import base_beside

    root = folder or resources.packs() / REGION
    return load(root, facts.kinds(), is_path, SETTINGS, lambda name: base_beside(folder, name))


def warm() -> None:
    """Load what a session will need: outside the thread of the window, while the passphrase is being worked on."""
    import db.cases
    import db.connection
    import db.exchange.home  # noqa: F401
    import desktop.pool.desk
    import desktop.session  # noqa: F401
    from casework.weighing import assess  # noqa: F401
    from casework.weighing.facts.working_days import working_day_after

    working_day_after(clock.today(), 1)  # the calendar of holidays alone takes half a second, also in a weekend
    knowledge()
    _leave_out_of_collecting()


@cache
def _leave_out_of_collecting() -> None:
    """What was loaded stays: to look through it for garbage costs a tenth of a second in the middle of somebody's work.

    Once, and before anything of a case is in memory: what was read after it is let go as ever.
    """
    gc.freeze()


def open_session(vault: Vault, actor: Actor, *, practice: bool = False) -> Session:
    """The session of an unlocked home. What is heavy is loaded here, after the unlock screen was painted."""
    from db.cases import Cases
    from db.connection import connect
    from db.settings import Settings
    from db.values import ABSENT
    from desktop.knowledge import Knowledge
    from desktop.session import Session

    database = connect(vault)

    def close() -> None:
        database.close()
        vault.close()

    @cache
    def pool() -> PoolDesk:
        return pool_desk(database)

    cases, settings, packs = Cases(database, clock.now), Settings(database), Knowledge(vault.home)
    return Session(cases, settings, actor, packs, clock.today, ABSENT, close, practice, pool)


def pool_desk(database: Database) -> PoolDesk:
    """The expert pool of an open database."""
    from db.exchange.home import KeyRing
    from db.pool import PoolStore
    from desktop.pool.desk import PoolDesk

    store = PoolStore(database, clock.now)
    return PoolDesk(store, KeyRing(store), clock.now, clock.today)
