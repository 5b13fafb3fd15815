"""What the twin holds of the documents around the handover: before it, after it, and what changed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casework.answers import Frozen


class Reference(Frozen):
    """An earlier document: its number, its version, its day and the SHA-256 of its data."""

    id: str
    version: int
    issued_on: date | None = None
    fingerprint: str = ""


class Change(Frozen):
    """What differs from the version before. Of what fell away only the sort is told, never the words."""

    section: str
    kind: Literal["erbij", "veranderd", "vervallen"]
    what: str
    before: str = ""
    now: str = ""


class Announced(Frozen):
    """The short document before the handover: nothing of the story, and a name only with consent."""

    help: tuple[str, ...] = ()
    asked_of: str = ""
    region: str = ""
    age_band: str = ""
    urgency: str = ""
    start: date | None = None
    sender: str = ""
    contact: str = ""


class Letter(Frozen):
    """An addendum or a withdrawal: its number among those of one handover, and what it says."""

    number: int = 1
    text: str


class Shared(Frozen):
    """One line of the receipt for a family."""

    document: str
    version: int | None = None
    what: str
    to: str = ""
    on: date | None = None
    until: date | None = None
    ended: str = ""
    ground: str = ""
    held_back: tuple[str, ...] = ()
