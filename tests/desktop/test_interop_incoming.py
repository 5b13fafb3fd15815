"""A request of a provider becomes the start of a case: nothing guessed, nothing lost without a word."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from casework.casefile import check
from casework.ijw.incoming import Incoming, UnknownMessage, start_of_case
from desktop.interop.xml import read
from tests.casework.families import TODAY, pack
from tests.desktop.interop_messages import CLIENT_315, PRODUCT, jw315, jw317

XSD_FOLDER = os.environ.get("IJKPUNT_IJW_XSD", "")


def started(message: bytes) -> Incoming:
    """What the message starts; always a case file that can be read."""
    found = start_of_case(read(message), pack())
    check(found.document, TODAY)
    return found


def answers(message: bytes, step: str) -> dict[str, Any]:
    found: dict[str, Any] = started(message).document["answers"][step]
    return found


def test_who_it_is_about() -> None:
    assert answers(jw315(), "identity") == {
        "name": "Nynke van der Oefenstra",
        "first_names": "Nynke",
        "surname_prefix": "van der",
        "surname": "Oefenstra",
        "birth_date": "2012-05-23",
        "bsn": "999900006",
        "gender": "2 vrouwelijk",
        "own_municipality": "Het Hogeland",
    }


def test_what_is_asked_for_is_no_decision() -> None:
    found = started(jw315()).document["answers"]
    assert "decision" not in found
    asked = found["intake"]["requested_product"]
    for told in ("45A48", "Individuele begeleiding basis", "90 minuten per week", "1 december 2026", "31 mei 2027",
                 "02 Huisarts (AGB 00000001)", "V-2026-1", "Graag vóór de kerst"):  # fmt: skip
        assert told in asked
    assert found["intake"]["report_date"] == "2026-11-20" and found["intake"]["referral_route"] == "02 Huisarts"
    assert found["intake"]["reporter"] == "aanbieder"


def test_what_the_provider_says_of_custody_is_to_be_checked() -> None:
    assert any("gezagsregister" in note for note in started(jw315()).notes)


def test_a_change_is_told_line_by_line() -> None:
    found = started(jw317())
    asked = found.document["answers"]["intake"]["requested_product"]
    assert re.search(r"Wijzigen: toewijzing 12, 4 uur per week", asked)
    assert re.search(r"Nieuw: categorie 44, vanaf 1 januari 2027", asked)
    assert re.search(r"Blijft zo: toewijzing 11", asked)
    assert "de situatie is veranderd" in found.document["answers"]["intake"]["occasion"]["value"]
    assert not [note for note in found.notes if "regel" in note]


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (jw315(subversion="1"), "subversie ‘1’"),
        (jw315(code="486"), "code ‘486’"),
        (jw315().replace(b"ijw/3_2/jw315", b"ijw/4_0/jw315"), "versie 4.0"),
        (jw315().replace(b"jw315", b"jw301"), "JW301"),
        (jw315().replace(b"ijw/3_2/jw315", b"iwmo/3_2/wmo315"), "geen bericht van iJw"),
        (b"<html><body>hallo</body></html>", "geen bericht van iJw"),
        (jw315().replace(b"<m:BerichtSubversie>2</m:BerichtSubversie>", b""), "subversie ‘?’"),
    ],
)
def test_another_version_is_shown_and_never_guessed(message: bytes, says: str) -> None:
    with pytest.raises(UnknownMessage, match=re.escape(says)) as told:
        start_of_case(read(message), pack())
    assert "Er is niets overgenomen" in str(told.value)
    assert told.value.content


@pytest.mark.parametrize(
    ("message", "field", "note"),
    [
        (jw315().replace(b"2012-05-23", b"2012-06-31"), "birth_date", "geen dag die kan"),
        (jw315().replace(b"2012-05-23", b"0001-01-01"), "birth_date", "geen dag die kan"),
        (jw315().replace(b">999900006<", b">999900007<"), "bsn", "elfproef"),
        (jw315().replace(b">2</m:Geslacht>", b">9</m:Geslacht>"), "gender", "codelijst"),
        (jw315(to="0384"), "own_municipality", "gemeente 0384"),
        (
            jw315().replace(b"</b:Datum>", b"</b:Datum><b:DatumGebruik>1</b:DatumGebruik>"),
            "birth_date",
            "voor een deel",
        ),
        (jw315().replace(b"<m:Bsn>", b"<m:Bsn>999900018</m:Bsn><m:Bsn>"), "bsn", "2 keer"),
    ],
)
def test_what_cannot_be_is_left_out_with_a_word(message: bytes, field: str, note: str) -> None:
    found = started(message)
    assert field not in found.document["answers"]["identity"]
    assert any(note in one for one in found.notes)


def test_what_has_no_place_is_told() -> None:
    message = jw315(client=CLIENT_315 + "<m:Nieuw><m:Diep>iets</m:Diep></m:Nieuw>")
    assert "Niet overgenomen: Client/Nieuw/Diep." in started(message).notes
    foreign = jw315().replace(b"<m:Bsn>", b'<x:Bsn xmlns:x="urn:anders">').replace(b"</m:Bsn>", b"</x:Bsn>")
    assert "Niet overgenomen: Client/Bsn." in started(foreign).notes


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("<m:ToewijzingEinddatum>2027-05-31</m:ToewijzingEinddatum>", "", "CD076"),
        ("2027-05-31", "2026-05-31", "CS003"),
        ("<b:Code>45A48</b:Code>", "", "CD095"),
        (">45A48<", ">44A09<", "TR381"),
        ("<b:Eenheid>01</b:Eenheid><b:Frequentie>2<", "<b:Eenheid>16</b:Eenheid><b:Frequentie>1<", "CS343"),
        ("<m:Verwijzer>", "<m:Budget>100</m:Budget><m:Verwijzer>", "CD077/CD078"),
        ("</b:Type>", "</b:Type><b:Naam>Dr. Verzinga</b:Naam>", "CD066"),
        ("<b:ZorgverlenerCode>00000001</b:ZorgverlenerCode>", "", "CD067"),
        ("<b:Type>02", "<b:Type>06", "CD068"),
        ("<m:Product>", "<m:BeschikkingNummer>1</m:BeschikkingNummer><m:Product>", "CD043"),
    ],
)
def test_a_request_that_breaks_a_condition_is_taken_with_a_note(old: str, new: str, rule: str) -> None:
    assert old in PRODUCT
    notes = started(jw315(PRODUCT.replace(old, new))).notes
    assert any(f"regel {rule} " in note for note in notes)
    assert not any("regel " in note for note in started(jw315()).notes)


def test_several_referrers_are_for_the_user_to_choose() -> None:
    found = started(jw315(PRODUCT + PRODUCT.replace("<b:Type>02", "<b:Type>03")))
    assert "referral_route" not in found.document["answers"]["intake"]
    assert any("verschillende verwijzers" in note for note in found.notes)


def test_text_is_text() -> None:
    nasty = "&lt;script&gt; 😀 שלום " + "lang " * 6000
    asked = answers(jw315(PRODUCT.replace("Graag vóór de kerst", nasty)), "intake")["requested_product"]
    assert "<script> 😀 שלום lang lang" in asked


def test_a_thousand_strange_places_are_summed_up() -> None:
    strange = "".join(f"<m:Vreemd{number}>x</m:Vreemd{number}>" for number in range(1000))
    assert len(started(jw315(client=CLIENT_315 + strange)).notes) < 60


def test_an_empty_message_starts_an_empty_case() -> None:
    found = started(jw315(client=""))
    assert found.document["answers"]["identity"] == {"own_municipality": "Het Hogeland"}


@pytest.mark.skipif(not XSD_FOLDER, reason="OVERGESLAGEN: zet IJKPUNT_IJW_XSD op de map met de XSD's van iJw 3.2")
@pytest.mark.parametrize(("kind", "message"), [("JW315", jw315()), ("JW317", jw317())])
def test_the_messages_of_these_tests_are_real_ones(kind: str, message: bytes, tmp_path: Path) -> None:
    from lxml import etree

    for name in ("Basisschema.xsd", f"{kind}.xsd"):
        text = (Path(XSD_FOLDER) / name).read_text(encoding="utf-8-sig")
        text = re.sub("basisschema.xsd", "Basisschema.xsd", text[text.find("<?xml") :], flags=re.IGNORECASE)
        (tmp_path / name).write_text(text, encoding="utf-8")
    schema = etree.XMLSchema(etree.parse(str(tmp_path / f"{kind}.xsd")))
    assert schema.validate(etree.fromstring(message)), schema.error_log
