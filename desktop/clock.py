"""The clock of this machine. Nothing inside casework reads it: a reference day is always handed in."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The day it is where the user sits."""
    return datetime.now(UTC).astimezone().date()
