"""The cases: what is typed, what is confirmed, and how it came to be. One unit of work per public method.

Answers are stored by path, a dotted name that goes by id and never by index (`help_history.help.h1.result`). A list is
its order: the value of `help_history.help` is the ids of its records. A record that is removed leaves the order; its
answers stay, so that undo gives them back. The store knows no step and no question.
"""
from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from db import search, undo
from db.cipher import Database, known_errors, reading, writing
from db.errors import CaseExists, DiskFull, UnknownCase
from db.journal import Entry, Journal, Kind
from db.values import ABSENT, Clock, Value, decode, encode, from_moment, moment

if TYPE_CHECKING:
    from casework.actors import Actor

PACK = "pack"
"""The path of the knowledge pack: {"id", "version"}. It changes and is undone like any answer."""

_WORK_LIST = """
    SELECT id, family_id, practice, title, status, created_at, at AS changed_at, seq FROM cases
    JOIN journal ON seq = (
        SELECT max(seq) FROM journal WHERE case_id = cases.id
        AND kind IN ('created', 'set', 'cleared', 'undone', 'redone')
    ) ORDER BY changed_at DESC, id
"""


@dataclass(frozen=True)
class CaseRow:
    """A line of the work list. position: of its last change in the journal, so that who knows it knows the case."""

    id: str
    family_id: str
    practice: bool
    title: str
    status: str
    created_at: datetime
    changed_at: datetime
    position: int


@dataclass(frozen=True)
class DraftRow:
    """What was typed and not confirmed yet, and where the cursor stood in it."""

    path: str
    text: str
    cursor: int
    at: datetime


class Cases:
    """All cases in an open database. Use it from the thread that opened the database.

    Every method may raise DamagedDatabase; those that write also DiskFull and NotWritable, and then nothing changed.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self.journal = Journal(db, clock)

    def create(self, case_id: str, family_id: str, practice: bool, pack: Mapping[str, str] | None,
               actor: Actor) -> None:
        """Begin a case. Raises CaseExists."""
        now = moment(self._clock())
        with writing(self._db):
            if self._knows(case_id):
                raise CaseExists
            self._db.conn.execute("INSERT INTO cases (id, family_id, practice, created_at) VALUES (?, ?, ?, ?)",
                                  (case_id, family_id, practice, now))
            value = ABSENT if pack is None else dict(pack)
            self.journal.append(case_id, PACK, "created", actor, value)
            self._project(case_id, PACK, value)

    def describe(self, case_id: str, *, title: str, status: str = "open") -> None:
        """How the case is called in the work list: worked out from the answers by the caller, so not journalled."""
        with writing(self._db):
            self._must_change("UPDATE cases SET title = ?, status = ? WHERE id = ?", (title, status, case_id))

    def search(self, text: str) -> tuple[CaseRow, ...]:
        """The lines of the work list in which all words occur, also half typed; all lines where nothing is asked.

        Whose name holds all of them comes first.
        """
        from casework.knowledge.searching import plain  # with all that reads packs: not before somebody searches

        with suppress(DiskFull), writing(self._db):  # on a full disk what was indexed before can still be found
            search.catch_up(self._db)
        with reading():
            found = search.holding(self._db, text)
        rows = [row for row in self.list() if found is None or row.id in found]
        words = plain(text).split()
        return tuple(sorted(rows, key=lambda row: not all(word in plain(row.title) for word in words)))

    def draft(self, case_id: str, path: str, text: str, cursor: int) -> None:
        """Keep what is being typed: overwrites the one draft of this path. Raises UnknownCase."""
        with writing(self._db):
            self._must_change(
                "INSERT INTO draft SELECT id, ?, ?, ?, ? FROM cases WHERE id = ? ON CONFLICT DO UPDATE "
                "SET text = excluded.text, cursor = excluded.cursor, at = excluded.at",
                (path, json.dumps(text), cursor, moment(self._clock()), case_id))

    def drafts(self, case_id: str) -> tuple[DraftRow, ...]:
        """What was typed and not confirmed, the last typed last."""
        with reading():
            rows = self._db.conn.execute("SELECT path, text, cursor, at FROM draft WHERE case_id = ? ORDER BY at",
                                         (case_id,))
            return tuple(DraftRow(path, json.loads(text), cursor, from_moment(at)) for path, text, cursor, at in rows)

    def confirm(self, case_id: str, path: str, value: Value, actor: Actor) -> bool:
        """Confirm an answer, or clear it with ABSENT: see `confirm_many`."""
        return self.confirm_many(case_id, {path: value}, actor)

    def confirm_many(self, case_id: str, values: Mapping[str, Value], actor: Actor) -> bool:
        """Confirm answers together; one undo takes them back together. Their drafts are done with.

        Returns whether anything changed: confirming what already stands writes no row. Raises UnknownCase.
        """
        with writing(self._db):
            changed = {path: value for path, value in values.items()
                       if encode(value) != self._standing(case_id, path)}
            self._db.conn.executemany("DELETE FROM draft WHERE case_id = ? AND path = ?",
                                      [(case_id, path) for path in values])
            if changed:
                self._change(case_id, changed, actor)
        return bool(changed)

    def undo(self, case_id: str, actor: Actor) -> dict[str, Value]:
        """Take back the last action; returns the paths it changed with what they are now. Empty: nothing to undo."""
        with writing(self._db):
            if not (done := undo.batches(self._db, case_id).undoable):
                return {}
            values = undo.before(self._db, case_id, done[-1])
            self._change(case_id, values, actor, kind="undone", inverts=done[-1])
            return values

    def redo(self, case_id: str, actor: Actor) -> dict[str, Value]:
        """Do again what was undone last; returns as `undo`."""
        with writing(self._db):
            if not (undone := undo.batches(self._db, case_id).redoable):
                return {}
            values = undo.after(self._db, case_id, undone[-1])
            self._change(case_id, values, actor, kind="redone", inverts=undone[-1])
            return values

    def current(self, case_id: str) -> dict[str, Value]:
        """The case as it stands: every confirmed value by path. Raises UnknownCase."""
        with reading():
            if not self._knows(case_id):
                raise UnknownCase
            rows = self._db.conn.execute("SELECT path, value FROM projection WHERE case_id = ?", (case_id,))
            return {path: decode(text) for path, text in rows}

    def history(self, case_id: str, path: str | None = None) -> tuple[Entry, ...]:
        """All that happened to a path, or in the whole case, oldest first."""
        return self.journal.entries(case_id, path)

    def log(self, case_id: str, kind: Literal["viewed", "exported", "imported"], actor: Actor,
            about: Value = ABSENT) -> None:
        """Record a look, an export or an import; `about` tells what left or came in. Raises UnknownCase."""
        with writing(self._db):
            if not self._knows(case_id):
                raise UnknownCase
            self.journal.append(case_id, "", kind, actor, about)

    def erase(self, case_id: str, actor: Actor) -> None:
        """Erase what a case holds, for good: only the bare rows of its journal stay, without content.

        Backups made before still hold the case until they are rotated out. Raises UnknownCase.
        """
        run = self._db.conn.execute
        with writing(self._db):
            if not self._knows(case_id):
                raise UnknownCase
            search.forget(self._db, case_id)
            run("DELETE FROM content WHERE seq IN (SELECT seq FROM journal WHERE case_id = ?)", (case_id,))
            for table in ("draft", "projection"):
                run(f"DELETE FROM {table} WHERE case_id = ?", (case_id,))
            run("DELETE FROM cases WHERE id = ?", (case_id,))
            self.journal.append(case_id, "", "erased", actor)
        with reading():
            with suppress(DiskFull), known_errors():  # what was deleted is overwritten already: this gives back space
                run("VACUUM")
            run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def list(self) -> tuple[CaseRow, ...]:
        """The work list, what was changed last first."""
        with reading():
            rows = self._db.conn.execute(_WORK_LIST)
            return tuple(CaseRow(id_, family, bool(practice), title, status, from_moment(created), from_moment(changed),
                                 position)
                         for id_, family, practice, title, status, created, changed, position in rows)

    def _change(self, case_id: str, values: Mapping[str, Value], actor: Actor, *, kind: Kind | None = None,
                inverts: int | None = None) -> None:
        if not self._knows(case_id):
            raise UnknownCase
        batch: int | None = None
        for path, value in values.items():
            what = kind or ("cleared" if value is ABSENT else "set")
            seq = self.journal.append(case_id, path, what, actor, value, batch=batch, inverts=inverts)
            batch = batch or seq
            self._project(case_id, path, value)

    def _project(self, case_id: str, path: str, value: Value) -> None:
        if value is ABSENT:
            self._db.conn.execute("DELETE FROM projection WHERE case_id = ? AND path = ?", (case_id, path))
            return
        self._db.conn.execute("INSERT INTO projection (case_id, path, value) VALUES (?, ?, ?) "
                              "ON CONFLICT DO UPDATE SET value = excluded.value", (case_id, path, encode(value)))

    def _standing(self, case_id: str, path: str) -> str | None:
        row = self._db.conn.execute("SELECT value FROM projection WHERE case_id = ? AND path = ?",
                                    (case_id, path)).fetchone()
        return None if row is None else str(row[0])

    def _knows(self, case_id: str) -> bool:
        return self._db.conn.execute("SELECT 1 FROM cases WHERE id = ?", (case_id,)).fetchone() is not None

    def _must_change(self, sql: str, parameters: tuple[object, ...]) -> None:
        if self._db.conn.execute(sql, parameters).rowcount == 0:
            raise UnknownCase
