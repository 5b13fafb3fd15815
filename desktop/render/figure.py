"""A picture on paper: a vector figure with a text alternative and its place on the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from casework.handover.blocks import GoalTrend, NetworkMap, Timeline
from casework.handover.picture_words import network_words, timeline_words, trend_words
from casework.handover.timeline import parts_of
from desktop.render import fonts
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.desk import Desk
from desktop.render.lines import Lines, lines
from desktop.render.network_geometry import network_picture
from desktop.render.pieces import Piece, Sketch
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Shape, Words
from desktop.render.spans import Run
from desktop.render.structure import Element
from desktop.render.timeline_geometry import timeline_picture
from desktop.render.trend_geometry import trend_picture

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

_UNIT = 0.7
"""Points: 13 units of letters are 9.1 points on paper."""

_MAP_WIDTH = 470.0
_TREND_WIDTH = 440.0
_HIGHEST = s.TOP - s.BOTTOM - 60
"""Of a drawing: a page less the heading it stands under."""

_DASHES = (2.8, 2.0)
_WEIGHTS: Final[dict[bool, fonts.Weight]] = {False: "regular", True: "semibold"}
_ENDLESS = 100_000.0
_ROOM = 0.1
"""Points beside a line, so that rounding breaks none."""


def _line(words: str, bold: bool, ink: Role = "ink") -> Lines | None:
    """One line of words in whatever letters it has, as wide as they are; None where nothing is to be seen."""
    run = Run(words, HAND.size, _WEIGHTS[bold], s.ROLES[ink])
    made = lines(Element("Span"), [run], _ENDLESS, HAND.size)
    if not isinstance(made, Lines):
        return None
    left = min(placed.x for placed in made.lines[0])
    if left:  # words that run to the left stand at the right of their room
        made = lines(Element("Span"), [run], _ENDLESS - left + _ROOM, HAND.size)
    return made if isinstance(made, Lines) else None


def _measure(words: str, bold: bool) -> float:
    font = fonts.main_font(_WEIGHTS[bold])
    if fonts.covered(font).issuperset(words):  # nearly always, and many times faster
        return fonts.width(font, words) * HAND.size
    made = _line(words, bold)
    return made.width if made else 0.0


HAND: Final = Hand(_UNIT, _measure)


def figures(desk: Desk, block: Timeline | NetworkMap | GoalTrend) -> Iterator[Piece]:
    """A drawing as one piece; a life too full for one page as one for each stretch of it."""
    if isinstance(block, NetworkMap):
        yield _figure(desk, network_picture(block, min(s.WIDTH, _MAP_WIDTH), HAND), network_words(block))
        return
    if isinstance(block, GoalTrend):
        yield _figure(desk, trend_picture(block, min(s.WIDTH, _TREND_WIDTH), HAND), trend_words(block))
        return
    parts, pictures = _fitting(block)
    for part, picture in zip(parts, pictures, strict=True):
        yield _figure(desk, picture, timeline_words(part))


def _fitting(timeline: Timeline) -> tuple[Sequence[Timeline], list[Picture]]:
    """The line in as few stretches as have each of them fit on a page."""
    most = len(timeline.bars) + len(timeline.events)
    parts: Sequence[Timeline] = (timeline,)
    count = 1
    while True:
        pictures = [timeline_picture(part, s.WIDTH, HAND) for part in parts]
        highest = max(picture.height for picture in pictures)
        if highest <= _HIGHEST or count >= most:
            return parts, pictures
        count = min(max(count + 1, math.ceil(count * highest / _HIGHEST)), most)
        parts = parts_of(timeline, count)


def _figure(desk: Desk, picture: Picture, words: Sequence[str]) -> Piece:
    """The picture as one piece, with its words for who cannot see it."""
    element = desk.parent.add("Figure", alternative=clean(" ".join(words)))

    def paint(pen: Pen, x: float, top: float) -> None:
        if not element.kids:
            box = (x, top - picture.height, x + picture.width, top)
            element.attributes |= {"O": "Layout", "Placement": "Block", "BBox": box}
        with pen.tagged(element):
            for shape in picture.shapes:
                _draw(pen, shape, x, top)

    gap = desk.style.gap + 4
    return Sketch(height=picture.height, paint=paint, before=gap, after=gap)


def _draw(pen: Pen, shape: Shape, x: float, top: float) -> None:
    if isinstance(shape, Words):
        made = _line(shape.text, shape.bold, shape.ink)
        if made is not None:
            left = {"start": 0.0, "middle": made.width / 2, "end": made.width}[shape.anchor]
            made.draw(pen, x + shape.x - left, top - shape.y + made.leading / 2)
        return
    fill, stroke = int(shape.fill is not None), int(shape.stroke is not None)
    if shape.fill:
        pen.fill(s.ROLES[shape.fill])
    if shape.stroke:
        pen.stroke(s.ROLES[shape.stroke], shape.line, _DASHES if shape.dashed else ())
    if isinstance(shape, Box):
        low = top - shape.y - shape.height
        if shape.radius:
            pen.roundRect(x + shape.x, low, shape.width, shape.height, shape.radius, stroke=stroke, fill=fill)
        else:
            pen.rect(x + shape.x, low, shape.width, shape.height, stroke=stroke, fill=fill)
    elif isinstance(shape, Oval):
        left, low = x + shape.x - shape.rx, top - shape.y - shape.ry
        pen.ellipse(left, low, left + 2 * shape.rx, low + 2 * shape.ry, stroke=stroke, fill=fill)
    else:
        _path(pen, shape, x, top)


def _path(pen: Pen, shape: Path, x: float, top: float) -> None:
    path = pen.beginPath()
    (first_x, first_y), *rest = shape.points
    path.moveTo(x + first_x, top - first_y)
    for px, py in rest:
        path.lineTo(x + px, top - py)
    if shape.closed:
        path.close()
    pen.drawPath(path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None))
