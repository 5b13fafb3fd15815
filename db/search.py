"""Search as you type, over the current answers of every case, inside the encrypted database.

The index follows the journal: a case that changed is indexed anew when somebody searches, so that confirming an answer
need not wait for it.
"""
from __future__ import annotations

from db.cipher import Database
from db.values import decode, words

_HOLDS = """
    SELECT id FROM cases WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?)
    OR instr(lower(title), lower(?))
"""


def catch_up(db: Database) -> None:
    """Bring the index up to the end of the journal; inside a unit of work. Some 20 ms per thousand answers."""
    run = db.conn.execute
    (up_to,) = run("SELECT up_to FROM searchable").fetchone()
    (end,) = run("SELECT count FROM chain").fetchone()
    if end == up_to:
        return
    for number, case_id in run("SELECT number, id FROM cases WHERE id IN (SELECT case_id FROM journal WHERE seq > ?)",
                               (up_to,)).fetchall():
        values = run("SELECT value FROM projection WHERE case_id = ?", (case_id,))
        text = "\n".join(words(decode(value)) for (value,) in values)
        run("DELETE FROM search WHERE rowid = ?", (number,))
        run("INSERT INTO search (rowid, words) VALUES (?, ?)", (number, text))
    run("UPDATE searchable SET up_to = ?", (end,))


def holding(db: Database, text: str) -> set[str] | None:
    """The cases in which every word occurs, in whatever answer or in the title; a word may be half typed.

    None where there is nothing to search for.
    """
    found: set[str] | None = None
    for word in text.split():
        if quoted := pattern(word):
            here = {case_id for (case_id,) in db.conn.execute(_HOLDS, (quoted, word))}
            found = here if found is None else found & here
    return found


def pattern(text: str) -> str:
    """What to match for: every word, each of which may be half typed. Empty where there is nothing to search for.

    A word of the user is never a word of the query language.
    """
    words = (word for word in text.split() if any(sign.isalnum() for sign in word))
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words)


def forget(db: Database, case_id: str) -> None:
    """Take a case out of the index, also out of the older parts of it in which deleted words linger."""
    db.conn.execute("DELETE FROM search WHERE rowid IN (SELECT number FROM cases WHERE id = ?)", (case_id,))
    db.conn.execute("INSERT INTO search (search) VALUES ('optimize')")
