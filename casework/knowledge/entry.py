"""What every entry of a pack has in common: who stands behind it, on what it rests and from when to when it holds.

References (to a source, product, reference client, step or fact) are checked while the entry is read: the loader hands
the ids there are to pydantic as context, so that a dangling reference is a mistake with file and line like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator

from casework.codes import Status
from casework.mistakes import did_you_mean, mistake

T = TypeVar("T")

Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Score: TypeAlias = Annotated[int, Field(ge=0, le=3)]
Count: TypeAlias = Annotated[int, Field(ge=1)]


class Data(BaseModel):
    """A value read from a pack: never changed, and nothing in it that was not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _refers(kind: str, what: str) -> AfterValidator:
    """A reference to one of the ids the loader hands in under `kind`."""

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {})[kind]
        if value not in known:
            raise mistake(f"{what} ‘{value}’ bestaat niet{did_you_mean(value, known)}")
        return value

    return AfterValidator(check)


def _is_path(value: str, info: ValidationInfo) -> str:
    if not (info.context or {})["is_path"](value):
        raise mistake(f"‘{value}’ is geen stap of veld; schrijf ‘stap’ of ‘stap.veld’ zoals in ijkpunt schema case")
    return value


SourceId: TypeAlias = Annotated[str, _refers("sources", "bron")]
ProductId: TypeAlias = Annotated[str, _refers("products", "product")]
ClientId: TypeAlias = Annotated[str, _refers("reference-clients", "ijkcliënt")]
ChecklistRef: TypeAlias = Annotated[str, _refers("checklists", "vragenlijst")]
RuleRef: TypeAlias = Annotated[str, _refers("rules", "regel")]
FactName: TypeAlias = Annotated[str, _refers("facts", "gegeven")]
Path: TypeAlias = Annotated[str, AfterValidator(_is_path)]
"""A step, or a field of a step: `safety`, `safety.judgement`."""


def each_once(key: Callable[[T], Hashable], what: str) -> AfterValidator:
    """Every element of a list has its own key."""

    def check(values: tuple[T, ...]) -> tuple[T, ...]:
        seen: set[Hashable] = set()
        for value in values:
            if key(value) in seen:
                raise mistake(f"{what} ‘{key(value)}’ staat er twee keer; houd er één over")
            seen.add(key(value))
        return values

    return AfterValidator(check)


def _not_empty(values: tuple[T, ...]) -> tuple[T, ...]:
    if not values:
        raise mistake("deze lijst is leeg; noem er minstens één")
    return values


NotEmpty = AfterValidator(_not_empty)
"""At least one. Field(min_length=1) would also complain when the only element is a mistake already told."""


class Dated(Data):
    """Holds from a day, to and including another day if that is known."""

    valid_from: date
    valid_until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Any:
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise mistake("‘valid_until’ ligt voor ‘valid_from’; draai de datums om")
        return self

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Entry(Dated):
    """A rule, checklist, reference client or product: with an owner, a status and at least one source."""

    id: Text
    owner: Text
    status: Status = "concept"
    sources: Annotated[tuple[SourceId, ...], NotEmpty]

    def __hash__(self) -> int:
        """By id: entries are looked up often, and hashing a whole story each time is slow. Equality still reads all."""
        return hash((type(self), self.id))

    def in_force(self, day: date) -> bool:
        """Holds on that day and was not withdrawn. A concept counts: it is shown as a concept."""
        return self.status != "ingetrokken" and self.holds_on(day)


class AgeRange(Data):
    """Ages in whole years, both included."""

    min: Annotated[int, Field(ge=0, le=23)]
    max: Annotated[int, Field(ge=0, le=23)]

    @model_validator(mode="after")
    def _in_order(self) -> Any:
        if self.max < self.min:
            raise mistake("‘max’ is lager dan ‘min’; draai de leeftijden om")
        return self
