"""The pack as a whole: whose it is, from when to when it holds, and the local names, numbers and places."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from casework.knowledge.codes import GfmLevel, Level
from casework.knowledge.entry import Data, Dated, Text, each_once


class EmergencyNumber(Data):
    """A number on the emergency card. number: empty as long as nobody filled it in. checked_on: the day somebody last
    rang it; without it nobody did.
    """

    id: Text
    title: Text
    note: Text | None = None
    number: str = ""
    checked_on: date | None = None


class Municipality(Data):
    """ordinance: its regulation on youth help; own_capacity_article: the article on own capacity. Empty: not read."""

    code: Annotated[str, Field(pattern=r"^\d{4}$")]
    name: Text
    ordinance: str = ""
    own_capacity_article: str = ""


class Manifest(Dated):
    """Read from manifest.yaml. settings: the thresholds of the weighing, as named numbers. villages: names that make a
    family recognisable, never a way to sort people.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,2}([-+.][0-9A-Za-z.-]+)?$")]
    title: Text
    owner: Text
    region: Text
    level_labels: dict[Level, Text] = Field(default_factory=dict)
    gfm_labels: dict[GfmLevel, Text] = Field(default_factory=dict)
    emergency_numbers: Annotated[tuple[EmergencyNumber, ...], each_once(lambda one: one.id, "nummer")]
    municipalities: Annotated[tuple[Municipality, ...], each_once(lambda one: one.code, "gemeente")]
    villages: tuple[Text, ...] = ()
    settings: dict[str, float] = Field(default_factory=dict)


class Source(Data):
    """Where something rests on: law, case law, a guideline, a seed document or our own proposal."""

    id: Text
    title: Text
    kind: Literal["law", "ruling", "guideline", "seed", "own_proposal"]
    reference: Text
    valid_from: date | None = None
    valid_until: date | None = None
    checked_on: date
