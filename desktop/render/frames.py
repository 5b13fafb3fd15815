"""Blocks in a frame: what is asked, how safe it is, a date to meet, what is open, and what is held back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from casework.handover.blocks import Callout, Withheld
from casework.handover.wording import withheld_words
from desktop.render import icons
from desktop.render import style as s
from desktop.render.desk import Desk, column, runs
from desktop.render.geometry import hatching
from desktop.render.lines import lines
from desktop.render.pieces import Painter, Piece, Sketch, box, row
from desktop.render.spans import run

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

_PADDING = 10.0
_ASK_PADDING = 10.0
_ICON = 17.0
_ICON_COLUMN = 27.0
_RADIUS = 6.0
_HATCHING = 9.0


class _Look(NamedTuple):
    icon: str
    ink: str
    dashed: bool = False


_LOOKS = {
    "safe": _Look("shield-check", s.GOOD),
    "care": _Look("triangle-alert", s.CARE_EDGE),
    "stop": _Look("octagon-x", s.STOP),
    "meet": _Look("calendar", s.EDGE),
    "open": _Look("circle-question-mark", s.EDGE, dashed=True),
    "note": _Look("info", s.EDGE),
}


def callout(desk: Desk, block: Callout, width: float = s.WIDTH) -> Piece:
    """The title strong, the words under it, an icon that says the same as the title."""
    if block.kind == "ask":
        return _ask(desk, block)
    style, look = desk.style, _LOOKS[block.kind]
    inner = width - 2 * _PADDING - _ICON_COLUMN
    owner = desk.parent.add("Div")
    parts = [lines(owner.add("P"), [run(block.title, style.strong, "bold")], inner, style.strong.line, keep=True)]
    if block.runs:
        parts.append(lines(owner.add("P"), runs(block.runs, style.small), inner, style.small.line, before=1))
    parts += desk.source_line(block.origin, owner, inner)
    ink = s.HOUSE if look.ink == s.EDGE else look.ink
    inside = row([(0.0, icon(look.icon, ink, style.strong.line)), (_ICON_COLUMN, column(parts))], width - 2 * _PADDING)
    made = box(inside, width, _PADDING, _frame(look.ink, dashed=look.dashed))
    return replace(made, before=style.gap + 4, after=style.gap + 4)


def _ask(desk: Desk, block: Callout) -> Piece:
    style, inner = desk.style, s.WIDTH - 2 * _ASK_PADDING
    owner = desk.parent.add("Div")
    title = [run(block.title, style.small, ink=s.QUIET)]
    strong = [each._replace(weight="bold") for each in runs(block.runs, style.ask)]
    parts = [lines(owner.add("P"), title, inner, style.small.line, after=2, keep=True)] if block.title.strip() else []
    parts.append(lines(owner.add("P"), strong, inner, style.ask.line))
    parts += desk.source_line(block.origin, owner, inner)
    return replace(box(column(parts), s.WIDTH, _ASK_PADDING, _soft), before=style.gap + 4, after=style.gap + 4)


def withheld(desk: Desk, block: Withheld) -> Piece:
    """What is held back and why, on hatching within a dashed line: seen to be there, not to be read."""
    size = desk.style.body
    inner = s.WIDTH - 2 * _PADDING - _ICON_COLUMN
    what, why = withheld_words(block)
    words = lines(desk.parent.add("P"), [run(f"{what} ", size, "bold"), run(why, size)], inner, size.line)
    inside = row([(0.0, icon("eye-off", s.HOUSE, size.line)), (_ICON_COLUMN, words)], s.WIDTH - 2 * _PADDING)
    return replace(box(inside, s.WIDTH, _PADDING, _hatched), before=desk.style.gap + 2, after=desk.style.gap + 2)


def icon(name: str, ink: str, line: float) -> Piece:
    """An icon standing on the middle of a first line of this height. For the eye only."""

    def paint(pen: Pen, x: float, top: float) -> None:
        with pen.artifact():
            icons.draw(pen, name, x, top - line / 2 - _ICON / 2, _ICON, ink)

    return Sketch(height=line, paint=paint)


def _frame(ink: str, *, dashed: bool = False) -> Painter:
    def paint(pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.stroke(ink, 1.2, (4, 2.5) if dashed else ())
        pen.roundRect(x + 0.6, y + 0.6, width - 1.2, height - 1.2, _RADIUS)

    return paint


def _soft(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.fill(s.PRIMARY_SOFT)
    pen.roundRect(x, y, width, height, _RADIUS, stroke=0, fill=1)


def _hatched(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.saveState()
    inside = pen.beginPath()
    inside.roundRect(x, y, width, height, _RADIUS)
    pen.clipPath(inside, stroke=0, fill=0)
    pen.stroke(s.SUNKEN, 4)
    pen.segments((x + x1, y + y1, x + x2, y + y2) for (x1, y1), (x2, y2) in hatching(width, height, _HATCHING))
    pen.restoreState()
    _frame(s.EDGE, dashed=True)(pen, x, y, width, height)
