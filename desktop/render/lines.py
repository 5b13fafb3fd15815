"""A paragraph on paper: words broken into lines, drawn as content of one element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desktop.render import fonts
from desktop.render.bidi import visual
from desktop.render.pieces import Piece
from desktop.render.spans import CODE_PADDING, Run, Span, Word, base_level, letters, one_hand, paragraphs, spans, words
from desktop.render.structure import Element

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

BASELINE = 0.84  # of the letter size, below the top of a line set solid
_SHORT = 3.0
"""In letter sizes: a word that does not stand alone on the last line."""
_LEFT_BEHIND = 2  # lines that a page at least shows of a paragraph it begins or ends


class Placed(NamedTuple):
    """A span and how far from the left of the paragraph it is drawn."""

    x: float
    span: Span


Line = tuple[Placed, ...]


@dataclass(frozen=True, kw_only=True)
class Lines(Piece):
    """Lines of one paragraph. `bookmark` is the text and level that the outline shows for a heading."""

    lines: tuple[Line, ...]
    leading: float
    size: float
    element: Element
    bookmark: tuple[str, int] | None = None
    links: dict[str, Element] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max(map(_end, self.lines), default=0.0)

    @property
    def least(self) -> float:
        short = len(self.lines) <= _LEFT_BEHIND + 1
        return self.height if short else _LEFT_BEHIND * self.leading

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        count = min(int((room + 0.01) / self.leading), len(self.lines) - _LEFT_BEHIND)
        if count < _LEFT_BEHIND:
            return None
        head, tail = self.lines[:count], self.lines[count:]
        return (
            replace(self, lines=head, height=count * self.leading, after=0.0, keep=False),
            replace(self, lines=tail, height=len(tail) * self.leading, before=0.0, bookmark=None),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.bookmark:
            pen.bookmark(*self.bookmark, top)
        baseline = top - (self.leading - self.size) / 2 - self.size * BASELINE
        rows = [(baseline - number * self.leading, placed) for number, line in enumerate(self.lines) for placed in line]
        for address, group in groupby(rows, key=lambda pair: pair[1].span.run.address):
            together = list(group)
            element = self._link(address) if address else self.element
            with pen.tagged(element):
                for y, placed in together:
                    _draw(pen, x + placed.x, y, placed.span)
            if address:
                for y, (dx, span) in together:
                    low, high = y - 0.25 * span.run.size, y + 0.9 * span.run.size
                    pen.link(element, (x + dx, low, x + dx + span.width, high), address)

    def _link(self, address: str) -> Element:
        if address not in self.links:
            self.links[address] = self.element.add("Link")
        return self.links[address]


def lines(
    element: Element,
    runs: Sequence[Run],
    width: float,
    leading: float,
    *,
    before: float = 0.0,
    after: float = 0.0,
    keep: bool = False,
    bookmark: tuple[str, int] | None = None,
) -> Piece:
    """The runs broken to the width (points), as content of the element."""
    broken = [line for part in paragraphs(runs) for line in _not_alone(part, width)]
    if not any(broken):
        return Piece(before=before, after=after, keep=keep)
    return Lines(
        lines=tuple(broken),
        leading=leading,
        size=runs[0].size,
        element=element,
        height=len(broken) * leading,
        before=before,
        after=after,
        keep=keep,
        bookmark=bookmark,
    )


def _not_alone(part: list[Run], width: float) -> list[Line]:
    """The lines of a paragraph; where a short word would end it alone, the one before it comes along if it costs no
    line."""
    made = _lines(part, width)
    if len(made) < 2 or base_level(part) or _end(made[-1]) > _SHORT * part[0].size:
        return made
    again = _lines(part, width, together=True)
    return again if len(again) == len(made) else made


def _end(line: Line) -> float:
    return max((placed.x + placed.span.width for placed in line), default=0.0)


def _lines(part: list[Run], width: float, *, together: bool = False) -> list[Line]:
    """`together`: the last two words as one, where one line holds them: else they would be broken inside a word."""
    if simple := _simple(part, width, together=together):
        return simple
    read = words(part)
    if together and len(read) > 1 and (gap := read[-2].gap):
        both = Word((*read[-2].spans, gap, *read[-1].spans), read[-1].gap, read[-1].soft)
        read[-2:] = [both] if both.width <= width else read[-2:]
    return _broken(read, width, base_level(part))


def _simple(part: list[Run], width: float, *, together: bool = False) -> list[Line] | None:
    """What `_broken` gives for words in one hand, nearly all there is, in a fraction of the time. Else None."""
    chunks = one_hand(part[0]) if len(part) == 1 else None
    if not chunks:
        return None
    run, out, text, used, total = part[0], list[Line](), "", 0.0, 0.0
    font = fonts.main_font(run.weight)
    if together and chunks[-2:-1] == [" "]:
        both = "".join(chunks[-3:])
        chunks[-3:] = [both] if fonts.width(font, both) * run.size <= width else chunks[-3:]
    gap = fonts.width(font, " ") * run.size
    for chunk, following in zip(chunks, [*chunks[1:], ""], strict=True):
        if chunk == " ":
            continue
        wide = fonts.width(font, chunk) * run.size
        if wide > width:
            return None
        if text and used + wide > width + 0.01:
            out.append((Placed(0.0, Span(text, font, run, total)),))
            text, used, total = "", 0.0, 0.0
        spaced = following == " "
        text += chunk + following if spaced else chunk
        used += wide + gap if spaced else wide
        total = total + wide + gap if spaced else total + wide
    return [*out, (Placed(0.0, Span(text, font, run, total)),)]


def _broken(read: list[Word], width: float, base: int) -> list[Line]:
    """Fills line after line; a word wider than the line is broken where it must."""
    if not read:
        return [()]
    out: list[Line] = []
    current: list[Word] = []
    used = 0.0
    for whole in read:
        for word in letters(whole) if whole.width > width else [whole]:
            if current and used + word.width > width + 0.01:
                out.append(_line(current, width, base, last=False))
                current, used = [], 0.0
            if current or word.spans:
                current.append(word)
                used += word.width + (word.gap.width if word.gap else 0.0)
    if current:
        out.append(_line(current, width, base, last=True))
    return out or [()]


def _line(read: list[Word], width: float, base: int, *, last: bool) -> Line:
    """The words side by side. The gap that ends a line stays: it keeps the words apart when the text is copied."""
    parts = [part for word in read for part in (*word.spans, *((word.gap,) if word.gap else ()))]
    if last and read[-1].gap:
        parts.pop()
    elif read[-1].soft and not last:
        parts.extend(spans("-", read[-1].spans[-1].run))
    elif read[-1].gap:
        parts[-1] = parts[-1]._replace(level=base)
    joined = _joined(parts)
    at = width - sum(span.width for span in joined) if base % 2 else 0.0
    found = [0.0] * len(joined)
    for number in visual(range(len(joined)), lambda number: joined[number].level):
        found[number] = at
        at += joined[number].width
    return tuple(map(Placed, found, joined))


def _joined(parts: Iterable[Span]) -> list[Span]:
    """Neighbours in the same hand as one span: fewer things to draw, and words that are copied whole."""
    out: list[Span] = []
    for (run, font, plain), group in groupby(parts, key=lambda span: (span.run, span.font, span.plain)):
        together = list(group)
        if plain and len(together) > 1:
            text, width = "".join(span.text for span in together), sum(span.width for span in together)
            out.append(Span(text, font, run, width))
        else:
            out.extend(together)
    return out


def _draw(pen: Pen, x: float, y: float, span: Span) -> None:
    run = span.run
    if span.glyphs:
        with pen.spoken(span.spoken):
            for glyph in span.glyphs:
                pen.words(x + glyph.dx * run.size, y + glyph.dy * run.size, span.font, run.size, run.ink, glyph.char)
                x += glyph.advance * run.size
    elif span.spoken:
        with pen.spoken(span.spoken):
            pen.words(x, y, span.font, run.size, run.ink, span.text)
    elif run.frame:
        pen.stroke(run.ink, 1.0, (2.2, 1.6) if run.frame == "dashed" else ())
        pen.roundRect(x + 0.5, y - 0.36 * run.size, span.width - 1, 1.44 * run.size, 3.2)
        pen.words(x + CODE_PADDING, y, span.font, run.size, run.ink, span.text)
    else:
        pen.words(x, y, span.font, run.size, run.ink, span.text)
