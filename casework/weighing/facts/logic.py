"""Counting and judging lists of which not everything is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from casework.answers import Answered, Unanswered, is_known

T = TypeVar("T")


def any_of(verdicts: Iterable[bool | None]) -> bool | None:
    """True as soon as one holds, false only when none can."""
    found = set(verdicts)
    return True if True in found else None if None in found else False


def all_of(verdicts: Iterable[bool | None]) -> bool | None:
    """False as soon as one fails, true only when all hold."""
    found = set(verdicts)
    return False if False in found else None if None in found else True


def opposite(verdict: bool | None) -> bool | None:
    return None if verdict is None else not verdict


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
