"""Every code of a pack. One that was released is never renamed, removed or given to something else (feature 116)."""

from __future__ import annotations

from collections.abc import Iterator

from casework.care.content import content
from casework.knowledge import Pack

_REASONS = "reasons."
_WORDS_ONLY = ("pakket", "tekst", "kenmerkwoord")
"""Kinds whose keys are in no case file: they may go."""


def ids(pack: Pack) -> frozenset[str]:
    """As lines `kind id`: rules with their signals, questions, conclusions, reasons, reference clients, products, …"""
    return frozenset(_ids(pack))


def _ids(pack: Pack) -> Iterator[str]:
    for kind, name in content(pack):
        if kind not in _WORDS_ONLY:
            yield f"{kind} {name}"
        elif kind == "tekst" and name.startswith(_REASONS):
            yield f"reden {name.removeprefix(_REASONS)}"
    for rule in pack.rules.values():
        yield f"signaal {rule.code} van {rule.id}"
    for checklist in pack.checklists.values():
        yield from (f"vraag {checklist.id}.{item.id}" for item in checklist.items)
        yield from (f"conclusie {checklist.id}.{one.code}" for one in checklist.conclusions)
