"""The pack as a whole: whose it is, from when to when it holds, and the local names, numbers and places."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from casework.codes import GfmLevel, Level
from casework.knowledge.entry import Data, Dated, Text, each_once
from casework.mistakes import mistake

PACK_ID = r"^[a-z0-9][a-z0-9-]*$"
_NUMBERS = r"\d+(\.\d+){0,2}"
VERSION = rf"^{_NUMBERS}([-+.][0-9A-Za-z.-]+)?$"


def _in_form(form: str, example: str) -> AfterValidator:
    """As a pattern of pydantic, told by example: who writes a pack does not read patterns."""

    def check(value: str) -> str:
        if re.fullmatch(form, value) is None:
            raise mistake(f"schrijf dit zoals ‘{example}’ (er staat ‘{value.strip()}’)")
        return value

    return AfterValidator(check)


PackId: TypeAlias = Annotated[
    str, _in_form(PACK_ID, "gemeente-groningen"), WithJsonSchema({"type": "string", "pattern": PACK_ID})
]
Version: TypeAlias = Annotated[str, _in_form(VERSION, "2026.2"), WithJsonSchema({"type": "string", "pattern": VERSION})]

OF_ITS_OWN = ("id", "version", "title", "owner", "valid_from", "municipality", "extends", "follows", "explained_flips")
"""What every manifest says itself; an overlay takes none of these from its base."""


def version_order(version: str) -> tuple[list[int], bool, list[tuple[bool, int | str]]]:
    """For comparing versions: 2026.2 comes before 2026.10, and 2026.2-concept before 2026.2. Raises ValueError."""
    if (numbers := re.match(_NUMBERS, version)) is None:
        raise ValueError(f"{version!r} is no version")
    counted = [int(number) for number in numbers[0].split(".")]
    suffix = version[numbers.end() :]
    parts: list[tuple[bool, int | str]] = [
        (part.isdigit(), int(part) if part.isdigit() else part) for part in re.findall(r"\d+|\D+", suffix)
    ]
    return [*counted, 0, 0][:3], not suffix.startswith("-"), parts


def place_key(name: str) -> str:
    """For comparing names of municipalities as people write them, with or without Gemeente, Het and hyphens."""
    return " ".join(name.replace("-", " ").split()).casefold().removeprefix("gemeente ").removeprefix("het ")


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


class ExplainedFlip(Data):
    """An outcome that changes on purpose. id: the family it changes for (a reference client or example), or the rule
    whose signal comes or goes.
    """

    id: Text
    why: Text


class Manifest(Dated):
    """Read from manifest.yaml. settings: the thresholds of the weighing, as named numbers. villages: names that make a
    family recognisable, never a way to sort people; villages_in: the municipality they lie in. extends: the pack this
    is an overlay on. municipality: the code of the one it is for. follows: the version it comes after, against which
    explained_flips are counted.
    """

    id: PackId
    version: Version
    extends: PackId | None = None
    municipality: str | None = None
    follows: Version | None = None
    explained_flips: Annotated[tuple[ExplainedFlip, ...], each_once(lambda one: one.id, "uitleg bij")] = ()
    title: Text
    owner: Text
    region: Text
    level_labels: dict[Level, Text] = Field(default_factory=dict)
    gfm_labels: dict[GfmLevel, Text] = Field(default_factory=dict)
    emergency_numbers: Annotated[tuple[EmergencyNumber, ...], each_once(lambda one: one.id, "nummer")]
    municipalities: Annotated[tuple[Municipality, ...], each_once(lambda one: one.code, "gemeente")]
    villages: tuple[Text, ...] = ()
    villages_in: Text | None = None
    settings: dict[str, float] = Field(default_factory=dict)

    @property
    def for_municipality(self) -> Municipality | None:
        """The municipality this pack is for; a region has none."""
        return next((one for one in self.municipalities if one.code == self.municipality), None)

    def called(self, name: str) -> Municipality | None:
        """The municipality with this name, as people write it: Gemeente Het Hogeland, Hogeland."""
        return next((one for one in self.municipalities if place_key(one.name) == place_key(name)), None)

    @model_validator(mode="after")
    def _knows_its_municipality(self) -> Any:
        if self.municipality is not None and self.for_municipality is None:
            raise mistake(
                f"gemeente ‘{self.municipality}’ staat niet onder ‘municipalities’; kies een code die er staat"
            )
        return self


class Source(Data):
    """Where something rests on: law, case law, a guideline, a seed document or our own proposal."""

    id: Text
    title: Text
    kind: Literal["law", "ruling", "guideline", "seed", "own_proposal"]
    reference: Text
    valid_from: date | None = None
    valid_until: date | None = None
    checked_on: date
