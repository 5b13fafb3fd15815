"""Which level the nearest reference clients point to, and what of that stands whatever the unknown turns out to be.

A likeness is over what is known, so forgetting an answer may bring other reference clients nearer. What raises a level
may not hang on that: knowing less never makes it heavier. So each likeness is also taken at its least and at its most:
every feature nobody knows entirely different, or entirely the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.knowledge import Pack
from casework.weighing.assessment import LEVELS
from casework.weighing.likeness import Compared, excluding, level_of, median_rank, rank, threshold


@dataclass(frozen=True)
class Pointed:
    """Levels as ranks in LEVELS. `least` and `most` stand whatever is still unknown; None where that tells nothing."""

    near: int | None = None
    """The middle of the three nearest that are alike, as things are known now."""
    least: int | None = None
    most: int | None = None

    @classmethod
    def at(cls, near: int | None) -> Pointed:
        """Where nothing is unknown."""
        return cls(near, near, near)


def pointing(compared: Sequence[Compared], pack: Pack) -> Pointed:
    """What these reference clients, nearest first, point to."""
    alike = threshold(pack, "alike_min")
    bounds = [(level, *_bounds(one)) for one in compared if (level := rank(level_of(one.client))) is not None]
    least = [rank_ for rank_ in range(len(LEVELS)) if _leads(bounds, alike, {*range(rank_, len(LEVELS))})]
    most = [rank_ for rank_ in range(len(LEVELS)) if _leads(bounds, alike, {*range(rank_ + 1)})]
    return Pointed(median_rank(compared, pack), max(least, default=None), min(most, default=None))


def _bounds(one: Compared) -> tuple[float, float]:
    """The likeness at its least and at its most. Who may still turn out to be excluded may be not alike at all."""
    sure = one.similarity * one.coverage
    return (sure if excluding(one.client) <= one.parts.keys() else 0.0), sure + 1 - one.coverage


def _leads(bounds: Sequence[tuple[int, float, float]], alike: float, levels: set[int]) -> bool:
    """Whether two of the three nearest are surely of these levels: the second of them alike, and before two others."""
    mine = sorted((least for level, least, _ in bounds if level in levels), reverse=True)
    others = sorted((most for level, _, most in bounds if level not in levels), reverse=True)
    return len(mine) >= 2 and mine[1] >= alike and (len(others) < 2 or mine[1] > others[1])
