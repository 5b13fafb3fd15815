"""The drawings as pure data, the same for screen and paper. Units are those of the width given: px or points.

The gauge is the one idea: what is weighed is a tick on a line, to be counted, never a percentage.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Point: TypeAlias = tuple[float, float]
CellKind: TypeAlias = Literal["full", "half", "empty", "dashed"]
StageState: TypeAlias = Literal["complete", "partly", "missing"]

GOAL_TOP: Final = 10
_STAGE_CELLS: Final[dict[StageState, CellKind]] = {"complete": "full", "partly": "half", "missing": "dashed"}


@dataclass(frozen=True)
class Cell:
    """One cell of a row: where it starts, how wide it is, how it is filled."""

    x: float
    width: float
    kind: CellKind


@dataclass(frozen=True)
class Tick:
    """A tick on a line; `major` ones are longer, `label` is written under it."""

    x: float
    label: str = ""
    major: bool = False


@dataclass(frozen=True)
class GoalGauge:
    """Line from 0 to 10: a ring at now, a triangle on a stem at the target, a tick that stands out at the start.

    `between` is the thick line from now to the target. What is not known is None and not drawn.
    """

    ticks: tuple[Tick, ...]
    ring: float | None
    target: float | None
    start: float | None
    between: tuple[float, float] | None


def row(kinds: Sequence[CellKind], width: float, gap: float, widest: float = float("inf")) -> tuple[Cell, ...]:
    """Cells next to each other over the width, each at most `widest`."""
    if not kinds:
        return ()
    each = min(widest, (width - gap * (len(kinds) - 1)) / len(kinds))
    return tuple(Cell(index * (each + gap), each, kind) for index, kind in enumerate(kinds))


def mirror_cells(states: Sequence[StageState], width: float, gap: float) -> tuple[Cell, ...]:
    """The stages of the motivation: full is complete, half is partly, dashed is missing."""
    return row([_STAGE_CELLS[state] for state in states], width, gap)


def likeness_cells(
    same: int, different: int, unknown: int, width: float, gap: float, widest: float
) -> tuple[Cell, ...]:
    """One cell per compared feature: full is the same, empty is different, dashed is unknown."""
    counts: tuple[tuple[CellKind, int], ...] = (("full", same), ("empty", different), ("dashed", unknown))
    return row([kind for kind, count in counts for _ in range(count)], width, gap, widest)


def scale_ticks(width: float, parts: int, every: int = 1) -> tuple[Tick, ...]:
    """A line in `parts` equal parts; every so many ticks one is major, and so are both ends."""
    return tuple(Tick(width * i / parts, major=i % every == 0 or i == parts) for i in range(parts + 1))


def goal_gauge(start: int | None, target: int | None, now: int | None, width: float) -> GoalGauge:
    """Where a goal stands, scores 0 to 10; ValueError outside it."""
    if any(score is not None and not 0 <= score <= GOAL_TOP for score in (start, target, now)):
        raise ValueError("A score of a goal lies between 0 and 10")

    def at(score: int | None) -> float | None:
        return None if score is None else width * score / GOAL_TOP

    ring, aim = at(now), at(target)
    between = (min(ring, aim), max(ring, aim)) if ring is not None and aim is not None else None
    ticks = tuple(Tick(width * i / GOAL_TOP, str(i)) for i in range(GOAL_TOP + 1))
    return GoalGauge(ticks, ring, aim, at(start), between)


def triangle(tip: Point, width: float, height: float) -> tuple[Point, Point, Point]:
    """A triangle standing on its tip; a negative height makes it stand on its base, under its tip."""
    x, y = tip
    return (x, y), (x - width / 2, y - height), (x + width / 2, y - height)


def hatching(width: float, height: float, distance: float) -> tuple[tuple[Point, Point], ...]:
    """Diagonal lines over a rectangle, from bottom left to top right, `distance` apart along the edge."""
    lines = []
    for i in range(1, int((width + height) / distance) + 1):
        reach = i * distance
        low = (max(0.0, reach - height), min(height, reach))
        high = (min(width, reach), max(0.0, reach - width))
        lines.append((low, high))
    return tuple(lines)
