"""What the scan finds: a place in a text, what kind of lead it is, why, and what could stand there instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What somebody could be recognised by. The value is the Dutch word a user reads."""

    PERSON = "persoon"
    PLACE = "plaats"
    SCHOOL = "school"
    PROVIDER = "aanbieder"
    ADDRESS = "adres"
    POSTCODE = "postcode"
    DATE = "datum"
    PHONE = "telefoonnummer"
    MAIL = "e-mailadres"
    BSN = "burgerservicenummer"
    IBAN = "rekeningnummer"
    NUMBER = "nummer"
    PLATE = "kenteken"
    LINK = "internetadres of accountnaam"


@dataclass(frozen=True)
class Hit:
    """One lead in a text. `start` and `end` count characters of the text as it was given, end not included.

    known: this case itself holds it. why: one Dutch sentence for the person who resolves it. entity: the same for the
    same person, place or day wherever it is found, so that it gets the same label. proposed: what could stand there.
    """

    start: int
    end: int
    kind: Kind
    known: bool
    why: str
    entity: str
    proposed: str = ""
