"""Confirming one answer (journal row, content, projection, draft gone; encrypted) against a bare SQLite commit."""

from __future__ import annotations

import sqlite3
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import medians, told
from casework.actors import Actor
from db import vault
from db.keys import Cost


def run(rounds: int = 300) -> list[str]:
    from db.cases import Cases
    from db.connection import connect
    from desktop.clock import now

    with TemporaryDirectory() as folder:
        opened, _ = vault.create(Path(folder) / "home", "vier losse woorden hier", Cost(1, 64, 1))
        database = connect(opened)
        cases, actor = Cases(database, now), Actor(id="a", name="M. Denkbeeldema")
        cases.create("c", "f", True, None, actor)
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (k TEXT PRIMARY KEY, v TEXT)"
        )
        ours, theirs = count(), count()
        found = medians(
            {
                "ours": lambda: cases.confirm("c", "intake.occasion", f"Ruzie in de klas, {next(ours)} keer.", actor),
                "bare": lambda: bare.execute(
                    "INSERT INTO t VALUES ('intake.occasion', ?) ON CONFLICT DO UPDATE SET v = excluded.v",
                    (f"Ruzie in de klas, {next(theirs)} keer.",),
                ),
            },
            rounds,
        )
        bare.close()
        database.close()
        opened.close()
    return [told("confirm one answer", found["ours"], found["bare"], "bare commit", "<= 3.0")]
