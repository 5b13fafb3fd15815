"""Tables on paper: columns as wide as their words ask, rows that go on over pages, heads that come back for the eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework.handover.blocks import Origin, Table
from desktop.render import fonts
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.desk import Desk, column, holding_on
from desktop.render.lines import lines
from desktop.render.pieces import UNCUT, Piece, Row, row
from desktop.render.spans import GAP, run
from desktop.render.structure import Element

_GAP = 12.0
_PADDING = 4.5
_WIDEST_WORD = 0.3
"""Of the table: longer words are broken rather than squeeze the other columns."""
_FEW = 3
"""Columns: more need the whole width, and tell where a row came from under its first words."""
_TALLEST_HEAD = 120.0
"""A head higher than this (points) is not repeated: it would eat the page."""


def table_pieces(desk: Desk, table: Table) -> list[Piece]:
    """Caption, head and rows. A short row is filled up with empty cells: every row must have as many as the head."""
    noted = desk.notes and any(origin and origin.words for origin in table.origins)
    count = max(1, len(table.head), *(len(row) for row in table.rows)) if table.rows else max(1, len(table.head))
    beside = noted and count <= _FEW
    whole = desk.width - (s.NOTE_COLUMN + s.GUTTER if beside else 0.0)
    grid = _Grid(desk, column_widths((table.head, *table.rows), count, whole, desk.style.small.letters), whole, beside)
    element = desk.parent.add("Table")
    out: list[Piece] = []
    if table.caption.strip():
        out.append(_caption(desk, element, table.caption, whole))
    head = grid.row(element.add("THead").add("TR"), table.head, head=True)
    head = replace(head, keep=True, line_below=s.EDGE, before=0 if out else desk.style.gap + 2)
    out.append(head)
    body = element.add("TBody")
    again = head if head.height <= _TALLEST_HEAD else None
    rows: list[Piece] = []
    for number, texts in enumerate(table.rows):
        origin = table.origins[number] if noted and number < len(table.origins) else None
        made = grid.row(body.add("TR"), texts, origin)
        rows.append(replace(made, again=again, line_below=s.LINE, uncut=UNCUT))
    out += holding_on(rows, desk.style.body.line)
    out[-1] = replace(out[-1], after=desk.style.gap + 4, keep=False)
    return out


def _caption(desk: Desk, table: Element, text: str, width: float) -> Piece:
    size = desk.style.small
    words = [run(text, size, ink=s.QUIET)]
    return lines(table.add("Caption"), words, width, size.line, before=desk.style.gap + 2, after=2, keep=True)


@dataclass(frozen=True)
class _Grid:
    """The columns of one table."""

    desk: Desk
    widths: Sequence[float]
    width: float
    beside: bool

    def row(self, owner: Element, texts: Sequence[str], origin: Origin | None = None, *, head: bool = False) -> Row:
        cells: list[tuple[float, Piece]] = []
        x = 0.0
        for place, wide in enumerate(self.widths):
            if head:
                cell = owner.add("TH", {"O": "Table", "Scope": "Column"})
            else:
                cell = owner.add("TD") if place else owner.add("TH", {"O": "Table", "Scope": "Row"})
            text = texts[place] if place < len(texts) else ""
            words = self._words(cell, text, wide, head=head, strong=not place)
            if not (place or self.beside):
                words = column([words, *self.desk.source_line(origin, cell, wide)])
            cells.append((x, words))
            x += wide + _GAP
        made = row(cells, self.width, _PADDING)
        if not self.beside or origin is None or not origin.words:
            return made
        note = column([Piece(height=_PADDING), self.desk.note(origin, cell)])
        return row([(0.0, made), (self.width + s.GUTTER, note)], self.width)

    def _words(self, cell: Element, text: str, width: float, *, head: bool, strong: bool) -> Piece:
        if not text.strip():
            return Piece()
        size = self.desk.style.small
        if head:
            words = [run(text, size, "semibold", s.QUIET)]
        else:
            first, broken, rest = text.partition("\n")
            words = [run(first, size, "bold" if strong else "regular"), run(broken + rest, size)]
        return lines(cell.add("P"), words, width, size.line)


def column_widths(rows: Sequence[Sequence[str]], count: int, width: float, size: float) -> list[float]:
    """Room for the longest word of each column first; what is left goes where the longest texts are. In points."""
    room = width - _GAP * (count - 1)
    font = fonts.main_font("bold")
    least, wanted = [], []
    for place in range(count):
        texts = [line for each in rows if place < len(each) for line in clean(each[place]).split("\n")]
        longest = max((fonts.width(font, word) for text in texts for word in GAP.split(text)), default=0.0) * size
        whole = max((fonts.width(font, text) for text in texts), default=0.0) * size
        least.append(min(longest + 1, room * _WIDEST_WORD))
        wanted.append(max(least[-1], min(whole + 1, room)))
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    if sum(wanted) <= room:
        spare = (room - sum(wanted)) / count
        return [each + spare for each in wanted]
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, wanted, strict=True)]
