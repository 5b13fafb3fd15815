"""The pack as a whole: whose it is, from when to when it holds, and the local names, numbers and places."""
from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from casework.knowledge.codes import GfmLevel, Level
from casework.knowledge.entry import Data, Dated, Text, each_once
from casework.mistakes import did_you_mean, mistake

MunicipalityCode = Annotated[str, Field(pattern=r"^\d{4}$")]


class EmergencyNumber(Data):
    """A number on the emergency card, with the day somebody last rang or looked it up."""

    id: Text
    title: Text
    note: Text | None = None
    number: Text
    checked_on: date


class Municipality(Data):
    code: MunicipalityCode
    name: Text


class Village(Data):
    name: Text
    municipality: MunicipalityCode | None = None


class Manifest(Dated):
    """Read from manifest.yaml. settings: the thresholds of the weighing, as named numbers."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,2}([-+.][0-9A-Za-z.-]+)?$")]
    title: Text
    owner: Text
    region: Text
    level_labels: dict[Level, Text] = {}
    gfm_labels: dict[GfmLevel, Text] = {}
    emergency_numbers: Annotated[tuple[EmergencyNumber, ...], each_once(lambda one: one.id, "nummer")]
    municipalities: Annotated[tuple[Municipality, ...], each_once(lambda one: one.code, "gemeente")]
    villages: tuple[Village, ...] = ()
    settings: dict[str, float] = {}

    @model_validator(mode="after")
    def _villages_lie_somewhere(self) -> Manifest:
        codes = [one.code for one in self.municipalities]
        for village in self.villages:
            if village.municipality is not None and village.municipality not in codes:
                guess = did_you_mean(village.municipality, codes)
                raise mistake(f"gemeente ‘{village.municipality}’ van ‘{village.name}’ staat niet in de lijst{guess}")
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
