"""Where pages end, for documents of any length: never after a heading, never with one line left behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.handover.blocks import Block, Callout, Facts, Heading, Items, Paragraph, Table, Text
from desktop.render import style as s
from desktop.render.desk import Desk
from desktop.render.lines import Lines
from desktop.render.pdf import paginate
from desktop.render.pieces import UNCUT, Box, Piece, Repeated, Row, Stack, offsets
from desktop.render.sheet import sheet
from desktop.render.structure import Element
from tests.desktop.render_example import EXAMPLE

SENTENCE = "Woorden die samen een regel vullen, en dan nog een paar. "


def _paragraph(count: int) -> Paragraph:
    return Paragraph((Text(SENTENCE * count),))


COUNT = st.integers(1, 14)
TOLD = st.one_of(
    st.builds(_paragraph, COUNT),
    st.builds(lambda count: Facts(tuple((f"Feit {number}", SENTENCE * 2) for number in range(count))), COUNT),
    st.builds(lambda count: Items(tuple(_paragraph(1) for _ in range(count))), COUNT),
    st.builds(lambda count: Table("Tabel", ("A", "B"), (("a", SENTENCE),) * count), COUNT),
    st.builds(lambda count: Callout("note", "Let op", (Text(SENTENCE * count),)), COUNT),
)
SECTION = st.tuples(st.booleans(), st.lists(TOLD, min_size=1, max_size=4))


def _blocks(sections: list[tuple[bool, list[Block]]]) -> tuple[Block, ...]:
    out: list[Block] = []
    for number, (deeper, told) in enumerate(sections):
        out.append(Heading(f"Kop {number}", code=str(number)))
        out += [Heading(f"Onderkop {number}", level=2)] if deeper else []
        out += told
    return tuple(out)


def _all_lines(piece: Piece) -> Iterator[Lines]:
    if isinstance(piece, Lines):
        yield piece
    elif isinstance(piece, Stack):
        for part in piece.parts:
            yield from _all_lines(part)
    elif isinstance(piece, Row):
        for _, cell in piece.cells:
            yield from _all_lines(cell)
    elif isinstance(piece, Box):
        yield from _all_lines(piece.inside)


@settings(max_examples=60, deadline=None)
@given(sections=st.lists(SECTION, min_size=3, max_size=9), foot=st.integers(0, 400))
def test_no_page_ends_in_a_heading_and_no_line_stands_alone(
    sections: list[tuple[bool, list[Block]]], foot: int
) -> None:
    document = replace(EXAMPLE, blocks=_blocks(sections))
    pieces = sheet(document, Desk(s.PROVIDER, Element("Document"), notes=True))
    whole = {id(lines.element): len(lines.lines) for piece in pieces for lines in _all_lines(piece)}
    pages = paginate(pieces, foot)
    for number, page in enumerate(pages):
        last = page[-1]
        assert not last.keep and not isinstance(last, Repeated), "a heading, caption or head of a table ends the page"
        assert not (isinstance(last, Lines) and last.bookmark)
        room = s.TOP - s.BOTTOM - (0 if number else foot)
        assert offsets(page)[-1] + last.height <= room + 0.1, "something runs over the foot of the page"
        for lines in (found for piece in page for found in _all_lines(piece)):
            assert len(lines.lines) >= min(2, whole[id(lines.element)])
    assert sum(len(found.lines) for page in pages for piece in page for found in _all_lines(piece)) == sum(
        len(found.lines) for piece in pieces for found in _all_lines(piece)
    ), "a line is lost or told twice"


@settings(max_examples=40, deadline=None)
@given(before=st.integers(0, 60), long=st.integers(1, 9))
def test_a_row_that_reads_as_one_thing_stands_on_one_page(before: int, long: int) -> None:
    """As high as a box that stays whole: else the day of a source opens the next page, far from its words."""
    filler = tuple(_paragraph(1) for _ in range(before))
    table = Table("Tabel", ("A", "B"), (("a", SENTENCE), ("b", SENTENCE * long), ("c", SENTENCE)))
    pieces = sheet(replace(EXAMPLE, blocks=(*filler, table)), Desk(s.PROVIDER, Element("Document"), notes=True))
    rows = [piece for piece in pieces if isinstance(piece, Row) and piece.uncut]
    assert len(rows) == len(table.rows)
    pages = paginate(pieces, 0)
    for row in rows:
        tells = {id(lines.element) for lines in _all_lines(row)}
        on = [page for page in pages if any(id(one.element) in tells for piece in page for one in _all_lines(piece))]
        assert len(on) == 1 or row.height > UNCUT


@settings(max_examples=40, deadline=None)
@given(before=st.integers(0, 60), count=st.integers(2, 40))
def test_no_row_of_a_table_stands_alone_on_a_page(before: int, count: int) -> None:
    """One row under a head at the foot of a page, or under a head that came back, reads as a table that went wrong."""
    filler = tuple(_paragraph(1) for _ in range(before))
    table = Table("Tabel", ("A", "B"), tuple((f"rij {number}", SENTENCE) for number in range(count)))
    pieces = sheet(replace(EXAMPLE, blocks=(*filler, table)), Desk(s.PROVIDER, Element("Document"), notes=True))
    for page in paginate(pieces, 0):
        assert sum(isinstance(piece, Row) and bool(piece.uncut) for piece in page) != 1
