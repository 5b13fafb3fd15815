"""Counting and judging lists of which not everything is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from casework.answers import Answered, Unanswered, is_known
from casework.weighing.three_valued import all_of, any_of, opposite

__all__ = ["all_of", "any_of", "certain", "count", "laid_down", "opposite"]

T = TypeVar("T")


def count(items: Sequence[T] | None, counts: Callable[[T], bool] = lambda item: True) -> int | None:
    """How many of a list count; unknown where the list was never asked for."""
    return None if items is None else sum(1 for item in items if counts(item))


def certain(known: int, unsure: int, enough: int) -> int | None:
    """A count with `unsure` more that may or may not count: unknown, unless what is known is already enough to see."""
    return known if unsure == 0 or known >= enough else None


def laid_down(answer: Answered[Any] | Unanswered) -> bool | None:
    """Was something written here? False while it was not; unknown where the question does not apply."""
    if isinstance(answer, Unanswered) and answer.unanswered == "not_applicable":
        return None
    return is_known(answer)
