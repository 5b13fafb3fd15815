"""A consult as a value: what its messages have come to, and what each of them did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from casework.consultation.consultation import Status
from casework.pool import bodies as said
from casework.pool.messages import Message
from casework.pool.parties import Party


@dataclass(frozen=True)
class Moment:
    """One step in the life of a consult: what, to which status, when, who and why."""

    kind: str
    status: Status
    at: datetime
    by: Party
    why: str


@dataclass(frozen=True)
class Aside:
    """A message that was not applied. waiting: what came before it is not here yet; else it came too late."""

    message: Message
    why: str
    waiting: bool


@dataclass(frozen=True)
class Round:
    """What a consult came to, from the question to its end. Reopening begins another; what happened still counts."""

    release: said.Release | None = None
    decision: said.Decide | None = None
    decided_on: date | None = None
    follow_ups: tuple[said.FollowUp, ...] = ()
    closed: said.Close | None = None
    closed_on: date | None = None

    @property
    def leading(self) -> said.AdviceBy | None:
        """The advice that counts, once released."""
        return None if self.release is None else self.release.advices[self.release.leading]


@dataclass(frozen=True)
class Consult:
    """What the messages come to. experts: who is asked now; accepted: with their declared interest; earlier: what it
    came to before each time it was reopened.
    """

    thread: str
    status: Status = "CONCEPT"
    before: Status = "CONCEPT"
    urgent: bool = False
    asker: Party | None = None
    team: str = ""
    request: said.Request | None = None
    added: tuple[str, ...] = ()
    experts: Mapping[str, Party] = field(default_factory=dict)
    accepted: Mapping[str, said.Accept] = field(default_factory=dict)
    advices: Mapping[str, said.AdviceBy] = field(default_factory=dict)
    phone: said.PhoneNote | None = None
    release: said.Release | None = None
    decision: said.Decide | None = None
    follow_ups: tuple[said.FollowUp, ...] = ()
    closed: said.Close | None = None
    earlier: tuple[Round, ...] = ()
    route: str = ""
    manager: str = ""
    minutes: tuple[said.Minutes, ...] = ()
    reminded: tuple[said.Remind, ...] = ()
    history: tuple[Moment, ...] = ()
    aside: tuple[Aside, ...] = ()
    heads: tuple[str, ...] = ()
    """The messages nobody answered yet: what a new message comes after."""
    next_step: int = 1
    """One more than the highest step that was seen."""

    def since(self, *statuses: Status) -> datetime | None:
        """When it last came into one of these statuses."""
        found = [moment.at for moment in self.history if moment.status in statuses]
        return found[-1] if found else None

    @property
    def begun_at(self) -> datetime | None:
        return self.history[0].at if self.history else None

    @property
    def round(self) -> Round:
        """What it has come to since it was asked, or asked again."""
        decided, ended = self.since("TERUGGEKOPPELD"), self.since("GESLOTEN")
        return Round(
            release=self.release,
            decision=self.decision,
            decided_on=decided.date() if decided and self.decision else None,
            follow_ups=self.follow_ups,
            closed=self.closed,
            closed_on=ended.date() if ended and self.closed else None,
        )

    def back_in(self, one: Round) -> Consult:
        """As it stood at the end of an earlier round."""
        return replace(self, release=one.release, decision=one.decision, follow_ups=one.follow_ups, closed=one.closed)

    @property
    def leading(self) -> said.AdviceBy | None:
        """The advice that counts, once released."""
        return Round(self.release).leading
