"""Any case there can be: documents with random answers to the real questions, valid as a case file.

Made from a seed, so that a failing one can be made again: `some_document(Random(seed))`.
"""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import strategies as st

from casework.consultation import Consultation
from casework.people import Person
from casework.questions import Answers, Question, Shape, questions
from casework.steps import FLOW

SEEDS = st.integers(0, 2**32 - 1)

_TEXTS = ("Vaak ruzie thuis", "", "  ", "<b>&amp;</b>", "😀 שלום", "a.b, c", "null")
_DAYS = ("2026-11-23", "-14y2m", "-3m", "+2w", "-10d", "1900-01-01", "2199-12-31")
_IDS = ("r0", "r1", "r2")
_UNANSWERED = (
    {"unanswered": "unknown"},
    {"unanswered": "declined", "reason": "liever niet"},
    {"unanswered": "not_applicable", "reason": "speelt niet"},
)
_CHECKED = ("ja", "een_beetje", "nee", "niet van toepassing", {"value": "ja", "source": "ouder"}, *_UNANSWERED)


def some_document(rng: Random) -> dict[str, Any]:
    """A case file: from nearly empty to everything answered."""
    density = rng.random()
    items = [f"VC{number:02}" for number in range(1, 21)] + ["VC18a", "VC18b"]
    said = {item: rng.choice(_CHECKED) for item in items if rng.random() < density}
    document = {
        "schema": "ijkpunt/case/1",
        "case_id": "c1",
        "family_id": "f1",
        "pack": rng.choice((None, {"id": "groningen", "version": "2026.1"})),
        "people": _records(Person, rng, density),
        "answers": {step.id: some_answers(step.answers, rng, density) for step in FLOW.steps if rng.random() < 0.9},
        "checklists": {"a": said} if said else {},
        "consultations": _records(Consultation, rng, density),
        "responses": [{"rule": f"R-{n}", "outcome": "opgevolgd", "note": rng.choice(_TEXTS)} for n in range(2)],
    }
    return deepcopy(document)  # so that a test may change it


def some_answers(model: type[Answers], rng: Random, density: float) -> dict[str, Any]:
    return {name: _answer(asked, rng, density) for name, asked in questions(model).items() if rng.random() < density}


def _answer(question: Question, rng: Random, density: float) -> Any:
    if rng.random() < 0.15:
        return rng.choice(_UNANSWERED)
    value = _value(question, rng, density)
    if rng.random() < 0.2:
        return {"value": value, "source": "ouder", "kind": "mening", "on": rng.choice(_DAYS)}
    return value


def _value(question: Question, rng: Random, density: float) -> Any:
    low, high = question.bounds or (0, 10)
    match question.shape:
        case Shape.DAY:
            return rng.choice(_DAYS)
        case Shape.YES_NO:
            return rng.random() < 0.5
        case Shape.NUMBER:
            return rng.choice((low, min(low + 1, high), high))
        case Shape.CHOICE:
            return rng.choice(question.options)
        case Shape.CHOICES:
            return [option for option in question.options if rng.random() < 0.3]
        case Shape.PERSON | Shape.REFERENCE:
            return rng.choice((*_IDS, "jeugdige", "iemand"))
        case Shape.REFERENCES | Shape.TEXTS:
            return [one for one in (*_IDS, "iets anders") if rng.random() < 0.4]
        case Shape.RECORDS:
            assert question.record is not None
            return _records(question.record, rng, density)
        case _:
            return rng.choice(_TEXTS)


def _records(record: type[Answers], rng: Random, density: float) -> list[dict[str, Any]]:
    some = [{"id": one, **some_answers(record, rng, density)} for one in _IDS if rng.random() < 0.6]
    return [one | ({"part": "hulpverlening"} if rng.random() < 0.2 else {}) for one in some]
