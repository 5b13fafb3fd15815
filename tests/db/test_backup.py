"""A backup opens, holds everything, keeps its number, and goes back without losing what stood there."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import vault as vaults
from db.backup import backup, backups, restore
from db.errors import BackupFailed, BadBackup, HomeInUse, WrongPassphrase
from tests.db.conftest import ANNE, PASSPHRASE, TINY, Store, reopen

AT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def test_a_backup_is_a_home_with_everything_in_it(store: Store, tmp_path: Path) -> None:
    store.set("people.p1.name", "Noor Oefenstra")
    made = backup(store.vault, tmp_path / "usb", AT)
    store.set("people.p1.name", "later")  # the window goes on working
    assert made.name == "IJkpunt-reservekopie-20250301-120000"
    assert {path.name for path in made.iterdir()} == {"vault.json", "ijkpunt.db"}
    copy = reopen(made)
    assert copy.cases.current("c1")["people.p1.name"] == "Noor Oefenstra"
    assert copy.cases.journal.verify() == []
    copy.close()
    assert b"Oefenstra" not in (made / "ijkpunt.db").read_bytes()


def test_only_the_newest_are_kept_and_other_files_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "vakantiefoto.jpg").write_bytes(b"x")
    made = [backup(store.vault, tmp_path, AT + timedelta(days=day), keep=2) for day in range(4)]
    assert backups(tmp_path) == [made[3], made[2]]
    assert (tmp_path / "vakantiefoto.jpg").exists()


def test_a_backup_of_a_damaged_store_fails_and_removes_no_good_one(store: Store, tmp_path: Path) -> None:
    good = backup(store.vault, tmp_path, AT, keep=1)
    store.db.execute("UPDATE content SET value = '1'")
    with pytest.raises(BackupFailed, match="niet gelukt"):
        backup(store.vault, tmp_path, AT + timedelta(days=1), keep=1)
    assert backups(tmp_path) == [good]


def test_restoring_puts_everything_back_and_keeps_what_was_there(store: Store, tmp_path: Path) -> None:
    store.set("people.p1.name", "Noor")
    made = backup(store.vault, tmp_path, AT)
    with pytest.raises(HomeInUse):
        restore(made, store.home, PASSPHRASE, AT)
    store.close()
    (store.home / "ijkpunt.db").write_bytes(b"stuk")
    aside = restore(made, store.home, PASSPHRASE, AT)
    again = reopen(store.home)
    assert again.cases.current("c1")["people.p1.name"] == "Noor"
    again.cases.confirm("c1", "people.p1.name", "Sem", ANNE)
    again.close()
    assert (aside / "ijkpunt.db").read_bytes() == b"stuk"
    assert {path.name for path in made.iterdir()} == {"vault.json", "ijkpunt.db"}  # nothing written beside the backup


def test_restoring_to_a_new_computer(store: Store, tmp_path: Path) -> None:
    made = backup(store.vault, tmp_path, AT)
    restore(made, tmp_path / "nieuw", PASSPHRASE, AT)
    reopen(tmp_path / "nieuw").close()


def test_a_bad_backup_changes_nothing(store: Store, tmp_path: Path) -> None:
    made = backup(store.vault, tmp_path, AT)
    store.close()
    before = {path.name: path.read_bytes() for path in store.home.iterdir()}
    data = bytearray((made / "ijkpunt.db").read_bytes())
    data[len(data) // 2] ^= 1
    (made / "ijkpunt.db").write_bytes(data)
    with pytest.raises(BadBackup, match="geen goede reservekopie"):
        restore(made, store.home, PASSPHRASE, AT)
    with pytest.raises(WrongPassphrase):
        restore(made, store.home, "iets heel anders", AT)
    with pytest.raises(BadBackup):
        restore(tmp_path, store.home, PASSPHRASE, AT)
    assert {path.name: path.read_bytes() for path in store.home.iterdir()} == before


def test_a_backup_opens_with_the_passphrase_of_its_day(store: Store, tmp_path: Path) -> None:
    made = backup(store.vault, tmp_path, AT)
    vaults.change_passphrase(store.vault, "een nieuwe lange zin", TINY)
    reopen(made).close()
