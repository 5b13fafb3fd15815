"""The data alone make the same document again, to the byte, for every example, reader and form."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import resources
from casework import casefile
from casework.handover.again import DataError, document_of
from casework.handover.blocks import Document, Reader
from casework.handover.compose import compose
from casework.handover.page import page_of
from casework.handover.plain import plain
from casework.handover.twin import Twin
from casework.handover.wording import reader_words
from casework.weighing.assess import assess
from desktop.bootstrap import knowledge
from desktop.cli import main
from desktop.handover.produce import Format, rendered
from desktop.render.seal import data_bytes
from tests.desktop.render_example import AWKWARD, EXAMPLE

DAY = date(2026, 11, 22)
EXAMPLES = sorted(path.stem for path in resources.examples().glob("*.json"))
READERS: tuple[Reader, ...] = ("provider", "parent", "youth")


@cache
def composed(example: str, reader: Reader) -> Document:
    case, pack = casefile.read((resources.examples() / f"{example}.json").read_bytes(), DAY), knowledge()
    return compose(case.settle(DAY), assess(case, pack, DAY), pack, reader)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_data_alone_make_the_same_document(example: str, reader: Reader) -> None:
    original = composed(example, reader)
    again = document_of(data_bytes(original.data))
    assert rendered(again, "pdf") == rendered(original, "pdf")
    others: tuple[Format, ...] = ("html", "text", "json")
    for form in others:
        assert rendered(again, form) == rendered(original, form)
    assert Twin.model_validate(original.data).as_json() == original.data


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_pages_in_the_data_hold_no_more_than_what_this_reader_reads(example: str, reader: Reader) -> None:
    original = composed(example, reader)
    page: Any = original.data["page"]
    assert '"path"' not in json.dumps(page)
    bare = Document(original.reader, original.language, original.cover, document_of(data_bytes(original.data)).blocks)
    assert plain(bare) == plain(Document(original.reader, original.language, original.cover, original.blocks))


def test_a_document_for_another_recipient_says_so_also_when_made_again() -> None:
    told = json.loads((resources.examples() / "jesse.json").read_bytes())
    told["answers"]["handover"]["recipient_role"] = "school"
    case, pack = casefile.read(json.dumps(told).encode(), DAY), knowledge()
    original = compose(case.settle(DAY), assess(case, pack, DAY), pack, "provider")
    assert reader_words(original) == reader_words(document_of(data_bytes(original.data))) == "voor school"
    assert reader_words(compose(case.settle(DAY), assess(case, pack, DAY), pack, "parent")) == "voor ouders"
    assert reader_words(composed("jesse", "provider")) == "voor de aanbieder"


@pytest.mark.parametrize("document", [EXAMPLE, AWKWARD], ids=["example", "awkward"])
def test_every_kind_of_block_and_every_letter_comes_back(document: Document) -> None:
    page = page_of(document.cover, document.blocks).model_dump(mode="json")
    head = {"issued_on": "2026-12-07", "valid_until": "2027-03-07", "practice": document.practice}
    head |= {"reader": document.reader, "language": document.language}
    data = {"schema": "ijkpunt/handover/1", "document": head, "young_person": {"name": "Jesse Oefenstra"}, "page": page}
    again = document_of(data_bytes(data))
    assert plain(again) == plain(document)
    assert page_of(again.cover, again.blocks).model_dump(mode="json") == page


SPOILT = {
    "no JSON": (lambda data: b"%PDF-1.7", "geen leesbare JSON"),
    "another schema": (lambda data: json.dumps({"schema": "ijkpunt/case/1"}).encode(), "‘ijkpunt/case/1’"),
    "a list": (lambda data: b"[]", "geen gegevens van een overdracht"),
    "no pages": (lambda data: data_bytes({**data, "page": None}), "Maak de overdracht opnieuw uit de casus"),
    "two kinds": (lambda data: _with_block(data, {"heading": {"text": "a"}, "new_page": {}}), "meer dan één"),
    "no kind": (lambda data: _with_block(data, {}), "geen soort"),
    "unknown kind": (lambda data: _with_block(data, {"film": {}}), "film"),
    "half a block": (lambda data: _with_block(data, {"table": {"caption": "x"}}), "‘rows’ ontbreekt"),
}


def _with_block(data: dict[str, Any], block: dict[str, Any]) -> bytes:
    return data_bytes({**data, "page": {**data["page"], "blocks": [block]}})


@pytest.mark.parametrize("how", SPOILT)
def test_spoilt_data_are_told_in_dutch(how: str) -> None:
    spoil, words = SPOILT[how]
    with pytest.raises(DataError, match=words) as told:
        document_of(spoil(composed("minimal", "provider").data))
    assert not any(english in str(told.value) for english in ("Input", "valid", "required", "Error"))


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "overdracht.json", tmp_path / "weer.pdf"
    data.write_bytes(data_bytes(composed("volgen", "parent").data))
    assert main(["rebuild", str(data), "--out", str(out)]) == 0
    assert out.read_bytes() == rendered(composed("volgen", "parent"), "pdf")
    assert main(["rebuild", str(data), "--out", str(out)]) == 2
    assert "bestaat al" in capsys.readouterr().err
    data.write_bytes(data.read_bytes()[:900])
    assert main(["rebuild", str(data), "--out", str(tmp_path / "half.pdf")]) == 2
    assert not (tmp_path / "half.pdf").exists()
