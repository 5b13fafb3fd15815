"""Nothing in the journal changes unseen, whoever does it and however."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from db.cipher import Database, driver
from tests.db.conftest import ANNE, Store


@pytest.fixture
def told(store: Store) -> Store:
    """A case with six rows: created, set four times, viewed."""
    for number in range(4):
        store.set(f"report.field{number}", f"antwoord {number}")
    store.cases.log("c1", "viewed", ANNE)
    assert store.cases.journal.verify() == []
    return store


def tamper(db: Database, *statements: str) -> None:
    for trigger in ("journal_is_never_changed", "journal_is_never_shortened"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        db.execute(statement)


@pytest.mark.parametrize(("statements", "faults"), [
    (["UPDATE journal SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3"], [(3, "altered")]),
    (["UPDATE journal SET actor = replace(actor, 'Anne', 'Bram') WHERE seq = 3"], [(3, "altered")]),
    (["UPDATE journal SET case_id = 'c9' WHERE seq = 3"], [(3, "altered")]),
    (["UPDATE journal SET inverts = 2 WHERE seq = 3"], [(3, "altered")]),
    (["UPDATE journal SET hash = zeroblob(32) WHERE seq = 3"], [(3, "altered"), (4, "unlinked")]),
    (["DELETE FROM journal WHERE seq = 3"], [(4, "missing")]),
    (["DELETE FROM journal WHERE seq = 1"], [(2, "missing")]),
    (["DELETE FROM journal WHERE seq >= 5"], [(4, "cut_off")]),
    (["DELETE FROM journal"], [(0, "cut_off")]),
    (["UPDATE journal SET seq = 99 WHERE seq = 3", "UPDATE journal SET seq = 3 WHERE seq = 4",
      "UPDATE journal SET seq = 4 WHERE seq = 99"],
     [(3, "unlinked"), (3, "altered"), (4, "unlinked"), (4, "altered"), (5, "unlinked")]),
    (["UPDATE chain SET count = 5"], [(6, "cut_off")]),
    (["UPDATE content SET value = '\"anders\"' WHERE seq = 3"], [(3, "content_altered")]),
    (["UPDATE content SET value = NULL WHERE seq = 3"], [(3, "content_altered")]),
    (["UPDATE content SET salt = zeroblob(16) WHERE seq = 3"], [(3, "content_altered")]),
    (["DELETE FROM content WHERE seq = 3"], [(3, "content_missing")]),
])
def test_tampering_shows(told: Store, statements: list[str], faults: list[tuple[int, str]]) -> None:
    tamper(told.db, *statements)
    problems = told.cases.journal.verify()
    assert [(problem.seq, problem.fault) for problem in problems if problem.fault != "content_altered"
            or "content" in statements[0]] == faults
    assert all(str(problem.seq) in problem.sentence and problem.sentence.endswith(".") for problem in problems)


def test_a_chain_rebuilt_whole_is_caught_by_a_head_kept_elsewhere(told: Store) -> None:
    kept = told.cases.journal.head()
    told.set("report.field0", "anders")
    assert told.cases.journal.head() != kept
    assert told.cases.journal.head().count == kept.count + 1


def test_problems_of_one_case_only(told: Store) -> None:
    told.cases.create("c2", "f2", True, None, ANNE)
    tamper(told.db, "UPDATE content SET value = '1' WHERE seq = 3")
    assert told.cases.journal.verify("c2") == []
    assert [problem.seq for problem in told.cases.journal.verify("c1")] == [3]


@pytest.mark.parametrize("change", [
    lambda db: db.execute("UPDATE journal SET kind = 'set'"), lambda db: db.execute("DELETE FROM journal"),
])
def test_our_own_mistakes_cannot_change_it(told: Store, change: Callable[[Database], object]) -> None:
    with pytest.raises(driver.IntegrityError, match="append only"):
        change(told.db)


def test_equal_answers_have_unlike_digests(told: Store) -> None:
    told.cases.confirm_many("c1", {"report.a": "ja", "report.b": "ja"}, ANNE)
    digests = told.db.execute("SELECT digest FROM journal WHERE path IN ('report.a', 'report.b')").fetchall()
    assert len(set(digests)) == 2
