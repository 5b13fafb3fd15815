"""How a question is declared, and the models that hold the answers.

A step, and a record in a list, is a frozen model whose fields are declared with `ask`. What a question *means* lives
here and in casework/steps; how it is worded on screen lives in desktop/steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import Field, SerializerFunctionWrapHandler, Strict, model_serializer

from casework.answers import NOT_ASKED, Answered, Frozen, Part, Unanswered


class Shape(StrEnum):
    """The form an answer takes: decides which widget asks for it and how it is printed."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    PERSON = "person"
    REFERENCE = "reference"
    REFERENCES = "references"
    TEXTS = "texts"
    RECORDS = "records"


Flag: TypeAlias = Annotated[bool, Strict()]
"""Yes or no, and not a text or a number that looks like it."""

Count: TypeAlias = Annotated[int, Field(ge=0, le=10_000, strict=True)]
Scale3: TypeAlias = Annotated[int, Field(ge=0, le=3, strict=True)]
"""0 none, 1 a little, 2 clearly, 3 severely or strongly."""
Scale10: TypeAlias = Annotated[int, Field(ge=0, le=10, strict=True)]
"""A goal's score, given by its owner."""
Scale5: TypeAlias = Annotated[int, Field(ge=1, le=5, strict=True)]
"""A mark for how useful something was: 1 not at all, 5 fully."""
Stage: TypeAlias = Annotated[int, Field(ge=1, le=5, strict=True)]
"""One of five stages: of the stappenplan, or of the meldcode."""

Applies: TypeAlias = Callable[[Any, Any], bool]
"""(what is settled so far, the answers the question stands in) -> does the question apply? Pure and total."""


class _Asked:
    """What `ask` remembers with a field; also writes it into the JSON schema."""

    def __init__(
        self,
        *,
        required: bool,
        sensitive: bool,
        judgement: bool,
        long: bool,
        person: bool,
        refers: str | None,
        may_be_empty: bool,
        behind_us: bool,
        dated: bool,
        applies: Applies | None,
    ) -> None:
        self.required, self.sensitive, self.judgement = required, sensitive, judgement
        self.may_be_empty, self.behind_us, self.dated = may_be_empty, behind_us, dated
        self.long, self.person, self.refers, self.applies = long, person, refers, applies

    def __call__(self, schema: dict[str, Any]) -> None:
        for mark in ("required", "sensitive", "judgement"):
            if getattr(self, mark):
                schema[f"x-{mark}"] = True
        if self.applies is not None:
            schema["x-conditional"] = True


def ask(
    title: str,
    note: str | None = None,
    *,
    required: bool = False,
    sensitive: bool = False,
    judgement: bool = False,
    long: bool = False,
    person: bool = False,
    refers: str | None = None,
    may_be_empty: bool = False,
    behind_us: bool = False,
    dated: bool = False,
    applies: Applies | None = None,
) -> Any:
    """Declare a question. `title` is the Dutch field name of the brief (contract), `note` what it means.

    required: asked before the step is finished (`*`). sensitive: only with a reason (`°`, AVG data minimisation).
    judgement: carries source, kind and day. person: the value is a person's id, or a name. refers: the value is the id
    of a record in that list ("needs.needs"). may_be_empty: an empty list is a full answer ("none"). behind_us: a day
    that was, such as that of a talk; one still to come is refused where it is typed (casework/edits.py). dated: keeps
    the day of its last answer, by which a prolonging tells what is from before. applies: when it is asked at all.
    """
    asked = _Asked(
        required=required,
        sensitive=sensitive,
        judgement=judgement,
        long=long,
        person=person,
        refers=refers,
        may_be_empty=may_be_empty,
        behind_us=behind_us,
        dated=dated,
        applies=applies,
    )
    return Field(default=NOT_ASKED, title=title, description=note, json_schema_extra=asked)


@dataclass(frozen=True)
class Question:
    """A question as declared in a model: what the flow, the forms and the schema read."""

    name: str
    title: str
    shape: Shape
    required: bool
    sensitive: bool
    judgement: bool
    may_be_empty: bool
    behind_us: bool
    dated: bool
    refers: str | None
    options: tuple[str, ...]
    bounds: tuple[int, int] | None
    record: type[Record] | None
    _applies: Applies | None

    def applies(self, settled: Any, here: Any) -> bool:
        return self._applies is None or self._applies(settled, here)


class Answers(Frozen):
    """The answers to a set of questions: those of a step, or of one record in a list."""

    def answer(self, name: str) -> Answered[Any] | Unanswered:
        found = getattr(self, name)
        assert isinstance(found, Answered | Unanswered)
        return found

    def with_answer(self, name: str, raw: object, *, today: date | None = None) -> Any:
        """These answers with one replaced; `raw` as in a case file. Raises pydantic's ValidationError."""
        fixed = {"id": self.id} if isinstance(self, Record) else {}
        checked = type(self).model_validate({**fixed, name: raw}, context={"today": today})
        return self.model_copy(update={name: getattr(checked, name)})

    @model_serializer(mode="wrap")
    def _leave_out_what_was_not_asked(self, handler: SerializerFunctionWrapHandler) -> Any:
        return {key: value for key, value in handler(self).items() if value != {"unanswered": "not_asked"}}


class Record(Answers):
    """One entry of a list: a permanent random id, and the dossier part it belongs to."""

    id: str = Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")
    part: Part = "toegang"


@cache
def questions(model: type[Answers]) -> Mapping[str, Question]:
    """The questions a model asks, by name, in order."""
    return {
        name: _question(name, field.title or name, field.annotation, field.json_schema_extra)
        for name, field in model.model_fields.items()
        if isinstance(field.json_schema_extra, _Asked)
    }


def _question(name: str, title: str, annotation: Any, asked: Any) -> Question:
    answered = next(part for part in _flat(annotation) if isinstance(part, type) and issubclass(part, Answered))
    value = answered.model_fields["value"]
    shape, options, record = _shape(value.annotation, asked)
    limits = {kind: getattr(mark, kind) for mark in value.metadata for kind in ("ge", "le") if hasattr(mark, kind)}
    bounds = (int(limits["ge"]), int(limits["le"])) if len(limits) == 2 else None
    return Question(
        name,
        title,
        shape,
        asked.required,
        asked.sensitive,
        asked.judgement,
        asked.may_be_empty,
        asked.behind_us,
        asked.dated,
        asked.refers,
        options,
        bounds,
        record,
        asked.applies,
    )


def _flat(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from _flat(part)
    else:
        yield annotation


def _shape(value: Any, asked: _Asked) -> tuple[Shape, tuple[str, ...], type[Record] | None]:
    if get_origin(value) is Annotated:
        value = get_args(value)[0]
    if get_origin(value) is Literal:
        return Shape.CHOICE, tuple(str(option) for option in get_args(value)), None
    if get_origin(value) is tuple:
        inner = get_args(value)[0]
        if get_origin(inner) is Literal:
            return Shape.CHOICES, tuple(str(option) for option in get_args(inner)), None
        if inner is str:
            return Shape.REFERENCES if asked.refers else Shape.TEXTS, (), None
        return Shape.RECORDS, (), inner
    if asked.person:
        return Shape.PERSON, (), None
    if asked.refers:
        return Shape.REFERENCE, (), None
    by_type = {date: Shape.DAY, bool: Shape.YES_NO, int: Shape.NUMBER, float: Shape.NUMBER}
    return by_type.get(value, Shape.LONG if asked.long else Shape.TEXT), (), None
