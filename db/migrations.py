"""How the tables came to be. A step here never changes again and never imports today's models.

After adding a step: `python -m db.migrations > db/schema.sql`, and keep a database of the release before it in
tests/kept/ (see docs/storage.md).
"""
from __future__ import annotations

from textwrap import dedent

from db.cipher import Database, Migrations, driver

VERSION = 1
"""The number of steps below: what this program writes and at most reads."""

APPLICATION_ID = 0x494A4B50  # "IJKP"
steps = Migrations("ijkpunt")


@steps()
def m001_cases_with_their_journal(db: Database) -> None:
    for statement in _M001:
        db.execute(statement)


_M001 = (
    """
    CREATE TABLE cases (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        family_id TEXT NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        title TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT 'open',
        created_at TEXT NOT NULL
    ) STRICT
    """,
    # No reference to cases: the journal of an erased case stays.
    """
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY,
        batch INTEGER NOT NULL,
        inverts INTEGER,
        case_id TEXT NOT NULL,
        path TEXT NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        at TEXT NOT NULL,
        digest BLOB NOT NULL,
        prev_hash BLOB NOT NULL,
        hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_by_case ON journal (case_id)",  # and by seq within it: that is the row id
    "CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END",
    """
    CREATE TABLE content (
        seq INTEGER PRIMARY KEY REFERENCES journal (seq),
        salt BLOB NOT NULL,
        value TEXT
    ) STRICT
    """,
    "CREATE TABLE chain (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, hash BLOB NOT NULL) STRICT",
    "INSERT INTO chain VALUES (1, 0, zeroblob(32))",
    """
    CREATE TABLE projection (
        case_id TEXT NOT NULL REFERENCES cases (id),
        path TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (case_id, path)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        case_id TEXT NOT NULL REFERENCES cases (id),
        path TEXT NOT NULL,
        text TEXT NOT NULL,
        cursor INTEGER NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, path)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # One row a case, by its number.
    "CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE TABLE searchable (one INTEGER PRIMARY KEY CHECK (one = 1), up_to INTEGER NOT NULL) STRICT",
    "INSERT INTO searchable VALUES (1, 0)",
)


def apply(db: Database) -> None:
    """Bring a database to this version: all steps in one transaction, or none."""
    with db.atomic():
        steps.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")


def schema(db: Database) -> str:
    """The tables as SQL, for people to read first: db/schema.sql."""
    rows = db.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT GLOB '_sqlite*' "
        "AND NOT (type = 'table' AND name GLOB 'search_*') ORDER BY rowid"
    )
    statements = (dedent(sql.replace("CREATE", "    CREATE", 1)) for (sql,) in rows)
    return "-- Generated: python -m db.migrations > db/schema.sql\n\n" + "\n\n".join(f"{sql};" for sql in statements)


if __name__ == "__main__":
    fresh = Database(driver.connect(":memory:", isolation_level=None), execute_plugins=False)
    apply(fresh)
    print(schema(fresh))
