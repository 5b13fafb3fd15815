"""XML from outside: the ordinary is read, and what is made to do harm is refused before it can."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.trouble import Trouble
from desktop.interop import xml
from desktop.interop.xml import UnreadableXml, read, read_file
from tests.desktop.interop_messages import jw315

BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>"""
PARAMETER = b"""<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://voorbeeld.test/a.dtd"><a/>"""


def test_names_namespaces_and_texts_are_kept() -> None:
    root = read(jw315())
    assert (root.name, root.namespace) == ("Bericht", "http://www.istandaarden.nl/ijw/3_2/jw315/schema")
    texts = {path: leaf.text for path, leaf in root.leaves()}
    assert texts["Bericht/Client/Naam/Geslachtsnaam/Voorvoegsel"] == "van der"
    assert texts["Bericht/Client/AangevraagdeProducten/AangevraagdProduct/Commentaar"] == "Graag vóór de kerst"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_every_common_coding_of_letters(coding: str) -> None:
    name = "utf-8" if coding == "utf-8-sig" else coding
    assert read(f'<?xml version="1.0" encoding="{name}"?><a>één</a>'.encode(coding)).text == "één"


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, PARAMETER], ids=["bomb", "external", "external dtd"])
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableXml, match="DOCTYPE"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"%PDF-1.7",
        b"\x00\x00",
        b"<a>&onbekend;</a>",
        b"<a x='1' x='2'/>",
        b"<n:a/>",
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        b'<?xml version="1.0" encoding="shift_jis"?><a/>',
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        b"<a>\xff\xfe</a>",
    ],
)
def test_what_is_no_xml_is_told_in_dutch(data: bytes) -> None:
    with pytest.raises(UnreadableXml, match="Vraag"):
        read(data)


def test_the_built_in_signs_are_no_entities_to_fear() -> None:
    assert read(b"<a>&lt;b&gt; &amp; &#233;</a>").text == "<b> & é"


def test_too_deep_and_too_many() -> None:
    deep = xml.MAX_DEPTH + 1
    with pytest.raises(UnreadableXml, match="dieper"):
        read(b"<a>" * deep + b"</a>" * deep)
    with pytest.raises(UnreadableXml, match="onderdelen"):
        read(b"<a>" + b"<b/>" * xml.MAX_ELEMENTS + b"</a>")
    assert read(b"<a>" * xml.MAX_DEPTH + b"</a>" * xml.MAX_DEPTH).name == "a"


def test_a_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    large = tmp_path / "groot.xml"
    with large.open("wb") as file:
        file.truncate(100_000_000)  # takes no room on the disk
    started = time.perf_counter()
    with pytest.raises(UnreadableXml, match="100 MB"):
        read_file(large)
    assert time.perf_counter() - started < 0.5
    with pytest.raises(UnreadableXml, match="25 MB"):
        read(bytes(xml.MAX_BYTES + 1))


@pytest.mark.parametrize(
    ("start", "again", "times", "end"),
    [
        (b"<a>", b"x", 24_000_000, b"</a>"),
        (b"<a b='", b"x", 24_000_000, b"'/>"),
        (b"<a>", b"<![CDATA[x]]>", 1_800_000, b"</a>"),
        (b"<a>", b"&lt;", 6_000_000, b"</a>"),
    ],
    ids=["text", "attribute", "cdata", "signs"],
)
def test_the_largest_file_takes_seconds_and_not_minutes(start: bytes, again: bytes, times: int, end: bytes) -> None:
    began = time.perf_counter()
    assert read(start + again * times + end).name == "a"
    assert time.perf_counter() - began < 10


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path, told in ((tmp_path, "is een map. Kies een bestand."),
                       (tmp_path / "weg.xml", "bestaat niet. Controleer de naam en de map.")):  # fmt: skip
        with pytest.raises(Trouble, match=f"^{re.escape(f'{path} {told}')}$"):
            read_file(path)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(jw315())), st.binary(max_size=4))
def test_a_damaged_message_is_read_or_told(at: int, damage: bytes) -> None:
    whole = jw315()
    try:
        assert read(whole[:at] + damage + whole[at + len(damage) :]).name
    except UnreadableXml as told:
        assert str(told).endswith(".")
