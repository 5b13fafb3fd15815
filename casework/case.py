"""A case: one young person, as typed. `settle` gives what counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from casework.answers import Answer, Answered, Frozen, Unanswered
from casework.consultation import Consultation
from casework.flow import Draft, Settled
from casework.flow.settled import only_applying
from casework.people import Person
from casework.questions import Answers
from casework.steps import FLOW

A = TypeVar("A", bound=Answers)

Outcome = Literal["opgevolgd", "bewust_anders"]


class PackRef(Frozen):
    """The knowledge pack a case is weighed with; a running case keeps its version until somebody moves it."""

    id: str
    version: str


class Response(Frozen):
    """What somebody answered to a signal: followed, or deliberately otherwise with a coded reason and own words.

    It never lifts a STOP: that takes the facts the law asks for, in the fields of the steps (brief, end of §3).
    """

    rule: str
    outcome: Outcome
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Case:
    """One young person's case. Immutable: an edit is a new Case (see paths.py)."""

    id: str
    family_id: str
    pack: PackRef | None = None
    practice: bool = False
    people: tuple[Person, ...] = ()
    answers: Draft = field(default_factory=dict)
    checklists: Mapping[str, Mapping[str, Answered[str] | Unanswered]] = field(default_factory=dict)
    consultations: tuple[Consultation, ...] = ()
    responses: tuple[Response, ...] = ()

    def step(self, model: type[A]) -> A:
        """The answers of a step as typed, whether they count or not."""
        return next((given for given in self.answers.values() if isinstance(given, model)), None) or model()

    def settle(self, today: date) -> SettledCase:
        steps = FLOW.settle(self.answers, today)
        people, aside_of_people = only_applying(self.people, steps, "people")
        consultations, aside = only_applying(self.consultations, steps, "consultations")
        return SettledCase(
            id=self.id,
            practice=self.practice,
            steps=steps,
            people=people,
            checklists=self.checklists,
            consultations=consultations,
            responses=self.responses,
            kept_aside=steps.kept_aside | aside_of_people | aside,
        )


@dataclass(frozen=True)
class SettledCase:
    """What of a case counts on a day: the only thing the weighing and the handover read."""

    id: str
    practice: bool
    steps: Settled
    people: tuple[Person, ...]
    checklists: Mapping[str, Mapping[str, Answer[str]]]
    consultations: tuple[Consultation, ...]
    responses: tuple[Response, ...]
    kept_aside: frozenset[str]
    """The paths of all that was answered and does not apply: in the steps and beside them."""

    @property
    def today(self) -> date:
        return self.steps.today

    def of(self, model: type[A]) -> A:
        """The answers of a step that count."""
        return self.steps.of(model)

    def person(self, reference: str | None) -> str | None:
        """The name of a person named by id; a name that is not an id stands for itself."""
        found = next((person for person in self.people if person.id == reference), None)
        return reference if found is None else found.name.known or "naam onbekend"
