"""What a consult comes to in the case it was asked from: the values of its consultation record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from casework.pool.bodies import Advice, Decide, PhoneNote, Request
from casework.pool.parties import Party
from casework.pool.state import Consult
from casework.words import registered


def asked_values(request: Request, texts: Mapping[str, str], on: date) -> dict[str, Any]:
    """The record of a question that is asked. texts: the words as they stand in the case, before they left it."""
    return {
        "type": request.type,
        "status": "CONCEPT",
        "asked_on": on.isoformat(),
        "question": texts.get("question"),
        "tried": texts.get("tried"),
        "option_a": texts.get("option_a"),
        "option_b": texts.get("option_b"),
        "discipline": request.discipline,
        "deadline_reason": texts.get("deadline_reason"),
        "opened_by": list(request.opened_by) or None,
        "family_informed": request.family_informed,
    }


def taken_over(consult: Consult) -> dict[str, Any]:
    """Status, the advice with who gave it, and the decision, as far as the consult has come. The same consult gives
    the same values; None clears what the pool took back, as when a consult was reopened."""
    values: dict[str, Any] = {"status": consult.status}
    released = consult.since("ADVIES_VASTGESTELD")
    if released is not None and consult.leading is not None:
        values |= _advised(consult.leading.advice, consult.leading.by, released.date(), _minority(consult))
    elif consult.phone is not None:
        values |= _phoned(consult.phone, _talked_on(consult))
    elif any(moment.kind == "reopen" for moment in consult.history):
        values |= dict.fromkeys(("advice_on", "answer_given", "advised_level", "team_decision"))
    if consult.decision is not None:
        values |= _decided(consult.decision)
    return values


def _advised(advice: Advice, by: Party, on: date, minority: str) -> dict[str, Any]:
    return {
        "advice_on": on.isoformat(),
        "answer_given": _judged("\n".join(one.words for one in advice.answers), on),
        "advised_level": advice.level,
        "because": advice.because,
        "not_the_other": advice.not_the_other,
        "certainty": advice.certainty,
        "adviser": by.name,
        "adviser_discipline": advice.discipline,
        "adviser_registration": advice.registration,
        "based_on": advice.based_on,
        "minority": minority or None,
        "valid_until": advice.valid_until.isoformat(),
    }


def _minority(consult: Consult) -> str:
    """What the adviser said of another view, and what came of asking two."""
    assert consult.release is not None and consult.leading is not None
    return "\n".join(filter(None, (consult.leading.advice.minority, consult.release.difference)))


def _phoned(note: PhoneNote, on: date) -> dict[str, Any]:
    """No registration is asked for a talk of a quarter of an hour, so it never counts as compulsory advice."""
    by = note.expert.registration
    return {
        "type": "TELEFOONCONSULT",
        "advice_on": on.isoformat(),
        "answer_given": _judged(note.said, on),
        "adviser": note.expert.name,
        "adviser_discipline": note.expert.discipline,
        "adviser_registration": registered(by.register_, by.number) or None,
    }


def _talked_on(consult: Consult) -> date:
    return next(moment.at.date() for moment in reversed(consult.history) if moment.kind == "phone_note")


def _judged(words: str, on: date) -> dict[str, str]:
    return {"value": words, "source": "expert", "kind": "mening", "on": on.isoformat()}


def _decided(decision: Decide) -> dict[str, Any]:
    differs = decision.decision != "volgt"
    return {
        "verified_author": True,
        "verified_basis": True,
        "verified_consistent": True,
        "verified_current": True,
        "team_decision": decision.decision,
        "deviation_reason": decision.reason or None,
        "pool_informed": True if differs else None,
        "cosigned_by": decision.cosigned_by or None,
        "cosigner_registration": decision.cosigner_registration or None,
    }
