"""An answer or a real non-answer.

Every question is answered, or has one of four real non-answers. A judgement also says whose it is, of what kind and of
which day. Values are frozen: a change is a new value. How a question is declared: questions.py.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    SerializerFunctionWrapHandler,
    Tag,
    ValidationInfo,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

Source = Literal["jeugdige", "ouder", "school", "huisarts", "aanbieder", "dossier", "eigen_waarneming", "expert"]
"""Whose words or findings a statement rests on (brief 3.0, `…_bron`)."""

Kind = Literal["feit", "waarneming", "mening", "hypothese"]
"""What sort of statement it is (brief 3.0, `…_soort`; AVG art. 5: fact and opinion apart)."""

Part = Literal["toegang", "hulpverlening"]
"""The dossier part a record belongs to: deciding on help, or giving help (Jeugdwet 7.4.0 and 7.3.8)."""

_RELATIVE = re.compile(r"^([+-])(?=\d)(?:(\d{1,3})y)?(?:(\d{1,4})m)?(?:(\d{1,5})w)?(?:(\d{1,6})d)?$")
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A day outside these years is a slip of the pen; inside them every computation with days stays on the calendar."""


def _mistake(sentence: str) -> PydanticCustomError:
    return PydanticCustomError("in_dutch", "{sentence}", {"sentence": sentence})  # told as it stands, see mistakes.py


def months_later(day: date, months: int) -> date:
    """The same day of the month, `months` later or (negative) earlier; the last day where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(months)


def _day(value: object, info: ValidationInfo) -> object:
    """Dates are ISO, or relative to the reference date: `-17y6m`, `+3w`, `-10d` (contract: case file)."""
    if not isinstance(value, str):
        if isinstance(value, date):
            return value
        raise PydanticCustomError("date_type", "not a date")  # a number would be read as seconds since 1970
    if not (relative := _RELATIVE.match(value)):
        if not _ISO.match(value):  # a text of digits would be read as seconds since 1970
            raise PydanticCustomError("date_type", "not a date")
        return value
    today = (info.context or {}).get("today")
    if not isinstance(today, date):
        raise PydanticCustomError("relative_date", "relative date without a reference date")
    sign = -1 if relative[1] == "-" else 1
    years, months, weeks, days = (int(part or 0) for part in relative.groups()[1:])
    try:
        return months_later(today, sign * (years * 12 + months)) + sign * timedelta(weeks=weeks, days=days)
    except (ValueError, OverflowError) as error:
        raise PydanticCustomError("date_out_of_range", "date out of range") from error


def _in_reach(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _mistake(f"deze datum ligt te ver weg; kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}")
    return day


Day: TypeAlias = Annotated[date, BeforeValidator(_day), AfterValidator(_in_reach)]

T = TypeVar("T")


class Frozen(BaseModel):
    """A value: never changed, and nothing in it that was not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Answered(Frozen, Generic[T]):
    """An answer, and for a judgement whose it is, of what kind and of which day."""

    value: T
    source: Source | None = None
    kind: Kind | None = None
    on: Day | None = None

    @property
    def known(self) -> T | None:
        """The value: the same word as on `Unanswered`, where it is None."""
        return self.value

    @model_serializer(mode="wrap")
    def _plain_where_possible(self, handler: SerializerFunctionWrapHandler) -> Any:
        full = {key: value for key, value in handler(self).items() if value is not None}
        return full["value"] if set(full) == {"value"} else full


Why = Literal["not_asked", "unknown", "declined", "not_applicable"]


class Unanswered(Frozen):
    """A real non-answer: not asked, does not know, does not want to say, or not applicable with a reason."""

    unanswered: Why
    reason: str | None = None

    @property
    def known(self) -> None:
        return None

    @model_validator(mode="after")
    def _needs_reason(self) -> Unanswered:
        if self.unanswered == "not_applicable" and not (self.reason or "").strip():
            raise PydanticCustomError("reason_missing", "not applicable needs a reason")
        return self

    @model_serializer(mode="wrap")
    def _short(self, handler: SerializerFunctionWrapHandler) -> Any:
        return {key: value for key, value in handler(self).items() if value is not None}


NOT_ASKED = Unanswered(unanswered="not_asked")


def _wrap(value: object) -> object:
    """A plain value is an answer; an object is one only if it says `value` or `unanswered`."""
    if isinstance(value, Answered | Unanswered):
        return value
    if value is None:
        raise _mistake("null zegt niets; laat het veld weg, of zeg bij ‘unanswered’ waarom er geen antwoord is")
    if isinstance(value, dict) and ("unanswered" in value or "value" in value):
        if "unanswered" in value and "value" in value:
            raise _mistake("kies één van beide: een antwoord bij ‘value’, of bij ‘unanswered’ waarom het er niet is")
        return value
    return {"value": value}


def _which(value: object) -> str:
    if isinstance(value, Unanswered) or (isinstance(value, dict) and "unanswered" in value):
        return "unanswered"
    return "answered"


if TYPE_CHECKING:
    Answer: TypeAlias = Answered[T] | Unanswered
else:

    class Answer:
        """`Answer[date]`: an answered date or a real non-answer. Read it with `.known`: the date, or None."""

        def __class_getitem__(cls, value: Any) -> Any:  # an alias would lose T at once
            return Annotated[
                Annotated[Answered[value], Tag("answered")] | Annotated[Unanswered, Tag("unanswered")],
                Discriminator(_which),
                BeforeValidator(_wrap),
            ]


def answered_on(answer: Answered[Any] | Unanswered) -> Day | None:
    """The day an answer says it is of; None where it says none, or where there is no answer."""
    return answer.on if isinstance(answer, Answered) else None


def is_known(answer: Answered[Any] | Unanswered) -> bool:
    """Answered with something: an empty text says nothing, an empty list says 'none'."""
    return isinstance(answer, Answered) and not (isinstance(answer.value, str) and not answer.value.strip())
