"""The expert pool in the store: what was said, what waits to be sent, what came in, and what could not be read.

Everything of one act or one delivery is kept in one unit of work: a message without its envelope, or an envelope
noted as read without its message, can never stand here.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime

from casework.consultation.consultation import Status
from casework.pool.bench import MOST_FOUND, Filter
from casework.pool.line import Line
from db.cipher import Database, reading, writing
from db.exchange.envelope import WORDS, Code, Envelope
from db.pool_filter import where
from db.search import pattern
from db.settings import Settings
from db.values import ABSENT, Clock, Value, decode, encode, moment

_ROW = "thread, status, type, urgent, begun, due, waits_for, team, theme, summary"


@dataclass(frozen=True)
class Said:
    """A message as it is kept: its content is the message's own bytes."""

    id: str
    thread: str
    at: str
    content: bytes


@dataclass(frozen=True)
class Outgoing:
    envelope: Envelope
    thread: str


@dataclass(frozen=True)
class Arrived:
    """An envelope that was read, and the message in it."""

    envelope: str
    message: str


@dataclass(frozen=True)
class SetApart:
    """An envelope that could not be read: whole, with why. digest: of its bytes; a second time is no news."""

    digest: str
    name: str
    data: bytes
    code: Code

    @property
    def words(self) -> str:
        return WORDS[self.code]


@dataclass(frozen=True)
class Unit:
    """What is kept together, or not at all."""

    said: Sequence[Said] = ()
    rows: Sequence[Line] = ()
    outgoing: Sequence[Outgoing] = ()
    arrived: Sequence[Arrived] = ()
    apart: Sequence[SetApart] = ()
    read_after_all: Sequence[str] = ()
    """Digests of what was set apart and is now read."""


class PoolStore:
    """Use it from the thread that opened the database."""

    def __init__(self, db: Database, now: Clock) -> None:
        self._db, self._now = db, now
        self.settings = Settings(db)

    # -- keeping

    def together(self) -> AbstractContextManager[None]:
        """What is kept within, here and in the cases, is kept as one, or not at all."""
        return writing(self._db)

    def keep(self, unit: Unit) -> None:
        """All of it, or nothing. What is there already is left as it is. Raises DiskFull."""
        run, many, now = self._db.conn.execute, self._db.conn.executemany, moment(self._now())
        with writing(self._db):
            many(
                "INSERT OR IGNORE INTO pool_message VALUES (?, ?, ?, ?)",
                [(one.id, one.thread, one.at, one.content.decode()) for one in unit.said],
            )
            for row in unit.rows:
                self._put_row(row)
            many(
                "INSERT OR IGNORE INTO outbox (id, mailbox, thread, data, made_at) VALUES (?, ?, ?, ?, ?)",
                [(out.envelope.id, out.envelope.mailbox, out.thread, out.envelope.data, now) for out in unit.outgoing],
            )
            many("INSERT OR IGNORE INTO inbox VALUES (?, ?, ?)", [(a.envelope, a.message, now) for a in unit.arrived])
            many(
                "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET code = excluded.code",
                [(one.digest, one.name, one.data, one.code, now) for one in unit.apart],
            )
            for digest in unit.read_after_all:
                run("DELETE FROM quarantine WHERE digest = ?", (digest,))

    def _put_row(self, row: Line) -> None:
        run = self._db.conn.execute
        due = None if row.due is None else row.due.isoformat()
        (number,) = run(
            "INSERT INTO pool_consult (thread, status, type, urgent, begun, due, waits_for, team, theme, summary) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (thread) DO UPDATE SET status = excluded.status, "
            "type = excluded.type, urgent = excluded.urgent, begun = excluded.begun, due = excluded.due, "
            "waits_for = excluded.waits_for, team = excluded.team, theme = excluded.theme, "
            "summary = excluded.summary RETURNING number",
            (row.thread, row.status, row.type, int(row.urgent), row.begun.isoformat(), due, row.waits_for, row.team,
             row.theme, encode(dict(row.summary))),
        ).fetchone()  # fmt: skip
        run("INSERT OR REPLACE INTO pool_search (rowid, words) VALUES (?, ?)", (number, row.words))
        run("DELETE FROM pool_mark WHERE number = ?", (number,))
        for mark, day in row.marks.items():
            run("INSERT INTO pool_mark VALUES (?, ?, ?)", (mark, day.isoformat(), number))

    def link(self, thread: str, case_id: str, record: str) -> None:
        """Remember which case, and which consultation in it, a question of ours came from."""
        with writing(self._db):
            self._db.conn.execute("INSERT OR REPLACE INTO pool_link VALUES (?, ?, ?)", (thread, case_id, record))

    # -- what was said

    def messages(self, thread: str) -> list[bytes]:
        with reading():
            rows = self._db.conn.execute("SELECT content FROM pool_message WHERE thread = ? ORDER BY id", (thread,))
            return [content.encode() for (content,) in rows]

    def messages_of(self, threads: Iterable[str]) -> dict[str, list[bytes]]:
        """The same for many threads at once; threads of which nothing was said are left out."""
        found: dict[str, list[bytes]] = {}
        with reading():
            for thread, content in self._db.conn.execute(
                "SELECT thread, content FROM pool_message WHERE thread IN (SELECT value FROM json_each(?)) ORDER BY id",
                (encode(list(threads)),),
            ):
                found.setdefault(thread, []).append(content.encode())
        return found

    def linked(self, thread: str) -> tuple[str, str] | None:
        """The case and the record in it a question came from; None where it is not ours."""
        with reading():
            row = self._db.conn.execute("SELECT case_id, record FROM pool_link WHERE thread = ?", (thread,)).fetchone()
        return None if row is None else (row[0], row[1])

    def links(self) -> list[tuple[str, str]]:
        """The case and the record in it of every question of ours."""
        with reading():
            return self._db.conn.execute("SELECT case_id, record FROM pool_link").fetchall()

    def threads_of(self, case_id: str) -> list[str]:
        with reading():
            rows = self._db.conn.execute("SELECT thread FROM pool_link WHERE case_id = ? ORDER BY thread", (case_id,))
            return [thread for (thread,) in rows]

    def threads(self, after: str, most: int) -> list[str]:
        """The consults that come after a thread, by thread."""
        with reading():
            rows = self._db.conn.execute(
                "SELECT thread FROM pool_consult WHERE thread > ? ORDER BY thread LIMIT ?", (after, most)
            )
            return [thread for (thread,) in rows]

    # -- lists

    def row(self, thread: str) -> Line | None:
        return next(self._rows("thread = ?", (thread,)), None)

    def rows(self, statuses: Iterable[Status] = (), limit: int = 200, *, newest_first: bool = False) -> list[Line]:
        """Consults in these statuses (all, if none is named): what is due first on top, or what began last."""
        return self.listed(Filter(statuses=frozenset(statuses), newest_first=newest_first), limit)

    def listed(self, wanted: Filter, limit: int = 200, after: int = 0) -> list[Line]:
        """The consults on a list of the bench, in its order; after: how many of them are passed over."""
        table, condition, values, day = where(wanted)
        order = f"{day} DESC, number DESC" if wanted.newest_first else "due IS NULL, due, number"
        return list(self._rows(f"{condition} ORDER BY {order} LIMIT ? OFFSET ?", (*values, limit, after), table))

    def counted(self, wanted: Mapping[str, Filter]) -> dict[str, int]:
        """How many consults are on each list of the bench, in one look."""
        counts: list[str] = []
        given: list[object] = []
        for one in wanted.values():
            table, condition, values, _ = where(one)
            if one == Filter(mark=one.mark, first=one.first, last=one.last, newest_first=one.newest_first):
                table = "pool_mark" if one.mark else table  # thousands of marks are counted without their consults
            counts.append(f"(SELECT count(*) FROM {table} WHERE {condition})")
            given += values
        with reading():
            found = self._db.conn.execute(f"SELECT {', '.join(counts)}", given).fetchone()
        return dict(zip(wanted, map(int, found), strict=True))

    def themes(self, first: date) -> dict[str, int]:
        """How often each theme was asked from a day on."""
        counting = "SELECT theme, count(*) FROM pool_consult WHERE begun >= ? AND theme <> '' GROUP BY theme"
        with reading():
            return dict(self._db.conn.execute(counting, (first.isoformat(),)).fetchall())

    def loads(self, statuses: Iterable[Status]) -> dict[str, int]:
        """How many consults in these statuses each expert has, by their id."""
        counting = (
            "SELECT expert.key, count(*) FROM pool_consult, json_each(summary, '$.experts') AS expert "
            "WHERE status IN (SELECT value FROM json_each(?)) GROUP BY expert.key"
        )
        with reading():
            return dict(self._db.conn.execute(counting, (encode(sorted(statuses)),)).fetchall())

    def begun_between(self, first: date, last: date) -> list[Line]:
        """Every consult that began in a period, the first day first: what reports are made of."""
        days = (first.isoformat(), last.isoformat())
        return list(self._rows("begun BETWEEN ? AND ? ORDER BY begun, number", days))

    def counts(self) -> dict[str, int]:
        """How many consults there are in each status."""
        with reading():
            return dict(self._db.conn.execute("SELECT status, count(*) FROM pool_consult GROUP BY status").fetchall())

    def search(self, text: str) -> list[Line]:
        """Consults in which every word, or the beginning of one, stands: what began last first."""
        if not (wanted := pattern(text)):
            return []
        found = "number IN (SELECT rowid FROM pool_search WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)"
        return list(self._rows(f"{found} ORDER BY number DESC", (wanted, MOST_FOUND)))

    def _rows(self, where: str, values: Sequence[object], table: str = "pool_consult") -> Iterator[Line]:
        with reading():
            for row in self._db.conn.execute(f"SELECT {_ROW} FROM {table} WHERE {where}", tuple(values)).fetchall():
                thread, status, type_, urgent, begun, due, waits_for, team, theme, summary = row
                day = None if due is None else date.fromisoformat(due)
                yield Line(thread, status, type_, bool(urgent), date.fromisoformat(begun), day, waits_for, team, theme,
                           decode(summary))  # fmt: skip

    # -- the post

    def waiting(self) -> list[tuple[Envelope, str]]:
        """What is saved and not sent yet, each with why it could not go, if it was tried. The oldest first."""
        with reading():
            rows = self._db.conn.execute(
                "SELECT id, mailbox, data, problem FROM outbox WHERE sent_at IS NULL ORDER BY made_at, id"
            ).fetchall()
        return [(Envelope(id_, mailbox, data), problem) for id_, mailbox, data, problem in rows]

    def sent(self, ids: Iterable[str]) -> None:
        with writing(self._db):
            now = moment(self._now())
            self._db.conn.executemany(
                "UPDATE outbox SET sent_at = ?, problem = '' WHERE id = ?", [(now, id_) for id_ in ids]
            )

    def sent_since(self, since: datetime) -> int:
        """How many envelopes that were made since then went."""
        with reading():
            counting = "SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL AND made_at >= ?"
            return int(self._db.conn.execute(counting, (moment(since),)).fetchone()[0])

    def send_again(self, since: datetime) -> int:
        """What was made since then and went, waits again; how many."""
        with writing(self._db):
            return self._db.conn.execute(
                "UPDATE outbox SET sent_at = NULL WHERE sent_at IS NOT NULL AND made_at >= ?", (moment(since),)
            ).rowcount

    def not_sent(self, id_: str, problem: str) -> None:
        with writing(self._db):
            self._db.conn.execute("UPDATE outbox SET problem = ? WHERE id = ?", (problem, id_))

    def post_of(self, thread: str) -> tuple[int, int]:
        """Of a consult: how many envelopes were sent, and how many wait."""
        with reading():
            sent, all_ = self._db.conn.execute(
                "SELECT count(sent_at), count(*) FROM outbox WHERE thread = ?", (thread,)
            ).fetchone()
        return sent, all_ - sent

    def known(self) -> frozenset[str]:
        """The envelopes that were read, and those made here: one of two coordinators finds their own in the mailbox."""
        both = "SELECT id FROM inbox UNION SELECT id FROM outbox"
        with reading():
            return frozenset(id_ for (id_,) in self._db.conn.execute(both))

    def set_apart(self) -> list[SetApart]:
        """What could not be read, the latest first."""
        return self.apart(-1)

    def data_apart(self, digest: str) -> bytes | None:
        """What stands in a file that was set apart; None where it was read since."""
        with reading():
            row = self._db.conn.execute("SELECT data FROM quarantine WHERE digest = ?", (digest,)).fetchone()
        return None if row is None else row[0]

    def apart(self, most: int) -> list[SetApart]:
        """The same, and no more than `most`."""
        lately = (
            "SELECT digest, name, data, code FROM quarantine WHERE digest IN "
            "(SELECT digest FROM quarantine ORDER BY at DESC, digest LIMIT ?) ORDER BY at DESC, digest"
        )
        with reading():
            return [SetApart(*row) for row in self._db.conn.execute(lately, (most,))]

    def count_apart(self) -> int:
        with reading():
            return int(self._db.conn.execute("SELECT count(*) FROM quarantine").fetchone()[0])

    def digests_apart(self) -> dict[str, tuple[Code, str]]:
        """What was set apart, without its contents: the code and the name of the file, by digest."""
        with reading():
            rows = self._db.conn.execute("SELECT digest, code, name FROM quarantine")
            return {digest: (code, name) for digest, code, name in rows}

    def post_left(self) -> dict[str, int]:
        """How many envelopes wait for each mailbox."""
        counting = "SELECT mailbox, count(*) FROM outbox WHERE sent_at IS NULL GROUP BY mailbox ORDER BY mailbox"
        with reading():
            return dict(self._db.conn.execute(counting).fetchall())

    # -- keys

    def key(self, name: str) -> Value:
        """Something about keys, by name; ABSENT where there is none."""
        with reading():
            row = self._db.conn.execute("SELECT value FROM pool_key WHERE name = ?", (name,)).fetchone()
        return ABSENT if row is None else decode(row[0])

    def put_keys(self, values: Mapping[str, Value]) -> None:
        """Keep all of it, by name, or nothing. Raises DiskFull."""
        with writing(self._db):
            self._db.conn.executemany(
                "INSERT INTO pool_key VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                [(name, encode(value)) for name, value in values.items()],
            )
