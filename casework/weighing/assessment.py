"""What the weighing returns: words with reasons, never a bare number, never a decision (contract: assessment)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from casework.answers import Frozen
from casework.codes import Changeability, Severity
from casework.weighing.checklists.outcome import ChecklistOutcome

Level = Literal[
    "algemeen_voorliggend", "basisondersteuning", "geindiceerd_ambulant", "intensief", "gedwongen_kader", "andere_wet"
]
LEVELS: tuple[Level, ...] = (
    "algemeen_voorliggend",
    "basisondersteuning",
    "geindiceerd_ambulant",
    "intensief",
    "gedwongen_kader",
)
"""From light to heavy; `andere_wet` stands beside the line."""

Certainty = Literal["laag", "midden", "hoog"]
Status = Literal["open", "answered", "resolved"]


class LevelAdvice(Frozen):
    """The level the facts point to, what else is defensible, how certain, and why. `offered` names what there is."""

    indicated: Level | None
    defensible: tuple[Level, ...] = ()
    certainty: Certainty
    reasons: tuple[str, ...]


class ChangeabilityAdvice(Frozen):
    conclusion: Changeability | None
    reasons: tuple[str, ...]


class SeenFact(Frozen):
    """A fact a signal rests on: its name or a path in the case, and its value."""

    path: str
    value: str | int | float | bool | None
    label: str = ""


class Signal(Frozen):
    rule: str
    code: str
    severity: Severity
    status: Status
    title: str
    text: str
    facts: tuple[SeenFact, ...]
    source: str
    action: str
    action_path: str = ""
    weighs_towards_pool: bool = False


class UnknownRule(Frozen):
    """A rule that cannot be judged yet, and the facts it waits for."""

    rule: str
    needs: tuple[str, ...]
    stop: bool = Field(default=False, exclude=True)
    """A STOP that cannot be judged holds the handover back too (contract)."""


class Feature(Frozen):
    """One compared feature in words: the client's side and the reference client's side."""

    feature: str
    label: str
    client: str
    reference: str


class Boundary(Frozen):
    """A *wanneer niet* of a reference client, and whether it holds for this client."""

    text: str
    state: Literal["geldt", "geldt_niet", "onbekend"]


class Likeness(Frozen):
    id: str
    title: str
    problem_area: str
    level: Level
    similarity: float = Field(ge=0, le=1)
    coverage: float = Field(ge=0, le=1)
    same: tuple[Feature, ...]
    different: tuple[Feature, ...]
    unknown: tuple[str, ...] = ()
    not_when: tuple[str, ...]
    """The *wanneer niet* of the reference client that this client meets."""
    boundaries: tuple[Boundary, ...] = ()
    """Every *wanneer niet*, the met ones and those nobody can tell yet too."""
    tipping: str = ""
    """Of a case of another level than the nearest: what makes the difference, in words."""
    why_here: str = ""


About = Literal["niveau", "veranderbaarheid", "signaal", "ijkcliënt"]


class AskFirst(Frozen):
    """A feature nobody knows yet, in words, and the path where it is asked."""

    label: str
    path: str


class WouldChange(Frozen):
    """A single answer that would change the outcome."""

    field: str
    label: str = ""
    from_: Any = Field(serialization_alias="from", default=None)
    to: Any
    effect: str
    kind: Literal["te_veranderen", "eerst_nagaan"]
    about: About = "niveau"


class TriedAnswer(Frozen):
    """An answer as it stands and as it could be."""

    field: str
    label: str
    from_: Any = Field(serialization_alias="from", default=None)
    to: Any


class Together(Frozen):
    """Two answers that change the outcome together, where neither does alone."""

    answers: tuple[TriedAnswer, TriedAnswer]
    effect: str
    kind: Literal["te_veranderen", "eerst_nagaan"]
    """`eerst_nagaan` where both have yet to be found out."""


class FurtherChanges(Frozen):
    """What is searched on asking only: signals that come or go by one answer, and the cheapest pairs."""

    signals: tuple[WouldChange, ...]
    pairs: tuple[Together, ...]


class Stage(Frozen):
    """One of the five stages of the stappenplan (CRvB 2017:1477): a mirror of what the motivation still misses."""

    stage: int = Field(ge=1, le=5)
    title: str
    complete: bool
    missing: tuple[str, ...]
    touched: bool = False


class ResidualNeed(Frozen):
    """A need, or the part of it, that own strength, ordinary solutions and other laws do not cover."""

    id: str
    code: str
    what: str
    extent: Literal["geheel", "deels"]
    why: str


class ConsultationAdvice(Frozen):
    required: bool
    recommended: bool
    reasons: tuple[str, ...]


class Wanted(Frozen):
    """What the receiver of this kind of help still waits for, and the path of the answer that would tell it."""

    receiving: str
    kind: str
    path: str
    what: str
    why: str
    sources: tuple[str, ...]


class HandoverState(Frozen):
    """Whether the handover may go out: held back by STOP rules and empty M sections; `open` is printed as open."""

    ready: bool
    missing: tuple[str, ...]
    open: tuple[str, ...]
    wanted: tuple[Wanted, ...] = ()
    """By the rules of the receiving side; holds nothing back."""


class Assessment(Frozen):
    """Same case, same pack, same date: the same assessment."""

    schema_: Literal["ijkpunt/assessment/1"] = Field(
        default="ijkpunt/assessment/1", alias="schema", serialization_alias="schema"
    )
    pack: dict[str, str]
    date: str
    coverage: float = Field(ge=0, le=1)
    level: LevelAdvice
    changeability: ChangeabilityAdvice
    signals: tuple[Signal, ...]
    unknown_rules: tuple[UnknownRule, ...]
    likeness: tuple[Likeness, ...]
    nothing_alike: bool
    """No reference client to lean on; with `ask_first` because too little is known, else because all are different."""
    ask_first: tuple[AskFirst, ...] = ()
    """Where too little is known to say who is alike: what to ask first, the heaviest first."""
    not_compared: tuple[str, ...] = ()
    """Why reference clients were left out of the comparison, and how many, in words."""
    would_change: tuple[WouldChange, ...]
    motivation: tuple[Stage, ...]
    residual_need: tuple[ResidualNeed, ...]
    consultation: ConsultationAdvice
    handover: HandoverState
    checklists: tuple[ChecklistOutcome, ...] = ()
    """Of the open checklists b to g; a is `changeability`."""

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)
