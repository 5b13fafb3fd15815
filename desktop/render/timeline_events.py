"""What happened, under the line of the life: each with a stem to its day, in rows so that no words touch."""

from __future__ import annotations

from typing import Final, NamedTuple

from casework.handover.blocks import LifeEvent, Timeline
from casework.handover.picture_words import event_words
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Rows, Spot, Words
from desktop.render.timeline_axis import Axis

_WIDE, _NARROW, _LEAST = 190.0, 150.0, 110.0
_CLEAR = 30.0
"""Under the line: a stem begins below the names of the years."""

_DOT, _BESIDE = 4.5, 10.0
_DIAMOND = 12.0
_FIRST, _ROW_GAP = 40.0, 8.0
_INKS: Final[dict[str, Role]] = {"happened": "ink", "crisis": "care", "analysed": "good", "not_analysed": "care"}


class _Placed(NamedTuple):
    event: LifeEvent
    x: float
    lines: list[tuple[str, bool]]
    """Each line and whether it is bold."""

    to_right: bool
    wide: float
    row: int


def draw_events(picture: Picture, axis: Axis, timeline: Timeline, line: float, right: float) -> float:
    """Stems, dots and words under the line of the life at `line`; returns the y below them all."""
    hand, placed = axis.hand, _place(axis, timeline, right)
    rows = max((one.row for one in placed), default=-1) + 1
    heights = [max(len(one.lines) for one in placed if one.row == row) * hand.line for row in range(rows)]
    tops = [line + _FIRST * hand.unit + sum(heights[:row]) + _ROW_GAP * hand.unit * row for row in range(rows)]
    for one in placed:
        _stem(picture, hand, one, line, tops[one.row] + hand.line / 2)
    for one in placed:
        _draw(picture, hand, one, tops[one.row], line)
    return tops[-1] + heights[-1] if tops else line + (_FIRST - 8) * hand.unit


def _place(axis: Axis, timeline: Timeline, right: float) -> list[_Placed]:
    """From the last to the first: words run to the right, so a later stem never crosses those of an earlier event.

    Words run to the left where no earlier stem comes down, and where the page ends.
    """
    hand, u = axis.hand, axis.hand.unit
    rows, out = Rows(10 * u), []
    events = sorted(timeline.events, key=lambda event: event.on, reverse=True)
    for place, event in enumerate(events):
        x = axis.x(event.on)
        before = max((axis.x(one.on) for one in events[place + 1 :] if axis.x(one.on) < x - u), default=axis.left)
        lines, wide = _lines(hand, event, _WIDE * u)
        ways = [(lines, wide, True)] if x + wide <= right else []
        if not ways and right - x >= _LEAST * u:
            ways.append((*_lines(hand, event, right - x - _BESIDE * u), True))
        clear = x - before - 8 * u
        if clear >= wide or not ways:
            ways.append((*_lines(hand, event, max(min(clear - _BESIDE * u, _WIDE * u), _NARROW * u)), False))
        row, way = next(
            (row, way) for row in range(len(rows) + 1) for way in ways if rows.free(row, *_span(x, u, way[1], way[2]))
        )
        rows.take(row, *_span(x, u, way[1], way[2]))
        for above in range(row):
            rows.take(above, x, x)
        out.append(_Placed(event, x, way[0], way[2], way[1], row))
    return out


def _lines(hand: Hand, event: LifeEvent, room: float) -> tuple[list[tuple[str, bool]], float]:
    """The words in lines, and how wide they are with the dot before them."""
    lines = [(line, True) for line in hand.wrapped(event.text, room, True)]
    lines += [(line, False) for line in hand.wrapped(event.detail, room)]
    return lines, max(hand.measure(line, bold) for line, bold in lines) + _BESIDE * hand.unit


def _span(x: float, u: float, wide: float, to_right: bool) -> tuple[float, float]:
    return (x - _DOT * u, x + wide) if to_right else (x - wide, x + _DOT * u)


def _stem(picture: Picture, hand: Hand, one: _Placed, line: float, y: float) -> None:
    picture.shapes.append(Path(((one.x, line + _CLEAR * hand.unit), (one.x, y)), "edge", 1.2 * hand.unit))


def _draw(picture: Picture, hand: Hand, one: _Placed, top: float, line: float) -> None:
    u, ink, add = hand.unit, _INKS[one.event.kind], picture.shapes.append
    first, height = top + hand.line / 2, len(one.lines) * hand.line
    low, high = _span(one.x, u, one.wide, one.to_right)
    add(Box(low, top, high - low, height, "surface"))  # a stem that must cross goes behind the words
    if one.event.kind in ("analysed", "not_analysed"):
        _diamond(picture, hand, one.x, line, made=one.event.kind == "analysed")
    if one.event.kind == "crisis":
        add(Box(one.x - _DOT * u, first - _DOT * u, 2 * _DOT * u, 2 * _DOT * u, ink))
    else:
        add(Oval(one.x, first, _DOT * u, _DOT * u, ink))
    at = one.x + (_BESIDE if one.to_right else -_BESIDE) * u
    for number, (words, bold) in enumerate(one.lines):
        tone: Role = ink if bold else "ink_quiet"
        add(Words(at, first + number * hand.line, words, tone, bold, "start" if one.to_right else "end"))
    picture.spots.append(Spot(low, top, high - low, height, event_words(one.event), one.event.origin.path))


def _diamond(picture: Picture, hand: Hand, x: float, y: float, *, made: bool) -> None:
    """An analysis on the line: full, or dashed where it was not made."""
    d = _DIAMOND * hand.unit
    corners = ((x, y - d), (x + d, y), (x, y + d), (x - d, y))
    if made:
        picture.shapes.append(Path(corners, fill="good", closed=True))
    else:
        picture.shapes.append(Path(corners, "care", 1.8 * hand.unit, "surface", dashed=True, closed=True))
