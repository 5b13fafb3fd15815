"""Lists on paper: facts with their labels beside them, and items with a sign or a number before them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from casework.handover.blocks import Facts, Items, Paragraph
from desktop.render import style as s
from desktop.render.desk import Desk, holding_on, runs
from desktop.render.lines import lines
from desktop.render.pieces import Piece, row
from desktop.render.spans import run
from desktop.render.structure import Element

_NUMBER_INDENT, _SIGN_INDENT = 25.0, 14.0
_CLOSE = 2.0
_APART = 6.0
"""Above a list at least: two of them must not read as one."""
_RULED_PADDING = 4.5


def facts(desk: Desk, block: Facts) -> list[Piece]:
    """A row for each pair. To a reading aid it is a list in which every item has its label."""
    listing = desk.parent.add("L", {"O": "List", "ListNumbering": "None"})
    last, apart = len(block.rows) - 1, max(desk.style.gap, _APART)
    out: list[Piece] = []
    for number, (label, text) in enumerate(block.rows):
        item, body = listing.add("LI"), Element("LBody")
        make = partial(_fact, desk.style, item, body, label, text)
        made = desk.with_note(make, None if number else block.origin, body)
        ruled = s.LINE if desk.style.ruled_facts and number else ""
        ruled_row = replace(row([(0.0, made)], desk.width), line_above=ruled)
        before, after = _CLOSE if number else apart, desk.style.gap if number == last else _CLOSE
        out.append(replace(ruled_row, before=before, after=after))
    return holding_on(out, desk.style.body.line)


def _fact(style: s.Style, item: Element, body: Element, label: str, text: str, width: float) -> Piece:
    size, room = style.body, min(style.label_column, width * 0.4)
    cells: list[tuple[float, Piece]] = []
    if label.strip():
        strong = style.ruled_facts
        words = run(label, size, "bold" if strong else "regular", s.INK if strong else s.QUIET)
        cells.append((0.0, lines(item.add("Lbl"), [words], room - 10, size.line)))
    item.kids.append(body)
    if text.strip():
        cells.append((room, lines(body.add("P"), [run(text, size)], width - room, size.line)))
    return row(cells, width, _RULED_PADDING if style.ruled_facts else 0.0)


def items(desk: Desk, block: Items) -> list[Piece]:
    """Each with its number, large, or with a dot."""
    style = desk.style
    listing = desk.parent.add("L", {"O": "List", "ListNumbering": "Decimal" if block.numbered else "Disc"})
    gap = style.gap if block.numbered else style.gap / 2
    out: list[Piece] = []
    for number, entry in enumerate(block.items, 1):
        item = listing.add("LI")
        if block.numbered:
            sign = run(str(number), style.section, "bold", s.PRIMARY)
        else:
            sign = run("•", style.body, "bold", s.PRIMARY)
        indent = _NUMBER_INDENT if block.numbered else _SIGN_INDENT
        mark = lines(item.add("Lbl"), [sign], indent, style.body.line)
        body = item.add("LBody")
        made = desk.with_note(partial(_item, style, mark, body, entry, indent), entry.origin, body)
        out.append(replace(made, before=gap, after=gap))
    return holding_on(out, style.body.line)


def _item(style: s.Style, mark: Piece, body: Element, entry: Paragraph, indent: float, width: float) -> Piece:
    words = runs(entry.runs, style.body)
    text = lines(body.add("P"), words, width - indent, style.body.line) if any(each.text for each in words) else Piece()
    return row([(0.0, mark), (indent, text)], width)
