"""A backup opens, holds everything, keeps its number, and goes back without losing what stood there."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import vault as vaults
from db.backup import backup, backups, find_backup, restore
from db.errors import (
    BackupFailed,
    BackupInsideHome,
    BadBackup,
    HomeInUse,
    NewerDatabase,
    NoRoomForBackup,
    NotWritable,
    SharedBackup,
    WrongPassphrase,
)
from db.migrations import VERSION
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
    assert aside is not None and (aside / "ijkpunt.db").read_bytes() == b"stuk"
    assert {path.name for path in made.iterdir()} == {"vault.json", "ijkpunt.db"}  # nothing written beside the backup


def test_restoring_to_a_new_computer(store: Store, tmp_path: Path) -> None:
    made = backup(store.vault, tmp_path, AT)
    assert restore(made, tmp_path / "nieuw", PASSPHRASE, AT) is None
    assert not list((tmp_path / "nieuw").glob("vervangen-*"))
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


def test_the_backups_of_a_colleague_on_the_same_stick_are_left_alone(store: Store, tmp_path: Path) -> None:
    other, _ = vaults.create(tmp_path / "ander", PASSPHRASE, TINY)
    theirs = [backup(other, tmp_path / "usb", AT - timedelta(days=day)) for day in range(1, 4)]
    other.close()
    made = [backup(store.vault, tmp_path / "usb", AT + timedelta(days=day), keep=1) for day in range(2)]
    assert backups(tmp_path / "usb") == [made[1], *theirs]


def test_a_backup_is_not_made_where_it_would_be_lost(store: Store, tmp_path: Path) -> None:
    made = backup(store.vault, tmp_path / "usb", AT)
    for inside in (store.home, store.home / "kopie", made, made / "nog een"):
        with pytest.raises(BackupInsideHome, match="stick"):
            backup(store.vault, inside, AT + timedelta(days=1))
    with pytest.raises(SharedBackup, match="Nextcloud"):
        backup(store.vault, tmp_path / "Nextcloud", AT)
    assert not (tmp_path / "Nextcloud").exists() and not list(store.home.glob("IJkpunt-*"))


def test_a_second_backup_in_the_same_second_replaces_nothing(store: Store, tmp_path: Path) -> None:
    made = backup(store.vault, tmp_path, AT)
    before = {path.name: path.read_bytes() for path in made.iterdir()}
    with pytest.raises(NotWritable):
        backup(store.vault, tmp_path, AT)
    assert {path.name: path.read_bytes() for path in made.iterdir()} == before
    assert not list(tmp_path.glob(".IJkpunt*"))


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(os, "geteuid") or os.geteuid() != 0,
                    reason="needs to mount a small disk")  # fmt: skip
@pytest.mark.parametrize(("options", "trouble"), [("size=64k", NoRoomForBackup), ("size=9m,ro", NotWritable)])
def test_a_stick_that_is_full_or_read_only(store: Store, tmp_path: Path, options: str, trouble: type) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", stick], capture_output=True).returncode:
        pytest.skip("may not mount here")
    try:
        with pytest.raises(trouble, match="stick"):
            backup(store.vault, stick, AT)
        assert list(stick.iterdir()) == []
    finally:
        subprocess.run(["umount", stick], check=True)


def test_a_backup_is_found_by_its_folder_or_the_stick_it_lies_on(store: Store, tmp_path: Path) -> None:
    old, new = (backup(store.vault, tmp_path / "usb", AT + timedelta(days=day)) for day in range(2))
    assert find_backup(old) == old and find_backup(tmp_path / "usb") == new
    (tmp_path / "leeg").mkdir()
    for wrong in (tmp_path / "leeg", tmp_path / "weg"):
        with pytest.raises(BadBackup, match="geen goede reservekopie"):
            find_backup(wrong)


def test_the_recovery_key_of_its_day_opens_a_backup(home: Path, tmp_path: Path) -> None:
    vault, recovery = vaults.create(home, PASSPHRASE, TINY)
    made = backup(vault, tmp_path / "usb", AT)
    vault.close()
    restore(made, tmp_path / "nieuw", recovery, AT)
    reopen(tmp_path / "nieuw").close()


def test_a_home_copied_by_hand_brings_what_lay_beside_its_database(store: Store, tmp_path: Path) -> None:
    store.set("people.p1.name", "Noor")
    assert (store.home / "ijkpunt.db-wal").stat().st_size > 0
    shutil.copytree(store.home, tmp_path / "kopie")
    restore(tmp_path / "kopie", tmp_path / "nieuw", PASSPHRASE, AT)
    again = reopen(tmp_path / "nieuw")
    assert again.cases.current("c1")["people.p1.name"] == "Noor"
    again.close()


def test_a_backup_of_a_newer_version_is_refused_before_anything_moves(store: Store, tmp_path: Path) -> None:
    store.db.execute(f"PRAGMA user_version = {VERSION + 1}")
    made = backup(store.vault, tmp_path, AT)
    store.close()
    with pytest.raises(NewerDatabase):
        restore(made, store.home, PASSPHRASE, AT)
    assert not list(store.home.glob("vervangen-*")) and (store.home / "ijkpunt.db").exists()


def test_where_the_last_step_fails_what_stood_there_stands_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup(store.vault, tmp_path, AT)
    store.close()
    before = (store.home / "vault.json").read_bytes(), (store.home / "ijkpunt.db").read_bytes()
    real = Path.replace

    def fails(path: Path, to: Path) -> Path:
        if path.parent.name.startswith("terugzetten") and path.name == "vault.json":
            raise OSError(5, "the disk went")
        return real(path, to)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(NotWritable):
        restore(made, store.home, PASSPHRASE, AT)
    assert ((store.home / "vault.json").read_bytes(), (store.home / "ijkpunt.db").read_bytes()) == before
