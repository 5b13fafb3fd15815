"""A session on a home of the pool: what a screen gets after unlocking, on the database that is open already."""

from __future__ import annotations

from casework.actors import Actor, Registration
from db.cases import Cases
from db.settings import Settings
from db.values import ABSENT
from desktop.knowledge import Knowledge
from desktop.session import Session
from tests.db.pool_homes import Home


def session_of(home: Home, name: str = "") -> Session:
    party = home.desk.me
    actor = Actor(
        id=party.id if party else "a-1",
        name=name or (party.name if party else "Marit Denkbeeldema"),
        registration=Registration(register="SKJ", number="100009"),
    )
    return Session(Cases(home.db, home.clock), Settings(home.db), actor, Knowledge(home.folder),
                   lambda: home.desk.today, ABSENT, lambda: None, False, lambda: home.desk)  # fmt: skip
