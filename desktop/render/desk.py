"""What every block needs to become pieces: the style, the place in the tree, and the margin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from casework.handover.blocks import Origin, Text
from casework.handover.wording import in_quotes
from desktop.render import style as s
from desktop.render.dates import short_date
from desktop.render.fonts import Weight
from desktop.render.lines import lines
from desktop.render.pieces import Box, Piece, box, row, stack
from desktop.render.spans import Run, run
from desktop.render.structure import Element

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

_INDENT = 7.0
_NOTE_TAG = "Note"


@dataclass
class Desk:
    """Where the next block is made: `parent` is the element it belongs to, `narrow` keeps the margin column free,
    `width` is what a block may take in all: less where parents have a column to write in."""

    style: s.Style
    parent: Element
    notes: bool
    narrow: bool = False
    width: float = s.WIDTH
    noted: int = field(default=0, init=False)

    @property
    def text_width(self) -> float:
        return self.width - s.NOTE_COLUMN - s.GUTTER if self.narrow else self.width

    def with_note(self, make: Callable[[float], Piece], origin: Origin | None, owner: Element) -> Piece:
        """The piece, and in the margin who said it, what kind of statement it is and when.

        The note is an element of its own in `owner`, after what it is about: that is the order it is read in.
        """
        if not (self.notes and origin and origin.words):
            return make(self.text_width)
        width = s.WIDTH - s.NOTE_COLUMN - s.GUTTER
        piece = make(width)
        cells = [(0.0, piece), (width + s.GUTTER, self.note(origin, owner))]
        return replace(row(cells, s.WIDTH), before=piece.before, after=piece.after, keep=piece.keep)

    def note(self, origin: Origin, owner: Element, width: float = s.NOTE_COLUMN) -> Piece:
        """Who, kind and date, one under the other, with a hairline on the left."""
        size = self.style.note
        self.noted += 1
        element = owner.add(_NOTE_TAG, identity=f"herkomst-{self.noted}")
        rest = ", ".join(part for part in (origin.kind, short_date(origin.on)) if part)
        text = "\n".join(part for part in (origin.who, rest) if part)
        words = lines(element, [run(text, size, ink=s.QUIET)], width - _INDENT, size.line)
        return box(row([(_INDENT, words)], width), width, 0, _left_line)

    def source_line(self, origin: Origin | None, owner: Element, width: float) -> list[Piece]:
        """The same in one line, where there is no margin: in a frame or under a goal."""
        if not (self.notes and origin and origin.words):
            return []
        self.noted += 1
        element = owner.add(_NOTE_TAG, identity=f"herkomst-{self.noted}")
        size = self.style.note
        return [lines(element, [run(origin.words, size, ink=s.QUIET)], width, size.line, before=1)]


def runs(texts: Sequence[Text], size: s.Size, ink: str = s.INK) -> list[Run]:
    """The words of a block in one size; own words stand between quotes."""
    out: list[Run] = []
    for text in texts:
        weight: Weight = "bold" if text.strong else "regular"
        if not text.quoted:
            out.append(run(text.text, size, weight, ink))
            continue
        words = in_quotes(text.text)
        out.append(run(words[0], size, weight, ink))
        out.append(run(words[1:-1], size, weight, ink)._replace(apart=True))
        out.append(run(words[-1], size, weight, ink))
    return out


def side_by_side(desk: Desk, left: Piece, right: Piece, gutter: float) -> Piece:
    """Two pieces that share the width, boxes made equally high."""
    height = max(left.height, right.height)
    pair = [replace(piece, height=height) if isinstance(piece, Box) else piece for piece in (left, right)]
    half = (desk.width + gutter) / 2
    return replace(row([(0.0, pair[0]), (half, pair[1])], desk.width), before=left.before, after=left.after)


def column(parts: Sequence[Piece]) -> Piece:
    """Pieces under each other, taking over the distances of the first and the last."""
    made = stack(parts)
    return replace(made, before=parts[0].before, after=parts[-1].after)


def holding_on(pieces: Sequence[Piece], line: float) -> list[Piece]:
    """A list that leaves none of its pieces alone on a page: short ones at both ends hold on to their neighbour."""
    ends = {0, len(pieces) - 2}
    return [
        replace(piece, keep=True) if place in ends and place < len(pieces) - 1 and piece.height < 5 * line else piece
        for place, piece in enumerate(pieces)
    ]


def _left_line(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.stroke(s.LINE, 0.6)
    pen.segments([(x, y + 1, x, y + height - 1)])
