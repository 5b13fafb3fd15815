"""Killed while typing, at any moment: nothing that was confirmed is lost, and nothing is there by half."""
from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.db.conftest import Store, reopen

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.mark.parametrize("kills", [20, pytest.param(500, marks=pytest.mark.deep)])
def test_killed_while_typing(store: Store, kills: int) -> None:
    store.close()
    chance = random.Random(kills)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.db.killed_child", str(store.home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as nursery:
        assert nursery.stdin and nursery.stdout
        kept = {"kept": 0, "draft": 0}
        for _ in range(kills):
            nursery.stdin.write(b"\n")
            nursery.stdin.flush()
            wait, since = chance.uniform(0, 0.08), b"pid" if chance.random() < 0.3 else b"open"
            for line in nursery.stdout:
                what, *number = line.split()
                if what == b"pid":
                    typist = int(number[0])
                if what == since:  # counted from where it types, or a slow machine would never see it type
                    time.sleep(wait)
                    os.kill(typist, signal.SIGKILL)
                if what in (b"pid", b"open"):
                    continue
                if what == b"gone":
                    break
                kept[what.decode()] = int(number[0])
            kept["kept"] = look_after(store.home, **kept)
        nursery.stdin.close()
    assert kept["kept"] > kills  # it did type


def look_after(home: Path, kept: int, draft: int) -> int:
    """Returns the last number that is there: it may not get lost from now on, whether it was told or not."""
    again = reopen(home)
    current = again.cases.current("c1")
    left, right = current.get("report.left", 0), current.get("report.right", 0)
    assert left == right, "confirmed by half"
    assert left - kept in (0, 1), "lost what was kept"  # killed after the commit and before it could say so
    drafts = {row.path: int(row.text.split()[1]) for row in again.cases.drafts("c1")}
    assert drafts.get("report.draft", 0) >= draft
    assert drafts.get("report.left", left + 1) == left + 1, "a draft of what was confirmed already"
    assert again.cases.journal.verify() == []
    assert len(again.cases.history("c1", "report.left")) == left
    assert again.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    again.close()
    return left
