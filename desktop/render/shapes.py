"""What a drawing is made of, before anybody paints it: the same shapes for paper, for the web and for the screen.

Lengths are units of the width given, x to the right and y downwards. Colours are the roles of the look, so that each
painter brings its own inks. A painter knows these five shapes and nothing of timelines or networks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from desktop.render.geometry import Point

Role = Literal[
    "ink", "ink_quiet", "line", "edge", "surface", "sunken", "primary", "on_primary", "primary_soft", "residence",
    "on_residence", "care", "care_edge", "care_soft", "good",
]  # fmt: skip
"""A role of the look; `residence` is the darkest bar and `on_residence` the words on it."""

LINE = 1.2
"""Of the size of letters: from one line of words to the next."""


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 1.0
    radius: float = 0.0
    dashed: bool = False


@dataclass(frozen=True)
class Path:
    """A line through points, or with `closed` a polygon."""

    points: tuple[Point, ...]
    stroke: Role | None = None
    line: float = 1.0
    fill: Role | None = None
    dashed: bool = False
    closed: bool = False


@dataclass(frozen=True)
class Oval:
    x: float
    y: float
    rx: float
    ry: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 1.0
    dashed: bool = False


@dataclass(frozen=True)
class Words:
    """One line of words; `y` is the middle of its letters, `x` where `anchor` says."""

    x: float
    y: float
    text: str
    ink: Role = "ink"
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"


Shape: TypeAlias = Box | Path | Oval | Words


@dataclass(frozen=True)
class Spot:
    """A part of a drawing that can be walked to: where it is, what it says, and the field it comes from."""

    x: float
    y: float
    width: float
    height: float
    words: str
    path: str


@dataclass
class Picture:
    """A drawing in the making: shapes in the order they are painted, and the spots in the order one walks them."""

    width: float
    height: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def lower(self, by: float, since: int = 0) -> None:
        """Moves the shapes added since then down."""
        self.shapes[since:] = [lowered(shape, by) for shape in self.shapes[since:]]


def lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Path):
        return replace(shape, points=tuple((x, y + by) for x, y in shape.points))
    return replace(shape, y=shape.y + by)


@dataclass(frozen=True)
class Hand:
    """How the painter writes: how large one unit of the design is here, and how wide words get (text, bold)."""

    unit: float
    measure: Callable[[str, bool], float]
    letters: float = 13.0
    """The size of letters in units of the design; nothing on screen is smaller."""

    @property
    def size(self) -> float:
        return self.letters * self.unit

    @property
    def line(self) -> float:
        """From one line of words to the next."""
        return self.size * LINE

    def wrapped(self, text: str, width: float, bold: bool = False) -> list[str]:
        """The text in lines that fit in the width; a word wider than that is broken."""
        lines: list[str] = []
        for word in text.split():
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(joined, bold) <= width:
                lines[-1] = joined
                continue
            pieces = self._broken(word, width, bold)
            lines.extend(pieces)
        return lines

    def _broken(self, word: str, width: float, bold: bool) -> list[str]:
        if self.measure(word, bold) <= width:
            return [word]
        out = [""]
        for letter in word:
            if out[-1] and self.measure(out[-1] + letter, bold) > width:
                out.append("")
            out[-1] += letter
        return out

    def widest(self, lines: Sequence[str], bold: bool = False) -> float:
        return max((self.measure(line, bold) for line in lines), default=0.0)


class Rows:
    """Rows in which things stand beside each other without touching: the first row with room takes a thing."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._taken: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def free(self, row: int, low: float, high: float) -> bool:
        if row >= len(self._taken):
            return True
        return all(high + self._gap <= start or end + self._gap <= low for start, end in self._taken[row])

    def take(self, row: int, low: float, high: float) -> None:
        while row >= len(self._taken):
            self._taken.append([])
        self._taken[row].append((low, high))
