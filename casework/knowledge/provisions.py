"""The provision directory (sociale kaart): what a family can use in its own village, online, or with transport.

Most of it is free and needs no decision, so it comes first (Jeugdwet 2.1; seed:003). What stands here is only as good
as the last time somebody rang: `waiting` and `contact` say what was told, `verified_on` when, and a fictional
provision says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, model_validator

from casework.codes import ProblemArea
from casework.knowledge.entry import AgeRange, Entry, NotEmpty, ProductId, Text
from casework.knowledge.searching import plain, tells, words_of
from casework.mistakes import mistake

ProvisionKind = Literal[
    "groep",
    "training",
    "maatje",
    "opvoedsteun",
    "praten",
    "school",
    "voorschool",
    "opvang",
    "ontmoeten",
    "sport_en_cultuur",
    "scheiding",
    "logeren",
    "geld_en_wonen",
    "zorg",
    "toegang",
]
Cost = Literal["gratis", "eigen_bijdrage", "betaald"]
Reach: TypeAlias = Literal["dichtbij", "aan_huis", "online", "met_vervoer"]
"""How somebody in a village gets there, the easiest first."""

_NEAREST_FIRST: tuple[Reach, ...] = ("dichtbij", "aan_huis", "online", "met_vervoer")


class Provision(Entry):
    """Something a family can turn to. what: one or two sentences a family can read. places: the villages, or the
    municipality, where it is. comes_home: those where somebody comes to the family. only_for: the municipalities whose
    families it is for; empty means whoever can get there. free_access: no decision is needed.
    waiting: in words, as last heard. verified_on: the day somebody last asked; without it nobody did. product: what it
    is called in the product catalogue. fictional: made up, to practise with.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
    name: Text
    kind: ProvisionKind
    what: Text
    problem_areas: Annotated[tuple[ProblemArea, ...], NotEmpty]
    age: AgeRange
    places: tuple[Text, ...] = ()
    comes_home: tuple[Text, ...] = ()
    only_for: tuple[Text, ...] = ()
    online: bool = False
    cost: Cost
    cost_note: Text | None = None
    contact: Text
    free_access: bool
    waiting: Text | None = None
    verified_on: date | None = None
    product: ProductId | None = None
    fictional: bool

    @model_validator(mode="after")
    def _can_be_reached(self) -> Any:
        if not (self.places or self.comes_home or self.online):
            raise mistake("niemand kan hier komen; vul ‘places’ in, of kies ‘comes_home’ of ‘online’")
        return self


def find(
    provisions: Iterable[Provision],
    problem_area: ProblemArea | None = None,
    age: int | None = None,
    village: str | None = None,
    municipality: str | None = None,
    without_transport: bool = False,
    text: str = "",
) -> list[Provision]:
    """The provisions that fit, the nearest first and then by name. What is not asked does not narrow.

    age: in whole years. without_transport: only what is in the village itself, at home or online. text: every word of
    it begins a word of the name, kind or description, whatever its case and accents.
    """
    words, found = words_of(text), []
    for one in provisions:
        way = reach(one, village, municipality)
        if (
            way is not None
            and not (without_transport and way == "met_vervoer")
            and (problem_area is None or problem_area in one.problem_areas)
            and (age is None or one.age.min <= age <= one.age.max)
            and tells(_told(one), words)
        ):
            found.append((_NEAREST_FIRST.index(way), plain(one.name), one))
    return [one for *_, one in sorted(found, key=lambda each: each[:2])]


def reach(provision: Provision, village: str | None, municipality: str | None = None) -> Reach | None:
    """How somebody who lives there gets to it; None if it does not come there and stands nowhere, or is for others.

    Where it is not known where somebody lives, everything with a place takes transport.
    """
    home = {plain(name) for name in (village, municipality) if name}
    if municipality and provision.only_for and plain(municipality) not in map(plain, provision.only_for):
        return None
    if home & set(map(plain, provision.places)):
        return "dichtbij"
    if provision.comes_home and (not home or home & set(map(plain, provision.comes_home))):
        return "aan_huis"
    if provision.online:
        return "online"
    return "met_vervoer" if provision.places else None


def _told(provision: Provision) -> str:
    return " ".join((provision.name, provision.kind.replace("_", " "), provision.what))
