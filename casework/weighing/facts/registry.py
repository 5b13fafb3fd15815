"""What a fact is, and how one is declared.

A fact is a named text, number or yes/no about a case on a day: the only thing a rule can read (contract: facts). A fact
about the family is unknown as long as nobody asked, and then it is absent. A fact about what was *laid down here* (a
reason given, a coordinator named) is false as long as it was not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeAlias, TypeVar

from casework.case import SettledCase
from casework.knowledge import FactKind, Pack
from casework.questions import Answers, Shape, questions
from casework.steps import FLOW
from casework.weighing.checklists import Asked, ChecklistOutcome, needed_facts, outcomes
from casework.weighing.facts.catalogue import Catalogue
from casework.words import in_words

Value: TypeAlias = str | int | float | bool
Kind: TypeAlias = Literal["text", "number", "bool"]


@dataclass(frozen=True)
class FactSource:
    """All a fact may be derived from: the case as it counts, the pack, and what the weighing found before the rules.

    extra: what was found before the rules are weighed, by the name of its fact: `changeability`, `residual_count`,
    `best_similarity`, `reference_median_rank`, `chosen_not_when_met`, `empty_section_count`. Else unknown.
    """

    case: SettledCase
    pack: Pack
    extra: Mapping[str, Any]

    @property
    def today(self) -> date:
        return self.case.today

    @cached_property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.pack.products.values())

    @cached_property
    def checklists(self) -> Mapping[str, ChecklistOutcome]:
        """What the open checklists come to. Raises PackFault where a condition that opens one cannot be weighed."""
        names = needed_facts(self.pack)
        found = ((name, FACTS[name].derive(self)) for name in sorted(names))
        known = {name: value for name, value in found if value is not None}
        return outcomes(self.case, self.pack, known, {name: kind_of(FACTS[name]) for name in names}, told)

    def asked(self, checklist: str) -> Asked:
        """One checklist as answered, for what rests on single answers in it."""
        return Asked(checklist, self.case, {}, self.pack)


Derive: TypeAlias = Callable[[FactSource], Value | None]
D = TypeVar("D", bound=Derive)


@dataclass(frozen=True)
class Fact:
    """A fact as declared. meaning: in Dutch, as shown with a signal. reads: paths in the case, the first being the
    question to ask when the fact is unknown. options: the only texts that occur, if there are such.
    """

    name: str
    kind: Kind
    meaning: str
    reads: tuple[str, ...]
    options: tuple[str, ...]
    derive: Derive


def kind_of(fact: Fact) -> FactKind:
    """What a fact holds, for checking conditions: a choice of texts, or a kind."""
    return frozenset(fact.options) if fact.options else fact.kind


def told(name: str, value: Value) -> tuple[str, str]:
    """A fact with its value in words, and the path of the question it rests on first."""
    words = in_words(round(value, 1) if isinstance(value, float) else value)
    return f"{FACTS[name].meaning[:1].upper()}{FACTS[name].meaning[1:]}: {words}.", FACTS[name].reads[0]


FACTS: dict[str, Fact] = {}
"""Every fact by name, in the order of the steps. Filled by the modules beside this one when the package is imported."""

_KINDS: Mapping[str, Kind] = {"str": "text", "int": "number", "float": "number", "bool": "bool"}
_SHAPES: Mapping[Shape, Kind] = {Shape.CHOICE: "text", Shape.YES_NO: "bool", Shape.NUMBER: "number"}
_STEP_OF: Mapping[type[Answers], str] = {step.answers: step.id for step in FLOW.steps}


def fact(meaning: str, *reads: str, options: tuple[str, ...] = ()) -> Callable[[D], D]:
    """Declare a fact: its name is that of the function, its kind what the function returns (`int | None`)."""

    def declare(derive: D) -> D:
        kind = _KINDS[derive.__annotations__["return"].removesuffix(" | None")]
        _add(Fact(derive.__name__, kind, meaning, reads, options, derive))
        return derive

    return declare


def answer(model: type[Answers], field: str, meaning: str, *, name: str = "") -> None:
    """Declare a fact that is simply the answer to a question of a step, absent where there is no answer."""
    question = questions(model)[field]

    def derive(given: FactSource) -> Value | None:
        value: Value | None = given.case.of(model).answer(field).known
        return value

    path = f"{_STEP_OF[model]}.{field}"
    _add(Fact(name or field, _SHAPES[question.shape], meaning, (path,), question.options, derive))


def _add(made: Fact) -> None:
    if made.name in FACTS:
        raise ValueError(f"the fact {made.name} is declared twice")
    FACTS[made.name] = made
