"""What can be said in a consult: one kind of body for each thing somebody does (brief §8.3-8.4)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from casework.answers import Frozen
from casework.codes import Discipline, Level
from casework.consultation.consultation import TeamDecision, Type
from casework.mistakes import mistake
from casework.pool.parties import Party

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Certainty: TypeAlias = Literal["laag", "midden", "hoog"]
Score = Annotated[int, Field(ge=1, le=5)]


class Request(Frozen):
    """What is asked (brief §8.4). profile: coarse words about the family, pseudonymised; never a name or a village.

    consent `anoniem` needs none; `herleidbaar` rests on `ground` and names who may read it. tied: ids of experts who
    work for a provider it is about, for the coordinator alone.
    """

    type: Type
    question: Words
    sub_questions: Annotated[tuple[Words, ...], Field(max_length=3)] = ()
    tried: str = ""
    option_a: Words
    option_b: Words
    discipline: Discipline
    deadline_reason: str = ""
    opened_by: tuple[str, ...] = ()
    clients_seen: tuple[str, ...] = ()
    profile: tuple[tuple[str, str], ...] = ()
    asked_level: Level | None = None
    theme: str = ""
    providers: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    consent: Literal["anoniem", "herleidbaar"] = "anoniem"
    ground: str = ""
    readers: tuple[str, ...] = ()
    family_informed: bool
    family_joins: bool | None = None

    @model_validator(mode="after")
    def _named_only_on_a_ground(self) -> Request:
        if self.consent == "herleidbaar" and not (self.ground.strip() and self.readers):
            raise mistake("een herleidbare vraag noemt de toestemming of de spoedgrond, en wie hem mag lezen")
        return self

    @property
    def for_experts(self) -> Request:
        """Without who works where: that would tell an expert which providers it is about."""
        return self.model_copy(update={"tied": ()})


class Answer(Frozen):
    """The answer to one question: 0 is the main question, then the sub-questions in their order."""

    question: Annotated[int, Field(ge=0, le=3)]
    words: Words


class Advice(Frozen):
    """What an expert advises (brief §8.4). interest: what ties the expert to a provider or the family, or `geen`."""

    answers: Annotated[tuple[Answer, ...], Field(min_length=1)]
    level: Level
    approach: Words
    because: Words
    not_the_other: Words
    risks: str = ""
    certainty: Certainty
    know_first: str = ""
    valid_until: date
    evaluate_after: str = ""
    discipline: Discipline
    registration: Words
    based_on: Words
    interest: Words
    minority: str = ""


class AdviceBy(Frozen):
    """An advice with who gave it, as it is released."""

    by: Party
    advice: Advice


class Submit(Frozen):
    kind: Literal["submit"] = "submit"
    request: Request


class Complete(Frozen):
    """What was asked for, added to the question."""

    kind: Literal["complete"] = "complete"
    words: Words


class Withdraw(Frozen):
    kind: Literal["withdraw"] = "withdraw"
    reason: Words


class PhoneNote(Frozen):
    """A talk of at most a quarter of an hour: what was asked and said, and nothing more."""

    kind: Literal["phone_note"] = "phone_note"
    expert: Party
    minutes: Annotated[int, Field(ge=1, le=15)]
    said: Words


class Decide(Frozen):
    """What the team does with the advice: the four ticks of verification (Awb 3:9), the choice and why."""

    kind: Literal["decide"] = "decide"
    decision: TeamDecision
    reason: str = ""
    chosen_level: Level
    verified_author: Literal[True]
    verified_basis: Literal[True]
    verified_consistent: Literal[True]
    verified_current: Literal[True]
    cosigned_by: str = ""
    cosigner_registration: str = ""

    @model_validator(mode="after")
    def _otherwise_with_a_reason(self) -> Decide:
        if self.decision != "volgt" and not self.reason.strip():
            raise mistake("wie afwijkt van een advies schrijft op waarom")
        return self


class FollowUp(Frozen):
    """How it went, six weeks or three months later. waiting: days between decision and start."""

    kind: Literal["follow_up"] = "follow_up"
    moment: Literal["zes_weken", "drie_maanden"]
    started: bool
    waiting: Annotated[int, Field(ge=0, le=2000)] | None = None
    outcome: Words
    side_effects: str = ""


class Close(Frozen):
    """The four questions at the end. No consult closes without them."""

    kind: Literal["close"] = "close"
    plan_changed: Literal["ja", "deels", "nee"]
    answered: Literal["ja", "deels", "nee"]
    usefulness: Score
    learnt: Words
    supply_missing: str = ""


class Triage(Frozen):
    kind: Literal["triage"] = "triage"
    note: str = ""


class MarkUrgent(Frozen):
    kind: Literal["mark_urgent"] = "mark_urgent"
    reason: Words


class AskCompletion(Frozen):
    kind: Literal["ask_completion"] = "ask_completion"
    reason: Words


class Refuse(Frozen):
    """Not for the pool. route: where it should go."""

    kind: Literal["refuse"] = "refuse"
    reason: Words
    route: Words


class Assign(Frozen):
    """Who answers. request, added and asker: for experts, who have not seen the question yet.

    Two experts answer blind of each other; despite: why an expert with an interest is asked all the same.
    """

    kind: Literal["assign"] = "assign"
    experts: Annotated[tuple[Party, ...], Field(min_length=1, max_length=2)]
    request: Request
    added: tuple[Words, ...] = ()
    asker: Party | None = None
    team: str = ""
    urgent: bool = False
    despite: str = ""


class Accept(Frozen):
    """An expert takes the question on, and says what interest there is before opening it."""

    kind: Literal["accept"] = "accept"
    interest: Words
    knows_family: bool


class Decline(Frozen):
    kind: Literal["decline"] = "decline"
    reason: Words
    instead: str = ""


class Advise(Frozen):
    kind: Literal["advise"] = "advise"
    advice: Advice


class ReturnAdvice(Frozen):
    """Back to the expert, with what is still unclear."""

    kind: Literal["return_advice"] = "return_advice"
    expert: str
    comment: Words


class Discuss(Frozen):
    """The advice was talked over. present: names or functions."""

    kind: Literal["discuss"] = "discuss"
    present: tuple[Words, ...] = ()
    note: Words


class Release(Frozen):
    """The advice as the pool gives it: one chosen or both, and what the difference is."""

    kind: Literal["release"] = "release"
    advices: Annotated[tuple[AdviceBy, ...], Field(min_length=1, max_length=2)]
    leading: Annotated[int, Field(ge=0, le=1)] = 0
    difference: str = ""
    reason: str = ""
    """Why it goes out although a second expert was asked and did not answer."""

    @model_validator(mode="after")
    def _leads_with_one_that_is_there(self) -> Release:
        if self.leading >= len(self.advices):
            raise mistake("kies welk advies voorop staat")
        return self


class Action(Frozen):
    what: Words
    who: Words
    by: date


class Minutes(Frozen):
    """What a table (MDO, HSJ) spoke about, by domain, and who does what by when."""

    kind: Literal["minutes"] = "minutes"
    held_on: date
    chair: Words
    present: tuple[Words, ...]
    family_was_there: bool
    domains: tuple[tuple[str, str], ...]
    actions: tuple[Action, ...] = ()


class Convert(Frozen):
    """On to specialist case management, or to a table. to_whom: who takes the lead."""

    kind: Literal["convert"] = "convert"
    to: Literal["casemanagement", "mdo_hsj"]
    reason: Words
    to_whom: str = ""


class TakeOn(Frozen):
    """The case manager accepts."""

    kind: Literal["take_on"] = "take_on"
    manager: Words


class Remind(Frozen):
    """The clock asks for attention: said by the coordinator's home itself, once for each stage."""

    kind: Literal["remind"] = "remind"
    stage: Literal["herinnering", "te_laat", "escalatie"]
    due: date


class Reopen(Frozen):
    kind: Literal["reopen"] = "reopen"
    reason: Words
