"""Backups. A backup is a home of its own: `vault.json` and an encrypted database, opened and checked before it counts.

A copy of the database file alone is not a backup: what was saved last lies in a file beside it, and without
`vault.json` nobody can open it.
"""
from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from db.cipher import known_errors, open_keyed
from db.errors import (
    BackupFailed,
    BadBackup,
    DamagedDatabase,
    DamagedVault,
    HomeIncomplete,
    NotADatabase,
    known_file_errors,
)
from db.files import HomeLock, make_private_file, make_private_folder, sync_folder, write_whole
from db.journal import Journal
from db.vault import DATABASE, HEADER, Vault, unlock

_NAME = re.compile(r"^IJkpunt-reservekopie-\d{8}-\d{6}$")


def backup(vault: Vault, to: Path, at: datetime, keep: int = 7) -> Path:
    """Make a verified backup in folder `to`; keeps the newest `keep`. Returns the folder of the new one.

    Works beside the open window: it takes a connection of its own. Raises BackupFailed, DamagedDatabase,
    DiskFull, NotWritable.
    """
    made = to / f"IJkpunt-reservekopie-{at:%Y%m%d-%H%M%S}"
    copy_home(vault, made)
    for old in backups(to)[keep:]:
        shutil.rmtree(old)
    return made


def backup_before_migration(vault: Vault, version: int) -> None:
    """A verified backup inside the home itself, before its database is changed; the newest two are kept."""
    folder = vault.home / "backups"
    copy_home(vault, folder / f"before-version-{version:03}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
    for old in sorted(folder.glob("before-version-*"), reverse=True)[2:]:
        shutil.rmtree(old)


def backups(folder: Path) -> list[Path]:
    """The backups in a folder, newest first."""
    with known_file_errors(folder):
        return sorted((path for path in folder.iterdir() if _NAME.match(path.name)), reverse=True)


def copy_home(vault: Vault, to: Path) -> None:
    """Copy an unlocked home to a new folder and verify the copy. Raises as `backup`; then `to` does not exist."""
    beside = to.with_name(f".{to.name}.new")
    shutil.rmtree(beside, ignore_errors=True)  # of an attempt that was cut short
    try:
        make_private_folder(beside)
        with known_file_errors(to):
            write_whole(beside / HEADER, (vault.home / HEADER).read_bytes())
        _copy_database(vault.database, beside / DATABASE, vault.key)
        if not _is_sound(beside, vault.key):
            raise BackupFailed(folder=to)
        with known_file_errors(to):
            beside.rename(to)
            sync_folder(to.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def restore(source: Path, home: Path, passphrase: str, at: datetime) -> Path:
    """Put a backup back in a home that is closed; `passphrase` is that of the backup.

    The backup is copied and verified first; what stood in the home is moved to the folder returned, never deleted.
    Raises WrongPassphrase, BadBackup, HomeInUse, DiskFull, NotWritable.
    """
    make_private_folder(home)
    lock = HomeLock(home)
    fresh, aside = home / f"terugzetten-{at:%Y%m%d-%H%M%S}", home / f"vervangen-{at:%Y%m%d-%H%M%S}"
    try:
        make_private_folder(fresh)
        with known_file_errors(source):
            for name in (HEADER, DATABASE):
                if not (source / name).exists():
                    raise BadBackup(folder=source)
                shutil.copyfile(source / name, fresh / name)
        try:
            with unlock(fresh, passphrase) as copy:
                if not _is_sound(fresh, copy.key):
                    raise BadBackup(folder=source)
        except (DamagedVault, DamagedDatabase, NotADatabase, HomeIncomplete) as error:
            raise BadBackup(folder=source) from error
        make_private_folder(aside)
        with known_file_errors(home):
            for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", HEADER):
                if (home / name).exists():
                    (home / name).replace(aside / name)
            for name in (DATABASE, HEADER):
                (fresh / name).replace(home / name)
            sync_folder(home)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        lock.release()
    return aside


def _copy_database(source: Path, to: Path, key: bytes) -> None:
    make_private_file(to)
    live = open_keyed(source, key)
    try:
        copy = open_keyed(to, key)
        try:
            with known_errors(to):
                live.conn.backup(copy.conn)
        finally:
            copy.close()
    finally:
        live.close()


def _is_sound(folder: Path, key: bytes) -> bool:
    """Read every page and every row of the journal."""
    try:
        db = open_keyed(folder / DATABASE, key)
    except DamagedDatabase:
        return False
    try:
        with known_errors(folder):
            return (
                db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                and not db.execute("PRAGMA cipher_integrity_check").fetchall()
                and not Journal(db, datetime.now).verify()
            )
    except DamagedDatabase:
        return False
    finally:
        db.close()
