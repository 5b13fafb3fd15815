"""The announcement before the handover, and the addendum, the withdrawal and the receipt after it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from casework.handover.blocks import Document, Kind, Reader
from casework.handover.compose import Previous
from casework.handover.kinds import Wanted, compose_wanted
from casework.handover.plain import plain
from casework.handover.twin import Twin
from casework.trouble import Trouble
from tests.casework.handover_family import PACK, assessment, composed, family, settled

BARE: dict[str, Any] = {"identity__consents": []}


def made(kind: Kind, text: str = "", reader: Reader = "provider", **changed: Any) -> Document:
    previous = Previous(json.loads(json.dumps(composed().data, default=str)), "b" * 64)
    letter = kind in ("addendum", "withdrawal")
    wanted = Wanted(reader, kind, previous if letter else None, text, 3 if letter else 1)
    return compose_wanted(settled(family(**changed)), assessment(), PACK, wanted)


def everything(document: Document) -> str:
    return plain(document) + json.dumps(document.data, default=str, ensure_ascii=False)


def test_the_announcement_names_nobody_without_consent() -> None:
    told = everything(made("announcement", **BARE))
    for name in ("Jesse", "Oefenstra", "Fictema", "Anja", "Harm", "2012"):
        assert name not in told
    assert "12 tot en met 15 jaar" in told and "Individuele begeleiding" in told


def test_the_announcement_tells_nothing_of_the_story() -> None:
    """Every free text of the case stays away, but for who it goes to and who signs."""
    told = everything(made("announcement"))
    assert "Jesse Oefenstra" in told
    answers = family()["answers"]
    for step in ("help_question", "situation", "safety", "explanation", "help_history", "needs", "own_capacity"):
        for text in texts_in(answers.get(step, {})):
            assert text not in told, text


def texts_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if " " in value else []
    if isinstance(value, dict):
        return [text for key, one in value.items() if key != "id" for text in texts_in(one)]
    return [text for one in value for text in texts_in(one)] if isinstance(value, list) else []


def test_a_secret_address_keeps_the_municipality_away() -> None:
    secret = {"identity__secret_address": True, "identity__responsible_municipality": "Verzinzijl"}
    assert "Verzinzijl" in everything(made("announcement", identity__responsible_municipality="Verzinzijl"))
    assert "Verzinzijl" not in everything(made("announcement", **secret))


def test_an_addendum_names_what_it_belongs_to() -> None:
    original = composed()
    document = made("addendum", "De start is een week later.\nBel vooraf.")
    text = plain(document)
    assert original.cover.document_id in text and "Aanvulling 3" in text and "Bel vooraf." in text
    assert "Jesse" not in text
    assert document.data["document"]["refers_to"]["fingerprint"] == "b" * 64  # type: ignore[index]


def test_a_withdrawal_says_what_to_do() -> None:
    text = plain(made("withdrawal", "De toestemming is ingetrokken."))
    assert "geldt niet meer" in text and "Vernietig het stuk" in text and "De toestemming is ingetrokken." in text


@pytest.mark.parametrize("kind", ["addendum", "withdrawal"])
def test_a_letter_without_words_or_without_its_original_is_none(kind: Kind) -> None:
    with pytest.raises(Trouble, match="Schrijf op"):
        made(kind, "  ")
    with pytest.raises(Trouble, match="waar dit bij hoort"):
        compose_wanted(settled(), assessment(), PACK, Wanted("provider", kind, None, "tekst"))


def test_what_somebody_types_in_a_letter_is_masked() -> None:
    number = "999900006"
    assert number not in everything(made("addendum", f"Het nummer is {number}.", identity__bsn=number))


SENT = [
    {"id": "s1", "document": "OV-2026-0a1b2c3d", "version": 1, "kind": "overdracht", "reader": "aanbieder",
     "recipient": "De Verzonnen Linde", "sent_on": "2026-12-01", "valid_until": "2027-03-01", "ground": "toestemming",
     "held_back": ["Praktisch"]},
    {"id": "s0", "document": "AK-2026-0a1b2c3d", "version": 1, "kind": "aankondiging", "reader": "aanbieder",
     "recipient": "De Verzonnen Linde", "sent_on": "2026-11-25", "ground": "zonder_naam"},
    {"id": "s2", "document": "OV-2026-0a1b2c3d", "version": 1, "kind": "overdracht", "reader": "ouder",
     "sent_on": "2026-12-01"},
    {"id": "s3", "document": "OV-2026-0a1b2c3d", "version": 2, "kind": "overdracht", "reader": "aanbieder",
     "recipient": "GI Verzonnen", "sent_on": "2026-12-02", "ground": "7.3.16", "second_reader": "T. Verzinga",
     "second_reader_registration": "SKJ 100000077"},
]  # fmt: skip


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_the_receipt_tells_who_got_what_and_why(reader: Reader) -> None:
    document = made("receipt", reader=reader, handover__sendings=SENT)
    rows = [(one["to"], one["on"]) for one in document.data["receipt"]]  # type: ignore[attr-defined]
    assert rows == [("De Verzonnen Linde", "2026-11-25"), ("De Verzonnen Linde", "2026-12-01"),
                    ("GI Verzonnen", "2026-12-02")]  # fmt: skip
    text = plain(document)
    for told in ("Dat is goedgevonden.", "Er stond geen naam in.", "T. Verzinga, SKJ 100000077 keek mee.",
                 "geldig tot en met 1 maart 2027", "Praktisch", "hoeft niet te zeggen waarom"):  # fmt: skip
        assert told in text
    assert ("Vond jij" in text) == (reader == "youth")


def test_the_receipt_says_what_no_longer_holds() -> None:
    def left(version: int, kind: str = "overdracht", **more: Any) -> dict[str, Any]:
        return {"id": f"x{kind}{version}", "document": "OV-1", "version": version, "kind": kind, "reader": "aanbieder",
                "recipient": "De Verzonnen Linde", "sent_on": f"2026-12-0{version}", "valid_until": "2027-03-01",
                **more}  # fmt: skip

    back = left(2, "intrekking", document="IT-1", refers_to="OV-1")
    for sendings, told in (
        ([left(1)], [""]),
        ([left(1), left(2)], ["vervangen door versie 2", ""]),
        ([left(1), left(2), back], ["vervangen door versie 2", "ingetrokken", ""]),
        ([left(1), left(2, reader="ouder")], [""]),
        ([left(1), left(2, recipient="GI Verzonnen")], ["", ""]),
    ):
        document = made("receipt", reader="parent", handover__sendings=sendings)
        lines: Any = document.data["receipt"]
        assert [one["ended"] for one in lines] == told
        assert all(bool(one["ended"]) != bool(one["until"]) for one in lines if one["document"] == "OV-1")
        assert all(word in plain(document) for word in told)


def test_a_receipt_before_anything_left_says_so() -> None:
    assert "Wij hebben nog niets gedeeld." in plain(made("receipt", reader="parent", handover__sendings=[]))


@pytest.mark.parametrize("kind", ["announcement", "addendum", "withdrawal", "receipt"])
def test_every_kind_is_in_the_schema_and_stays_the_same(kind: Kind) -> None:
    document = made(kind, "Een zin.", handover__sendings=SENT)
    assert document == made(kind, "Een zin.", handover__sendings=SENT)
    twin = Twin.model_validate(json.loads(json.dumps(document.data, default=str)))
    assert twin.document.kind == kind == document.kind and twin.document.id == document.cover.document_id
