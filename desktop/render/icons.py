"""The shipped icons on paper: the same SVG files as on the screen, drawn as vectors. For the eye only.

Knows what these files hold: paths, lines, circles, rectangles and polylines on a grid of 24.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree

from casework.handover.blocks import Topic
from desktop.render.geometry import Point

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

GRID = 24.0
_TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


class Step(NamedTuple):
    """Move, line, curve or close, with its points on the grid; y runs downwards as in the file."""

    kind: str
    points: tuple[Point, ...]


class Shape(NamedTuple):
    steps: tuple[Step, ...]
    filled: bool
    stroke: float


@cache
def icon(name: str) -> tuple[Shape, ...]:
    """The shapes of resources/icons/<name>.svg."""
    root = ElementTree.fromstring((files("resources") / "icons" / f"{name}.svg").read_bytes())
    default = float(root.get("stroke-width", "2"))
    return tuple(
        Shape(tuple(_steps(node)), node.get("fill") == "currentColor", float(node.get("stroke-width", default)))
        for node in root
    )


TOPICS: Final[Mapping[Topic, str]] = MappingProxyType(
    {
        "question": "message-circle",
        "plan": "footprints",
        "who": "users",
        "when": "calendar",
        "disagree": "message-square-more",
        "rights": "scale",
    }
)
"""The picture beside a heading that families read."""


def draw(pen: Pen, name: str, x: float, y: float, size: float, ink: str) -> None:
    """The icon with its lower left corner at x, y, `size` points wide. Call within an artifact."""
    scale = size / GRID
    pen.saveState()
    pen.setLineCap(1)
    pen.setLineJoin(1)
    for shape in icon(name):
        pen.stroke(ink, shape.stroke * scale)
        pen.fill(ink)
        path = pen.beginPath()
        for step in shape.steps:
            flat = [part for px, py in step.points for part in (x + px * scale, y + size - py * scale)]
            match step.kind:
                case "M":
                    path.moveTo(*flat)
                case "L":
                    path.lineTo(*flat)
                case "C":
                    path.curveTo(*flat)
                case _:
                    path.close()
        pen.drawPath(path, stroke=1, fill=int(shape.filled))
    pen.restoreState()


def _steps(node: ElementTree.Element) -> Iterator[Step]:
    def number(key: str) -> float:
        return float(node.get(key, "0"))

    match node.tag.rpartition("}")[2]:
        case "path":
            yield from _path(node.get("d", ""))
        case "line":
            yield from (Step("M", ((number("x1"), number("y1")),)), Step("L", ((number("x2"), number("y2")),)))
        case "polyline":
            yield from _path("M" + node.get("points", ""))
        case "circle":
            x, y, r = number("cx"), number("cy"), number("r")
            yield from _path(f"M{x - r} {y}a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1 {-2 * r} 0z")
        case "rect":
            x, y, w, h, r = (number(key) for key in ("x", "y", "width", "height", "rx"))
            corners = f"a{r} {r} 0 0 1 {r} {r}", f"a{r} {r} 0 0 1 {-r} {r}", f"a{r} {r} 0 0 1 {-r} {-r}"
            w, h = w - 2 * r, h - 2 * r
            yield from _path(
                f"M{x + r} {y}h{w}{corners[0]}v{h}{corners[1]}h{-w}{corners[2]}v{-h}a{r} {r} 0 0 1 {r} {-r}z"
            )
        case other:
            raise ValueError(f"an icon with <{other}> cannot be drawn")


def _path(data: str) -> Iterator[Step]:
    """SVG path data as absolute moves, lines and cubic curves."""
    command = ""
    numbers: list[float] = []
    here = start = (0.0, 0.0)
    for letter, figure in _tokens(data):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(figure))
        kind = command.upper()
        if len(numbers) < _ARITY[kind]:
            continue
        ox, oy = here if command.islower() else (0.0, 0.0)
        points = [(ox + x, oy + y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        match kind:
            case "M":
                here = start = points[0]
                yield Step("M", (here,))
                command = "l" if command == "m" else "L"
            case "L" | "H" | "V":
                flat = {"H": (ox + numbers[0], here[1]), "V": (here[0], oy + numbers[0])}
                here = flat[kind] if kind in flat else points[0]
                yield Step("L", (here,))
            case "C":
                here = points[2]
                yield Step("C", tuple(points))
            case "Q":
                yield Step("C", (_between(here, points[0]), _between(points[1], points[0]), points[1]))
                here = points[1]
            case "A":
                end = (ox + numbers[5], oy + numbers[6])
                yield from _arc(here, end, numbers[0], large=bool(numbers[3]), sweep=bool(numbers[4]))
                here = end
            case "Z":
                here = start
                yield Step("Z", ())
        numbers = []


def _tokens(data: str) -> Iterator[tuple[str, str]]:
    """Letters and numbers; the two flags of an arc may be written without a space after them."""
    at, count, command = 0, 0, ""
    while found := _TOKEN.search(data, at):
        letter, figure = found.groups()
        at = found.end()
        if letter:
            command, count = letter.upper(), 0
        else:
            if command == "A" and count % 7 in (3, 4):
                figure, at = figure[0], found.start() + 1
            count += 1
        yield letter or "", figure or ""


def _between(a: Point, b: Point) -> Point:
    return a[0] + (b[0] - a[0]) * 2 / 3, a[1] + (b[1] - a[1]) * 2 / 3


def _arc(start: Point, end: Point, radius: float, *, large: bool, sweep: bool) -> Iterator[Step]:
    """A part of a circle as cubic curves of at most a quarter."""
    chord = math.dist(start, end)
    if chord == 0:
        return
    radius = max(radius, chord / 2)
    away = math.sqrt(max(0.0, radius**2 - chord**2 / 4)) * (1 if large != sweep else -1)
    cx = (start[0] + end[0]) / 2 - away * (end[1] - start[1]) / chord
    cy = (start[1] + end[1]) / 2 + away * (end[0] - start[0]) / chord
    first = math.atan2(start[1] - cy, start[0] - cx)
    turn = (math.atan2(end[1] - cy, end[0] - cx) - first) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    angle = turn / parts
    pull = 4 / 3 * math.tan(angle / 4) * radius
    for number in range(parts):
        a, b = first + number * angle, first + (number + 1) * angle
        p0, p3 = ((cx + radius * math.cos(t), cy + radius * math.sin(t)) for t in (a, b))
        yield Step(
            "C",
            (
                (p0[0] - pull * math.sin(a), p0[1] + pull * math.cos(a)),
                (p3[0] + pull * math.sin(b), p3[1] - pull * math.cos(b)),
                p3,
            ),
        )
