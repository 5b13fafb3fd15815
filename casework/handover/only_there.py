"""What somebody wrote that only a section that stays here would tell.

A section that is off takes its sentences with it, but the motivation is filled in from other answers, word for word:
what a team does not get as “Wat wij samen denken” it would read under “Het besluit, en waarom”.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from casework.handover.blocks import Origin
from casework.handover.masked import written
from casework.handover.material import Material
from casework.handover.sections import SECTIONS

_SENTENCE = 6
"""Words: “twee keer per week” stands in many places, and tells nothing by itself. A statement that somebody pointed at
is looked for from fewer on."""


def only_there(m: Material) -> frozenset[str]:
    """The texts, by the answers and records the sections lead back to; none where every section goes along."""
    if not m.held_back:
        return frozenset()
    away, told = (
        {_whole(path) for one in SECTIONS if m.shared(one.code) is shared for path in _paths(tuple(one.blocks(m)))}
        for shared in (False, True)
    )
    texts = [(_whole(path), text) for path, text in written(m.case)]
    elsewhere = {_bare(text) for where, text in texts if where in told}
    return frozenset(
        text for where, text in texts
        if where in away - told and len(text.split()) >= _SENTENCE and _bare(text) not in elsewhere
    )  # fmt: skip


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?…")


def _whole(path: str) -> str:
    """The record a path lies in, else the answer itself."""
    parts = path.split(".")
    return ".".join(parts[:3] if len(parts) > 3 else parts[:2])


def _paths(value: Any) -> Iterator[str]:
    if isinstance(value, Origin):
        yield value.path
    elif isinstance(value, tuple):
        for one in value:
            yield from _paths(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _paths(getattr(value, field.name))
