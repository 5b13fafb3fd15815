"""What is erased is gone from every page, and the journal still holds."""
from __future__ import annotations

import pytest

from db.errors import UnknownCase
from db.values import ERASED
from tests.db import raw_pages
from tests.db.conftest import ANNE, Store, reopen


def checkpointed(store: Store) -> bytes:
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert (store.home / "ijkpunt.db-wal").stat().st_size == 0
    return raw_pages.decrypted(store.vault.database, store.vault.key)


def fill(store: Store, canary: str) -> None:
    """Write a canary everywhere: answers changed and cleared, a draft, a title, the log, the search index."""
    for number in range(30):
        store.set("report.summary", f"{canary} {number} " + "vulling " * number * 30)
        store.cases.search(canary)
    store.set("people.p1.name", canary)
    store.set("people.p1.name", "Noor")
    store.cases.draft("c1", "report.why", f"{canary} in klad", 3)
    store.cases.describe("c1", title=canary)
    store.cases.log("c1", "exported", ANNE, {"to": canary})


@pytest.mark.skipif(not raw_pages.available, reason="no OpenSSL library to decrypt pages with")
def test_no_page_holds_a_word_of_an_erased_case(store: Store) -> None:
    store.cases.create("c2", "f2", True, None, ANNE)
    store.cases.confirm("c2", "people.p1.name", "Blijverinzicht", ANNE)
    fill(store, "Zeekanarie")
    for number in range(30):  # an index of some size does not tidy itself up
        many = " ".join(f"woord{number}x{word}" for word in range(300))
        store.cases.confirm("c2", f"report.field{number}", many, ANNE)
        store.cases.search("woord")
    assert b"zeekanarie" in checkpointed(store)

    store.cases.erase("c1", ANNE)

    pages = checkpointed(store)
    assert b"kanarie" not in pages  # without its head: the search index shortens words that begin alike
    assert b"blijverinzicht" in pages
    assert store.db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_chain_holds_and_says_that_it_was_erased(store: Store) -> None:
    fill(store, "Zeekanarie")
    store.cases.erase("c1", ANNE)
    assert store.cases.journal.verify() == []
    entries = store.cases.history("c1")
    assert entries[-1].kind == "erased" and entries[-1].actor["name"] == "Anne Oefenstra"
    assert {entry.value for entry in entries[:-1]} == {ERASED}
    assert store.cases.list() == () and store.cases.search("Zeekanarie") == () and store.cases.drafts("c1") == ()
    with pytest.raises(UnknownCase):
        store.cases.current("c1")


def test_content_that_goes_missing_afterwards_still_shows(store: Store) -> None:
    store.cases.create("c2", "f2", True, None, ANNE)
    store.cases.erase("c1", ANNE)
    store.db.execute("DELETE FROM content WHERE seq = 2")
    assert [(problem.seq, problem.fault) for problem in store.cases.journal.verify()] == [(2, "content_missing")]


def test_an_erased_case_may_come_back_without_its_past(store: Store) -> None:
    store.set("people.p1.name", "Noor")
    store.cases.erase("c1", ANNE)
    store.cases.create("c1", "f1", True, None, ANNE)
    assert store.cases.undo("c1", ANNE) == {}
    store.set("people.p1.name", "Sem")
    assert store.cases.current("c1") == {"people.p1.name": "Sem"}
    assert len(store.cases.undo("c1", ANNE)) == 1
    assert store.cases.journal.verify() == []


def test_erasing_survives_a_restart(store: Store) -> None:
    store.cases.erase("c1", ANNE)
    store.close()
    again = reopen(store.home)
    assert again.cases.list() == ()
    again.close()
