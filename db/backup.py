"""Backups. A backup is a home of its own: `vault.json` and an encrypted database, opened and checked before it counts.

A copy of the database file alone is not a backup: what was saved last lies in a file beside it, and without
`vault.json` nobody can open it.
"""
from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from db import migrations
from db.cipher import known_errors, open_keyed
from db.cloud import shared_because
from db.errors import (
    BackupFailed,
    BackupInsideHome,
    BadBackup,
    DamagedDatabase,
    DamagedVault,
    DiskFull,
    NewerDatabase,
    NoRoomForBackup,
    NotReadable,
    NotWritable,
    SharedBackup,
    StoreError,
    known_file_errors,
)
from db.files import HomeLock, make_private_file, make_private_folder, sync_folder, write_whole
from db.journal import Journal
from db.vault import DATABASE, HEADER, Vault, key_by_either, refuse_shared

_NAME = re.compile(r"^IJkpunt-reservekopie-\d{8}-\d{6}$")


def backup(vault: Vault, to: Path, at: datetime, keep: int = 7) -> Path:
    """Make a verified backup in folder `to`; keeps the newest `keep` of this home. Returns the folder of the new one.

    Works beside the open window: it takes a connection of its own. Raises SharedBackup, BackupInsideHome, BackupFailed,
    DamagedDatabase, NoRoomForBackup, NotWritable.
    """
    if reason := shared_because(to):
        raise SharedBackup(home=to, reason=reason)
    with known_file_errors(to):
        inside = any((place / HEADER).exists() for place in (to, *to.absolute().parents))
    if inside:  # also inside another backup: that goes some day
        raise BackupInsideHome(folder=to)
    made, key = to / f"IJkpunt-reservekopie-{at:%Y%m%d-%H%M%S}", vault.key
    copy_home(vault, made)
    for old in [one for one in backups(to) if _opens(one, key)][keep:]:  # a colleague's may lie on the same stick
        shutil.rmtree(old, ignore_errors=True)  # one that will not go is a backup more: the new one did not fail
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


def find_backup(folder: Path) -> Path:
    """The backup that somebody points at: the folder itself, or the newest in it. Raises BadBackup, NotReadable."""
    if (folder / HEADER).exists():
        return folder
    with _readable(folder):
        found = backups(folder) if folder.is_dir() else []
    if not found:
        raise BadBackup(folder=folder)
    return found[0]


def copy_home(vault: Vault, to: Path) -> None:
    """Copy an unlocked home to a new folder and verify the copy. Raises as `backup`; then `to` does not exist."""
    beside, key = to.with_name(f".{to.name}.new"), vault.key  # now: the window may lock before this is done
    shutil.rmtree(beside, ignore_errors=True)  # of an attempt that was cut short
    try:
        make_private_folder(beside)
        with known_file_errors(to):
            write_whole(beside / HEADER, (vault.home / HEADER).read_bytes())
        _copy_database(vault.database, beside / DATABASE, key)
        if not _is_sound(beside, key):
            raise BackupFailed(folder=to)
        with known_file_errors(to):
            beside.rename(to)
            sync_folder(to.parent)
    except DiskFull as error:
        raise NoRoomForBackup(folder=to.parent) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def restore(source: Path, home: Path, secret: str, at: datetime) -> Path | None:
    """Put a backup back in a home that is closed; `secret` is the passphrase or the recovery key of the backup.

    The backup is copied and verified first; what stood in the home is moved to the folder returned, never deleted.
    None: the home was empty. Raises WrongSecret, BadBackup, NewerDatabase, CloudFolder, HomeInUse, NoRoomForBackup,
    NotReadable, NotWritable.
    """
    refuse_shared(home)
    make_private_folder(home)
    lock = HomeLock(home)
    fresh, aside = home / f"terugzetten-{at:%Y%m%d-%H%M%S}", home / f"vervangen-{at:%Y%m%d-%H%M%S}"
    try:
        make_private_folder(fresh)
        _take(source, fresh)
        try:
            key = key_by_either(fresh, secret)
            if not _is_sound(fresh, key):
                raise BadBackup(folder=source)
            _refuse_newer(fresh, key)
        except (DamagedVault, DamagedDatabase) as error:
            raise BadBackup(folder=source) from error
        return _swap(home, fresh, aside)
    except DiskFull as error:
        raise NoRoomForBackup(folder=home) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        lock.release()


def _take(source: Path, fresh: Path) -> None:
    """Copy a backup, or a whole home that was copied by hand: what was saved last may lie beside its database."""
    for name in (HEADER, DATABASE):
        if not (source / name).is_file():
            raise BadBackup(folder=source)
    with _readable(source):
        for name in (HEADER, DATABASE, f"{DATABASE}-wal"):
            if (source / name).exists():
                shutil.copyfile(source / name, fresh / name)


def _swap(home: Path, fresh: Path, aside: Path) -> Path | None:
    """The fresh files in the place of what stands in the home. Where that fails, what stood there stands again."""
    moved = [name for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", HEADER) if (home / name).exists()]
    with known_file_errors(home):
        if moved:
            make_private_folder(aside)
        try:
            for name in moved:
                (home / name).replace(aside / name)
            for name in (DATABASE, HEADER):
                (fresh / name).replace(home / name)
        except OSError:
            for name in moved:
                if (aside / name).exists():
                    (aside / name).replace(home / name)
            raise
        sync_folder(home)
    return aside if moved else None


@contextmanager
def _readable(source: Path) -> Iterator[None]:
    """What the file system says while a backup is read: a full disk is ours, anything else is about the backup."""
    try:
        with known_file_errors(source):
            yield
    except NotWritable as error:
        raise NotReadable(file=source) from error


def _opens(folder: Path, key: bytes) -> bool:
    """Is this a backup of the home with this key? The key of a home never changes."""
    try:
        if not (folder / DATABASE).is_file():
            return False
        open_keyed(folder / DATABASE, key).close()
    except StoreError:
        return False
    return True


def _refuse_newer(folder: Path, key: bytes) -> None:
    db = open_keyed(folder / DATABASE, key)
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
    finally:
        db.close()
    if version > migrations.VERSION:
        raise NewerDatabase


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
