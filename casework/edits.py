"""Editing by path: what question stands at a path, whether a value fits it, and fresh ids for records."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from casework.consultation import Consultation
from casework.mistakes import in_dutch
from casework.people import Person
from casework.questions import Answers, Question, Record, Shape, questions
from casework.steps import FLOW

BESIDE: Mapping[str, type[Record]] = {"people": Person, "consultations": Consultation}


class Place(NamedTuple):
    """The question a path leads to, in its model; `list_path` and `record` where it stands in a record."""

    model: type[Answers]
    question: Question
    list_path: str = ""
    record: str = ""


def new_id() -> str:
    """A permanent random id for a case, family, person or record: 80 bits, no meaning."""
    return secrets.token_hex(10)


def record_type(list_path: str) -> type[Record]:
    """What a list holds: `people`, `consultations`, or a list question of a step. KeyError for anything else."""
    if list_path in BESIDE:
        return BESIDE[list_path]
    step, _, name = list_path.partition(".")
    model: type[Answers] = FLOW.by_id[step].answers
    record = questions(model)[name].record
    if record is None:
        raise KeyError(list_path)
    return record


def place(path: str) -> Place:
    """The question at `step.field`, `step.list.<id>.field` or `people.<id>.field`. KeyError where there is none."""
    parts = path.split(".")
    if parts[0] in BESIDE and len(parts) == 3:
        model: type[Answers] = BESIDE[parts[0]]
        return Place(model, questions(model)[parts[2]], parts[0], parts[1])
    step: type[Answers] = FLOW.by_id[parts[0]].answers
    if len(parts) == 2:
        return Place(step, questions(step)[parts[1]])
    if len(parts) == 4:
        record = record_type(f"{parts[0]}.{parts[1]}")
        return Place(record, questions(record)[parts[3]], f"{parts[0]}.{parts[1]}", parts[2])
    raise KeyError(path)


def checked(path: str, raw: object, today: date) -> object:
    """The value as it is kept (dates absolute; of a list the order of the ids). KeyError where no question stands.

    Raises ValueError with a Dutch sentence where it does not fit.
    """
    where = place(path)
    name = where.question.name
    blank = where.model(id=where.record) if issubclass(where.model, Record) else where.model()
    records = where.question.shape is Shape.RECORDS
    try:
        answer = blank.with_answer(name, _as_records(raw) if records else raw, today=today).answer(name)
    except ValidationError as error:
        raise ValueError(in_dutch(error.errors()[0])) from error
    if where.question.behind_us and answer.known is not None and answer.known > today:
        raise ValueError("deze dag moet nog komen; schrijf de dag waarop het gebeurde")
    kept = answer.model_dump(mode="json")
    return _as_order(kept) if records else kept


def _as_records(raw: Any) -> Any:
    """An order of ids as a list of blank records, so that the model checks it; the records are checked by field."""
    if isinstance(raw, list):
        return [{"id": one} for one in raw]
    return {**raw, "value": _as_records(raw["value"])} if isinstance(raw, dict) and "value" in raw else raw


def _as_order(kept: Any) -> Any:
    if isinstance(kept, list):
        return [record["id"] for record in kept]
    return {**kept, "value": _as_order(kept["value"])} if "value" in kept else kept


def order_of(raw: Any) -> list[str]:
    """The ids in a list's value, with or without its source and day; empty for a non-answer."""
    value = raw.get("value") if isinstance(raw, dict) else raw
    return [str(one) for one in value or []]


def is_path(path: str) -> bool:
    """Whether a pack may name it: a step, a question of a step, or a question in a list (`step.list.field`)."""
    parts = path.split(".")
    if parts[0] in BESIDE:
        return len(parts) == 1 or (len(parts) == 2 and parts[1] in questions(BESIDE[parts[0]]))
    if parts[0] == "checklists":
        return len(parts) <= 3
    if parts[0] not in FLOW.by_id or len(parts) > 3:
        return False
    model: type[Answers] = FLOW.by_id[parts[0]].answers
    if len(parts) == 1:
        return True
    question = questions(model).get(parts[1])
    if question is None or len(parts) == 2:
        return question is not None
    return question.record is not None and parts[2] in questions(question.record)
