"""What a checklist comes to: conclusions by code, what is still open, and what it adds to the reasons."""

from __future__ import annotations

from pydantic import Field

from casework.answers import Frozen


class OpenPoint(Frozen):
    """Something still to ask or to arrange, in Dutch, and the path where that is done."""

    text: str
    path: str


class Reason(Frozen):
    """A sentence for the motivation, and the stage of the stappenplan it belongs to."""

    stage: int = Field(ge=1, le=5)
    text: str


class ChecklistOutcome(Frozen):
    """conclusions: codes of the pack, the one that leads first; none while too little is known. signals: those of them
    that a rule of the pack carries. opened_by: the rules that stand behind its being open, in an assessment only those
    of them that hold. by_hand: somebody answered something in it.
    """

    checklist: str
    opened_by: tuple[str, ...] = ()
    by_hand: bool = False
    conclusions: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def conclusion(self) -> str | None:
        return self.conclusions[0] if self.conclusions else None
