"""How likeness to a reference client is weighed: numbers of the pack, not of the program."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from casework.knowledge.clients import Features
from casework.knowledge.entry import Data, Text
from casework.mistakes import did_you_mean, mistake


def _is_feature(name: str) -> str:
    known = ["age", "problem_area", *Features.model_fields]
    if name not in known:
        raise mistake(f"‘{name}’ is geen kenmerk van een ijkcliënt{did_you_mean(name, known)}")
    return name


Feature: TypeAlias = Annotated[str, AfterValidator(_is_feature)]


class Likeness(Data):
    """Read from likeness.yaml. weights: how much each feature counts; thresholds: by name.

    labels and value_labels: each feature and its values in Dutch words.
    """

    weights: dict[Feature, Annotated[float, Field(ge=0)]]
    thresholds: dict[str, float] = Field(default_factory=dict)
    labels: dict[Feature, Text] = Field(default_factory=dict)
    value_labels: dict[Feature, dict[str, Text]] = Field(default_factory=dict)
