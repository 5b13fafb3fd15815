"""Who acts. Every action in IJkpunt takes an Actor; what a role may do is decided here and nowhere else."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from casework.answers import Frozen

Role = Literal["consulent", "gedragswetenschapper", "coordinator", "expert", "teamleider"]
Register = Literal["SKJ", "BIG", "geen"]
Action = Literal["edit_case", "confirm_decision", "request_advice", "record_advice", "export_handover", "erase_case"]

_MAY: dict[Role, frozenset[Action]] = {
    "consulent": frozenset({"edit_case", "confirm_decision", "request_advice", "record_advice", "export_handover"}),
    "gedragswetenschapper": frozenset({"edit_case", "confirm_decision", "request_advice", "record_advice"}),
    "coordinator": frozenset({"request_advice", "record_advice"}),
    "expert": frozenset({"record_advice"}),
    "teamleider": frozenset({"confirm_decision", "export_handover", "erase_case"}),
}


class Registration(Frozen):
    """A professional registration (SKJ or BIG) and until when it holds; Besluit Jeugdwet, norm verantwoorde
    werktoedeling (Jeugdwet 2.7 lid 2)."""

    register_: Register = Field(default="geen", alias="register")
    number: str = ""
    valid_until: date | None = None

    @field_validator("number")
    @classmethod
    def _without_the_register(cls, number: str, info: ValidationInfo) -> str:
        """Who typed `SKJ 110000000` did not mean `SKJ SKJ 110000000` on paper."""
        return number.removeprefix(info.data.get("register_", "")).strip()

    def holds_on(self, day: date) -> bool:
        """Registered with a number, and not yet past the last day."""
        return self.register_ != "geen" and bool(self.number) and (self.valid_until is None or day <= self.valid_until)


class Actor(Frozen):
    """Somebody who does something: id, name, role and registration, as they were at that moment."""

    id: str
    name: str
    role: Role = "consulent"
    registration: Registration = Registration()

    def may(self, action: Action) -> bool:
        return action in _MAY[self.role]


def is_same_name(one: str, other: str) -> bool:
    """The same but for capitals and spaces: `T.Oefenstra` is `T. Oefenstra`."""
    return "".join(one.casefold().split()) == "".join(other.casefold().split())


def digits(number: str) -> str:
    """What makes the number of a registration: it may be typed in groups, or with its register."""
    return "".join(sign for sign in number if sign.isdigit())
