"""Which action is next to be undone or redone. Read from the journal: undoing appends, and never removes a row."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.cipher import Database
from db.values import Value, decode


@dataclass(frozen=True)
class Batches:
    """The first rows of the actions that can be undone and redone, the next one last."""

    undoable: tuple[int, ...]
    redoable: tuple[int, ...]


def batches(db: Database, case_id: str) -> Batches:
    """Replay the actions of a case: a change makes what was undone before it no longer redoable.

    They begin where the case began: when it was made, and when it was read from a file (an import that tells nothing:
    one of a reply tells which). To go back past that would empty it. An erased case may have come back.
    """
    undoable: list[int] = []
    redoable: list[int] = []
    for batch, kind, inverts in db.conn.execute(
        "SELECT batch, kind, inverts FROM journal WHERE case_id = ? AND seq = batch AND seq > "
        "(SELECT max(seq) FROM journal LEFT JOIN content USING (seq) WHERE case_id = ? "
        "AND (kind = 'created' OR kind = 'imported' AND value IS NULL)) "
        "AND kind IN ('set', 'cleared', 'undone', 'redone') ORDER BY seq", (case_id, case_id)
    ):
        if kind == "undone":
            del undoable[-1:]  # none: an older version went back past where the case was read from a file
            redoable.append(inverts)
        elif kind == "redone":
            redoable.pop()
            undoable.append(inverts)
        else:
            undoable.append(batch)
            redoable.clear()
    return Batches(tuple(undoable), tuple(redoable))


def after(db: Database, case_id: str, batch: int) -> dict[str, Value]:
    """What the paths of an action became by it."""
    return _values(db.conn.execute(
        "SELECT path, value FROM journal JOIN content USING (seq) WHERE case_id = ? AND batch = ? ORDER BY seq",
        (case_id, batch)))


def before(db: Database, case_id: str, batch: int) -> dict[str, Value]:
    """What the paths of an action were just before it. Everything later has been undone when this is asked."""
    return _values(db.conn.execute(
        "SELECT path, (SELECT value FROM journal AS earlier JOIN content USING (seq) "
        "WHERE earlier.case_id = now.case_id AND earlier.path = now.path AND earlier.seq < now.batch "
        "AND earlier.kind IN ('created', 'set', 'cleared', 'undone', 'redone') ORDER BY earlier.seq DESC LIMIT 1) "
        "FROM journal AS now WHERE case_id = ? AND batch = ? ORDER BY seq", (case_id, batch)))


def _values(rows: Iterable[tuple[str, str | None]]) -> dict[str, Value]:
    return {path: decode(text) for path, text in rows}
