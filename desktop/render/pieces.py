"""What a page is built of: pieces that know their height, where they may be cut, and how to draw themselves.

A piece is made once for one width and never changes; cutting gives two new ones that share their elements, so a
paragraph over two pages stays one paragraph to a reading aid. Lengths are points, y runs upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

Painter: TypeAlias = "Callable[[Pen, float, float, float, float], None]"
"""Draws the ground of a box, as an artifact: pen, left, bottom, width, height."""

UNCUT = 150.0
"""A box or a row of a table up to this height (points) goes to the next page whole: it reads as one thing."""

_TIGHTEST = 0.3
"""Of the distances wanted: below this a page looks crammed."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """`before` and `after` are the distances wanted, of which the greater counts; `keep` stays with the next piece;
    `again` is drawn above the piece, for the eye alone, where the piece opens a page."""

    height: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    fresh_page: bool = False
    again: Piece | None = None

    @property
    def least(self) -> float:
        """The smallest height that a cut can leave at the foot of a page."""
        return self.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """The part that fits in the room and the rest; None where it cannot be cut there."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws the piece, hanging from `top`."""


@dataclass(frozen=True, kw_only=True)
class Stack(Piece):
    """Pieces under each other."""

    parts: tuple[Piece, ...] = ()

    @property
    def least(self) -> float:
        return _least_height(self.parts)

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        fitting, rest = fill(self.parts, room)
        if not fitting or not rest:
            return None
        return replace(stack(fitting), before=self.before), replace(stack(rest), after=self.after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for part, offset in zip(self.parts, offsets(self.parts), strict=True):
            part.draw(pen, x, top - offset)


@dataclass(frozen=True, kw_only=True)
class Row(Piece):
    """Pieces beside each other, each with its offset; a hairline above or below where asked. Up to a height of `uncut`
    it is not cut."""

    cells: tuple[tuple[float, Piece], ...] = ()
    width: float = 0.0
    line_above: str = ""
    line_below: str = ""
    padding: float = 0.0
    uncut: float = 0.0

    @property
    def least(self) -> float:
        if self.height <= self.uncut:
            return self.height
        return max(cell.least for _, cell in self.cells) + 2 * self.padding

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        if self.height <= self.uncut:
            return None
        heads: list[tuple[float, Piece]] = []
        tails: list[tuple[float, Piece]] = []
        for x, cell in self.cells:
            parts = (cell, Piece()) if cell.height <= room - 2 * self.padding else cell.cut(room - 2 * self.padding)
            if parts is None:
                return None
            heads.append((x, parts[0]))
            tails.append((x, parts[1]))
        head = replace(row(heads, self.width, self.padding), before=self.before, line_above=self.line_above)
        tail = row(tails, self.width, self.padding)
        return head, replace(tail, after=self.after, keep=self.keep, again=self.again, line_below=self.line_below)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.line_above:
            pen.hairline(x, top, self.width, self.line_above)
        for offset, cell in self.cells:
            cell.draw(pen, x + offset, top - self.padding)
        if self.line_below:
            pen.hairline(x, top - self.height, self.width, self.line_below)


@dataclass(frozen=True, kw_only=True)
class Box(Piece):
    """A piece on a ground of its own."""

    inside: Piece
    width: float
    padding: float
    paint: Painter

    @property
    def least(self) -> float:
        return self.height if self.height <= UNCUT else self.inside.least + 2 * self.padding

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        parts = None if self.height <= UNCUT else self.inside.cut(room - 2 * self.padding)
        if parts is None:
            return None
        head, tail = (box(part, self.width, self.padding, self.paint) for part in parts)
        return replace(head, before=self.before), replace(tail, after=self.after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            self.paint(pen, x, top - self.height, self.width, self.height)
        self.inside.draw(pen, x + self.padding, top - self.padding)


@dataclass(frozen=True, kw_only=True)
class Sketch(Piece):
    """A drawing of a fixed height; `paint` gets the pen, the left and the top, and tags what it draws."""

    paint: Callable[[Pen, float, float], None]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self.paint(pen, x, top)


@dataclass(frozen=True, kw_only=True)
class Repeated(Piece):
    """A piece drawn once more, for the eye alone: whoever listens has heard it."""

    inside: Piece

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.artifact("Pagination"):
            self.inside.draw(pen, x, top)


def stack(parts: Sequence[Piece]) -> Stack:
    """A stack as high as its parts and the distances between them."""
    height = offsets(parts)[-1] + parts[-1].height if parts else 0.0
    return Stack(parts=tuple(parts), height=height)


def row(cells: Sequence[tuple[float, Piece]], width: float, padding: float = 0.0) -> Row:
    """A row as high as its highest cell."""
    height = max((cell.height for _, cell in cells), default=0.0) + 2 * padding
    return Row(cells=tuple(cells), width=width, padding=padding, height=height)


def box(inside: Piece, width: float, padding: float, paint: Painter) -> Box:
    """A box around a piece that was made for `width - 2 * padding`."""
    return Box(inside=inside, width=width, padding=padding, paint=paint, height=inside.height + 2 * padding)


def offsets(parts: Sequence[Piece]) -> list[float]:
    """How far below the top each part begins; nothing is kept free above the first."""
    out: list[float] = []
    at = 0.0
    for i, part in enumerate(parts):
        at += max(parts[i - 1].after, part.before) if i else 0.0
        out.append(at)
        at += part.height
    return out


def _least_height(parts: Sequence[Piece]) -> float:
    """Of the first part that may end a page, with all that must stay with it."""
    kept = 0
    while kept < len(parts) - 1 and parts[kept].keep:
        kept += 1
    return offsets(parts[: kept + 1])[-1] + parts[kept].least if parts else 0.0


def fill(parts: Sequence[Piece], room: float) -> tuple[list[Piece], list[Piece]]:
    """The parts that fit under each other in the room, the last one cut where it may be, and the rest.

    The first list is empty where nothing fits. A part to keep with the next never ends the first list.
    """
    placed: list[Piece] = []
    used = 0.0
    for i, part in enumerate(parts):
        if part.fresh_page and i:
            return placed, list(parts[i:])
        gap = max(placed[-1].after, part.before) if placed else 0.0
        if used + gap + (_least_height(parts[i:]) if part.keep else part.height) <= room + 0.01:
            placed.append(part)
            used += gap + part.height
            continue
        halves = None if part.keep else part.cut(room - used - gap)
        if halves is not None:
            return [*placed, halves[0]], [halves[1], *parts[i + 1 :]]
        return placed, list(parts[i:])
    return placed, []


def squeezed(parts: Sequence[Piece], room: float) -> list[Piece]:
    """The parts with smaller distances between them if that makes them fit in the room; else as they were."""
    wanted, solid = offsets(parts)[-1] + parts[-1].height, sum(part.height for part in parts)
    if wanted <= room or wanted == solid:
        return list(parts)
    factor = (room - solid) / (wanted - solid)
    if factor < _TIGHTEST:
        return list(parts)
    return [nearer(part, factor) for part in parts]


def nearer(part: Piece, factor: float) -> Piece:
    """The piece with smaller distances before and after it."""
    return replace(part, before=part.before * factor, after=part.after * factor)
