"""The coarse data of a profile: parts of the region, and estimated shares. Concept data, read from resources."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Literal

import yaml

from casework.answers import Frozen


class RegionPart(Frozen):
    """Several municipalities together, and about how many young people (under 18) live there."""

    name: str
    young: int
    municipalities: tuple[str, ...]


class CoarseData(Frozen):
    """shares: of all young people, by feature and value; what is missing counts as 1. at_least: the k of the brief."""

    status: Literal["concept", "vastgesteld"]
    source: str
    at_least: int
    region_parts: tuple[RegionPart, ...]
    shares: Mapping[str, Mapping[str, float]]

    def part_of(self, municipality: str | None) -> RegionPart | None:
        """The part a municipality lies in; nothing where it is not known."""
        return next((part for part in self.region_parts if municipality in part.municipalities), None)


def read_coarse(folder: Traversable) -> CoarseData:
    """Raises pydantic's ValidationError for a broken build."""
    return CoarseData.model_validate(yaml.safe_load((folder / "coarse.yaml").read_text(encoding="utf-8")))
