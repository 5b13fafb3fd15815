"""The line of a consult: homes keep it, so they must know when the program makes another of the same messages."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256

from casework.pool import bodies as said
from casework.pool.clocks import Norms
from casework.pool.line import VERSION, line
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, Talk, accept, advice, assign, closing, decide, request

_OF_VERSION_1 = "e5c8cfb0e76201f1"


def everything() -> Talk:
    """A heavy question with all there is to say of it, asked again after its end."""
    talk, whole = Talk(), {"sub_questions": ["Wat als school stopt?"], "tried": "Tien gesprekken.", "theme": "logeren",
                           "profile": [["leeftijd", "8 tot 11"]], "asked_level": "intensief"}  # fmt: skip
    talk.says(ASKER, said.Submit(request=request(type="VERPLICHT_ADVIES", **whole)))
    talk.says(HUB, said.AskCompletion(reason="Wie is er thuis?"))
    talk.says(ASKER, said.Complete(words="Moeder."))
    talk.says(ASKER, said.MarkUrgent(reason="Er is geen bed."))
    talk.says(HUB, assign(EXPERT, SECOND, asked=talk.consult.request, despite="Niemand anders kan dit."))
    talk.says(HUB, said.Remind(stage="te_laat", due=talk.now.date()))
    for who in (EXPERT, SECOND):
        talk.says(who, accept())
        talk.says(who, said.Advise(advice=advice(risks="Het duurt.", minority="Wachten kan ook.")))
    talk.says(HUB, said.Discuss(note="Eens."))
    given = tuple(talk.consult.advices.values())
    talk.says(HUB, said.Release(advices=given, difference="Geen.", reason="Beide."))
    talk.says(ASKER, decide(decision="wijkt_af", reason="Het gezin wil niet.", cosigned_by="Bo Fictema"))
    talk.says(ASKER, said.FollowUp(moment="zes_weken", started=True, waiting=12, outcome="Het loopt."))
    talk.says(ASKER, closing(supply_missing="logeren in de buurt"))
    talk.says(HUB, said.Reopen(reason="Het is anders dan gedacht."))
    talk.says(HUB, said.Convert(to="mdo_hsj", reason="Samen kijken.", to_whom="Mo Verzinga"))
    return talk


def test_who_makes_another_line_of_the_same_messages_says_so() -> None:
    """Another digest: raise VERSION in casework/pool/line.py by one, and put the new digest here under its number."""
    talk = everything()
    made = line(talk.consult, (talk.now + timedelta(days=1)).date(), Norms())
    told = sha256(repr(sorted(asdict(made).items())).encode()).hexdigest()[:16]
    assert (VERSION, told) == (1, _OF_VERSION_1)
