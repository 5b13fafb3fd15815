"""A document as pieces of paper: total over the blocks, so that a new one cannot be forgotten here."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from typing_extensions import assert_never

from casework.handover.blocks import (
    Block,
    Callout,
    Document,
    Facts,
    Goal,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Table,
    Thread,
    Withheld,
)
from desktop.render import frames
from desktop.render import style as s
from desktop.render.characters import clean, quoted
from desktop.render.desk import Desk, column, runs, side_by_side
from desktop.render.gauge import WIDTH as GAUGE_WIDTH
from desktop.render.gauge import goal_alternative, goal_figure
from desktop.render.lines import lines
from desktop.render.pieces import Piece, row
from desktop.render.spans import code, run
from desktop.render.structure import Element
from desktop.render.tables import table_pieces

_SHORT = 260
"""Letters: two framed texts that are both shorter share one line."""
_PAIR_GUTTER = 14.0


def sheet(document: Document, desk: Desk) -> list[Piece]:
    """The blocks of a document as pieces, in reading order. Each section is an element of its own."""
    out: list[Piece] = []
    root, blocks = desk.parent, document.blocks
    fresh = skip = False
    for number, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        if isinstance(block, NewPage):
            fresh = True
            continue
        if isinstance(block, Heading) and block.level == 1:
            desk.parent = root.add("Sect")
            desk.narrow = desk.notes and any(map(_noted, _section(blocks, number)))
        follower = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Callout) and isinstance(follower, Callout) and _share(block, follower):
            half = (s.WIDTH - _PAIR_GUTTER) / 2
            pair = [frames.callout(desk, each, half) for each in (block, follower)]
            made: Sequence[Piece] = [side_by_side(pair[0], pair[1], _PAIR_GUTTER)]
            skip = True
        else:
            made = list(_pieces(desk, block))
        out += [replace(made[0], fresh_page=True), *made[1:]] if fresh and made else made
        fresh = fresh and not made
    return out


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
            yield from _facts(desk, block)
        case Items():
            yield from _items(desk, block)
        case Table():
            yield from table_pieces(desk, block)
        case Callout():
            yield frames.callout(desk, block)
        case Thread():
            yield _thread(desk, block)
        case Goal():
            yield _goal(desk, block)
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
        words = [run(f"{block.code}  ", s.Size(size.letters * 0.82, size.line), "bold", s.PRIMARY), *words]
    title = clean(f"{block.code} {block.text}".strip()).replace("\n", " ")
    before = 20.0 if block.level == 1 else 12.0
    return lines(
        element, words, s.WIDTH, size.line, before=before, after=4, keep=True, bookmark=(title, block.level - 1)
    )


def _paragraph(desk: Desk, block: Paragraph) -> Piece:
    size, owner = desk.style.body, desk.parent

    def make(width: float) -> Piece:
        return lines(
            owner.add("P"), runs(block.runs, size), width, size.line, before=desk.style.gap, after=desk.style.gap
        )

    return desk.with_note(make, block.origin, owner)


def _facts(desk: Desk, block: Facts) -> Iterator[Piece]:
    """Label and words beside each other: a list whose labels are the labels."""
    style = desk.style
    size = style.body
    listing = desk.parent.add("L", {"O": "List", "ListNumbering": "None"})
    for number, (label, text) in enumerate(block.rows):
        item = listing.add("LI")

        def make(width: float, label: str = label, text: str = text, item: Element = item) -> Piece:
            weight, ink = ("bold", s.INK) if style.ruled_facts else ("regular", s.QUIET)
            room = min(style.label_column, width * 0.4)
            cells: list[tuple[float, Piece]] = []
            if label.strip():
                words = run(label, size, "bold" if weight == "bold" else "regular", ink)
                cells.append((0.0, lines(item.add("Lbl"), [words], room - 10, size.line)))
            cells.append((room, lines(item.add("LBody"), [run(text, size)], width - room, size.line)))
            made = row(cells, width, 4.5 if style.ruled_facts else 0.0)
            edge = style.gap if number in (0, len(block.rows) - 1) else 2.0
            return replace(made, before=edge if number == 0 else 2.0, after=edge if number else 2.0,
                           line_above=s.LINE if style.ruled_facts and number else "")

        yield desk.with_note(make, block.origin if number == 0 else None, item)


def _items(desk: Desk, block: Items) -> Iterator[Piece]:
    style = desk.style
    size = style.body
    numbering = "Decimal" if block.numbered else "Disc"
    listing = desk.parent.add("L", {"O": "List", "ListNumbering": numbering})
    for number, entry in enumerate(block.items, 1):
        item = listing.add("LI")
        mark, body = item.add("Lbl"), item.add("LBody")
        sign = run(str(number), style.section, "bold", s.PRIMARY) if block.numbered else run("•", size, "bold", s.PRIMARY)
        indent = 25.0 if block.numbered else 14.0

        def make(
            width: float,
            sign_piece: Piece = lines(mark, [sign], indent, size.line),
            indent: float = indent,
            entry: Paragraph = entry,
            body: Element = body,
        ) -> Piece:
            words = lines(body.add("P"), runs(entry.runs, size), width - indent, size.line)
            made = row([(0.0, sign_piece), (indent, words)], width)
            return replace(made, before=style.gap if block.numbered else 3, after=style.gap if block.numbered else 3)

        yield desk.with_note(make, entry.origin, body)


def _thread(desk: Desk, block: Thread) -> Piece:
    """The framed code, the words, the codes it belongs to, and in words what is not tied up."""
    size, owner = desk.style.body, desk.parent

    def make(width: float) -> Piece:
        element = owner.add("P")
        ink = s.CARE if block.loose else s.PRIMARY
        sign = lines(element, [code(block.code, size, ink, loose=bool(block.loose))], s.CODE_COLUMN, size.line)
        words = [run(block.text, size)]
        for number, other in enumerate(block.belongs_to):
            words += [run(" voor " if not number else " ", size), code(other, size, s.PRIMARY)]
        parts = [lines(element, words, width - s.CODE_COLUMN, size.line + 1)]
        if block.loose:
            loose = run(f"Los eind: {_after_loose(block.loose)}", size, "bold", s.CARE)
            parts.append(lines(owner.add("P"), [loose], width - s.CODE_COLUMN, size.line))
        made = row([(0.0, sign), (s.CODE_COLUMN, column(parts))], width)
        return replace(made, before=desk.style.gap, after=desk.style.gap)

    return desk.with_note(make, block.origin, owner)


def _after_loose(text: str) -> str:
    return text.strip().removeprefix("Los eind:").removeprefix("los eind:").strip()


def _goal(desk: Desk, block: Goal) -> Piece:
    """The owner's words, how it is measured, and the gauge."""
    style, owner = desk.style, desk.parent
    width = s.WIDTH - s.CODE_COLUMN - GAUGE_WIDTH - 16
    element = owner.add("P")
    sign = lines(element, [code(block.code, style.strong, s.PRIMARY)], s.CODE_COLUMN, style.strong.line)
    parts = [lines(element, [run(quoted(block.words), style.strong, "bold")], width, style.strong.line, keep=True)]
    if details := goal_details(block):
        parts.append(lines(owner.add("P"), [run(details, style.small, ink=s.QUIET)], width, style.small.line, before=2))
    parts += desk.source_line(block.origin, owner, width)
    figure = goal_figure(owner.add("Figure", alternative=goal_alternative(block)), block)
    cells = [(0.0, sign), (s.CODE_COLUMN, column(parts)), (s.WIDTH - GAUGE_WIDTH, figure)]
    return replace(row(cells, s.WIDTH, 7), before=style.gap, after=0, line_above=s.LINE)


def goal_details(goal: Goal) -> str:
    """How it is measured, whose goal it is, and by when, as one line."""
    told = [goal.measured_by.strip().rstrip(".")]
    told += [f"{label}: {words.strip()}" for label, words in (("Eigenaar", goal.owner), ("Uiterlijk", goal.by))
             if words.strip()]
    return ". ".join(part for part in told if part)


