"""Who takes part in a consult, and in what role (brief §8.2)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from casework.actors import Registration, digits, is_same_name
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


def is_same_person(one: Party, other: Party) -> bool:
    """Are these the same human? Who has two roles has a device for each, and with it another id.

    A number in one register tells for certain. Else the name does: it is better to ask a namesake to leave it to
    somebody else than that own work is approved.
    """
    if one.id == other.id:
        return True
    mine, theirs = digits(one.registration.number), digits(other.registration.number)
    if mine and theirs and one.registration.register_ == other.registration.register_ != "geen":
        return mine == theirs
    return is_same_name(one.name, other.name)
