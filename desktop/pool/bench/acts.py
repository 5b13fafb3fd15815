"""What the coordinator can do with a consult: each act asks its words, and comes to what is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from casework.mistakes import as_typed
from casework.pool import bodies as said
from casework.pool.consult import may_convert
from casework.pool.lifecycle import STEPS
from casework.pool.messages import Body
from casework.pool.state import Consult
from desktop.pool.bench.asking import Asking

Asks = Callable[[QWidget, Consult], Body | None]
"""Raises Trouble where what was typed cannot be said."""


def _nothing(parent: QWidget, consult: Consult) -> Body | None:
    return None


class Act(NamedTuple):
    """kind: of what is said, which tells when it can be; leads: the one that is next is the filled button."""

    kind: str
    words: str
    asks: Asks = _nothing
    leads: bool = False


def _triage(parent: QWidget, consult: Consult) -> Body | None:
    return said.Triage()


def _complete(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Aanvulling vragen", "De klok staat stil tot het team heeft aangevuld.", "Vraag terug")
    box.words("reason", "Wat moet de expert nog weten?")
    return as_typed(said.AskCompletion, box.answers) if box.agreed() else None


def _refuse(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Niet voor de pool", "Het team leest waarom, en waar de vraag wel hoort.", "Verwijs door")
    box.words("reason", "Waarom is dit niet voor de pool?")
    box.words("route", "Waar hoort de vraag wel?", lines=2)
    return as_typed(said.Refuse, box.answers) if box.agreed() else None


def _urgent(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Spoed", "Wacht nooit op advies als het nu onveilig is.", "Markeer als spoed")
    box.words("reason", "Waarom kan dit niet wachten?")
    return as_typed(said.MarkUrgent, box.answers) if box.agreed() else None


def _convert(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Omzetten", "De vraag gaat verder buiten dit consult. Het team leest waarom.", "Zet om")
    box.choice("to", "Waarin?", {"casemanagement": "casemanagement", "mdo_hsj": "overleg (MDO of HSJ)"})
    box.words("reason", "Waarom?")
    box.words("to_whom", "Wie neemt de leiding?", may_stay_empty=True, lines=1)
    return as_typed(said.Convert, box.answers) if box.agreed() else None


def _take_on(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Casemanagement opgepakt", "", "Leg vast")
    box.words("manager", "Wie is de casemanager?", text=consult.manager, lines=1)
    return as_typed(said.TakeOn, box.answers) if box.agreed() else None


def _discuss(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Besproken", "Alleen de coördinatoren lezen dit.", "Leg vast")
    box.words("note", "Wat kwam eruit?")
    box.words("present", "Wie waren erbij? Eén op een regel.", may_stay_empty=True, lines=2)
    if not box.agreed():
        return None
    present = tuple(line.strip() for line in box.answers["present"].splitlines() if line.strip())
    return as_typed(said.Discuss, {"note": box.answers["note"], "present": present})


def _return(parent: QWidget, consult: Consult) -> Body | None:
    names = {who: one.by.name for who, one in consult.advices.items()}
    box = Asking(parent, "Terug naar de expert", "De expert past het advies aan, of legt het uit.", "Geef terug")
    box.choice("expert", "Van wie?", names, next(iter(names)) if len(names) == 1 else None)
    box.words("comment", "Wat is nog niet duidelijk?")
    return as_typed(said.ReturnAdvice, box.answers) if box.agreed() else None


def _release(parent: QWidget, consult: Consult) -> Body | None:
    advices = tuple(consult.advices.values())
    missing = len(consult.experts) - len(advices)
    box = Asking(parent, "Advies vaststellen", "Hierna leest het team het advies.", "Stel vast")
    if len(advices) > 1:
        names = {str(place): one.by.name for place, one in enumerate(advices)}
        box.choice("leading", "Welk advies staat voorop?", names)
        box.words("difference", "Wat is het verschil, voor het team?")
    if missing > 0:
        box.words("reason", "Een tweede expert is gevraagd. Waarom gaat dit advies nu uit?")
    return as_typed(said.Release, {**box.answers, "advices": advices}) if box.agreed() else None


def _reopen(parent: QWidget, consult: Consult) -> Body | None:
    box = Asking(parent, "Opnieuw openen", "De vraag wordt weer als nieuw bekeken.", "Open opnieuw")
    box.words("reason", "Waarom?")
    return as_typed(said.Reopen, box.answers) if box.agreed() else None


ACTS = (
    Act("release", "Advies vaststellen", _release, leads=True),
    Act("take_on", "Casemanagement oppakken", _take_on, leads=True),
    Act("minutes", "Verslag van het overleg…", leads=True),
    Act("triage", "Bekeken", _triage),
    Act("ask_completion", "Vraag terug", _complete),
    Act("discuss", "Besproken", _discuss),
    Act("remind", "Herinner de expert"),
    Act("return_advice", "Terug naar de expert", _return),
    Act("mark_urgent", "Spoed", _urgent),
    Act("refuse", "Niet voor de pool", _refuse),
    Act("convert", "Omzetten", _convert),
    Act("reopen", "Opnieuw openen", _reopen),
)
"""THE LIST, but for assigning, which stands with the experts. Reminders also say themselves."""


def possible(consult: Consult) -> list[Act]:
    """What a coordinator may do where this consult stands. Who may not do it after all is told why."""
    found = [act for act in ACTS if consult.status in STEPS[act.kind].from_ and "coordinator" in STEPS[act.kind].by]
    return [act for act in found if _has_whom(act, consult)]


def _has_whom(act: Act, consult: Consult) -> bool:
    """Is there an advice to release or give back, an expert to remind, something that goes on?"""
    if act.kind == "remind":
        return consult.status in ("TOEGEWEZEN", "IN_BEHANDELING")
    if act.kind == "convert":
        return may_convert(consult)
    return act.kind not in ("release", "return_advice") or bool(consult.advices)


DRAFT, PAPER = Act("draft", "Naar ijkcliënt…"), Act("minutes_paper", "Verslag als PDF…")
REUSE = Act("reuse", "Naar de kennisbank…")
"""Nothing is said in the consult with these."""


def afterwards(consult: Consult) -> list[Act]:
    """Its minutes on paper, and what others may learn once its advice was released and where it bears no names."""
    request = consult.request
    learnt = consult.release and request and request.consent == "anoniem"
    return [*([PAPER] if consult.minutes else []), *([DRAFT, REUSE] if learnt else [])]


def two_needed(chosen: int, there_are: int) -> str:
    """Why a heavy decision cannot be assigned yet; empty where it can."""
    if chosen >= min(2, there_are):
        return ""
    return "Dit is een zwaar besluit: kies twee experts, die los van elkaar adviseren."
