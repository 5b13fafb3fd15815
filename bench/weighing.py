"""Weighing one family against 20, all and 500 reference clients, and the search for pairs; in milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle, islice

import resources
from bench.timing import medians
from casework import casefile
from casework.knowledge import Pack, ReferenceClient
from casework.weighing.assess import assess
from casework.weighing.further_changes import further_changes
from desktop.bootstrap import knowledge

_DAY = date(2026, 11, 22)


def run(rounds: int = 60) -> list[str]:
    case = casefile.read((resources.examples() / "jesse.json").read_bytes(), _DAY)
    whole = knowledge()
    full = len(whole.reference_clients)
    packs = {20: with_clients(whole, 20), full: whole, 500: with_clients(whole, 500)}
    work: dict[str, Callable[[], object]] = {
        f"weigh against {size}": lambda pack=pack: assess(case, pack, _DAY) for size, pack in packs.items()
    }
    work["search signals and pairs"] = lambda: further_changes(case, whole, _DAY)
    aims = dict(zip(work, ("<= 16 ms", "<= 16 ms", "<= 50 ms", "on asking, <= 500 ms"), strict=True))
    found = medians(work, rounds)
    return [f"{name:<34}{seconds * 1000:9.2f} ms   aim {aims[name]}" for name, seconds in found.items()]


def with_clients(pack: Pack, size: int) -> Pack:
    """The pack with exactly so many reference clients: the real ones, repeated under other ids."""
    real = list(pack.reference_clients.values())
    clients: dict[str, ReferenceClient] = {}
    for number, one in enumerate(islice(cycle(real), size)):
        clients[f"{one.id}#{number}"] = one.model_copy(update={"id": f"{one.id}#{number}"})
    return replace(pack, reference_clients=clients)
