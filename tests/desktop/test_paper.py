"""The documents on paper: every practice family, reader and edge case is fit for aids, archive and readers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from casework.handover.blocks import Document, Reader
from casework.handover.plain import plain
from desktop.render.characters import clean
from desktop.render.pdf import render_pdf
from tests.casework.handover_family import composed, family
from tests.desktop.reading import read
from tests.desktop.render_example import AWKWARD, EXAMPLE
from tests.desktop.test_rebuild import EXAMPLES, READERS
from tests.desktop.test_rebuild import composed as practised
from tools import verapdf

LONGEST_NAME = "Oefenstra-van der Fictema-Verzinga tot Nergenshuizen-Bedachts"  # 61 letters
NOTE = " ".join(f"Zin {number} van een lange aantekening over wat er is gebeurd." for number in range(2_800))


def _renamed(name: str) -> dict[str, Any]:
    document = family(identity__name=name)
    document["people"][0]["name"] = name
    return document


def _much_help() -> dict[str, Any]:
    document = family()
    first = document["answers"]["help_history"]["help"][0]
    document["answers"]["help_history"]["help"] = [
        {**first, "id": f"h{number}", "name": f"Hulp nummer {number}", "start": str(date(2014, 1, 6) + step),
         "end": str(date(2014, 3, 30) + step)}
        for number, step in enumerate(timedelta(days=50 * count) for count in range(80))
    ]  # fmt: skip
    return document


def _disagreeing() -> dict[str, Any]:
    document = family()
    consents = document["answers"]["identity"]["consents"]
    consents[2] |= {"purpose": "delen_met_aanbieder", "outcome": "geweigerd"}
    return document


def _without_end() -> dict[str, Any]:
    document = family()
    for product in document["answers"]["decision"]["products"]:
        product.pop("end")
    return document


EDGES: dict[str, dict[str, Any]] = {
    "eighty helps": _much_help(),
    "long surname": _renamed(f"Jesse {LONGEST_NAME}"),
    "Frisian": _renamed("Sjûkje Hoekstrâ-Fiktemâ"),
    "Arabic": _renamed("ليلى الخيالي"),
    "Ukrainian": _renamed("Олéна Вигаданенко"),
    "emoji": _renamed("Jesse 🙂 Oefenstra 👨‍👩‍👧"),
    "script": _renamed("<script>alert(1)</script> Oefenstra"),
    "markup": family(handover__own_statement="<b>vet</b> & <para>onaf <i>cursief &amp; \\textbf{x} %s {0}"),
    "30.000 words": family(decision__motivation=NOTE, handover__own_statement=NOTE),
    "no name": family(identity__name=None),
    "no end date": _without_end(),
    "custodians disagree": _disagreeing(),
}


def documents() -> Iterator[tuple[str, Document]]:
    yield from ((f"{example}-{reader}", practised(example, reader)) for example in EXAMPLES for reader in READERS)
    yield from ((f"{name}-{reader}", composed(EDGES[name], reader)) for name in EDGES for reader in READERS)
    yield from (("every block", EXAMPLE), ("awkward", AWKWARD))


@pytest.mark.deep
def test_every_document_passes_both_standards(tmp_path: Path) -> None:
    if missing := verapdf.available():
        pytest.skip(missing)
    paths = []
    for name, document in documents():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(render_pdf(document))
    failed = [str(result) for result in verapdf.validate(paths) if not result.compliant]
    assert failed == []


def test_one_family_of_each_kind_passes_both_standards(tmp_path: Path) -> None:
    if missing := verapdf.available():
        pytest.skip(missing)
    paths = []
    for name in ("eighty helps", "Arabic", "emoji", "no name"):
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(render_pdf(composed(EDGES[name])))
    failed = [str(result) for result in verapdf.validate(paths) if not result.compliant]
    assert failed == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", EDGES)
def test_an_edge_case_is_whole_on_paper_and_the_same_twice(name: str, reader: Reader) -> None:
    document = composed(EDGES[name], reader)
    file = render_pdf(document)
    paper = "".join(read(file).text.replace("\u00ad", "").split())
    assert "".join(clean(document.cover.title).split()) in paper
    assert render_pdf(document) == file


def test_what_is_special_in_each_case_is_on_the_page() -> None:
    assert "Hulp nummer 79" in read(render_pdf(composed(EDGES["eighty helps"]))).text
    assert "Zin 2799 van een lange aantekening" in read(render_pdf(composed(EDGES["30.000 words"]))).text
    assert "&amp; \\textbf{x} %s {0}" in read(render_pdf(composed(EDGES["markup"], "parent"))).text
    disagreeing = plain(composed(EDGES["custodians disagree"]))
    assert "Niet akkoord: Harm Fictema" in disagreeing and "Gezag: Anja Oefenstra" in disagreeing


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_young_person_reads_two_pages_at_most(example: str) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(practised(example, "youth")))) as pdf:
        assert len(pdf.pages) <= 2


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_column_to_write_in_ends_where_the_rights_begin(example: str) -> None:
    document = practised(example, "parent")
    found = read(render_pdf(document))
    written = ["Wat klopt niet?" in outside for outside in found.artifacts]
    rights = [node.raw for node in found.root.tagged("H2") if node.text.strip() == "Uw rechten"]
    pages = [page.obj.objgen for page in found.pdf.pages]
    first = pages.index(rights[0].Pg.objgen) if rights and rights[0] is not None else 0
    assert (first > 0) == (len(document.blocks) > 1), "a version that may not be made has neither"
    assert written == [page < first for page in range(len(pages))]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_cover_of_every_practice_family_is_one_page(example: str) -> None:
    found = read(render_pdf(practised(example, "provider")))
    told = [node for node in found.root.tagged("Lbl") if node.text == "Wie beslist"][:1]
    assert [node.raw.Pg.objgen for node in told if node.raw is not None] == [found.pdf.pages[0].obj.objgen] * len(told)
    assert told or example in ("minimal", "volgen")
