"""How the tables came to be. A step here never changes again and never imports today's models.

After adding a step: `python -m db.migrations > db/schema.sql`, and keep a database of the release before it in
tests/kept/ (see docs/storage.md).
"""
from __future__ import annotations

from textwrap import dedent

from db.cipher import Database, Migrations, driver

VERSION = 3
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


@steps()
def m002_the_expert_pool_and_its_post(db: Database) -> None:
    for statement in _M002:
        db.execute(statement)


_M002 = (
    # What was said in consults. A message never changes; a second time it arrives is no news.
    """
    CREATE TABLE pool_message (
        id TEXT PRIMARY KEY,
        thread TEXT NOT NULL,
        at TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX pool_message_by_thread ON pool_message (thread)",
    # What the messages of a consult come to, for lists of a hundred thousand: always made from the messages.
    """
    CREATE TABLE pool_consult (
        number INTEGER PRIMARY KEY,
        thread TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL,
        type TEXT NOT NULL,
        urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
        begun TEXT NOT NULL,
        due TEXT,
        waits_for TEXT NOT NULL,
        team TEXT NOT NULL,
        theme TEXT NOT NULL,
        summary TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX pool_consult_by_status ON pool_consult (status, due)",
    "CREATE INDEX pool_consult_by_begin ON pool_consult (begun, theme)",
    # What lists look for beside the status, each with the day from which it stands; made from the messages too.
    """
    CREATE TABLE pool_mark (
        mark TEXT NOT NULL,
        day TEXT NOT NULL,
        number INTEGER NOT NULL REFERENCES pool_consult (number) ON DELETE CASCADE,
        PRIMARY KEY (mark, day, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX pool_mark_of ON pool_mark (number)",
    "CREATE VIRTUAL TABLE pool_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')",
    # Which case of ours a question came from: the key of the pseudonym, which never leaves.
    """
    CREATE TABLE pool_link (
        thread TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE pool_key (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # The post: what waits to go, what came in, and what could not be read, with why.
    """
    CREATE TABLE outbox (
        id TEXT PRIMARY KEY,
        mailbox TEXT NOT NULL,
        thread TEXT NOT NULL,
        data BLOB NOT NULL,
        made_at TEXT NOT NULL,
        sent_at TEXT,
        problem TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX outbox_waiting ON outbox (sent_at)",
    "CREATE TABLE inbox (id TEXT PRIMARY KEY, message TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE quarantine (
        digest TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        code TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)


@steps()
def m003_what_was_set_apart_is_listed_without_its_contents(db: Database) -> None:
    """Each exchange reads this list; without the index it walks through every file that was set apart."""
    db.execute("CREATE INDEX quarantine_list ON quarantine (at, digest, code, name)")


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
        "AND NOT (type = 'table' AND (name GLOB 'search_*' OR name GLOB 'pool_search_*')) ORDER BY rowid"
    )
    statements = (dedent(sql.replace("CREATE", "    CREATE", 1)) for (sql,) in rows)
    return "-- Generated: python -m db.migrations > db/schema.sql\n\n" + "\n\n".join(f"{sql};" for sql in statements)


if __name__ == "__main__":
    fresh = Database(driver.connect(":memory:", isolation_level=None), execute_plugins=False)
    apply(fresh)
    print(schema(fresh))
