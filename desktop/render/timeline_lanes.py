"""Help in lanes: which bars stand beside each other, where their words go, and the arcs of a chain after a crisis."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from casework.handover.blocks import HelpBar, Timeline
from casework.handover.picture_words import after_words, bar_words
from casework.handover.timeline import last_day
from desktop.render.geometry import triangle
from desktop.render.shapes import Box, Hand, Path, Picture, Rows, Spot, Words
from desktop.render.timeline_axis import Axis
from desktop.render.timeline_marks import SIGN, draw_bar, draw_sign, ink_on, left_of_words, sign_of

_BAR, _GAP, _LEAST = 30.0, 8.0, 9.0
_APART = 2.0
_CARRIES = 60.0
"""A bar of less never carries words: they stand beside it."""

_LABEL, _BESIDE, _PADDING = 168.0, 6.0, 9.0
_SIGN_ROOM = 2 * SIGN + 6
_ARC, _ARC_HEIGHT = 24.0, 18.0


class _Label(NamedTuple):
    """Words of a bar: on which side, in which lines, and the stretch that bar and words take up together."""

    side: Literal["inside", "right", "left"]
    lines: list[str]
    low: float
    high: float


class _Arc(NamedTuple):
    """From the end of what went before to the bar that followed, and the stretch it takes in the lane above."""

    low: float
    high: float
    words: str
    first: float
    last: float


class _Placed(NamedTuple):
    bar: HelpBar
    x: float
    width: float
    label: _Label
    lane: int
    arc: _Arc | None


@dataclass(frozen=True)
class Lanes:
    """All bars placed. Lane 0 lies nearest to the line of the life; `height` is of all lanes together."""

    axis: Axis
    bars: tuple[_Placed, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        return sum(self.heights) + _GAP * self.axis.hand.unit * max(len(self.heights) - 1, 0)

    def middle(self, lane: int, low: float) -> float:
        """The middle of a lane where the lowest one ends at `low`."""
        return low - sum(self.heights[:lane]) - _GAP * self.axis.hand.unit * lane - self.heights[lane] / 2


def place(axis: Axis, timeline: Timeline) -> Lanes:
    """Chains first, so that they lie together on the line; the others in the order of time."""
    hand, rows = axis.hand, Rows(_APART * axis.hand.unit)
    chained = [bar for bar in timeline.bars if bar.level == "crisis" or bar.after is not None]
    placed: list[_Placed] = []
    for bar in [*chained, *(bar for bar in timeline.bars if bar not in chained)]:
        x = axis.x(bar.start)
        width = max(axis.x(last_day(bar, timeline.today)) - x, _LEAST * hand.unit)
        right = axis.right if bar.state == "proposed" else axis.x(timeline.today)  # no words through the line of today
        labels = list(_labels(axis, bar, x, width, right - 6 * hand.unit))
        arc = None if bar.after is None else _arc(axis, bar.after, bar.start, x, width)
        lane, label = next(
            (lane, label)
            for lane in range(len(rows) + 1)
            for label in labels
            if rows.free(lane, label.low, label.high) and (arc is None or rows.free(lane + 1, arc.first, arc.last))
        )
        rows.take(lane, label.low, label.high)
        placed.append(_Placed(bar, x, width, label, lane, arc))
        if arc is not None:
            rows.take(lane + 1, arc.first, arc.last)
    heights = tuple(_height(axis, [one for one in placed if one.lane == lane]) for lane in range(len(rows)))
    return Lanes(axis, tuple(placed), heights)


def _height(axis: Axis, bars: Sequence[_Placed]) -> float:
    """Of a lane: its bars, and the words in or beside them."""
    hand = axis.hand
    words = [len(one.label.lines) * hand.line + (8 * hand.unit if one.label.side == "inside" else 0) for one in bars]
    return max([_BAR * hand.unit, *words])


def _labels(axis: Axis, bar: HelpBar, x: float, width: float, right: float) -> Iterator[_Label]:
    """Where the words may go, the best place first; the last one always fits."""
    hand, u = axis.hand, axis.hand.unit
    end, beside = x + width, _BESIDE * u
    room = width - (left_of_words(bar) + _PADDING + (_SIGN_ROOM if sign_of(bar) else 0)) * u
    carries = width >= _CARRIES * u and bar.level != "crisis"
    carries = carries and all(hand.measure(word, True) <= room for word in bar.name.split())
    inside = hand.wrapped(bar.name, room, True) if carries else []
    if 0 < len(inside) <= 2:
        yield _Label("inside", inside, x, end)
    longest = hand.widest(bar.name.split())
    lines = hand.wrapped(bar.name, min(_LABEL * u, max((right - axis.left) / 2, longest)))
    long = hand.widest(lines)
    to_right, to_left = end + beside + long, x - beside - long
    fitting = [_Label("right", lines, x, to_right + beside)] if to_right <= right else []
    fitting += [_Label("left", lines, to_left - beside, end)] if to_left >= axis.left else []
    # The words of a crisis stand before it, so that what follows upon it can lie right behind it.
    yield from reversed(fitting) if bar.level == "crisis" else fitting
    if inside:
        yield _Label("inside", inside, x, end)
    elif not fitting:
        room = max(right - end - beside, _CARRIES * u)
        yield _Label("right", hand.wrapped(bar.name, room), x, end + beside + room)


def _arc(axis: Axis, after: int, start: date, x: float, width: float) -> _Arc:
    """Never narrower than one can see, however soon help followed."""
    hand, words = axis.hand, after_words(after)
    high = x + min(width / 2, 9 * hand.unit)
    low = min(axis.x(start - timedelta(days=after)), high - _ARC * hand.unit)
    half = hand.measure(words, True) / 2
    middle = (low + high) / 2
    return _Arc(low, high, words, min(low, middle - half), max(high, middle + half))


def draw_lanes(picture: Picture, lanes: Lanes, low: float) -> None:
    """All bars with their words and the arcs over them, the lowest lane ending at `low`."""
    for one in lanes.bars:
        _draw(picture, lanes.axis.hand, one, lanes.middle(one.lane, low))
    for one in lanes.bars:
        if one.arc is not None:
            _draw_arc(picture, lanes.axis.hand, one.arc, lanes.middle(one.lane, low) - _BAR * lanes.axis.hand.unit / 2)


def _draw(picture: Picture, hand: Hand, one: _Placed, middle: float) -> None:
    u, label, bar = hand.unit, one.label, one.bar
    height = max(_BAR * u, len(label.lines) * hand.line + 8 * u) if label.side == "inside" else _BAR * u
    draw_bar(picture, hand, bar, (one.x, middle - height / 2, one.width, height))
    sign = sign_of(bar)
    if sign and one.width >= (left_of_words(bar) + _SIGN_ROOM) * u and bar.level != "crisis":
        draw_sign(picture, hand, sign, one.x + one.width - (SIGN + 8) * u, middle, ink_on(bar))
    at, anchor, ink = {
        "inside": (one.x + left_of_words(bar) * u, "start", ink_on(bar)),
        "right": (one.x + one.width + _BESIDE * u, "start", "ink"),
        "left": (one.x - _BESIDE * u, "end", "ink"),
    }[label.side]
    first = middle - (len(label.lines) - 1) * hand.line / 2
    if bar.state == "proposed" and label.side == "left":  # the line of today goes behind the words
        wide, high = one.x - _BESIDE * u - label.low, len(label.lines) * hand.line
        picture.shapes.append(Box(label.low, first - hand.line / 2, wide, high, "surface"))
    for number, line in enumerate(label.lines):
        bold = label.side == "inside"
        picture.shapes.append(Words(at, first + number * hand.line, line, ink, bold, anchor))  # type: ignore[arg-type]
    picture.spots.append(Spot(one.x, middle - height / 2, one.width, height, bar_words(bar), bar.origin.path))


def _draw_arc(picture: Picture, hand: Hand, arc: _Arc, bar: float) -> None:
    """An arc with an arrow down to the top of a bar; care and not stop, for families look along."""
    u, foot = hand.unit, bar - 2 * hand.unit
    middle, half = (arc.low + arc.high) / 2, (arc.high - arc.low) / 2
    turns = [step * math.pi / 16 for step in range(16)]
    points = [(middle - half * math.cos(turn), foot - _ARC_HEIGHT * u * math.sin(turn)) for turn in turns]
    picture.shapes.append(Path((*points, (arc.high, foot - 7 * u)), "care", 2 * u))
    picture.shapes.append(Path(triangle((arc.high, foot), 10 * u, 9 * u), fill="care", closed=True))
    picture.shapes.append(Words(middle, foot - (_ARC_HEIGHT + 9) * u, arc.words, "care", True, "middle"))
