"""A region whose coordinator has work: real homes, keys, envelopes and messages, and the session of one of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from casework.actors import Actor
from casework.pool import bodies as said
from casework.pool.messages import Body
from casework.pool.parties import Party
from db.cases import Cases
from db.settings import Settings
from db.values import ABSENT
from desktop.knowledge import Knowledge
from desktop.pool.desk import PoolDesk
from desktop.session import Session
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, accept, advice, assign, closing, decide, request
from tests.db.pool_homes import Clock, Home, Region

PROFILE = (("leeftijd", "12 tot 15"), ("hulp", "basis individueel"))
LATE = "Blijft hij thuis wonen als moeder weer gaat werken?"
HEAVY = "Past verblijf, of kan dit met hulp thuis elke dag?"
NEW = "Nog eens basishulp, of is geïndiceerde hulp nu beter?"
PAUSED = "Autisme of spanning in de klas: wat eerst?"
TOLD = "Logeren loopt drie jaar. Wat levert nog een jaar op?"


def session_of(home: Home) -> Session:
    """The session of an open home, as bootstrap makes it."""
    cases = Cases(home.db, home.clock)
    actor, knowledge = Actor(id="hub", name="Co Verzinga"), Knowledge(home.folder)
    return Session(cases, Settings(home.db), actor, knowledge, lambda: home.clock.today, ABSENT, home.close, False,
                   lambda: home.desk)  # fmt: skip


class Work:
    """Consults in a region; every act goes through the folder to who must read it."""

    def __init__(self, root: Path, clock: Clock | None = None) -> None:
        self.region = Region(root, clock or Clock())

    def desk(self, who: Party) -> PoolDesk:
        return self.region.home(who).desk

    @property
    def session(self) -> Session:
        return session_of(self.region.home(HUB))

    def asks(self, **changes: object) -> str:
        changes = {"profile": PROFILE, "tried": "Achttien gesprekken, deels bereikt.", **changes}
        thread = self.desk(ASKER).ask(said.Submit(request=request(**changes)))
        self.region.deliver(1)
        return thread

    def says(self, who: Party, thread: str, body: Body) -> None:
        self.desk(who).say(thread, body)
        self.region.deliver(1)

    def assigned(self, *experts: Party, **changes: object) -> str:
        thread = self.asks(**changes)
        asked = self.desk(HUB).consult(thread).request
        self.says(HUB, thread, assign(*experts, asked=asked, asker=ASKER, team=ASKER.team))
        return thread

    def answered(self, thread: str, who: Party, **changes: object) -> None:
        self.says(who, thread, accept())
        self.says(who, thread, said.Advise(advice=advice(**changes)))

    def later(self, days: int) -> None:
        self.region.clock.now += timedelta(days=days)


def a_busy_week(root: Path) -> Work:
    """One of each: heavy with two advices, at an expert, waiting for the team, told back, closed, and new ones."""
    work = Work(root)
    late = work.assigned(EXPERT, question=LATE, type="VERPLICHT_ADVIES")
    work.says(EXPERT, late, accept())
    work.later(9)
    closed = work.assigned(EXPERT, question=TOLD, theme="logeren")
    work.answered(closed, EXPERT)
    desk = work.desk(HUB)
    work.says(HUB, closed, said.Discuss(note="Eens."))
    work.says(HUB, closed, said.Release(advices=tuple(desk.consult(closed).advices.values())))
    work.says(ASKER, closed, decide(decision="wijkt_af", reason="Het gezin wil geen logeren meer."))
    work.says(ASKER, closed, closing(supply_missing="logeren in de buurt"))
    heavy = work.assigned(EXPERT, SECOND, question=HEAVY, type="VERPLICHT_ADVIES", asked_level="intensief")
    work.answered(heavy, EXPERT)
    work.answered(heavy, SECOND, level="geindiceerd_ambulant", certainty="hoog")
    paused = work.assigned(SECOND, question=PAUSED)
    work.says(HUB, paused, said.AskCompletion(reason="Wie is er overdag thuis?"))
    work.asks(question=NEW, providers=("Aanbieder A",), tied=(EXPERT.id,), sub_questions=("Wat als school stopt?",))
    urgent = work.asks(question="Wat is vannacht veilig genoeg, en wie belt morgen?")
    work.says(HUB, urgent, said.MarkUrgent(reason="Er is vannacht geen bed."))
    return work


def told(widget: QWidget) -> str:
    """What one reads there."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())
