"""The people around the young person. Each has a permanent id; other records name a person by that id."""

from __future__ import annotations

from typing import Literal

from casework.answers import Answer, Day
from casework.questions import Flag, Record, ask

Relation = Literal[
    "moeder",
    "vader",
    "stiefouder",
    "pleegouder",
    "voogd",
    "broer_zus",
    "grootouder",
    "familie",
    "vriend_buur",
    "school",
    "hulpverlener",
    "huisarts",
    "anders",
]


class Person(Record):
    """Somebody around the young person: family, network or professional."""

    name: Answer[str] = ask("naam", required=True)
    relation: Answer[Relation] = ask("relatie", "Wat deze persoon is voor de jeugdige.", required=True)
    birth_date: Answer[Day] = ask("geboortedatum", sensitive=True)
    lives_with: Answer[Flag] = ask("woont_bij_jeugdige")
    reach: Answer[str] = ask("bereikbaar_via", "Telefoon of e-mail; gaat nooit mee zonder reden.")
    can_be_called_on: Answer[Flag] = ask("kan_worden_ingeschakeld", "Wil en kan deze persoon steunen?", judgement=True)
