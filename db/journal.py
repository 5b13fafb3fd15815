"""The journal: every confirmed change, look, export and import, in a chain in which nothing can change unseen.

A row's hash covers the row and the hash before it. The value and its salt lie apart (`content`) and the row holds only
their digest, so that content can be erased and the chain still holds. `chain` keeps how many rows there are and the
last hash: without it a cut-off tail would not show. The chain shows tampering by anyone who does not rebuild it from
there on; whoever keeps a `Head` elsewhere (on a handover, say) shows that too.
"""
from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from db.cipher import Database, reading
from db.values import ABSENT, ERASED, Clock, Value, decode, encode, from_moment, moment

if TYPE_CHECKING:
    from casework.actors import Actor

Kind: TypeAlias = Literal[
    "created", "set", "cleared", "undone", "redone", "imported", "exported", "viewed", "erased"
]

Fault: TypeAlias = Literal["missing", "altered", "unlinked", "cut_off", "content_altered", "content_missing"]

_IN_WORDS: dict[Fault, str] = {
    "missing": "Vóór regel {seq} van het logboek ontbreken regels.",
    "altered": "Regel {seq} van het logboek is veranderd.",
    "unlinked": "Regel {seq} van het logboek sluit niet aan op de regel ervoor.",
    "cut_off": "Het einde van het logboek ontbreekt na regel {seq}.",
    "content_altered": "De inhoud bij regel {seq} van het logboek is veranderd.",
    "content_missing": "De inhoud bij regel {seq} van het logboek ontbreekt, en is niet gewist.",
}


@dataclass(frozen=True)
class Entry:
    """One row. `value` is what the path became (ABSENT: cleared; ERASED: the content was erased), or for a look,
    export or import what there was to tell about it. `actor` as it was at that moment."""

    seq: int
    batch: int
    case_id: str
    path: str
    kind: Kind
    actor: dict[str, Any]
    at: datetime
    value: Value


@dataclass(frozen=True)
class Problem:
    """Something wrong with the chain; `sentence` says it in Dutch."""

    seq: int
    fault: Fault
    case_id: str

    @property
    def sentence(self) -> str:
        return _IN_WORDS[self.fault].format(seq=self.seq)


@dataclass(frozen=True)
class Head:
    """How long the chain is, and its last hash in hexadecimal."""

    count: int
    hash: str


class Journal:
    """Writes only inside somebody else's unit of work (db.cipher.writing)."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._connection = db.conn
        self._clock = clock

    def append(self, case_id: str, path: str, kind: Kind, actor: Actor, value: Value = ABSENT, *,
               batch: int | None = None, inverts: int | None = None) -> int:
        """Add a row; returns its number. Rows of one action share the `batch` of the first; an undo or redo says
        which batch it `inverts`."""
        run = self._connection.execute
        count, before = run("SELECT count, hash FROM chain").fetchone()
        seq, salt, text = count + 1, secrets.token_bytes(16), encode(value)
        row = (seq, batch or seq, inverts, case_id, path, kind, _who(actor), moment(self._clock()), _digest(salt, text))
        sealed = _seal(before, row)
        run("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, before, sealed))
        run("INSERT INTO content VALUES (?, ?, ?)", (seq, salt, text))
        run("UPDATE chain SET count = ?, hash = ?", (seq, sealed))
        return int(seq)

    def head(self) -> Head:
        with reading():
            count, last = self._connection.execute("SELECT count, hash FROM chain").fetchone()
            return Head(count, last.hex())

    def entries(self, case_id: str, path: str | None = None) -> tuple[Entry, ...]:
        """What happened in a case, or to one path of it, oldest first."""
        which, names = ("", (case_id,)) if path is None else ("AND path = ?", (case_id, path))
        with reading():
            return tuple(
                Entry(seq, batch, case_id, path, kind, json.loads(actor), from_moment(at),
                      ERASED if salt is None else decode(text))
                for seq, batch, path, kind, actor, at, salt, text in self._connection.execute(
                    "SELECT seq, batch, path, kind, actor, at, salt, value FROM journal LEFT JOIN content USING (seq) "
                    f"WHERE case_id = ? {which} ORDER BY seq", names)
            )

    def verify(self, case_id: str | None = None) -> list[Problem]:
        """Everything wrong with the chain, or with the rows of one case. Empty means: as it was written."""
        with reading():
            return [problem for problem in self._problems() if case_id in (None, problem.case_id)]

    def _problems(self) -> Iterator[Problem]:
        run = self._connection.execute
        erased = dict(run("SELECT case_id, max(seq) FROM journal WHERE kind = 'erased' GROUP BY case_id"))
        seq, before = 0, bytes(32)
        for *row, prev_hash, sealed, salt, text in run(
            "SELECT journal.*, salt, value FROM journal LEFT JOIN content USING (seq) ORDER BY seq"
        ):
            expected, (seq, _, _, case_id, _, _, _, _, digest) = seq + 1, row
            if seq != expected:
                yield Problem(seq, "missing", case_id)
            elif prev_hash != before:
                yield Problem(seq, "unlinked", case_id)
            if sealed != _seal(prev_hash, tuple(row)):
                yield Problem(seq, "altered", case_id)
            if salt is None:
                if seq >= erased.get(case_id, 0):
                    yield Problem(seq, "content_missing", case_id)
            elif digest != _digest(salt, text):
                yield Problem(seq, "content_altered", case_id)
            before = sealed
        if (seq, before) != run("SELECT count, hash FROM chain").fetchone():
            yield Problem(seq, "cut_off", "")


@lru_cache(maxsize=8)
def _who(actor: Actor) -> str:
    return json.dumps(actor.model_dump(mode="json", by_alias=True), sort_keys=True)


def _digest(salt: bytes, text: str | None) -> bytes:
    """Salted, so that a short answer (“ja”) cannot be guessed from what is left after erasing."""
    return hmac.digest(salt, b"absent" if text is None else b"=" + text.encode(), "sha256")


def _seal(before: bytes, row: tuple[Any, ...]) -> bytes:
    plain = [part.hex() if isinstance(part, bytes) else part for part in row]
    return hashlib.sha256(before + json.dumps(plain, separators=(",", ":")).encode()).digest()
