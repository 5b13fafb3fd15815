"""Who may do what, and whether a registration holds."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from pydantic import ValidationError

from casework.actors import Action, Actor, Registration, Role

MAY: dict[Role, set[Action]] = {
    "consulent": {"edit_case", "confirm_decision", "request_advice", "record_advice", "export_handover"},
    "gedragswetenschapper": {"edit_case", "confirm_decision", "request_advice", "record_advice"},
    "coordinator": {"request_advice", "record_advice"},
    "expert": {"record_advice"},
    "teamleider": {"confirm_decision", "export_handover", "erase_case"},
}


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("action", get_args(Action))
def test_what_a_role_may_do(role: Role, action: Action) -> None:
    assert Actor(id="a", name="A. Fictema", role=role).may(action) is (action in MAY[role])


@pytest.mark.parametrize(("fields", "day", "holds"), [
    ({"register": "SKJ", "number": "100000001"}, "2199-12-31", True),
    ({"register": "BIG", "number": "1", "valid_until": "2026-11-23"}, "2026-11-23", True),
    ({"register": "BIG", "number": "1", "valid_until": "2026-11-23"}, "2026-11-24", False),
    ({"register": "SKJ", "number": ""}, "2026-11-23", False),
    ({"register": "geen", "number": "1"}, "2026-11-23", False),
    ({}, "2026-11-23", False),
])  # fmt: skip
def test_a_registration_holds_with_a_number_and_to_its_last_day(fields: dict[str, str], day: str, holds: bool) -> None:
    assert Registration.model_validate(fields).holds_on(date.fromisoformat(day)) is holds


def test_an_actor_is_as_at_that_moment() -> None:
    actor = Actor(id="a", name="A. Fictema")
    assert (actor.role, actor.registration) == ("consulent", Registration())
    with pytest.raises(ValidationError):
        actor.name = "iemand anders"
    with pytest.raises(ValidationError):
        Actor.model_validate({"id": "a", "name": "A", "role": "baas"})


def test_a_number_typed_with_its_register_is_kept_without() -> None:
    assert Registration(register="SKJ", number="SKJ 000000000").number == "000000000"
    assert Registration(register="BIG", number="SKJ 1").number == "SKJ 1"
