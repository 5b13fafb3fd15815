"""What a checklist comes to: conclusions by code, what is still open, and what it adds to the reasons."""

from __future__ import annotations

from pydantic import Field

from casework.answers import Frozen


class OpenPoint(Frozen):
    """Something still to ask or to arrange, in Dutch, and the path where that is done."""

    text: str
    path: str


class Ground(Frozen):
    """What a conclusion rests on: an answer or a fact in words, the path where it stands, and the conclusion."""

    conclusion: str
    text: str
    path: str
    private: bool = False
    """For who decides; not proposed as text for others."""


class Reason(Frozen):
    """A sentence for the motivation, the stage of the stappenplan it belongs to, and where what it rests on stands."""

    stage: int = Field(ge=1, le=5)
    text: str
    conclusion: str
    path: str


class ChecklistOutcome(Frozen):
    """conclusions: codes of the pack, the one that leads first; none while too little is known. signals: those of them
    that a rule of the pack carries. opened_by: the rules that stand behind its being open, in an assessment only those
    of them that hold. by_rule: its condition holds. by_hand: somebody opened it, or answered something in it; the
    latter is `answered`.
    """

    checklist: str
    opened_by: tuple[str, ...] = ()
    by_rule: bool = False
    by_hand: bool = False
    answered: bool = False
    conclusions: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    reasons: tuple[Reason, ...] = ()
    grounds: tuple[Ground, ...] = ()

    @property
    def conclusion(self) -> str | None:
        return self.conclusions[0] if self.conclusions else None
