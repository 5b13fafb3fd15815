"""Conditions over facts, in CEL: true, false, or unknown when a fact that matters is not known.

A fact that is not known is absent. CEL makes an absent fact an error, which its own `||` and `&&` absorb on either
side: unknown || true is true, unknown && false is false, and everything else that touches it stays unknown.

The library takes half a second to import, so it is imported where it is first used and never when the app starts.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, TypeAlias

from pydantic import PlainSerializer, PlainValidator, ValidationInfo, WithJsonSchema

from casework.knowledge.grammar import KNOWN, FactKind, FactsSchema, check
from casework.mistakes import mistake

if TYPE_CHECKING:
    import cel

Fact: TypeAlias = str | int | float | bool


class PackFault(Exception):
    """What cannot be weighed with this pack: a fault of the pack, never of the case. Says it in Dutch."""


class Unknown(Enum):
    """Neither true nor false. Has no truth of its own, so that `if not verdict` can never take it for false."""

    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError("unknown is neither true nor false: ask `is True`, `is False` or `is UNKNOWN`")


UNKNOWN: Final = Unknown.UNKNOWN


class Facts:
    """The facts of one case on one day, made once and held against many conditions.

    Every number reaches CEL as a double (see grammar.py), so a whole number may be an int or a float here. Raises
    ValueError for a fact that is not in the schema or not of its kind: then the facts are wrong, not the pack.
    """

    def __init__(self, values: Mapping[str, Fact], schema: FactsSchema) -> None:
        for name, value in values.items():
            if name not in schema or not _is_of(schema[name], value):
                raise ValueError(f"fact {name!r} cannot be {value!r}: the schema says {schema.get(name, 'nothing')!r}")
        self.values = values
        self._schema = schema

    @cached_property
    def context(self) -> cel.Context:
        """The facts as CEL takes them: built on first use and shared by all conditions."""
        import cel

        given = {name: float(value) if type(value) is int else value for name, value in self.values.items()}
        return cel.Context(variables={**given, **{KNOWN + name: name in given for name in self._schema}})


def _is_of(kind: FactKind, value: Fact) -> bool:
    if isinstance(value, bool):
        return kind == "bool"
    if isinstance(value, str):
        return value in kind if isinstance(kind, frozenset) else kind == "text"
    return kind == "number" and math.isfinite(value)


@dataclass(frozen=True)
class Condition:
    """A condition that was checked against the facts there are.

    facts: what it reads. asks: the facts it only asks after, by `known_<fact>`.
    """

    source: str
    facts: frozenset[str]
    asks: frozenset[str]
    _program: Any = field(repr=False, compare=False)  # cel.Program, a name pydantic could not resolve: see above

    @property
    def depends_on(self) -> frozenset[str]:
        """The facts whose change can change the verdict."""
        return self.facts | self.asks

    def evaluate(self, facts: Facts) -> bool | Unknown:
        """Does it hold? Raises PackFault if it runs into anything but an absent fact."""
        try:
            verdict = self._program.execute(facts.context)
        except (RuntimeError, TypeError, ValueError, ArithmeticError) as error:
            if isinstance(error, RuntimeError) and str(error).startswith("Undefined variable"):
                return UNKNOWN
            raise PackFault(f"de voorwaarde ‘{self.source}’ is niet te wegen: {error}") from error
        if not isinstance(verdict, bool):
            raise PackFault(f"de voorwaarde ‘{self.source}’ geeft geen waar of onwaar maar {verdict!r}")
        return verdict

    def needs(self, facts: Facts) -> list[str]:
        """The facts it reads that are not known: what to ask when the verdict is unknown."""
        return sorted(self.facts - facts.values.keys())


def compile_condition(source: str, schema: FactsSchema) -> Condition:
    """A condition ready to hold against facts. Raises a Dutch mistake (casework.mistakes) if it cannot be."""
    import cel

    checked = check(source, schema)
    try:
        program = cel.compile(checked.cel)
    except ValueError as error:
        raise mistake("CEL leest deze voorwaarde niet; schrijf haar eenvoudiger, of splits de regel") from error
    return Condition(" ".join(source.split()), checked.reads, checked.asks, program)


def _compiled(value: Any, info: ValidationInfo) -> Condition:
    if isinstance(value, Condition):
        return value
    if not isinstance(value, str):
        raise mistake("een voorwaarde is één tekst; zet er aanhalingstekens om of gebruik |")
    return compile_condition(value, (info.context or {})["facts"])


When: TypeAlias = Annotated[
    Condition,
    PlainValidator(_compiled),
    PlainSerializer(lambda condition: condition.source, return_type=str),
    WithJsonSchema({"type": "string", "description": "A condition in CEL over the facts of `ijkpunt schema facts`."}),
]
"""A condition as a field of a model; validate with the facts schema in the context under `facts`."""
