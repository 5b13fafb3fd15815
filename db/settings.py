"""Small things to remember, inside the encrypted database: by name, any JSON.

Names in use: `actor` (the profile), `calibration` and `calibration_team` (answers to practice vignettes), `theme`,
`scale`, `emergency_numbers`, `place` (case, step, path and cursor where the user was), `last_case` (the same, of the
case that was open last), `last_backup` (when, and where it lies), `agenda`
(the terms of each case, as kinds and days), `pool.folder` (where the post of the
expert pool lies), `pool.asking` (questions to it that are being written, by case), `pool.report` (the coordinator's
figures of each quarter that is over), `pool.drafts` (reference clients that are being written), `pool.minutes` (of
meetings, the same), `pool.answers` (what may be used again, signed), `pool.advice.` and the id of a consult (what an
expert is writing), `pool.seen` (how far an expert looked at each) and `left_open` (what stood in a box when the window
locked). None of them is journalled; what `last_case`, `agenda`, `pool.asking` and `left_open` say of a case goes
when it is erased.
"""
from __future__ import annotations

from db.cipher import Database, reading, writing
from db.values import ABSENT, Value, decode, encode


class Settings:
    """Reads and keeps settings by name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str, default: Value = None) -> Value:
        with reading():
            row = self._db.conn.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return default if row is None else decode(row[0])

    def put(self, name: str, value: Value) -> None:
        """Keep a value, or forget it with ABSENT. Raises DiskFull."""
        with writing(self._db):
            if value is ABSENT:
                self._db.conn.execute("DELETE FROM settings WHERE name = ?", (name,))
            else:
                self._db.conn.execute("INSERT INTO settings VALUES (?, ?) "
                                      "ON CONFLICT DO UPDATE SET value = excluded.value", (name, encode(value)))
