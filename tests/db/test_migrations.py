"""Every store of every release opens in this version, with all that was in it."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from db import migrations
from db import vault as vaults
from db.backup import backups
from db.cases import Cases
from db.cipher import Database, Migrations, driver
from db.connection import connect
from db.errors import BackupFailed
from db.settings import Settings
from tests.db.conftest import PASSPHRASE, Store, TickingClock, reopen
from tests.kept import make_release_1

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "kept"


@pytest.fixture
def a_step_further(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """This version with one more step: what the next release will be."""
    further = Migrations("ijkpunt")
    for step in (
        migrations.m001_cases_with_their_journal,
        migrations.m002_the_expert_pool_and_its_post,
        migrations.m003_what_was_set_apart_is_listed_without_its_contents,
    ):
        further()(step)
    monkeypatch.setattr(migrations, "steps", further)
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    return further


def test_schema_sql_is_what_the_steps_make() -> None:
    fresh = Database(driver.connect(":memory:", isolation_level=None), execute_plugins=False)
    migrations.apply(fresh)
    assert f"{migrations.schema(fresh)}\n" == (ROOT / "db" / "schema.sql").read_text(encoding="utf-8")
    assert len(migrations.steps.applied(fresh)) == migrations.VERSION


def test_a_new_store_is_of_this_version(store: Store) -> None:
    assert store.db.execute("PRAGMA user_version").fetchone() == (migrations.VERSION,)
    assert store.db.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)


def test_a_store_of_release_1_opens_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(KEPT / "release-1", home)
    expected = json.loads((home / "expected.json").read_text())
    vaults.unlock_with_recovery(home, expected["recovery_key"]).close()
    with vaults.unlock(home, make_release_1.PASSPHRASE) as vault:
        db = connect(vault)
        cases, case = Cases(db, TickingClock()), make_release_1.CASE
        assert cases.current(case) == expected["current"]
        assert cases.journal.verify() == [] and cases.journal.head().hash == expected["head"]
        assert [(draft.text, draft.cursor) for draft in cases.drafts(case)] == [("Een halve zi", 12)]
        assert [row.title for row in cases.search("oefenst")] == ["Noor Oefenstra"]
        assert cases.redo(case, make_release_1.ANNE) and Settings(db).get("theme") == "dark"
        db.close()


def test_a_pending_step_is_preceded_by_a_verified_backup(store: Store, a_step_further: Migrations) -> None:
    store.set("people.p1.name", "Noor")
    store.close()
    a_step_further()(add_a_column)
    again = reopen(store.home)
    assert "colour" in again.db["cases"].columns_dict
    assert again.db.execute("PRAGMA user_version").fetchone() == (migrations.VERSION,)
    again.close()
    (kept,) = (store.home / "backups").iterdir()
    assert kept.name.startswith(f"before-version-{migrations.VERSION:03}-") and backups(kept.parent) == []
    with vaults.unlock(kept, PASSPHRASE) as vault:
        assert vault.database.stat().st_size > 0
    reopen(store.home).close()
    assert list((store.home / "backups").iterdir()) == [kept]  # nothing pending, nothing copied


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Store, a_step_further: Migrations) -> None:
    store.set("people.p1.name", "Noor")
    store.close()

    @a_step_further()
    def fails(db: Database) -> None:
        add_a_column(db)
        db.execute("SELECT nonsense FROM cases")

    with vaults.unlock(store.home, PASSPHRASE) as vault, pytest.raises(driver.OperationalError, match="nonsense"):
        connect(vault)
    with vaults.unlock(store.home, PASSPHRASE) as vault:
        db = Database(driver.connect(str(vault.database), isolation_level=None), execute_plugins=False)
        db.conn.set_key(f"x'{vault.key.hex()}'")
        assert "colour" not in db["cases"].columns_dict
        assert db.execute("PRAGMA user_version").fetchone() == (migrations.VERSION - 1,)
        db.close()


def test_no_step_is_taken_without_a_good_backup(store: Store, a_step_further: Migrations) -> None:
    store.db.execute("UPDATE content SET value = '1'")
    store.close()
    a_step_further()(add_a_column)
    with vaults.unlock(store.home, PASSPHRASE) as vault, pytest.raises(BackupFailed):
        connect(vault)


def add_a_column(db: Database) -> None:
    db.execute("ALTER TABLE cases ADD COLUMN colour TEXT")
