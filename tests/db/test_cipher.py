"""sqlite-utils behaves over SQLCipher as its manual says: this pins what the alias in db/cipher.py is for."""
from __future__ import annotations

import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from db.cipher import Database, driver, open_keyed
from db.errors import DamagedDatabase, NotWritable

KEY = secrets.token_bytes(32)


@pytest.fixture
def db(tmp_path: Path):
    opened = open_keyed(tmp_path / "proef.db", KEY)
    yield opened
    opened.close()


def test_sqlite_utils_uses_sqlcipher(db: Database) -> None:
    import sqlite_utils.utils

    assert sqlite_utils.utils.sqlite3.OperationalError is driver.OperationalError
    assert db.execute("PRAGMA cipher_version").fetchone()


@pytest.mark.parametrize("module", ["db.cipher", "db.migrations", "db.connection", "db.cases", "db.backup"])
def test_whichever_module_comes_first(module: str) -> None:
    code = f"import {module}, sqlite_utils.utils as u; assert u.sqlite3.__name__ == 'sqlcipher3', u.sqlite3"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_the_unlock_screen_loads_nothing_heavy() -> None:
    code = ("import sys, db.vault, db.profile, db.errors; heavy = {'sqlite_utils', 'sqlcipher3', 'pydantic', 'nacl', "
            "'argon2'} & set(sys.modules); assert not heavy, heavy")
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_every_promise_about_the_connection(db: Database) -> None:
    asked = {name: db.execute(f"PRAGMA {name}").fetchone()[0]
             for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")}
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}


def test_alter_adds_a_missing_column(db: Database) -> None:
    db["dieren"].insert({"naam": "mier"})
    db["dieren"].insert({"naam": "spin", "poten": 8}, alter=True)
    assert [row["poten"] for row in db["dieren"].rows] == [None, 8]


def test_a_failing_insert_returning_leaves_nothing_open(db: Database) -> None:
    db["dieren"].insert({"naam": "mier"}, pk="naam")
    with pytest.raises(driver.IntegrityError):
        db.execute("INSERT INTO dieren VALUES ('mier') RETURNING naam").fetchall()
    assert not db.conn.in_transaction
    db["dieren"].insert({"naam": "spin"})
    assert db["dieren"].count == 2


def test_a_unit_of_work_is_all_or_nothing(db: Database) -> None:
    db["dieren"].insert({"naam": "mier"})
    with pytest.raises(ZeroDivisionError), db.atomic():
        db["dieren"].insert({"naam": "spin"})
        with db.atomic():
            db["dieren"].insert({"naam": "rups"})
        _ = 1 / 0
    assert [row["naam"] for row in db["dieren"].rows] == ["mier"]


def test_a_wrong_key_is_damage_and_nothing_on_stderr(tmp_path: Path, db: Database, capfd) -> None:
    db["dieren"].insert({"naam": "mier"})
    with pytest.raises(DamagedDatabase):
        open_keyed(tmp_path / "proef.db", secrets.token_bytes(32))
    assert capfd.readouterr().err == ""


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match="kan niet in"):
        open_keyed(tmp_path / "weg" / "proef.db", KEY)
