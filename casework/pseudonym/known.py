"""What a case itself knows that could lead to its people: the first and surest list to search a text for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casework.pseudonym.folded import folded
from casework.pseudonym.kinds import Kind

Role = Literal["child", "parent", "sibling", "grandparent", "family", "friend", "professional", "other"]
"""What somebody is to the young person; it decides the label."""

ROLE_WORDS: dict[Role, str] = {
    "child": "Kind",
    "parent": "Ouder",
    "sibling": "Broer of zus",
    "grandparent": "Grootouder",
    "family": "Familielid",
    "friend": "Bekende",
    "professional": "Professional",
    "other": "Persoon",
}


@dataclass(frozen=True)
class KnownPerson:
    """A person of the case: every name as written, of whatever length, and aliases."""

    names: tuple[str, ...]
    role: Role = "other"
    born: date | None = None


@dataclass(frozen=True)
class Known:
    """Everything a case knows. `reference_date` is the day that dates in the request are told against."""

    reference_date: date
    people: tuple[KnownPerson, ...] = ()
    addresses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    numbers: tuple[tuple[Kind, str], ...] = ()


@dataclass(frozen=True)
class Address:
    """An address in its parts; what is not there is empty."""

    street: str
    number: str
    postcode: str
    place: str


_POSTCODE = re.compile(r"\b(\d{4})\s?([A-Za-z]{2})\b")
_STREET = re.compile(r"^(?P<street>\D.*?)(?:\s+(?P<number>\d+\s?[\w/-]*))?$")


def parts_of(address: str) -> Address:
    """Street, number, postcode and place of an address written on one line."""
    postcode = _POSTCODE.search(address)
    before = address[: postcode.start()] if postcode else address.partition(",")[0]
    after = address[postcode.end() :] if postcode else address.partition(",")[2]
    street = _STREET.match(before.strip(" ,\n"))
    return Address(
        street=street["street"].strip() if street else "",
        number=(street["number"] or "") if street else "",
        postcode=f"{postcode[1]} {postcode[2].upper()}" if postcode else "",
        place=after.strip(" ,\n"),
    )


def places_of(known: Known) -> list[str]:
    """Every place of the case once, folded: named as such, or in an address."""
    named = (*known.places, *(parts_of(address).place for address in known.addresses))
    return list(dict.fromkeys(folded(name) for name in named if name.strip()))
