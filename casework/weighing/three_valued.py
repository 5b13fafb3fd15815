"""Yes, no or not known: judging several of them together."""

from __future__ import annotations

from collections.abc import Iterable


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
