"""Opening the database of an unlocked home, in this order: private mode, refuse what is not ours or newer, verified
backup if a migration is pending, WAL and foreign keys, migrate."""
from __future__ import annotations

from pathlib import Path

from db import backup, migrations
from db.cipher import Database, known_errors, open_keyed
from db.errors import DamagedDatabase, NewerDatabase, NotADatabase
from db.files import make_private_file
from db.vault import Vault

_PLAIN = b"SQLite format 3\0"


def build(path: Path, key: bytes) -> None:
    """Make a new, empty database; one left behind by an earlier attempt is replaced."""
    for leftover in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        leftover.unlink(missing_ok=True)
    make_private_file(path)
    db = open_keyed(path, key)
    try:
        with known_errors(path):
            migrations.apply(db)
    finally:
        db.close()


def connect(vault: Vault) -> Database:
    """The database of an unlocked home, up to date. Close it before the vault.

    Raises NotADatabase, DamagedDatabase, NewerDatabase, BackupFailed, DiskFull,
    NotWritable.
    """
    make_private_file(vault.database)
    _refuse_what_is_not_ours(vault.database)
    db = open_keyed(vault.database, vault.key)
    try:
        with known_errors(vault.database):
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version > migrations.VERSION:
                raise NewerDatabase
            if migrations.steps.pending(db):
                backup.backup_before_migration(vault, migrations.VERSION)
                migrations.apply(db)
        return db
    except BaseException:
        db.close()
        raise


def check(vault: Vault) -> list[str]:
    """Read every page and say what is wrong (technical words); empty means sound. A second per 100,000 answers.

    Takes a connection of its own, so that it can run beside the window. The order matters: `cipher_integrity_check`
    reads the main file only, and reports damage where there is none until the write-ahead log has been merged.
    """
    try:
        db = open_keyed(vault.database, vault.key)
    except DamagedDatabase as error:
        return [str(error.__cause__)]
    try:
        with known_errors(vault.database):
            found = [row[0] for row in db.execute("PRAGMA quick_check") if row[0] != "ok"]
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return found + [row[0] for row in db.execute("PRAGMA cipher_integrity_check")]
    except DamagedDatabase as error:
        return [str(error.__cause__)]
    finally:
        db.close()


def _refuse_what_is_not_ours(path: Path) -> None:
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(512)
    if size < len(_PLAIN) or head.startswith(_PLAIN) or _is_text(head):
        raise NotADatabase(file=path)


def _is_text(head: bytes) -> bool:
    """Of 512 encrypted bytes practically none are printable all over."""
    return all(byte in b"\t\n\r" or byte >= 0x20 for byte in head)
