"""The gauge on paper: a goal on its line from 0 to 10, and the rule at the head of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.handover.blocks import Goal
from casework.handover.wording import scores
from desktop.render import fonts
from desktop.render import style as s
from desktop.render.geometry import goal_gauge, scale_ticks, triangle
from desktop.render.pieces import Piece, Sketch
from desktop.render.structure import Element

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

WIDTH = 190.0
HEIGHT = 46.0
_EDGE = 9.0  # room for half a label on both sides
_AXIS = 29.0  # below the top
_LABEL = 9.75
_RULE_PARTS, _RULE_EVERY = 36, 6


def goal_figure(element: Element, goal: Goal) -> Piece:
    """Ring at now, triangle at the target, the way between them thick. The element is a Figure."""

    def paint(pen: Pen, x: float, top: float) -> None:
        if not element.kids:
            element.attributes |= {"O": "Layout", "Placement": "Block", "BBox": (x, top - HEIGHT, x + WIDTH, top)}
        with pen.tagged(element):
            _draw(pen, goal, x, top)

    return Sketch(height=HEIGHT, paint=paint)


def _draw(pen: Pen, goal: Goal, x: float, top: float) -> None:
    left, y = x + _EDGE, top - _AXIS
    gauge = goal_gauge(goal.start, goal.target, goal.start, WIDTH - 2 * _EDGE)
    font = fonts.main_font("regular")
    pen.stroke(s.EDGE, 1)
    ticks = [(left + tick.x, y - 3.5, left + tick.x, y + 3.5) for tick in gauge.ticks]
    pen.segments([(left, y, left + WIDTH - 2 * _EDGE, y), *ticks])
    for tick in gauge.ticks:
        half = fonts.width(font, tick.label) * _LABEL / 2
        pen.words(left + tick.x - half, y - 14, font, _LABEL, s.QUIET, tick.label)
    if gauge.between:
        pen.stroke(s.PRIMARY, 4)
        pen.segments([(left + gauge.between[0], y, left + gauge.between[1], y)])
    if gauge.target is not None:
        _target(pen, left + gauge.target, y)
    if gauge.ring is not None:
        pen.stroke(s.PRIMARY, 1.8)
        pen.fill(s.WHITE)
        pen.circle(left + gauge.ring, y, 4.6, stroke=1, fill=1)
    now, aim = scores(goal)
    pen.words(x, top - _LABEL, font, _LABEL, s.QUIET, now)
    pen.words(x + WIDTH - fonts.width(font, aim) * _LABEL, top - _LABEL, font, _LABEL, s.QUIET, aim)


def _target(pen: Pen, x: float, y: float) -> None:
    pen.stroke(s.PRIMARY, 1.6)
    pen.segments([(x, y - 3.5, x, y + 9)])
    pen.fill(s.PRIMARY)
    path = pen.beginPath()
    (ax, ay), (bx, by), (cx, cy) = triangle((x, y + 8), 9.5, -7.5)
    path.moveTo(ax, ay)
    path.lineTo(bx, by)
    path.lineTo(cx, cy)
    path.close()
    pen.drawPath(path, stroke=0, fill=1)


def page_rule(pen: Pen, x: float, y: float, width: float) -> None:
    """A level line with ticks hanging from it. Call within an artifact."""
    pen.stroke(s.HOUSE, 1.5)
    pen.segments([(x, y, x + width, y)])
    pen.stroke(s.HOUSE, 0.9)
    hanging = [
        (x + min(max(tick.x, 0.45), width - 0.45), 7.0 if tick.major else 3.6)
        for tick in scale_ticks(width, _RULE_PARTS, _RULE_EVERY)
    ]
    pen.segments((at, y, at, y - length) for at, length in hanging)
