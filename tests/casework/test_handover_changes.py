"""Version 2 says what is different: added, changed and gone, for the provider in a table, for families in sentences."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from casework.handover.blocks import Document, Heading, Reader, Table
from casework.handover.changes import _LABELS, _NO_CHANGE, _PLACES, changes, in_plain_words
from casework.handover.compose import Previous, compose
from casework.handover.plain import plain
from casework.handover.twin import Twin, schema
from tests.casework.handover_family import PACK, TODAY, assessment, composed, family, settled

MARK = "a" * 64


def first(reader: Reader = "provider", **changed: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(composed(family(**changed), reader).data, default=str))
    return found


def second(before: dict[str, Any], reader: Reader = "provider", **changed: Any) -> Document:
    return compose(settled(family(**changed)), assessment(), PACK, reader, previous=Previous(before, MARK))


def goals(*changed: dict[str, Any]) -> list[dict[str, Any]]:
    found = [dict(one) for one in family()["answers"]["needs"]["goals"]]
    return [*found, *changed]


NEW = {"id": "d-nieuw", "words": {"value": "Vaker naar voetbal", "source": "jeugdige"}}


def test_the_number_stays_and_the_version_is_one_higher() -> None:
    before = first()
    document = second(before, handover__start_talk="Maandag om tien uur op school")
    assert document.cover.document_id == before["document"]["id"] and document.cover.version == 2
    head = document.data["document"]
    assert isinstance(head, dict)
    assert head["refers_to"] == {"id": before["document"]["id"], "version": 1,
                                 "issued_on": TODAY.isoformat(), "fingerprint": MARK}  # fmt: skip


def test_without_a_difference_there_is_no_new_version() -> None:
    document = second(first())
    assert document.cover.version == 1 and document.data["changes"] == []
    assert "Wat is er veranderd?" not in plain(document)


def test_what_was_withdrawn_comes_back_as_a_new_version() -> None:
    before = first()
    letter = [{"id": "w1", "document": "IT-2026-0a1b2c3d", "version": 1, "kind": "intrekking", "sent_on": "2026-12-06",
               "refers_to": before["document"]["id"]}]  # fmt: skip
    document = second(before, handover__sendings=letter)
    assert document.cover.version == 2 and "Verder is er niets anders." in plain(document)


def test_made_once_more_it_is_the_same_version_with_what_it_said() -> None:
    now = {"handover__start_talk": "Maandag om tien uur op school"}
    issued = second(first(), **now)
    again = second(json.loads(json.dumps(issued.data, default=str)), **now)
    assert again.cover == issued.cover and again.blocks == issued.blocks and again.data == issued.data
    third = second(json.loads(json.dumps(issued.data, default=str)), handover__start_talk="Dinsdag")
    assert third.cover.version == 3 and third.data["document"]["refers_to"]["version"] == 2  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    "told, same",
    [
        ({}, True),
        ({"identity__name": "Wendy Fictema"}, False),
        ({"identity__birth_date": "2009-01-31"}, False),
        ({"identity__name": None, "identity__birth_date": None}, True),  # nobody can tell
    ],
)
def test_what_came_before_must_be_about_the_same_young_person(told: dict[str, Any], same: bool) -> None:
    before = Previous(first(), MARK)
    assert before.is_of(settled({**family(**told), "practice": False})) is same
    number = before.reference.id
    left = [{"id": "s1", "document": number, "version": 1, "kind": "overdracht", "sent_on": "2026-12-06"}]
    assert before.is_of(settled({**family(**told, handover__sendings=left), "practice": False}))


def test_a_later_day_alone_is_no_difference() -> None:
    before = first()
    before["document"] |= {"issued_on": "2026-12-01", "valid_until": "2027-03-01"}
    assert second(before).cover.version == 1


def test_what_came_changed_and_went_is_told() -> None:
    before = first()
    changed = [one for one in goals(NEW) if one["id"] != goals()[1]["id"]]
    changed[0] = {**changed[0], "target": 10}
    found = {(one.kind, one.what): one for one in changes(before, first(needs__goals=changed))}
    assert found[("veranderd", "doel D1: streven")].now == "10"
    assert found[("erbij", "doel D3")].now == "Vaker naar voetbal"
    assert found[("vervallen", "doel D2")].before == ""


def test_what_is_held_back_now_is_named_without_its_words() -> None:
    before = first()
    away = [{"id": "u1", "where": "explanation.alternative", "reason": "Niet nodig"}]
    document = second(before, handover__statements=away)
    told = plain(document) + json.dumps(document.data)
    assert str(before["explanation"]["alternative"]["text"]) not in told
    assert any(one["what"] == "andere uitleg" and one["kind"] == "vervallen" for one in document.data["changes"])  # type: ignore[attr-defined]


def test_a_section_that_is_no_longer_shared_is_one_line() -> None:
    choice = [{"id": "k", "section": "H6", "shared": False, "reason": "Wil het gezin niet"}]
    found = changes(first(), first(handover__sections=choice))
    about = [one for one in found if one.section == "Wat er al is gedaan"]
    assert [one.what for one in about] == ["dit onderdeel wordt niet meer gedeeld"]


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
def test_each_reader_hears_only_of_its_own_version(reader: Reader) -> None:
    before = first(reader)
    document = second(before, reader, explanation__alternative={"value": "Het zou zevenvoud kunnen zijn"},
                      needs__goals=goals(NEW))  # fmt: skip
    text = plain(document)
    assert "Wat is er veranderd?" in text and "Vaker naar voetbal" in text
    assert ("zevenvoud" in text) == (reader == "provider")
    Twin.model_validate(json.loads(json.dumps(document.data, default=str)))


def test_the_provider_reads_it_after_the_cover_as_a_table() -> None:
    document = second(first(), needs__goals=goals(NEW))
    at = next(n for n, block in enumerate(document.blocks) if block == Heading("Wat is er veranderd?"))
    assert "(versie 2, in plaats van versie 1)" in document.cover.subtitle
    table = document.blocks[at + 2]
    assert isinstance(table, Table) and table.head == ("Onderdeel", "Wat", "Was", "Is nu")


def test_families_read_sentences_without_codes() -> None:
    told = in_plain_words(changes(first("parent"), first("parent", needs__goals=goals(NEW))))
    assert told == ["Erbij gekomen: doel. ‘Vaker naar voetbal’."]


def test_what_turned_secret_is_masked_in_the_old_words_too() -> None:
    before = first(handover__start_talk="Bij de bakker in Nergenshuizen")
    document = second(before, handover__start_talk="Op school", identity__secret_address=True,
                      identity__village="Nergenshuizen")  # fmt: skip
    assert "Nergenshuizen" not in plain(document) + json.dumps(document.data, default=str)


def test_every_field_of_the_twin_has_words() -> None:
    """A new field without words would show its English name to a reader."""
    found = schema()
    known = {"schema", "document", "pack", "sections", "changes", "announcement", "letter", "receipt", "page"}
    assert set(found["properties"]) - known == set(_PLACES)
    assert inside([found["properties"][name] for name in _PLACES], found["$defs"]) - _NO_CHANGE <= set(_LABELS)


def inside(schemas: Any, definitions: dict[str, Any]) -> set[str]:
    """The names of the fields in these parts of a schema; what is allocated has words as a whole."""
    names = re.findall(r"#/\$defs/(\w+)", json.dumps(schemas))
    told: set[str] = set()
    for one in (definitions[name].get("properties", {}) for name in names if not name.startswith("Ijw")):
        told |= {*one, *inside(list(one.values()), definitions)}
    return told
