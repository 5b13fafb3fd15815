"""A goal over time as shapes: the same drawing for screen, paper and the web.

Up is better, to the right is later. A square is the score at the start, a ring one at a review, a disc the last; the
dashed line with the triangle is what is aimed for. Nothing is told by colour alone, and each score stands there as a
figure with its day.
"""

from __future__ import annotations

from datetime import date

from casework.handover.blocks import GoalTrend, Scored
from casework.handover.picture_words import score_words
from casework.words import day_in_words
from desktop.render.geometry import GOAL_TOP
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Rows, Spot, Words

_HEAD, _PLOT, _FOOT = 22.0, 120.0, 28.0
"""Room above a 10, from 10 to 0, and under a 0 before the line of days."""

_SCALE = 30.0
_MARK, _APART = 5.5, 15.0
_GRID = (0, 5, GOAL_TOP)


def trend_picture(trend: GoalTrend, width: float, hand: Hand) -> Picture:
    """The goal over time, `width` wide."""
    plot = _Plot(trend, width, hand)
    picture = Picture(width)
    _grid(picture, plot)
    _target(picture, plot)
    _days(picture, plot)
    _line(picture, plot)
    return picture


class _Plot:
    """Where a day and a score lie. The last day leaves room at the right for its own words and those of the target."""

    def __init__(self, trend: GoalTrend, width: float, hand: Hand) -> None:
        self.trend, self.hand, self.unit = trend, hand, hand.unit
        days = [hand.measure(day_in_words(one.on), False) for one in trend.scores]
        self.left = _SCALE * hand.unit
        self.right = width - max([hand.measure(_aim(trend), True) + 14 * hand.unit, *days])
        self.base = (_HEAD + _PLOT + _FOOT) * hand.unit

    def x(self, day: date) -> float:
        span = (self.trend.last - self.trend.first).days
        inner = _MARK * 2 * self.unit
        share = (day - self.trend.first).days / span if span else 1.0
        return self.left + inner + (self.right - self.left - 2 * inner) * share

    def y(self, score: int) -> float:
        return (_HEAD + _PLOT * (GOAL_TOP - score) / GOAL_TOP) * self.unit


def _aim(trend: GoalTrend) -> str:
    return "" if trend.target is None else f"streven {trend.target}"


def _grid(picture: Picture, plot: _Plot) -> None:
    u = plot.unit
    for score in _GRID:
        picture.shapes.append(Path(((plot.left, plot.y(score)), (plot.right, plot.y(score))), "line", u))
        picture.shapes.append(Words(plot.left - 8 * u, plot.y(score), str(score), "ink_quiet", anchor="end"))
    picture.shapes.append(Path(((plot.left, plot.base), (plot.right, plot.base)), "edge", 1.5 * u))


def _target(picture: Picture, plot: _Plot) -> None:
    if plot.trend.target is None:
        return
    u, y = plot.unit, plot.y(plot.trend.target)
    picture.shapes.append(Path(((plot.left, y), (plot.right - 9 * u, y)), "ink", 1.5 * u, dashed=True))
    tip, back = plot.right - 9 * u, plot.right + u
    picture.shapes.append(Path(((tip, y), (back, y - 6 * u), (back, y + 6 * u)), fill="ink", closed=True))
    picture.shapes.append(Words(plot.right + 8 * u, y, _aim(plot.trend), "ink", bold=True))


def _days(picture: Picture, plot: _Plot) -> None:
    """The latest first: an earlier day that does not fit goes a row lower, and its stem passes every later one."""
    u, hand = plot.unit, plot.hand
    rows = Rows(8 * u)
    for on in sorted({one.on for one in plot.trend.scores}, reverse=True):
        x, text = plot.x(on), day_in_words(on)
        low, high = x - 3 * u, x + hand.measure(text, False)
        row = next(row for row in range(len(rows) + 1) if rows.free(row, low, high))
        rows.take(row, low, high)
        for passed in range(row):
            rows.take(passed, low, x)
        y = plot.base + (row + 1) * hand.line
        picture.shapes.append(Path(((x, plot.base - 4 * u), (x, y + 0.4 * hand.size)), "edge", u))
        picture.shapes.append(Words(x + 4 * u, y, text, "ink_quiet"))
    picture.height = plot.base + (len(rows) + 0.8) * hand.line


def _line(picture: Picture, plot: _Plot) -> None:
    u, scores = plot.unit, plot.trend.scores
    if len(scores) > 1:
        picture.shapes.append(Path(tuple((plot.x(one.on), plot.y(one.score)) for one in scores), "primary", 3 * u))
    for at, one in enumerate(scores):
        x, y, size = plot.x(one.on), plot.y(one.score), _MARK * u
        if one.at_start:
            mark = 2 * size
            picture.shapes.append(Box(x - size, y - size, mark, mark, "surface", "primary", 2.4 * u))
        else:
            fill: Role = "primary" if at == len(scores) - 1 else "surface"
            picture.shapes.append(Oval(x, y, size, size, fill, "primary", 2.4 * u))
        up = -1 if _stands_above(plot.trend, at) else 1
        picture.shapes.append(Words(x, y + up * _APART * u, str(one.score), bold=True, anchor="middle"))
        picture.spots.append(Spot(x - 2 * size, y - 2 * size, 4 * size, 4 * size, _said(one), one.origin.path))


def _said(one: Scored) -> str:
    told = score_words(one)
    return f"{told[:1].upper()}{told[1:]}."


def _stands_above(trend: GoalTrend, at: int) -> bool:
    """The figure stands above its mark; under it where the line comes down to it or climbs from it.

    On the line of the target nobody could read it: then it stands at the other side.
    """
    beside = [trend.scores[n].score for n in (at - 1, at + 1) if 0 <= n < len(trend.scores)]
    mine = trend.scores[at].score
    above = not beside or any(other < mine for other in beside) or all(other == mine for other in beside)
    in_the_way = trend.target is not None and trend.target - mine == (1 if above else -1)
    return above != in_the_way
