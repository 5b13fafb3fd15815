"""How tests/kept/release-1 was made: `python -m tests.kept.make_release_1`. Run it for that release alone, once; after
that the folder stays as it is, and every later version must open it."""
from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casework.actors import Actor, Registration
from db import vault as vaults
from db.cases import Cases
from db.connection import connect
from db.keys import Cost
from db.settings import Settings
from db.values import ABSENT

HOME = Path(__file__).parent / "release-1"
PASSPHRASE = "vier woorden uit release een"
CASE = "oefencasus-1"
ANNE = Actor(id="anne", name="Anne Oefenstra", role="gedragswetenschapper",
             registration=Registration(register="SKJ", number="100000001"))


def make(home: Path) -> None:
    vault, recovery = vaults.create(home, PASSPHRASE, Cost(1, 64, 1))
    moments = (datetime(2025, 3, 1, 9, 0, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(1_000))
    with vault:
        db = connect(vault)
        cases = Cases(db, lambda: next(moments))
        cases.create(CASE, "gezin-oefenstra", True, {"id": "basis", "version": "1"}, ANNE)
        cases.describe(CASE, title="Noor Oefenstra")
        cases.confirm_many(CASE, {
            "people": ["p1"], "people.p1.name": "Noor Oefenstra", "help_history.help": ["h1", "h2"],
            "help_history.help.h1.result": {"value": "Het hielp even.", "source": "ouder", "kind": "mening"},
        }, ANNE)
        cases.confirm(CASE, "help_history.help", ["h2", "h1"], ANNE)
        cases.confirm(CASE, "report.why", {"unanswered": "declined"}, ANNE)
        cases.confirm(CASE, "report.why", ABSENT, ANNE)
        cases.undo(CASE, ANNE)
        cases.draft(CASE, "report.summary", "Een halve zi", 12)
        cases.log(CASE, "viewed", ANNE)
        cases.search("noor")
        Settings(db).put("theme", "dark")
        expected = {"recovery_key": recovery, "current": cases.current(CASE), "head": cases.journal.head().hash}
        db.close()
    (home / "expected.json").write_text(json.dumps(expected, indent=1))


if __name__ == "__main__":
    shutil.rmtree(HOME, ignore_errors=True)
    make(HOME)
