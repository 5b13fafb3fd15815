"""Typing, confirming, undoing and looking back."""
from __future__ import annotations

import pytest

from casework.actors import Actor, Registration
from db.errors import CaseExists, UnknownCase
from db.values import ABSENT
from tests.db.conftest import ANNE, BEGIN, Store, reopen

NAME, RESULT, ORDER = "people.p1.name", "help_history.help.h1.result", "help_history.help"


def test_what_is_confirmed_is_there_after_a_restart(store: Store) -> None:
    values = {
        NAME: "Noor Oefenstra", RESULT: {"value": "Het hielp even.", "source": "ouder", "kind": "mening"},
        ORDER: ["h2", "h1"], "report.age": 13, "report.urgent": False, "report.nothing": None,
        "report.why": {"unanswered": "declined"}, "report.odd": "‮ <b>&\x00\ud83d 😀 " + "x" * 50_000,
    }
    assert store.cases.confirm_many("c1", values, ANNE)
    store.close()
    again = reopen(store.home)
    assert again.cases.current("c1") == values | {"pack": {"id": "basis", "version": "1"}}
    again.close()


def test_typing_overwrites_one_draft_and_confirming_ends_it(store: Store) -> None:
    store.cases.draft("c1", NAME, "No", 2)
    store.cases.draft("c1", NAME, "Noor \ud83d", 5)
    store.cases.draft("c1", RESULT, "Het", 3)
    assert [(draft.path, draft.text, draft.cursor) for draft in store.cases.drafts("c1")] == [
        (NAME, "Noor \ud83d", 5), (RESULT, "Het", 3)]
    assert store.cases.current("c1") == {"pack": {"id": "basis", "version": "1"}}
    store.set(NAME, "Noor")
    assert [draft.path for draft in store.cases.drafts("c1")] == [RESULT]


def test_confirming_what_stands_writes_no_row_but_ends_the_draft(store: Store) -> None:
    store.set(NAME, {"value": "Noor", "source": "ouder"})
    before = store.cases.journal.head()
    store.cases.draft("c1", NAME, "Noor", 4)
    assert not store.set(NAME, {"source": "ouder", "value": "Noor"})
    assert not store.set(RESULT, ABSENT)
    assert store.cases.journal.head() == before
    assert store.cases.drafts("c1") == ()


def test_one_is_not_yes(store: Store) -> None:
    store.set(RESULT, True)
    assert store.set(RESULT, 1) and store.set(RESULT, 1.0) and store.set(RESULT, None) and store.set(RESULT, ABSENT)


def test_undo_and_redo_go_back_and_forth(store: Store) -> None:
    store.set(NAME, "Noor")
    store.set(NAME, "Noortje")
    store.set(NAME, ABSENT)
    steps = [store.cases.undo("c1", ANNE) for _ in range(3)]
    assert steps == [{NAME: "Noortje"}, {NAME: "Noor"}, {NAME: ABSENT}]
    assert store.cases.undo("c1", ANNE) == {}
    assert [store.cases.redo("c1", ANNE) for _ in range(4)] == [{NAME: "Noor"}, {NAME: "Noortje"}, {NAME: ABSENT}, {}]
    assert len(store.cases.history("c1", NAME)) == 9  # nothing is ever taken out


def test_a_change_after_undo_ends_what_could_be_redone(store: Store) -> None:
    store.set(NAME, "Noor")
    store.cases.undo("c1", ANNE)
    store.set(RESULT, "goed")
    assert store.cases.redo("c1", ANNE) == {}
    assert store.cases.undo("c1", ANNE) == {RESULT: ABSENT}
    assert store.cases.redo("c1", ANNE) == {RESULT: "goed"}


def test_what_was_confirmed_together_is_undone_together(store: Store) -> None:
    store.set(ORDER, ["h1"])
    store.set(RESULT, "goed")
    store.cases.confirm_many("c1", {ORDER: [], NAME: "Noor", RESULT: "goed"}, ANNE)
    assert store.cases.undo("c1", ANNE) == {ORDER: ["h1"], NAME: ABSENT}
    assert store.cases.redo("c1", ANNE) == {ORDER: [], NAME: "Noor"}


def test_undo_does_not_empty_a_case_that_was_read_from_a_file(store: Store) -> None:
    store.cases.confirm_many("c1", {ORDER: ["h1"], NAME: "Noor"}, ANNE)
    store.cases.log("c1", "imported", ANNE)
    assert store.cases.undo("c1", ANNE) == {}
    store.set(RESULT, "goed")
    store.cases.log("c1", "imported", ANNE, {"reply": "r1"})
    assert [store.cases.undo("c1", ANNE) for _ in range(2)] == [{RESULT: ABSENT}, {}]
    assert store.cases.current("c1")[NAME] == "Noor"
    assert store.cases.redo("c1", ANNE) == {RESULT: "goed"}


def test_undo_gives_a_removed_record_back_whole(store: Store) -> None:
    store.cases.confirm_many("c1", {ORDER: ["h1"], RESULT: "goed"}, ANNE)
    store.set(ORDER, [])
    store.cases.undo("c1", ANNE)
    current = store.cases.current("c1")
    assert (current[ORDER], current[RESULT]) == (["h1"], "goed")


def test_the_pack_is_moved_and_moved_back_but_its_beginning_stays(store: Store) -> None:
    store.set("pack", {"id": "basis", "version": "2"})
    assert store.cases.undo("c1", ANNE) == {"pack": {"id": "basis", "version": "1"}}
    assert store.cases.undo("c1", ANNE) == {}


def test_one_case_does_not_touch_another(store: Store) -> None:
    store.cases.create("c2", "f1", False, None, ANNE)
    store.set(NAME, "Noor")
    store.cases.confirm("c2", NAME, "Sem", ANNE)
    store.cases.undo("c1", ANNE)
    assert store.cases.current("c2") == {NAME: "Sem"}
    assert NAME not in store.cases.current("c1")


def test_the_history_says_who_what_and_when(store: Store) -> None:
    bram = Actor(id="bram", name="Bram Verzinga", role="gedragswetenschapper",
                 registration=Registration(register="SKJ", number="1"))
    store.set(NAME, "Noor")
    store.cases.confirm("c1", NAME, ABSENT, bram)
    store.cases.undo("c1", bram)
    store.cases.log("c1", "exported", bram, {"reader": "provider"})
    told = [(entry.kind, entry.actor["name"], entry.value) for entry in store.cases.history("c1")]
    assert told == [
        ("created", "Anne Oefenstra", {"id": "basis", "version": "1"}), ("set", "Anne Oefenstra", "Noor"),
        ("cleared", "Bram Verzinga", ABSENT), ("undone", "Bram Verzinga", "Noor"),
        ("exported", "Bram Verzinga", {"reader": "provider"}),
    ]
    last = store.cases.history("c1")[-1]
    assert last.actor["registration"]["register"] == "SKJ"
    assert BEGIN < last.at <= store.clock.now


def test_the_work_list_has_the_last_changed_first(store: Store) -> None:
    store.cases.create("c2", "f2", False, None, ANNE)
    store.cases.describe("c2", title="Sem Fictema", status="gesloten")
    assert [row.id for row in store.cases.list()] == ["c2", "c1"]
    store.set(NAME, "Noor")
    store.cases.log("c2", "viewed", ANNE)
    first, second = store.cases.list()
    assert (first.id, first.practice, first.status) == ("c1", True, "open")
    assert (second.title, second.status, second.family_id) == ("Sem Fictema", "gesloten", "f2")
    assert first.changed_at > second.changed_at >= second.created_at


def test_a_case_that_is_not_there(store: Store) -> None:
    cases = store.cases
    for attempt in (lambda: cases.current("x"), lambda: cases.draft("x", NAME, "a", 1),
                    lambda: cases.confirm("x", NAME, "a", ANNE), lambda: cases.log("x", "viewed", ANNE),
                    lambda: cases.describe("x", title="a"), lambda: cases.erase("x", ANNE)):
        with pytest.raises(UnknownCase, match="lijst met casussen"):
            attempt()
    with pytest.raises(CaseExists):
        cases.create("c1", "f1", True, None, ANNE)
    assert cases.journal.head().count == 1


def test_search_finds_half_typed_words_across_answers(store: Store) -> None:
    store.cases.create("c2", "f2", True, None, ANNE)
    store.set(NAME, "Noor Oefenstra")
    store.set("report.summary", {"value": "Moeder vertelt over school en een ruzie.", "source": "ouder"})
    store.cases.confirm("c2", NAME, "Sem Oefenstra, René", ANNE)

    def found(text: str) -> list[str]:
        return sorted(row.id for row in store.cases.search(text))

    assert found("oefen") == ["c1", "c2"]
    assert found("oefen ruz") == ["c1"]
    assert found("RENE") == ["c2"]
    assert found("ouder") == []  # who said it is not what was said
    assert found("") == found("  -  ") == ["c1", "c2"]
    assert found('"oef" OR NOT NEAR( *') == []
    store.set("report.summary", "Iets anders")
    assert found("ruzie") == []
    store.cases.undo("c1", ANNE)
    assert found("ruzie") == ["c1"]
    store.set("report.summary", ABSENT)
    assert found("ruzie") == []
    store.cases.describe("c1", title="Dossier 2025-001")
    assert found("2025-0") == ["c1"]


def test_whoever_is_called_so_comes_before_a_case_that_only_tells_of_somebody(store: Store) -> None:
    store.set(NAME, "Noor Oefenstra")
    store.cases.describe("c1", title="Noor Oefenstra")
    store.cases.create("c2", "f2", True, None, ANNE)
    store.cases.confirm("c2", NAME, "Sem Oefenstra, de neef van Noor", ANNE)
    store.cases.describe("c2", title="Sem Oefenstra")
    assert [row.id for row in store.cases.search("noor oef")] == ["c1", "c2"]
    assert [row.id for row in store.cases.search("oefenstra")] == ["c2", "c1"], "else what changed last comes first"
    store.set(NAME, "Noör Oefenstra")
    store.cases.describe("c1", title="Noör Oefenstra")
    store.cases.confirm("c2", NAME, "Sem Oefenstra, de oom van Noor", ANNE)
    assert [row.id for row in store.cases.search("noor oef")] == ["c1", "c2"], "without its accents too"
