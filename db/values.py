"""Values as the store keeps them: any JSON, or nothing. And the words in them, for searching."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final, TypeAlias


class Nothing(Enum):
    """There is no value here."""

    ABSENT = "absent"
    """Not there (yet, or any more)."""
    ERASED = "erased"
    """Was there once; the content was erased."""


ABSENT: Final = Nothing.ABSENT
ERASED: Final = Nothing.ERASED

Value: TypeAlias = Any
"""What JSON can hold: a VALUE of the case file, a list of record ids, or ABSENT where that is said."""

Clock: TypeAlias = Callable[[], datetime]
"""The present moment, with its time zone."""

_HOW_IT_IS_KNOWN = frozenset({"source", "kind", "on", "unanswered"})


def encode(value: Value) -> str | None:
    """One text for one value, None for ABSENT. ASCII, so that half an emoji from a clipboard survives too.

    Raises TypeError or ValueError for what is not JSON.
    """
    if value is ABSENT:
        return None
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def decode(text: str | None) -> Value:
    return ABSENT if text is None else json.loads(text)


def words(value: Value) -> str:
    """The text in a value that somebody may search for: not whose words they were, nor of which kind."""
    return " ".join(_words(value)).encode("utf-8", "replace").decode()


def _words(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _HOW_IT_IS_KNOWN:
                yield from _words(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _words(part)


def moment(at: datetime) -> str:
    """A moment as text in UTC, always as wide, so that it sorts."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def from_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
