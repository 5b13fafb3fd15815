"""Who may see the file: the young person, or a parent with custody (brief §2.3; Jeugdwet 7.3.10, 7.3.11, 7.3.15).

| age   | the young person            | a parent with custody                                                |
|-------|-----------------------------|----------------------------------------------------------------------|
| < 12  | no: the parents ask         | yes                                                                  |
| 12–15 | yes, where able to decide   | yes; where the help goes on without them only if the young person agrees |
| ≥ 16  | yes, where able to decide   | only if the young person agrees, or cannot decide                    |
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from casework.case import Case, SettledCase
from casework.handover.blocks import Reader
from casework.handover.may_read import parents_who_read, refusal
from casework.steps.identity import Identity
from casework.weighing.facts.consent import age

Role = Literal["jeugdige", "ouder"]
_ASKS_ALONE = 12


class Asker(NamedTuple):
    """`person` is a parent's id; the young person has none."""

    role: Role
    person: str = ""

    @property
    def reader(self) -> Reader:
        return "youth" if self.role == "jeugdige" else "parent"

    def name_in(self, case: Case) -> str:
        """How the case calls them."""
        if self.role == "jeugdige":
            return str(case.step(Identity).name.known or "de jeugdige")
        return next((str(one.name.known) for one in case.people if one.id == self.person and one.name.known),
                    self.person)  # fmt: skip


def parents(case: SettledCase) -> tuple[Asker, ...]:
    """The parents who may ask, in the order of step 2; none where `refused` says why not."""
    return () if refusal(case, "parent") else tuple(Asker("ouder", one) for one in parents_who_read(case))


def askers(case: SettledCase) -> tuple[Asker, ...]:
    """Everybody who may ask."""
    own = Asker("jeugdige")
    return (*(() if refused(case, own) else (own,)), *parents(case))


def refused(case: SettledCase, asker: Asker) -> str:
    """Why they may not see it, and what would change that, in Dutch; empty where they may."""
    if asker.role == "ouder":
        if reason := refusal(case, "parent"):
            return reason
        if asker in parents(case):
            return ""
        return (
            "Dit inzagedossier kan nog niet: bij stap 2 staat niet dat deze persoon gezag heeft, of er is geen "
            "contact. Kijk het gezag na en vul het in bij stap 2."
        )
    years = age(case)
    if years is None:
        return "Dit inzagedossier kan nog niet: de geboortedatum ontbreekt. Vul die in bij stap 2."
    if years < _ASKS_ALONE:
        return (
            f"Dit inzagedossier kan niet voor de jeugdige: onder {_ASKS_ALONE} jaar vragen ouders met gezag het aan. "
            "Kies een ouder. Vertel het kind wel wat er over hem of haar staat."
        )
    if case.of(Identity).able_to_decide.known is False:
        return (
            "Dit inzagedossier kan niet voor de jeugdige: bij stap 2 staat dat die dit niet zelf kan beslissen. "
            "Kies wie voor de jeugdige beslist."
        )
    return ""
