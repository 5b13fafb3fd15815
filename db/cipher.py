"""sqlite-utils over SQLCipher: an open, keyed database, and the driver's errors as mishaps we know.

Importing this costs about 0.2 s: import it when somebody has unlocked, not before the first paint. Everything of
sqlite-utils comes from here, so that it always finds SQLCipher.
"""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3  # type: ignore[import-untyped]
import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations
else:
    # sqlite-utils looks for pysqlite3 before the standard sqlite3. Without this it would catch the wrong exception
    # classes: a failing INSERT … RETURNING then leaves a transaction open and the row is lost.
    sys.modules["pysqlite3"], sys.modules["pysqlite3.dbapi2"] = sqlcipher3, driver
    from sqlite_utils import Database, Migrations

from db.errors import DamagedDatabase, DiskFull, HomeInUse, NotWritable, StoreError

__all__ = ["Database", "Migrations", "driver", "known_errors", "open_keyed", "reading", "writing"]

_FULL, _CORRUPT, _NOT_A_DATABASE, _BUSY, _LOCKED = 13, 11, 26, 5, 6
_IO, _READONLY, _CANNOT_OPEN = 10, 8, 14
_BY_WORDS = {
    "database or disk is full": _FULL,
    "disk I/O error": _IO,
    "attempt to write a readonly database": _READONLY,
    "unable to open database file": _CANNOT_OPEN,
    "database is locked": _BUSY,
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOT_A_DATABASE,
}
"""What `Connection.backup` raises has SQLite's words (sqlite3_errstr) and no code."""


def open_keyed(path: Path | str, key: bytes) -> Database:
    """Open a database with its raw key (32 bytes), durable at every commit. The file is made if it is not there.

    Raises DamagedDatabase where the key does not fit: whether that is damage is for the caller to say.
    """
    with known_errors(path):
        connection = driver.connect(str(path), isolation_level=None)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr; we report ourselves
            connection.set_key(f"x'{key.hex()}'")  # raw: the passphrase was stretched by Argon2id already
            for pragma in (
                "temp_store = MEMORY",  # sorting never leaves plaintext behind
                "secure_delete = ON",  # what is deleted is overwritten
                "foreign_keys = ON",
                "journal_mode = WAL",  # the first to touch the file: fails here with a wrong key
                "synchronous = FULL",  # a confirmed answer survives a power cut
            ):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("SELECT count(*) FROM sqlite_schema")
            return Database(connection, execute_plugins=False)
        except BaseException:
            connection.close()
            raise


@contextmanager
def known_errors(where: object = "de opslag") -> Iterator[None]:
    """Turn what the driver says into a known mishap; what is our own mistake goes through as it is."""
    try:
        yield
    except driver.Error as error:
        code = getattr(error, "sqlite_errorcode", None) or _BY_WORDS.get(str(error), 0)
        known = _known(code & 0xFF, where)
        if known is None:
            raise
        raise known from error


def _known(code: int, where: object) -> StoreError | None:
    if code == _FULL:
        return DiskFull()
    if code in (_CORRUPT, _NOT_A_DATABASE):
        return DamagedDatabase()
    if code in (_BUSY, _LOCKED):
        return HomeInUse(home=where)
    return NotWritable(where=where) if code in (_IO, _READONLY, _CANNOT_OPEN) else None


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One unit of work: all of it is kept, or nothing and a known mishap says why."""
    with known_errors(), db.atomic():
        yield


reading = known_errors
"""Reading needs no transaction, only its errors in words."""
