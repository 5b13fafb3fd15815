"""The register of providers: who can give which help, through whose contract, and how long one waits there.

A waiting time is what was told on `verified_on`, and no promise. It never travels: the handover tells what the team
wrote down about its own choice (step 13).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from casework.knowledge.entry import Entry, NotEmpty, ProductId, Text
from casework.knowledge.searching import tells, words_of


class Provider(Entry):
    """contract_partner: who holds the contract, where that is another. waiting_days: as last told; without it nobody
    asked. bridging: what is there while one waits. skj_on: when it was last shown that the professionals are
    registered. fictional: made up, to practise with.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
    name: Text
    agb: Annotated[str, Field(pattern=r"^\d{8}$")] | None = None
    products: Annotated[tuple[ProductId, ...], NotEmpty]
    where: Text
    contract: bool
    contract_partner: Text | None = None
    contact: Text
    waiting_days: Annotated[int, Field(ge=0, le=1000)] | None = None
    verified_on: date | None = None
    bridging: Text | None = None
    skj_on: date | None = None
    fictional: bool


def find(providers: Iterable[Provider], product: str = "", text: str = "") -> list[Provider]:
    """Those that fit, the shortest wait first; where nobody asked how long, last. What is not asked does not narrow."""
    words = words_of(text)
    found = [
        one
        for one in providers
        if product in ("", *one.products) and tells(f"{one.name} {one.where} {one.contract_partner or ''}", words)
    ]
    return sorted(found, key=lambda one: (one.waiting_days is None, one.waiting_days or 0, one.name))
