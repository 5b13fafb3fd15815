"""The timeline as a picture: help in lanes over the line of the life, how much ran at once, and events under it."""

from __future__ import annotations

from collections.abc import Iterator

from casework.handover.blocks import Timeline, Together
from casework.words import day_in_words, listed
from desktop.render.geometry import hatching
from desktop.render.shapes import Box, Hand, Path, Picture, Rows, Words
from desktop.render.timeline_axis import HEIGHT as AXIS
from desktop.render.timeline_axis import Axis, draw_axis
from desktop.render.timeline_events import draw_events
from desktop.render.timeline_lanes import draw_lanes, place
from desktop.render.timeline_marks import draw_legend

_NAMES, _NARROW_NAMES, _NARROW = 88.0, 70.0, 480.0
"""The column on the left, that says what each part of the drawing shows; it gives way where the page is narrow."""

_BEYOND = 26.0
_STACKED = 3
"""So many forms of help at once are hatched."""

_COUNT, _COUNTS, _HATCHING = 10.0, 40.0, 7.0


def timeline_picture(timeline: Timeline, width: float, hand: Hand) -> Picture:
    """The drawing at a width in units of the painter; as high as it needs to be."""
    u, picture = hand.unit, Picture(width)
    narrow = width < _NARROW * u
    axis = Axis(timeline, (_NARROW_NAMES if narrow else _NAMES) * u, width - _BEYOND * u, hand)
    top = draw_legend(picture, hand, timeline, 0 if narrow else axis.left, width, 0)
    lanes = place(axis, timeline)
    stacks = list(_stacked(timeline))
    heads = 2 * hand.line if stacks else hand.line
    low = top + heads + 6 * u + lanes.height
    strip = low + 12 * u + _highest(axis)
    line = strip + (AXIS + (12 if axis.broken_at else 0)) * u
    _draw_stacks(picture, axis, stacks, top + hand.line, strip)
    _draw_today(picture, axis, top, line)
    draw_lanes(picture, lanes, low)
    _draw_counts(picture, axis, strip)
    draw_axis(picture, axis, line)
    picture.height = draw_events(picture, axis, timeline, line, width)
    names = [(lanes.middle(0, low), "Hulp")] if lanes.bars else []  # a stretch may hold what happened alone
    names += [(strip - 8 * u, "Tegelijk"), (line, "Leven")]
    names += [(line + 40 * u + hand.line / 2, "Wat er gebeurde")] if timeline.events else []
    for y, name in names:
        for number, words in enumerate(hand.wrapped(name, axis.left - 6 * u, True)):
            picture.shapes.append(Words(0, y + number * hand.line, words, bold=True))
    picture.height = max(picture.height, names[-1][0] + 2 * hand.line)
    _draw_undated(picture, hand, timeline)
    picture.spots.sort(key=lambda spot: spot.x)
    return picture


def _stacked(timeline: Timeline) -> Iterator[Together]:
    """Stretches with three or more at once, neighbours as one with the greatest number."""
    current: Together | None = None
    for one in timeline.together:
        if one.count < _STACKED:
            continue
        if current is not None and current.end == one.start:
            current = Together(current.start, one.end, max(current.count, one.count))
            continue
        if current is not None:
            yield current
        current = one
    if current is not None:
        yield current


def _draw_stacks(picture: Picture, axis: Axis, stacks: list[Together], top: float, bottom: float) -> None:
    """A soft ground behind each pile, and in words how high it is where there is room to say it."""
    hand, rows = axis.hand, Rows(8 * axis.hand.unit)
    for one in stacks:
        low, high = axis.x(one.start), axis.x(one.end)
        picture.shapes.append(Box(low, top, high - low, bottom - top, "care_soft"))
    for one in stacks:
        low, high = axis.x(one.start), axis.x(one.end)
        words = f"Stapeling: {one.count} tegelijk"
        half = hand.measure(words, True) / 2
        middle = min(max((low + high) / 2, axis.left + half), picture.width - half)
        if rows.free(0, middle - half, middle + half):
            rows.take(0, middle - half, middle + half)
            picture.shapes.append(Words(middle, top + hand.line / 2, words, "care", True, "middle"))


def _draw_counts(picture: Picture, axis: Axis, bottom: float) -> None:
    """How many forms of help at once, as steps on a line; from three hatched, from two with the number."""
    hand, u, add = axis.hand, axis.hand.unit, picture.shapes.append
    together = axis.timeline.together
    step = _step(axis)
    for number, one in enumerate(together):
        x, wide, high = axis.x(one.start), axis.x(one.end) - axis.x(one.start), one.count * step
        stacked = one.count >= _STACKED
        add(Box(x, bottom - high, wide, high, "care_soft" if stacked else "sunken", None))
        if stacked:
            for (x1, y1), (x2, y2) in hatching(wide, high, _HATCHING * u):
                add(Path(((x + x1, bottom - high + y1), (x + x2, bottom - high + y2)), "care_edge", 1.4 * u))
        add(Box(x, bottom - high, wide, high, None, "care_edge" if stacked else "edge", 1.2 * u))
        beside = [together[n].count for n in (number - 1, number + 1) if 0 <= n < len(together)]
        told = wide >= hand.measure(str(one.count), stacked) + 4 * u or one.count > max(beside, default=0)
        if one.count > 1 and told:
            y = bottom - high - hand.line / 2 - u
            add(Words(x + wide / 2, y, str(one.count), "care" if stacked else "ink", stacked, "middle"))


def _step(axis: Axis) -> float:
    """How much higher each form of help makes the steps."""
    return min(_COUNT, _COUNTS / max((one.count for one in axis.timeline.together), default=1)) * axis.hand.unit


def _highest(axis: Axis) -> float:
    """The room the steps take, with the number over the highest."""
    count = max((one.count for one in axis.timeline.together), default=1)
    return count * _step(axis) + (axis.hand.line if count > 1 else 0)


def _draw_today(picture: Picture, axis: Axis, top: float, line: float) -> None:
    """An upright line at the day the drawing was made, with that day in words."""
    if not axis.timeline.start <= axis.timeline.today <= axis.timeline.end:
        return
    hand, x = axis.hand, axis.x(axis.timeline.today)
    words = f"vandaag, {day_in_words(axis.timeline.today)}"
    right = min(x + hand.measure(words, True) / 2, picture.width)
    picture.shapes.append(Path(((x, top + hand.line), (x, line)), "ink", 1.5 * hand.unit))
    picture.shapes.append(Words(right, top + hand.line / 2, words, bold=True, anchor="end"))


def _draw_undated(picture: Picture, hand: Hand, timeline: Timeline) -> None:
    if timeline.undated:
        told = f"Niet getekend, want zonder begindatum: {listed(timeline.undated)}."
        for line in hand.wrapped(told, picture.width):
            picture.shapes.append(Words(0, picture.height + hand.line, line, "ink_quiet"))
            picture.height += hand.line
        picture.height += hand.line / 2
