"""Who takes part in a consult, and in what role (brief §8.2)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from casework.actors import Registration
from casework.answers import Frozen
from casework.codes import Discipline

PoolRole: TypeAlias = Literal["aanvrager", "coordinator", "expert"]


class Party(Frozen):
    """A professional as they were when they said something. id: of the person, the same in every message.

    organisation: where somebody works, for conflicts of interest; team: of who asks.
    """

    id: str
    name: str
    role: PoolRole
    team: str = ""
    organisation: str = ""
    discipline: Discipline | None = None
    registration: Registration = Registration()
