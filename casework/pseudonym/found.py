"""What one stage found, before the stages are put together."""

from __future__ import annotations

from dataclasses import dataclass

from casework.pseudonym.kinds import Kind


@dataclass(frozen=True)
class Found:
    """A place in the folded text. entity: equal for equal leads, see labels.py. why: a Dutch sentence."""

    start: int
    end: int
    kind: Kind
    known: bool
    entity: str
    why: str
