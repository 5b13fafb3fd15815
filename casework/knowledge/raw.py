"""An entry of a pack as read from YAML, before anything is known of it: its data, and where each value stands.

An overlay holds only what differs from its base. `laid_over` puts one on the other and keeps the file and line of each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from casework.knowledge.yamlfile import Loc

Place: TypeAlias = tuple[str, int]
"""A file in the pack, and a line."""


@dataclass(frozen=True)
class Raw:
    """file: its path in its pack. place: file and line of a value in it, or of the nearest value around that."""

    file: str
    data: Any
    place: Callable[[Loc], Place]

    @property
    def name(self) -> str:
        """What it calls itself: its id, for the sentences."""
        own = self.data.get("id") if isinstance(self.data, dict) else None
        return own if isinstance(own, str) else ""


def laid_over(under: Raw, over: Raw) -> Raw:
    """One entry of an overlay on the entry of the base it changes.

    Blocks are joined field by field; lists whose elements carry an id (or a code) are joined by it, what is new comes
    last; anything else is replaced whole. So an overlay never takes away: it withdraws, with a status.
    """
    joined = _Joined(under, over)
    return Raw(over.file, joined.data, joined.place)


class _Joined:
    """The data of two entries as one, remembering out of which each part came."""

    def __init__(self, under: Raw, over: Raw) -> None:
        self._under, self._over = under, over
        self._origins: dict[Loc, tuple[Raw, Loc]] = {}
        self.data = self._join(under.data, over.data, (), (), ())

    def place(self, loc: Loc) -> Place:
        """Where a value stands: in the overlay if that gives it, else in the base."""
        length = next(length for length in range(len(loc), -1, -1) if loc[:length] in self._origins)
        origin, start = self._origins[loc[:length]]
        return origin.place((*start, *loc[length:]))

    def _join(self, under: Any, over: Any, at: Loc, below: Loc, above: Loc) -> Any:
        """at: where the two stand in the result; below, above: where they stand in base and overlay."""
        self._origins[at] = self._over, above
        old, new = _parts(under), _parts(over)
        if old is None or new is None or type(under) is not type(over):
            return over
        found: dict[str, Any] = {}
        for number, key in enumerate(dict.fromkeys((*old, *new))):
            here = (*at, key if isinstance(over, dict) else number)
            if key in old and key in new:
                found[key] = self._join(under[old[key]], over[new[key]], here, (*below, old[key]), (*above, new[key]))
            elif key in old:
                found[key], self._origins[here] = under[old[key]], (self._under, (*below, old[key]))
            else:
                found[key], self._origins[here] = over[new[key]], (self._over, (*above, new[key]))
        return found if isinstance(over, dict) else list(found.values())


def _parts(value: Any) -> dict[str, Any] | None:
    """Where each field of a block stands, or each element of a list by its id or code; None for anything else."""
    if isinstance(value, dict):
        return {name: name for name in value}
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return None
    keys = [one.get("id", one.get("code")) for one in value]
    named = {key: number for number, key in enumerate(keys) if isinstance(key, str)}
    return named if len(named) == len(keys) else None
