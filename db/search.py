"""Search as you type, over the current answers of every case, inside the encrypted database.

The index follows the journal: what was confirmed since the last search is added when somebody searches. Confirming an
answer need not wait for it.
"""
from __future__ import annotations

from db.cipher import Database
from db.values import decode, words

_HOLDS = """
    SELECT case_id FROM projection WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?)
    UNION SELECT id FROM cases WHERE instr(lower(title), lower(?))
"""


def catch_up(db: Database) -> None:
    """Bring the index up to the end of the journal; inside a unit of work. Some 30 ms per thousand changed answers."""
    run = db.conn.execute
    (up_to,) = run("SELECT up_to FROM searchable").fetchone()
    (end,) = run("SELECT count FROM chain").fetchone()
    if end == up_to:
        return
    changed = run("SELECT id, value FROM projection JOIN (SELECT DISTINCT case_id, path FROM journal WHERE seq > ?) "
                  "USING (case_id, path)", (up_to,)).fetchall()
    db.conn.executemany("DELETE FROM search WHERE rowid = ?", [(id_,) for id_, _ in changed])
    db.conn.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)",
                        [(id_, words(decode(value))) for id_, value in changed if value is not None])
    run("UPDATE searchable SET up_to = ?", (end,))


def holding(db: Database, text: str) -> set[str] | None:
    """The cases in which every word occurs, in whatever answer or in the title; a word may be half typed.

    None where there is nothing to search for. Unranked on purpose: ranking two common words is what takes long.
    """
    found: set[str] | None = None
    for word in text.split():
        if any(sign.isalnum() for sign in word):
            quoted = '"' + word.replace('"', '""') + '"*'  # a word of the user, never a word of the query language
            here = {case_id for (case_id,) in db.conn.execute(_HOLDS, (quoted, word))}
            found = here if found is None else found & here
    return found


def forget(db: Database, case_id: str) -> None:
    """Take a case out of the index, also out of the older parts of it in which deleted words linger."""
    db.conn.execute("DELETE FROM search WHERE rowid IN (SELECT id FROM projection WHERE case_id = ?)", (case_id,))
    db.conn.execute("INSERT INTO search (search) VALUES ('optimize')")
