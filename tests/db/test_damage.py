"""Files that are wrong: always a known mishap with a Dutch sentence, never a crash and never a wrong answer."""
from __future__ import annotations

import random
import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from db import vault as vaults
from db.connection import check, connect
from db.errors import DamagedDatabase, NewerDatabase, NotADatabase
from tests.db.conftest import PASSPHRASE, Store, reopen


@pytest.fixture
def closed(store: Store) -> Path:
    """A home with something in it, closed."""
    for number in range(60):
        store.set(f"report.field{number}", f"antwoord {number} " * 40)
    store.cases.search("antwoord")
    store.close()
    return store.home


def read_all(home: Path) -> list[str]:
    """Open a home as the window does, read and check everything; the words of what is wrong."""
    with vaults.unlock(home, PASSPHRASE) as vault:
        try:
            db = connect(vault)
        except DamagedDatabase as error:
            return [str(error)]
        db.close()
        return check(vault)


def test_a_sound_home_has_nothing_to_say(closed: Path) -> None:
    assert read_all(closed) == []


def test_a_hundred_flipped_bits_are_a_hundred_times_noticed(closed: Path) -> None:
    good = (closed / "ijkpunt.db").read_bytes()
    chance = random.Random(1)
    for _ in range(100):
        bad = bytearray(good)
        place = chance.randrange(len(bad))
        bad[place] ^= 1 << chance.randrange(8)
        (closed / "ijkpunt.db").write_bytes(bad)
        assert read_all(closed), place
    (closed / "ijkpunt.db").write_bytes(good)
    assert read_all(closed) == []


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_file_cut_short(closed: Path, cut: float) -> None:
    data = (closed / "ijkpunt.db").read_bytes()
    (closed / "ijkpunt.db").write_bytes(data[:int(len(data) * cut)])
    assert read_all(closed)


def test_reading_a_damaged_page_says_so(store: Store) -> None:
    for number in range(200):
        store.set(f"report.field{number}", "antwoord " * 100)
    store.close()
    data = bytearray((store.home / "ijkpunt.db").read_bytes())
    for page in range(len(data) // 8192 * 4096, len(data), 4096):  # behind what opening itself reads
        data[page + 100] ^= 1
    (store.home / "ijkpunt.db").write_bytes(data)
    again = reopen(store.home)
    with pytest.raises(DamagedDatabase, match="reservekopie"):
        again.cases.current("c1")
    again.close()


def a_plain_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE t (a)")
    plain.close()


@pytest.mark.parametrize("replace", [
    lambda path: path.write_bytes(b""), lambda path: path.write_text("Beste collega,\nhierbij het verslag.\n" * 40),
    lambda path: path.write_text("kort"), a_plain_database,
])
def test_another_file_in_its_place(closed: Path, replace: Callable[[Path], object]) -> None:
    replace(closed / "ijkpunt.db")
    before = (closed / "ijkpunt.db").read_bytes()
    with vaults.unlock(closed, PASSPHRASE) as vault, pytest.raises(NotADatabase, match=r"ijkpunt\.db"):
        connect(vault)
    assert (closed / "ijkpunt.db").read_bytes() == before


def test_noise_in_its_place(closed: Path) -> None:
    (closed / "ijkpunt.db").write_bytes(secrets.token_bytes(8192))
    with vaults.unlock(closed, PASSPHRASE) as vault, pytest.raises(DamagedDatabase):
        connect(vault)


def test_a_database_from_a_newer_version_is_left_alone(store: Store) -> None:
    store.db.execute("PRAGMA user_version = 999")
    store.close()
    before = (store.home / "ijkpunt.db").read_bytes()
    with vaults.unlock(store.home, PASSPHRASE) as vault, pytest.raises(NewerDatabase, match="Werk IJkpunt bij"):
        connect(vault)
    assert (store.home / "ijkpunt.db").read_bytes() == before
