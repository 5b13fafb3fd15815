"""Who reads what is said. The coordinator reads everything; experts never read each other before the release."""

from __future__ import annotations

from casework.codes import Level
from casework.pool import bodies as said
from casework.pool.messages import Body
from casework.pool.parties import Party
from casework.pool.state import Consult

POOL = "pool"
"""The mailbox of the coordinators. Everybody else's mailbox is their own id."""

HEAVY: frozenset[Level] = frozenset({"intensief", "gedwongen_kader"})
"""Levels for which two experts advise, blind of each other."""


def mailbox_of(party: Party) -> str:
    return POOL if party.role == "coordinator" else party.id


def mailboxes(consult: Consult, by: Party, body: Body) -> frozenset[str]:
    """Where a message goes, `consult` being what its author knew. Never to who said it."""
    asker = set() if consult.asker is None else {consult.asker.id}
    experts = set(consult.experts)
    match body:
        case said.Advise() | said.Decline() | said.Discuss():
            to: set[str] = set()
        case said.ReturnAdvice():
            to = {body.expert}
        case said.Assign():
            to = asker | experts | {expert.id for expert in body.experts}
        case said.Submit() | said.Triage() | said.Refuse() | said.TakeOn() | said.Minutes():
            to = asker
        case said.Remind():
            to = experts
        case said.PhoneNote():
            to = asker | {body.expert.id}
        case _:
            to = asker | experts
    return frozenset((to | {POOL}) - {by.id})


def two_are_asked(request: said.Request) -> bool:
    """Is this a heavy decision: compulsory advice about intensive or compulsory help?"""
    return request.type == "VERPLICHT_ADVIES" and request.asked_level in HEAVY
