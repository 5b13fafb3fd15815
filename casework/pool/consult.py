"""A consult as it stands: the fold of its messages. The same messages give the same consult, in whatever order.

Only the coordinator sees every message: experts answer blind of each other, and an asker reads what was released. So
the coordinator's home judges each message by the table; an asker follows the coordinator, an expert follows both, and
the rest they judge. A message that does not fit is kept aside with the reason, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from casework.actors import is_same_name
from casework.consultation.consultation import Status
from casework.pool import bodies as said
from casework.pool.applying import changed
from casework.pool.lifecycle import STATUS_WORDS, STEPS
from casework.pool.messages import Body, Message
from casework.pool.order import by_step, in_order
from casework.pool.parties import Party, PoolRole, is_same_person
from casework.pool.state import Aside, Consult, Moment
from casework.words import day_in_words, listed

_WAITS = "Wacht op een eerder bericht dat nog niet binnen is."

View = Literal["hub", "asker", "expert"]
"""hub: the home of a coordinator, to which every message comes."""

_VIEW_OF: Mapping[PoolRole, View] = {"coordinator": "hub", "aanvrager": "asker", "expert": "expert"}


_FOLLOWS: Mapping[View, frozenset[PoolRole]] = {
    "hub": frozenset(),
    "asker": frozenset({"coordinator"}),
    "expert": frozenset({"coordinator", "aanvrager"}),
}
"""Whose word is taken as it is, by who cannot read all that went before it."""


def view_of(role: PoolRole | None) -> View:
    return "asker" if role is None else _VIEW_OF[role]


def fold(thread: str, messages: Iterable[Message], view: View = "hub") -> Consult:
    """The consult these messages make. Total: a message of another thread, or one that does not fit, is kept aside."""
    known = {message.id: message for message in messages}
    consult = Consult(thread)
    ordered = in_order(known) if view == "hub" else ((one, False) for one in by_step(known.values()))
    for message, missing in ordered:
        if message.thread != thread:
            consult = _set_aside(consult, message, "Dit bericht hoort bij een andere vraag.", waiting=False)
        elif missing:
            consult = _set_aside(consult, message, _WAITS, waiting=True)
        elif why := objection(consult, message.by, message.body, view):
            waiting = view != "hub" and consult.status == "CONCEPT"
            consult = _set_aside(consult, message, why, waiting=waiting)
        else:
            consult = _applied(consult, message)
    answered = {parent for message in known.values() for parent in message.after}
    return replace(
        consult,
        heads=tuple(sorted(set(known) - answered)),
        next_step=1 + max((message.step for message in known.values()), default=0),
    )


def objection(consult: Consult, by: Party, body: Body, view: View = "hub") -> str:
    """Why this may not be said now, in Dutch; empty where it may. The screens ask it before, the fold after."""
    step = STEPS[body.kind]
    if by.role not in step.by:
        return "Dit kan niet vanuit deze rol."
    if by.role in _FOLLOWS[view]:
        return _not_begun(consult, body)
    if consult.status not in step.from_ or (isinstance(body, said.Convert) and not may_convert(consult)):
        return f"“{step.words}” kan niet meer of nog niet: de vraag is {STATUS_WORDS[consult.status]}."
    if body.kind in ("complete", "withdraw", "decide", "follow_up", "close") and not _is(consult.asker, by):
        return "Alleen wie de vraag stelde kan dit."
    if isinstance(body, said.Accept | said.Decline | said.Advise) and by.id not in consult.experts:
        return "Deze vraag is niet (meer) aan deze expert toegewezen."
    if isinstance(body, said.Advise | said.Decline) and by.id in consult.advices:
        return "Uw advies ligt bij de coördinator. Vraag het terug als u er iets aan wilt veranderen."
    if isinstance(body, said.Accept) and by.id in consult.accepted:
        return "U hebt deze vraag al in behandeling."
    if isinstance(body, said.Advise) and by.id not in consult.accepted:
        return "Neem de vraag eerst in behandeling, met uw belangverklaring."
    return _own_work(consult, by, body) or _incomplete(consult, body)


def may_convert(consult: Consult) -> bool:
    """What was closed stays so; but after a talk on the telephone nothing else was asked yet."""
    return consult.status != "GESLOTEN" or consult.phone is not None


def _not_begun(consult: Consult, body: Body) -> str:
    """What another said is followed, once it is known what about."""
    known = isinstance(body, said.Assign | said.PhoneNote) or consult.status != "CONCEPT"
    return "" if known else _WAITS


def _own_work(consult: Consult, by: Party, body: Body) -> str:
    """Nobody approves own work (brief §8.2), also not from another device."""
    asker = consult.asker or (by if by.role == "aanvrager" else None)
    if asker is not None and any(is_same_person(asker, expert) for expert in _answering(by, body)):
        return f"{asker.name} stelde deze vraag. Wie vraagt, antwoordt niet zelf: laat het over aan een andere expert."
    if isinstance(body, said.Assign) and (others := _not_named(consult, body)):
        return f"Deze vraag met namen mag {', '.join(others)} niet lezen. Wijs iemand toe die de aanvrager noemde."
    advised = any(is_same_person(by, given.by) for given in consult.advices.values())
    if isinstance(body, said.Discuss | said.Release | said.ReturnAdvice) and advised:
        return "Wie zelf adviseerde kan dat advies niet vaststellen. Vraag een andere coördinator."
    if isinstance(body, said.Decide) and body.cosigned_by and is_same_name(body.cosigned_by, by.name):
        return "De tweede handtekening is van iemand anders dan wie besluit."
    return ""


def _answering(by: Party, body: Body) -> Sequence[Party]:
    """Whom this makes answer the question."""
    match body:
        case said.Assign():
            return body.experts
        case said.PhoneNote():
            return (body.expert,)
        case said.Accept() | said.Advise():
            return (by,)
        case _:
            return ()


def _not_named(consult: Consult, body: said.Assign) -> list[str]:
    """Experts who may not read a question with names: only whom the asker named may."""
    asked = consult.request or body.request
    return [] if asked.consent == "anoniem" else [one.name for one in body.experts if one.name not in asked.readers]


def _incomplete(consult: Consult, body: Body) -> str:
    if isinstance(body, said.Release):
        if not consult.advices:
            return "Er is nog geen advies om vast te stellen."
        if len(consult.advices) < len(consult.experts) and not body.reason.strip():
            return "Er is nog een tweede expert gevraagd. Wacht daarop, of schrijf waarom dit advies nu uitgaat."
    if isinstance(body, said.Decide) and body.decision != "volgt" and _compulsory(consult) and not body.cosigned_by:
        return "Afwijken van een verplicht advies vraagt de handtekening van een tweede geregistreerde professional."
    if isinstance(body, said.PhoneNote) and consult.request and consult.request.type == "VERPLICHT_ADVIES":
        return "Een verplicht advies kan niet telefonisch worden afgedaan."
    if isinstance(body, said.ReturnAdvice) and body.expert not in consult.advices:
        return "Van deze expert is er geen advies om terug te geven."
    return ""


def _compulsory(consult: Consult) -> bool:
    return consult.request is not None and consult.request.type == "VERPLICHT_ADVIES"


def _is(one: Party | None, other: Party) -> bool:
    return one is not None and one.id == other.id


def _set_aside(consult: Consult, message: Message, why: str, *, waiting: bool) -> Consult:
    return replace(consult, aside=(*consult.aside, Aside(message, why, waiting)))


def _applied(consult: Consult, message: Message) -> Consult:
    body, by = message.body, message.by
    now = changed(consult, by, body)
    status, before = _status(now, body), now.before
    if consult.status == "AANVULLING_GEVRAAGD" and by.role == "expert":
        status, before = consult.status, _resumes(now, body)
    elif status == "AANVULLING_GEVRAAGD" != consult.status:
        before = consult.status
    moment = Moment(body.kind, status, message.at, by, _why(body))
    return replace(now, status=status, before=before, history=(*consult.history, moment))


def _status(now: Consult, body: Body) -> Status:
    """The status after a body was applied; `now` has its changes and still the status before."""
    to = STEPS[body.kind].to
    if isinstance(body, said.Convert):
        return "OMGEZET_NAAR_CASEMANAGEMENT" if body.to == "casemanagement" else "OMGEZET_NAAR_MDO_HSJ"
    if isinstance(body, said.Decline) and now.experts:
        return now.status
    if isinstance(body, said.Advise) and set(now.advices) != set(now.experts):
        return now.status
    if to == "RESUMES":
        return now.before
    return now.status if to is None else to


def _resumes(now: Consult, body: Body) -> Status:
    """Where a consult goes on once it is completed, after what an expert said while it stood still."""
    return now.before if isinstance(body, said.AskCompletion) else _status(replace(now, status=now.before), body)


_STAGES = {
    "herinnering": "de termijn loopt tot en met",
    "te_laat": "te laat, de termijn liep tot en met",
    "escalatie": "de coördinator is aan zet, de termijn liep tot en met",
}


def _why(body: Body) -> str:
    if isinstance(body, said.Assign):
        whom = f"aan {listed([expert.name for expert in body.experts])}"
        return f"{whom}, ondanks een belang: {body.despite}" if body.despite else whom
    if isinstance(body, said.Remind):
        return f"{_STAGES[body.stage]} {day_in_words(body.due)}"
    for name in ("reason", "comment", "note", "words", "learnt"):
        if words := getattr(body, name, ""):
            return str(words)
    return ""
