"""The network map as a picture: the young person in the middle, people on rings from near to far, a line to each.

What a tie means shows in the form of its line and in a word, never in a colour alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple, TypeVar

from casework.handover.blocks import NetworkMap, Ring, Tie
from casework.handover.picture_words import CUSTODY, HELPS, RINGS, tie_words
from desktop.render.geometry import Point
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Spot, Words

T = TypeVar("T")

_NAME, _LONGEST, _PADDING, _BORDER = 116.0, 160.0, 8.0, 5.0
_NEAREST, _FIRST_HEIGHT, _RING_HEIGHT = 0.44, 88.0, 38.0
_TURNS, _GROWTH, _TRIES = 24, 1.15, 12
_APART = 7.0
"""Between two people, at the least."""

_CORNERS: Final[dict[Ring, float]] = {"household": 6.0, "family": 6.0, "network": 14.0, "professional": 1.0}


class _Frame(NamedTuple):
    """A box around a middle."""

    x: float
    y: float
    width: float
    height: float

    def touches(self, other: _Frame, apart: float) -> float:
        """How far the two reach into each other; nought where they are this far apart."""
        across = (self.width + other.width) / 2 + apart - abs(self.x - other.x)
        down = (self.height + other.height) / 2 + apart - abs(self.y - other.y)
        return across * down if across > 0 and down > 0 else 0.0

    def under(self, points: Iterable[Point]) -> int:
        """How many of these points it would stand on."""
        left, right = self.x - self.width / 2, self.x + self.width / 2
        top, bottom = self.y - self.height / 2, self.y + self.height / 2
        return sum(1 for x, y in points if left < x < right and top < y < bottom)


@dataclass(frozen=True)
class _Person:
    """A tie as words with their size, not yet anywhere."""

    tie: Tie
    lines: list[tuple[str, bool]]
    width: float
    height: float


class _Map(NamedTuple):
    middle: Point
    child: _Frame
    rings: list[tuple[Ring, float, float]]
    people: list[tuple[_Person, _Frame]]
    overlap: float


def network_picture(network: NetworkMap, width: float, hand: Hand) -> Picture:
    """The drawing at a width in units of the painter; rings grow until nobody stands on anybody else."""
    picture = Picture(width)
    top = _legend(picture, hand, network) + 6 * hand.unit
    drawn = _laid_out(network, width, hand)
    low = min(frame.y - frame.height / 2 for _, frame in drawn.people)
    high = max(frame.y + frame.height / 2 for _, frame in drawn.people)
    low, high = min(low, -drawn.rings[-1][2]), max(high, drawn.rings[-1][2])
    since = len(picture.shapes)
    for number, (_, rx, ry) in enumerate(reversed(drawn.rings)):
        ground: Role = "surface" if number % 2 else "sunken"
        picture.shapes.append(Oval(width / 2, 0, rx, ry, ground, "line", 1.2 * hand.unit))
    for person, frame in drawn.people:
        picture.shapes.append(_line(person.tie, drawn.middle, frame, hand.unit))
    _ring_names(picture, hand, drawn)
    _child(picture, hand, network.name, drawn.child)
    for person, frame in drawn.people:
        _person(picture, hand, person, frame)
        left, over = frame.x - frame.width / 2, frame.y - frame.height / 2 + top - low
        words, path = f"{tie_words(person.tie)}.", person.tie.origin.path
        picture.spots.append(Spot(left, over, frame.width, frame.height, words, path))
    picture.lower(top - low, since)
    picture.height = top + high - low + 2 * hand.unit
    return picture


def _laid_out(network: NetworkMap, width: float, hand: Hand) -> _Map:
    rings = [(ring, [_sized(tie, hand) for tie in ties]) for ring, ties in groupby(network.ties, lambda tie: tie.ring)]
    name = hand.wrapped(network.name, _room(hand, network.name), True)
    child = _Frame(width / 2, 0, hand.widest(name, True) + 24 * hand.unit, len(name) * hand.line + 16 * hand.unit)
    reach = width / 2 - max(person.width for _, people in rings for person in people) / 2 - 2 * hand.unit
    height = (_FIRST_HEIGHT + _RING_HEIGHT * (len(rings) - 1)) * hand.unit
    best = _around(rings, child, reach, height, hand.unit)
    for _ in range(_TRIES):
        if not best.overlap:
            break
        height *= _GROWTH
        best = min(best, _around(rings, child, reach, height, hand.unit), key=lambda drawn: drawn.overlap)
    return best


def _sized(tie: Tie, hand: Hand) -> _Person:
    room = _room(hand, tie.name)
    said = [tie.role, "gezag" if tie.custody else "", "" if tie.helps is None else HELPS[tie.helps]]
    lines = [(line, True) for line in hand.wrapped(tie.name, room, True)]
    lines += [(line, False) for text in said for line in hand.wrapped(text, room)]
    wide = max(hand.measure(text, bold) for text, bold in lines)
    return _Person(tie, lines, wide + 2 * _PADDING * hand.unit, len(lines) * hand.line + 2 * _BORDER * hand.unit)


def _room(hand: Hand, name: str) -> float:
    """How wide the words of a person may be: wider for one long word than for many."""
    longest = hand.widest(name.split(), True)
    return min(max(_NAME * hand.unit, longest), _LONGEST * hand.unit)


def _around(rings: Sequence[tuple[Ring, list[_Person]]], child: _Frame, reach: float, height: float, u: float) -> _Map:
    """Ring after ring, each turned to where it is least in the way of those within it."""
    placed: list[tuple[_Person, _Frame]] = []
    drawn: list[tuple[Ring, float, float]] = []
    overlap = 0.0
    for number, (ring, people) in enumerate(rings):
        share = 0.72 if len(rings) == 1 else _NEAREST + (1 - _NEAREST) * number / (len(rings) - 1)
        rx, ry = reach * share, height * share
        drawn.append((ring, rx, ry))
        others = [child, *(frame for _, frame in placed)]
        turned = [_turned(people, child.x, rx, ry, turn) for turn in range(_TURNS)]
        reach_into = partial(_reach, others=others, apart=_APART * u)
        frames, cost = _least(turned, reach_into, partial(_crossed, others=others[1:], middle=(child.x, 0.0)))
        overlap += cost
        placed += zip(people, frames, strict=True)
    return _Map((child.x, 0.0), child, drawn, placed, overlap)


def _least(choices: Sequence[T], cost: Callable[[T], float], then: Callable[[T], int]) -> tuple[T, float]:
    """The first of the cheapest, with its cost. `then` is dearer to count: it only decides among equals."""
    costs = [cost(choice) for choice in choices]
    least = min(costs)
    equals = [choice for choice, price in zip(choices, costs, strict=True) if price == least]
    best, fewest = equals[0], math.inf
    for choice in equals:
        if (count := then(choice)) < fewest:
            best, fewest = choice, count
        if not fewest:
            break
    return best, least


def _turned(people: Sequence[_Person], middle: float, rx: float, ry: float, turn: int) -> list[_Frame]:
    """The people of a ring at equal angles, turned by a share of one of them from the left."""
    step = 2 * math.pi / len(people)
    angles = [math.pi + step * (place + turn / _TURNS) for place in range(len(people))]
    spots = [(middle + rx * math.cos(angle), ry * math.sin(angle)) for angle in angles]
    return [_Frame(x, y, person.width, person.height) for person, (x, y) in zip(people, spots, strict=True)]


def _reach(frames: Sequence[_Frame], others: Sequence[_Frame], apart: float) -> float:
    """How much they reach into others or each other."""
    reach = sum(frame.touches(other, apart) for frame in frames for other in others)
    return reach + sum(one.touches(other, apart) for place, one in enumerate(frames) for other in frames[place + 1 :])


def _crossed(frames: Sequence[_Frame], others: Sequence[_Frame], middle: Point) -> int:
    """How often a line would run behind somebody: dearer to count than who reaches into whom."""
    people = [*others, *frames]
    lines = [_along(middle, one) for one in people]
    return sum(one.under(line) for one in people for owner, line in zip(people, lines, strict=True) if owner is not one)


def _along(middle: Point, frame: _Frame, parts: int = 10) -> list[Point]:
    """Points on the line from the middle to somebody."""
    across, down = (frame.x - middle[0]) / parts, (frame.y - middle[1]) / parts
    return [(middle[0] + across * part, middle[1] + down * part) for part in range(2, parts)]


def _line(tie: Tie, middle: Point, frame: _Frame, u: float) -> Path:
    """Thick where one may call on somebody, dashed where not, thin where nobody said."""
    ends = (middle, (frame.x, frame.y))
    if tie.helps is None:
        return Path(ends, "edge", 1.3 * u)
    return Path(ends, "primary", 3.4 * u) if tie.helps else Path(ends, "edge", 1.6 * u, dashed=True)


def _person(picture: Picture, hand: Hand, person: _Person, frame: _Frame) -> None:
    u, tie = hand.unit, person.tie
    left, top, radius = frame.x - frame.width / 2, frame.y - frame.height / 2, _CORNERS[tie.ring] * hand.unit
    fill: Role = "primary_soft" if tie.ring == "household" else "surface"
    edge: Role = "primary" if tie.helps or tie.ring == "household" else "edge"
    if tie.custody:
        d = 3 * u
        picture.shapes.append(
            Box(left - d, top - d, frame.width + 2 * d, frame.height + 2 * d, "surface", edge, 1.3 * u, radius + d)
        )
    picture.shapes.append(Box(left, top, frame.width, frame.height, fill, edge, 1.5 * u, radius))
    _stacked(picture, hand, person.lines, frame, "ink", "ink_quiet")


def _child(picture: Picture, hand: Hand, name: str, frame: _Frame) -> None:
    left, top = frame.x - frame.width / 2, frame.y - frame.height / 2
    picture.shapes.append(Box(left, top, frame.width, frame.height, "residence", radius=frame.height / 2))
    lines = [(line, True) for line in hand.wrapped(name, _room(hand, name), True)]
    _stacked(picture, hand, lines, frame, "on_residence", "on_residence")


def _stacked(
    picture: Picture, hand: Hand, lines: Sequence[tuple[str, bool]], frame: _Frame, strong: Role, quiet: Role
) -> None:
    first = frame.y - (len(lines) - 1) * hand.line / 2
    for number, (text, bold) in enumerate(lines):
        ink = strong if bold else quiet
        picture.shapes.append(Words(frame.x, first + number * hand.line, text, ink, bold, "middle"))


def _ring_names(picture: Picture, hand: Hand, drawn: _Map) -> None:
    """Each ring says what it is, on its line where most room is."""
    taken = [drawn.child, *(frame for _, frame in drawn.people)]
    on_lines = [point for _, frame in drawn.people for point in _along(drawn.middle, frame, 40)]
    for ring, rx, ry in drawn.rings:
        wide, high = hand.measure(RINGS[ring], False) + 8 * hand.unit, hand.line
        spots = [
            _Frame(drawn.middle[0] + rx * math.cos(angle), ry * math.sin(angle), wide, high)
            for angle in (math.pi * (1.5 + side * step / 24) for step in range(25) for side in (1, -1))
        ]
        spot, _ = _least(spots, partial(_covers, taken=taken, apart=2 * hand.unit), lambda spot: spot.under(on_lines))
        taken.append(spot)
        picture.shapes.append(Box(spot.x - wide / 2, spot.y - high / 2, wide, high, "surface", radius=4 * hand.unit))
        picture.shapes.append(Words(spot.x, spot.y, RINGS[ring], "ink_quiet", anchor="middle"))


def _covers(spot: _Frame, taken: Sequence[_Frame], apart: float) -> float:
    """How much of the people and names that stand there already a spot would cover."""
    return sum(spot.touches(other, apart) for other in taken)


def _legend(picture: Picture, hand: Hand, network: NetworkMap) -> float:
    """What the lines mean, as far as they occur, on as many lines as it takes; returns the y below it."""
    u, x, y = hand.unit, 0.0, 10 * hand.unit
    shown = {tie.helps: tie for tie in network.ties}
    entries: list[tuple[Tie | None, str]] = [(shown[helps], words) for helps, words in HELPS.items() if helps in shown]
    entries += [(None, CUSTODY)] if any(tie.custody for tie in network.ties) else []
    for tie, words in entries:
        wide = 38 * u + hand.measure(words, False)
        if x and x + wide > picture.width:
            x, y = 0.0, y + 20 * u
        if tie is not None:
            picture.shapes.append(_line(tie, (x, y), _Frame(x + 30 * u, y, 0, 0), u))
        else:
            for d in (0.0, 3 * u):
                left, width, height = x + 6 * u - d, 18 * u + 2 * d, 10 * u + 2 * d
                picture.shapes.append(Box(left, y - height / 2, width, height, None, "edge", 1.3 * u, 3 * u + d))
        picture.shapes.append(Words(x + 38 * u, y, words, "ink_quiet"))
        x += wide + 20 * u
    return y + 12 * u
