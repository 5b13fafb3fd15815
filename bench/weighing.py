"""Weighing one family against 20 and 500 reference clients; the aims are in milliseconds (issue: 16 and 50)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import cycle, islice

import resources
from bench.timing import medians
from casework import casefile
from casework.knowledge import Pack, ReferenceClient
from casework.weighing.assess import assess
from desktop.bootstrap import knowledge

_DAY = date(2026, 11, 22)


def run(rounds: int = 60) -> list[str]:
    case = casefile.read((resources.examples() / "jesse.json").read_bytes(), _DAY)
    packs = {size: with_clients(knowledge(), size) for size in (20, 500)}
    found = medians({str(size): lambda pack=pack: assess(case, pack, _DAY) for size, pack in packs.items()}, rounds)
    aims: Mapping[str, str] = {"20": "<= 16 ms", "500": "<= 50 ms"}
    return [
        f"{f'weigh against {size}':<34}{seconds * 1000:9.2f} ms   aim {aims[size]}" for size, seconds in found.items()
    ]


def with_clients(pack: Pack, size: int) -> Pack:
    """The pack with exactly so many reference clients: the real ones, repeated under other ids."""
    real = list(pack.reference_clients.values())
    clients: dict[str, ReferenceClient] = {}
    for number, one in enumerate(islice(cycle(real), size)):
        clients[f"{one.id}#{number}"] = one.model_copy(update={"id": f"{one.id}#{number}"})
    return replace(pack, reference_clients=clients)
