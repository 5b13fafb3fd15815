"""A full disk: said in words, nothing lost, and everything works again once there is room."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.errors import DiskFull
from db.files import write_whole
from tests.db.conftest import ANNE, Store

PATH = "report.summary"


def fill_up(store: Store) -> None:
    """Allow the database no more pages than it has."""
    (pages,) = store.db.execute("PRAGMA page_count").fetchone()
    store.db.execute(f"PRAGMA max_page_count = {pages}")


def room(store: Store) -> None:
    store.db.execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_loses_nothing(store: Store) -> None:
    store.set(PATH, "bewaard")
    before = store.cases.journal.head()
    fill_up(store)
    big = "x" * 50_000
    with pytest.raises(DiskFull, match="vol"):
        store.set(PATH, big)
    with pytest.raises(DiskFull):
        store.cases.draft("c1", PATH, big, 0)
    assert store.cases.current("c1")[PATH] == "bewaard"
    assert store.cases.journal.head() == before and store.cases.journal.verify() == []
    assert not store.db.conn.in_transaction

    room(store)
    assert store.set(PATH, big)
    assert store.cases.current("c1")[PATH] == big and store.cases.journal.verify() == []


def test_searching_and_looking_still_work(store: Store) -> None:
    store.set(PATH, "ruzie op school")
    assert len(store.cases.search("ruzie")) == 1
    store.set(PATH, "ruzie " + " ".join(f"woord{number}" for number in range(5_000)))
    fill_up(store)
    assert len(store.cases.search("ruzie")) == 1


def test_erasing_needs_no_room(store: Store) -> None:
    store.set(PATH, "x" * 50_000)
    fill_up(store)
    store.cases.erase("c1", ANNE)
    assert store.cases.list() == () and store.cases.journal.verify() == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "vault.json"
    write_whole(target, b"oud")
    full = tmp_path / f"vault.json.{os.getpid()}.new"
    full.symlink_to("/dev/full")
    with pytest.raises(DiskFull):
        write_whole(target, b"nieuw" * 10_000)
    assert target.read_bytes() == b"oud" and list(tmp_path.iterdir()) == [target]
