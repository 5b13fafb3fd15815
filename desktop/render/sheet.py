"""A document as pieces of paper: total over the blocks, so that a new one cannot be forgotten here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from casework.handover.blocks import (
    Block,
    Callout,
    Document,
    Facts,
    Goal,
    GoalTrend,
    Heading,
    Items,
    NetworkMap,
    NewPage,
    Paragraph,
    Table,
    Thread,
    Timeline,
    Withheld,
)
from desktop.render import frames, icons, writing
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.desk import Desk, runs, side_by_side
from desktop.render.figure import figures
from desktop.render.lines import lines
from desktop.render.listings import facts, items
from desktop.render.pieces import Piece, row
from desktop.render.spans import run
from desktop.render.tables import table_pieces
from desktop.render.thread import goal, thread

_SHORT = 260
"""Letters: two framed texts that are both shorter share one line; a shorter text that ends in : leads to the next."""
_PAIR_GUTTER = 14.0
_PICTURE = 25.0
"""Wide is the place of a picture beside a heading."""


def sheet(document: Document, desk: Desk) -> list[Piece]:
    """The blocks of a document as pieces, in reading order. Each section is an element of its own."""
    out: list[Piece] = []
    root, blocks = desk.parent, document.blocks
    if writing.has_column(document):
        desk.width = s.WIDTH - writing.COLUMN
    fresh = skip = False
    for number, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        if isinstance(block, NewPage):
            fresh, desk.width = True, s.WIDTH
            continue
        if isinstance(block, Heading) and block.level == 1:
            desk.parent = root.add("Sect")
            desk.narrow = desk.notes and any(map(_noted, _section(blocks, number)))
        follower = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Callout) and isinstance(follower, Callout) and _share(block, follower):
            half = (desk.width - _PAIR_GUTTER) / 2
            pair = [frames.callout(desk, each, half) for each in (block, follower)]
            made: Sequence[Piece] = [side_by_side(desk, pair[0], pair[1], _PAIR_GUTTER)]
            skip = True
        else:
            made = list(_pieces(desk, block))
        if made and _leads_to(block, follower):
            made = [*made[:-1], replace(made[-1], keep=True)]
        out += [replace(made[0], fresh_page=True), *made[1:]] if fresh and made else made
        fresh = fresh and not made
    return out


def _leads_to(block: Block, follower: Block | None) -> bool:
    """Whether a short text says what comes next, and must not be parted from it."""
    if isinstance(block, Thread):
        return isinstance(follower, Facts | Paragraph)
    if isinstance(block, Paragraph):
        length = sum(len(text.text) for text in block.runs)
        return follower is not None and 0 < length < _SHORT and block.runs[-1].text.rstrip().endswith(":")
    return False


def _section(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    """The blocks under the heading at `start`."""
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level == 1:
            return
        yield block


def _noted(block: Block) -> bool:
    """Whether something in the block wants the margin."""
    if isinstance(block, Items):
        return any(map(_noted, block.items))
    return isinstance(block, Paragraph | Facts | Thread) and block.origin is not None and bool(block.origin.words)


def _share(left: Callout, right: Callout) -> bool:
    def length(block: Callout) -> int:
        return len(block.title) + sum(len(text.text) for text in block.runs)

    return "ask" not in (left.kind, right.kind) and max(length(left), length(right)) < _SHORT


def _pieces(desk: Desk, block: Block) -> Iterator[Piece]:
    match block:
        case Heading():
            yield _heading(desk, block)
        case Paragraph():
            yield _paragraph(desk, block)
        case Facts():
            yield from facts(desk, block)
        case Items():
            yield from items(desk, block)
        case Table():
            yield from table_pieces(desk, block)
        case Callout():
            yield frames.callout(desk, block, desk.width)
        case Thread():
            yield thread(desk, block)
        case Goal():
            yield goal(desk, block)
        case Timeline() | NetworkMap() | GoalTrend():
            yield from figures(desk, block)
        case Withheld():
            yield frames.withheld(desk, block)
        case NewPage():
            return
        case _:
            assert_never(block)


def _heading(desk: Desk, block: Heading) -> Piece:
    size = desk.style.section if block.level == 1 else desk.style.part
    element = desk.parent.add("H2" if block.level == 1 else "H3")
    words = [run(block.text, size, "bold")]
    if block.code:
        words = [run(f"{block.code}\u00a0 ", s.Size(size.letters * 0.82, size.line), "bold", s.PRIMARY), *words]
    title = clean(f"{block.code} {block.text}".strip()).replace("\n", " ")
    before = 16.0 if block.level == 1 else 12.0
    aside = _PICTURE if block.topic else 0.0
    told = lines(
        element, words, desk.width - aside, size.line, before=before, after=4, keep=True,
        bookmark=(title, block.level - 1),
    )  # fmt: skip
    if not block.topic:
        return told
    picture = frames.icon(icons.TOPICS[block.topic], s.PRIMARY, size.line)
    return replace(row([(0.0, picture), (aside, told)], desk.width), before=before, after=4, keep=True)


def _paragraph(desk: Desk, block: Paragraph) -> Piece:
    size, owner = desk.style.body, desk.parent

    def make(width: float) -> Piece:
        return lines(
            owner.add("P"), runs(block.runs, size), width, size.line, before=desk.style.gap, after=desk.style.gap
        )

    return desk.with_note(make, block.origin, owner)
