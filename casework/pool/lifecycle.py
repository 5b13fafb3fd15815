"""The life of a consult as one table: what may be said, when, by whom, and what it comes to (brief §8.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from casework.consultation.consultation import Status, Type
from casework.pool.parties import PoolRole

To: TypeAlias = Status | Literal["RESUMES"] | None
"""RESUMES: back to the status before completion was asked. None: the status stays as it is."""


def _any(*statuses: Status) -> frozenset[Status]:
    return frozenset(statuses)


_NEW = _any("INGEDIEND", "TRIAGE", "SPOED", "HEROPEND")
_WITH_EXPERT = _any("TOEGEWEZEN", "IN_BEHANDELING")
_DRAFTED = _any("CONCEPTADVIES", "BESPROKEN")
_PAUSED = _any("AANVULLING_GEVRAAGD")
"""What an expert says while another one asked for more crosses on its way, and counts."""
_BEGUN = _any("CONCEPT")
_RELEASED = _any("ADVIES_VASTGESTELD")
_CONVERTED = _any("OMGEZET_NAAR_CASEMANAGEMENT", "OMGEZET_NAAR_MDO_HSJ")
_CLOSED = _any("GESLOTEN")
_ANSWERED = _any("TERUGGEKOPPELD", "GEVOLGD")
ENDED = _any("GESLOTEN", "INGETROKKEN", "NIET_ONTVANKELIJK")
BEFORE_ADVICE = _NEW | _WITH_EXPERT | _DRAFTED | _PAUSED
"""The pool owes an answer; the clock of the asker runs, or waits for an addition."""


class Step(NamedTuple):
    """from_: the statuses in which it may be said; `CONCEPT` is a consult of which nothing was said yet."""

    from_: frozenset[Status]
    to: To
    by: frozenset[PoolRole]
    words: str


def _step(from_: frozenset[Status], to: To, by: tuple[PoolRole, ...], words: str) -> Step:
    return Step(from_, to, frozenset(by), words)


STEPS: Mapping[str, Step] = {
    "submit": _step(_BEGUN, "INGEDIEND", ("aanvrager",), "vraag ingediend"),
    "phone_note": _step(
        _NEW | _BEGUN, "GESLOTEN", ("aanvrager", "expert"), "telefonisch consult genoteerd"
    ),
    "triage": _step(_any("INGEDIEND", "HEROPEND"), "TRIAGE", ("coordinator",), "bekeken door de coördinator"),
    "mark_urgent": _step(_NEW - _any("SPOED"), "SPOED", ("coordinator", "aanvrager"), "spoed"),
    "ask_completion": _step(
        _NEW | _WITH_EXPERT | _PAUSED, "AANVULLING_GEVRAAGD", ("coordinator", "expert"), "aanvulling gevraagd"
    ),
    "complete": _step(_PAUSED, "RESUMES", ("aanvrager",), "aangevuld"),
    "refuse": _step(_NEW, "NIET_ONTVANKELIJK", ("coordinator",), "niet voor de pool, met de weg die wel past"),
    "assign": _step(_NEW | _WITH_EXPERT, "TOEGEWEZEN", ("coordinator",), "toegewezen"),
    "accept": _step(_WITH_EXPERT | _PAUSED, "IN_BEHANDELING", ("expert",), "in behandeling genomen"),
    "decline": _step(_WITH_EXPERT | _PAUSED, "TRIAGE", ("expert",), "teruggegeven door de expert"),
    "advise": _step(_WITH_EXPERT | _PAUSED, "CONCEPTADVIES", ("expert",), "conceptadvies"),
    "return_advice": _step(
        _DRAFTED | _any("IN_BEHANDELING"), "IN_BEHANDELING", ("coordinator",), "terug naar de expert met een vraag"
    ),
    "discuss": _step(_any("CONCEPTADVIES"), "BESPROKEN", ("coordinator",), "besproken"),
    "release": _step(_DRAFTED | _any("IN_BEHANDELING"), "ADVIES_VASTGESTELD", ("coordinator",), "advies vastgesteld"),
    "decide": _step(
        _any("ADVIES_VASTGESTELD", "TERUGGEKOPPELD"), "TERUGGEKOPPELD", ("aanvrager",), "teruggekoppeld"
    ),
    "follow_up": _step(_ANSWERED, "GEVOLGD", ("aanvrager",), "gevolgd"),
    "close": _step(_ANSWERED | _CONVERTED, "GESLOTEN", ("aanvrager",), "gesloten"),
    "withdraw": _step(BEFORE_ADVICE, "INGETROKKEN", ("aanvrager",), "ingetrokken"),
    "convert": _step(BEFORE_ADVICE | _RELEASED | _CLOSED, None, ("coordinator",), "omgezet"),
    "take_on": _step(_any("OMGEZET_NAAR_CASEMANAGEMENT"), None, ("coordinator", "expert"), "opgepakt"),
    "remind": _step(BEFORE_ADVICE, None, ("coordinator",), "herinnerd"),
    "minutes": _step(_any("OMGEZET_NAAR_MDO_HSJ"), None, ("coordinator",), "verslag van het overleg"),
    "reopen": _step(ENDED | _ANSWERED, "HEROPEND", ("aanvrager", "coordinator"), "heropend"),
}
"""THE TABLE. `convert` goes to the status it names; `decline` and `advise` wait for who else was asked. A talk on the
telephone is a note and nothing more: it is closed at once, and may still lead to case management."""

STATUS_WORDS: Mapping[Status, str] = {
    "CONCEPT": "concept",
    "INGEDIEND": "ingediend",
    "TRIAGE": "wordt bekeken",
    "AANVULLING_GEVRAAGD": "aanvulling gevraagd",
    "TOEGEWEZEN": "toegewezen",
    "IN_BEHANDELING": "in behandeling",
    "CONCEPTADVIES": "conceptadvies",
    "BESPROKEN": "besproken",
    "ADVIES_VASTGESTELD": "advies vastgesteld",
    "TERUGGEKOPPELD": "teruggekoppeld",
    "GEVOLGD": "gevolgd",
    "GESLOTEN": "gesloten",
    "INGETROKKEN": "ingetrokken",
    "NIET_ONTVANKELIJK": "niet voor de pool",
    "SPOED": "spoed",
    "OMGEZET_NAAR_CASEMANAGEMENT": "omgezet naar casemanagement",
    "OMGEZET_NAAR_MDO_HSJ": "omgezet naar overleg (MDO of HSJ)",
    "HEROPEND": "heropend",
}

TYPE_WORDS: Mapping[Type, str] = {
    "TELEFOONCONSULT": "telefoonconsult",
    "CONSULTATIE": "consultatie",
    "VERPLICHT_ADVIES": "verplicht advies",
    "CASEMANAGEMENT": "casemanagement",
    "HSJ_MDO": "overleg (HSJ of MDO)",
}
