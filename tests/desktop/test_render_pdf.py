"""Handovers on paper, read back as a reading aid, an archive and a printer would."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pikepdf
import pytest

from casework.handover.blocks import (
    Callout,
    Document,
    Facts,
    Goal,
    Heading,
    Items,
    NewPage,
    Origin,
    Paragraph,
    Table,
    Text,
)
from desktop.render import fonts
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.cover import cover
from desktop.render.desk import Desk
from desktop.render.lines import Lines
from desktop.render.pdf import paginate, render_pdf
from desktop.render.pieces import Repeated
from desktop.render.shaping import shape
from desktop.render.sheet import sheet
from desktop.render.structure import Element
from tests.desktop.reading import Read, read
from tests.desktop.render_example import ARABIC, AWKWARD, EXAMPLE, JESSE, LONG_ARABIC
from tools import verapdf

PRACTICE = replace(EXAMPLE, practice=True, reader="parent")
EMPTY = Document("youth", "nl", replace(JESSE, subtitle="", columns=()), ())
ALL = {"example": EXAMPLE, "awkward": AWKWARD, "practice": PRACTICE, "empty": EMPTY}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: render_pdf(document) for name, document in ALL.items()}


@pytest.fixture(scope="module")
def example(files: dict[str, bytes]) -> Read:
    return read(files["example"])


@pytest.fixture(scope="module")
def awkward(files: dict[str, bytes]) -> Read:
    return read(files["awkward"])


def test_readable_by_every_aid_and_fit_for_the_archive(files: dict[str, bytes], tmp_path: Path) -> None:
    if missing := verapdf.available():
        pytest.skip(missing)
    paths = []
    for name, file in files.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(file)
    for result in verapdf.validate(paths, ("ua1", "3a")):
        assert result.compliant, str(result)


def test_the_same_document_gives_the_same_bytes_in_another_process(files: dict[str, bytes]) -> None:
    code = (
        "import hashlib; from desktop.render.pdf import render_pdf;"
        "from tests.desktop.render_example import EXAMPLE, AWKWARD;"
        "print(*(hashlib.sha256(render_pdf(each)).hexdigest() for each in (EXAMPLE, AWKWARD)))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert told.stdout.split() == [hashlib.sha256(files[name]).hexdigest() for name in ("example", "awkward")]
    assert render_pdf(EXAMPLE) == files["example"]


def test_the_data_travels_as_attachment(example: Read, awkward: Read) -> None:
    spec = example.pdf.attachments["overdracht.json"]
    assert json.loads(spec.get_file().read_bytes()) == EXAMPLE.data
    assert spec.obj.AFRelationship == "/Data" and spec.obj.objgen == example.pdf.Root.AF[0].objgen
    assert json.loads(awkward.pdf.attachments["overdracht.json"].get_file().read_bytes()) == AWKWARD.data


def test_the_cover_shows_the_mark_of_the_data(example: Read) -> None:
    digest = hashlib.sha256(example.pdf.attachments["overdracht.json"].get_file().read_bytes()).hexdigest()
    assert f"Kenmerk gegevens: {' '.join(digest[start : start + 4] for start in range(0, 16, 4))}" in example.text


def test_other_files_may_travel_too_but_not_under_the_name_of_the_data() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(EMPTY, {"voorstel.json": b"{}"}))) as pdf:
        assert set(pdf.attachments) == {"overdracht.json", "voorstel.json"}
    with pytest.raises(ValueError, match=r"overdracht\.json"):
        render_pdf(EMPTY, {"overdracht.json": b"{}"})


def test_only_our_own_fonts_and_all_of_them_inside(awkward: Read) -> None:
    for page in awkward.pdf.pages:
        for font in page.Resources.Font.values():
            assert "/FontFile2" in font.FontDescriptor, font.BaseFont
    names = {str(font.BaseFont) for font in awkward.pdf.pages[0].Resources.Font.values()}
    assert not any("Helvetica" in name for name in names)


def _words(value: object) -> list[str]:
    """Every text inside a block, whatever its shape; where a sentence came from has tests of its own."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in _words(each)]
    if is_dataclass(value) and not isinstance(value, Origin):
        return [text for each in fields(value) for text in _words(getattr(value, each.name))]
    return []


def _squashed(text: str) -> str:
    return "".join(clean(text).replace("\u00ad", "").replace("\u200d", "").split())


@pytest.mark.parametrize("name", ["example", "awkward", "practice"])
def test_nothing_that_was_written_gets_lost(name: str, files: dict[str, bytes]) -> None:
    paper = _squashed(read(files[name]).text)
    codes = {"safe", "care", "stop", "meet", "open", "note", "ask"}
    for block in ALL[name].blocks:
        for text in _words(block):
            if text not in codes:
                assert _squashed(text).strip("“”") in paper, text[:80]


def test_markup_in_the_text_is_text(awkward: Read) -> None:
    assert "<b>vet</b> & <font color=red>rood</font> &lt; < onaf <para" in awkward.text
    assert "Ömer <b>Fictema</b> & Zoë" in awkward.root.tagged("H1")[0].text


def test_letters_that_run_to_the_left_are_spoken_in_the_order_they_were_written(awkward: Read) -> None:
    paragraphs = [" ".join(node.text.split()) for node in awkward.root.tagged("P")]
    assert f"Oma zegt: “{ARABIC}”, elke dag." in paragraphs
    assert LONG_ARABIC in paragraphs


def test_a_character_without_a_shape_shows_its_number_and_keeps_itself(awkward: Read) -> None:
    spoken = next(node.text for node in awkward.root.tagged("P") if "שלום" in node.text)
    assert "中文字" in spoken and "[U+" not in spoken
    drawn = b"".join(page.Contents.read_bytes() for page in awkward.pdf.pages[:1])
    assert drawn.count(b"/ActualText") > 3


def test_who_said_it_is_read_right_after_what_was_said(example: Read) -> None:
    nodes = [node for node in example.root.walk() if node.text]
    said = next(place for place, node in enumerate(nodes) if node.text.startswith("Andere verklaring:"))
    assert nodes[said + 1].tag == "Note"
    assert nodes[said + 1].text.replace("\u00a0", " ") == "gedragswetenschapperhypothese, 26 nov 2026"


def test_families_do_not_read_the_margin(files: dict[str, bytes]) -> None:
    assert not read(files["practice"]).root.tagged("Note")


def test_the_order_and_the_kinds_of_the_first_page(example: Read) -> None:
    first = [node.tag for node in example.root.walk()][:14]
    assert first[:4] == ["Document", "H1", "P", "Div"]
    figures = example.root.tagged("Figure")
    assert figures[0].alternative == "Doel D1 op een lijn van 0 tot 10: nu 3, streven 7."
    box = [float(edge) for edge in figures[0].raw.A.BBox]  # type: ignore[union-attr]
    assert s.MARGIN < box[0] < box[2] <= s.PAGE_WIDTH - s.MARGIN + 0.1


def test_tables_tell_what_is_the_head_and_the_head_comes_back_for_the_eye_alone(awkward: Read) -> None:
    table = next(node for node in awkward.root.tagged("Table") if "Veel rijen" in node.all_text)
    assert [node.tag for node in table.kids] == ["Caption", "THead", "TBody"]
    heads = table.kids[1].tagged("TH")
    assert [node.all_text for node in heads] == ["Nr", "Naam", "Wat er gebeurde"]
    assert {str(node.raw.A.Scope) for node in heads} == {"/Column"}  # type: ignore[union-attr]
    rows = table.kids[2].tagged("TR")
    assert len(rows) == 60 and {len(node.kids) for node in rows} == {3}
    assert str(rows[0].kids[0].raw.A.Scope) == "/Row"  # type: ignore[union-attr]
    assert sum("Wat er gebeurde" in text for text in awkward.artifacts) >= 2


def test_a_row_over_two_pages_stays_one_cell(awkward: Read) -> None:
    cell = next(node for node in awkward.root.tagged("P") if node.text.startswith("Dit staat er steeds opnieuw"))
    pages = {kid.Pg.objgen for kid in cell.raw.K if isinstance(kid, pikepdf.Object)}  # type: ignore[union-attr]
    assert pages, "the rest of the cell lies on another page than its beginning"


def test_web_addresses_open_what_is_written_there(example: Read) -> None:
    spots = [spot for page in example.pdf.pages for spot in page.get("/Annots", [])]
    assert [str(spot.A.URI) for spot in spots] == ["https://www.jeugdstem.nl", "https://voorbeeld.nl/pad"]
    assert [node.text for node in example.root.tagged("Link")] == ["www.jeugdstem.nl", "https://voorbeeld.nl/pad"]


def test_every_page_says_what_it_is_and_which_of_how_many(awkward: Read, example: Read) -> None:
    count = len(awkward.pdf.pages)
    for number, text in enumerate(awkward.artifacts, 1):
        assert f"blad {number} van {count}" in text
        assert "Vertrouwelijk. Alleen voor wie op het voorblad staat." in text and "Overdracht jeugdhulp" in text
    assert "OV-2026-0312, versie 1, 7 december 2026" in example.artifacts[0]
    assert "Jesse Oefenstra" not in example.artifacts[0] and "Jesse Oefenstra" in example.artifacts[1]


def test_practice_cannot_be_taken_for_real(files: dict[str, bytes]) -> None:
    practice = read(files["practice"])
    assert practice.text.count("OEFENING") == 1
    assert all(text.count("OEFENING") == 2 for text in practice.artifacts)  # head and watermark
    assert str(practice.pdf.docinfo.Title) == "OEFENING: Afspraken over jeugdhulp, OV-2026-0312"
    assert b"OEFENING" in practice.pdf.Root.Metadata.read_bytes()
    assert not any("OEFENING" in text for text in read(files["example"]).artifacts)


def test_what_the_file_says_of_itself_names_no_child(example: Read) -> None:
    info = {key: str(value) for key, value in example.pdf.docinfo.items()}
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261207000000Z"
    assert not any("Jesse" in value for value in info.values())
    assert str(example.pdf.Root.Lang) == "nl-NL"


def test_the_outline_follows_the_headings(example: Read) -> None:
    with example.pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [kid.title for item in outline.root for kid in item.children]
    assert titles[:3] == ["Jesse Oefenstra, 14 jaar", "Drie doelen", "Drie dingen die u moet weten"]
    assert "4 Wat wij samen denken" in titles and below == ["Afspraken"]


def test_the_cover_is_one_page(example: Read) -> None:
    assert "Kenmerk gegevens" in example.text
    pages = _pages(EXAMPLE.blocks)
    assert sum(piece.height for piece in pages[0]) < s.TOP - s.BOTTOM


def test_a_cover_that_does_not_fit_leaves_no_page_with_its_last_lines_alone() -> None:
    told = Paragraph((Text("Woorden die een regel vullen en dan nog een. " * 12),))

    def pages(count: int) -> int:
        blocks = (*([told] * count), NewPage(), Heading("Wat volgt"), told)
        return len(read(render_pdf(replace(EXAMPLE, blocks=blocks))).pdf.pages)

    assert [pages(count) for count in (4, 6, 8, 9, 10)] == [2, 2, 2, 2, 2]


def test_a_name_under_a_letter_does_not_stand_on_a_page_of_its_own() -> None:
    name = Paragraph((Text("Marit Denkbeeldema"),))
    for count in range(10, 60):
        letter = replace(EXAMPLE, blocks=(*([Paragraph((Text("Een regel."),))] * count), name))
        desk = Desk(s.PROVIDER, Element("Document"), notes=True)
        pages = paginate([*cover(letter, desk), *sheet(letter, desk)], 31)
        if len(pages) > 1:
            break
    assert len(pages[1]) == 1 and len(read(render_pdf(letter)).pdf.pages) == 1


def _pages(blocks: tuple[object, ...]) -> list[list[object]]:
    document = replace(EXAMPLE, blocks=blocks)  # type: ignore[arg-type]
    return paginate(sheet(document, Desk(s.PROVIDER, Element("Document"), notes=True)), 20)  # type: ignore[return-value]


@pytest.mark.parametrize("filling", range(34, 56))
def test_a_heading_never_ends_a_page_and_a_paragraph_never_leaves_one_line_behind(filling: int) -> None:
    told = Paragraph((Text("Woorden die een regel vullen en dan nog een. " * 12),))
    rows = tuple((f"Feit {number}", "waarde") for number in range(filling // 3))
    table = Table("Tabel", ("A", "B"), tuple(("a", "b") for _ in range(9)))
    heads = (Heading("Kop"), Heading("Onderkop", level=2))
    blocks = (Facts(rows), told, *heads, told, Heading("Nog een kop"), table, told)
    pages = _pages(((Paragraph((Text("x\n" * filling),))), *blocks))
    assert len(pages) > 1
    for page in pages:
        assert not page[-1].keep  # type: ignore[attr-defined]
        assert not isinstance(page[-1], Repeated)
        for piece in page:
            assert not isinstance(piece, Lines) or piece.element.tag != "P" or len(piece.lines) >= 2


def test_a_new_page_begins_where_it_was_asked() -> None:
    pages = _pages((Heading("Een"), Paragraph((Text("kort"),)), NewPage(), Heading("Rechten"), NewPage()))
    assert len(pages) == 2


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(()),
        Paragraph((Text(""),), Origin("p", "moeder")),
        Facts(()),
        Items(()),
        Table("", (), ()),
        Table("Kop", ("a",), ()),
        Callout("ask", "", ()),
        Callout("stop", "", ()),
        Heading(""),
        Goal("", "", "", "", None, None),
    ],
    ids=repr,
)
def test_an_empty_block_breaks_nothing(block: object) -> None:
    assert read(render_pdf(replace(EMPTY, blocks=(block, NewPage(), block)))).root  # type: ignore[arg-type]


def test_a_title_longer_than_any_page_head_is_cut_there_and_whole_on_the_page() -> None:
    title = "Oefenstra " * 60
    paper = read(render_pdf(replace(EXAMPLE, cover=replace(JESSE, title=title))))
    assert _squashed(title) == _squashed(paper.root.tagged("H1")[0].text)
    assert "…" in paper.artifacts[1]


def test_no_word_of_a_family_is_remembered_after_its_page_is_made() -> None:
    render_pdf(EXAMPLE)
    assert shape.cache_info().currsize == fonts.stretches.cache_info().currsize == 0
