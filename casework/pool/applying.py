"""What each thing said changes in a consult, apart from its status (consult.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from casework.pool import bodies as said
from casework.pool.messages import Body
from casework.pool.parties import Party
from casework.pool.state import Consult, Round

T = TypeVar("T")


def changed(consult: Consult, by: Party, body: Body) -> Consult:
    match body:
        case said.Submit():
            return replace(consult, request=body.request, asker=by, team=by.team)
        case said.PhoneNote():
            asker = consult.asker or (by if by.role == "aanvrager" else None)
            return replace(consult, phone=body, asker=asker, team=consult.team or by.team)
        case said.Complete():
            return replace(consult, added=(*consult.added, body.words))
        case said.MarkUrgent():
            return replace(consult, urgent=True)
        case said.Assign():
            return _assigned(consult, body)
        case said.Accept():
            return replace(consult, accepted={**consult.accepted, by.id: body})
        case said.Decline():
            return replace(
                consult,
                experts=_without(consult.experts, by.id),
                accepted=_without(consult.accepted, by.id),
                advices=_without(consult.advices, by.id),
            )
        case said.Advise():
            return replace(consult, advices={**consult.advices, by.id: said.AdviceBy(by=by, advice=body.advice)})
        case said.ReturnAdvice():
            return replace(consult, advices=_without(consult.advices, body.expert))
        case said.Release():
            return replace(consult, release=body)
        case said.Decide():
            return replace(consult, decision=body)
        case said.FollowUp():
            return replace(consult, follow_ups=(*consult.follow_ups, body))
        case said.Close():
            return replace(consult, closed=body)
        case said.Refuse():
            return replace(consult, route=body.route)
        case said.Convert():
            return replace(consult, manager=body.to_whom)
        case said.TakeOn():
            return replace(consult, manager=body.manager)
        case said.Minutes():
            return replace(consult, minutes=(*consult.minutes, body))
        case said.Remind():
            return replace(consult, reminded=(*consult.reminded, body))
        case said.Reopen():
            again = replace(consult, experts={}, accepted={}, advices={}, phone=None, earlier=_kept(consult))
            return replace(again, release=None, decision=None, follow_ups=(), closed=None)
        case _:
            return consult


def _assigned(consult: Consult, body: said.Assign) -> Consult:
    """Who was asked before and still is keeps what they said."""
    asked = {expert.id: expert for expert in body.experts}
    return replace(
        consult,
        experts=asked,
        accepted={who: one for who, one in consult.accepted.items() if who in asked},
        advices={who: one for who, one in consult.advices.items() if who in asked},
        request=consult.request or body.request,
        added=consult.added or body.added,
        asker=consult.asker or body.asker,
        team=consult.team or body.team,
        urgent=consult.urgent or body.urgent,
    )


def _kept(consult: Consult) -> tuple[Round, ...]:
    """A consult that ended before it came to anything has nothing to keep."""
    return consult.earlier if consult.round == Round() else (*consult.earlier, consult.round)


def _without(parts: Mapping[str, T], who: str) -> dict[str, T]:
    return {name: part for name, part in parts.items() if name != who}
