"""A rule: a condition over the facts of a case, and what a consultant reads when it holds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from casework.codes import LiftedBy, Severity
from casework.knowledge.entry import Entry, FactName, Path, Text
from casework.knowledge.expressions import When

WHEN_IT_STOPS = ("when", "severity", "lifted_by", "status", "valid_from", "valid_until")
"""The fields of a rule that stops which say when it does; the others are words."""


def _own_code(read: dict[str, str]) -> str:
    return read.get("id", "").removeprefix("R-")


class Rule(Entry):
    """One rule of the brief. `code` names the signal for others (STAPELING); without one it is the id without R-.

    step: where it belongs. title: what is seen. text: what is seen and what to do. action: a verb phrase for the
    button; action_path: where that leads. shows: the facts shown with it, `quoted` if they are somebody's own words.
    weighs_towards_pool: counts for asking the expert pool (R-EXP-02). lifted_by: only of meaning for a STOP.
    """

    id: Annotated[str, Field(pattern=r"^R-[A-Z0-9]+(-[A-Z0-9]+)*$")]
    code: Annotated[str, Field(pattern=r"^[A-Z0-9]+([_-][A-Z0-9]+)*$", default_factory=_own_code)]
    severity: Severity
    step: Path
    title: Text
    text: Text
    action: Text
    action_path: Path
    when: When
    shows: tuple[FactName, ...] = ()
    weighs_towards_pool: bool = False
    lifted_by: LiftedBy = "none"
    quoted: bool = False
