"""How likeness to a reference client is weighed: numbers of the pack, not of the program."""
from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from casework.knowledge.clients import Features
from casework.knowledge.entry import Data
from casework.mistakes import did_you_mean, mistake


def _is_feature(name: str) -> str:
    known = ["age", "problem_area", *Features.model_fields]
    if name not in known:
        raise mistake(f"‘{name}’ is geen kenmerk van een ijkcliënt{did_you_mean(name, known)}")
    return name


class Likeness(Data):
    """Read from likeness.yaml: how much each feature counts, and the thresholds of the comparison by name."""

    weights: dict[Annotated[str, AfterValidator(_is_feature)], Annotated[float, Field(ge=0)]]
    thresholds: dict[str, float] = {}
