"""Nobody approves own work: not in another role, and not from another device."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.actors import Registration
from casework.pool import bodies as said
from casework.pool.consult import objection
from casework.pool.parties import is_same_person
from casework.pool.state import Consult
from tests.casework.pool_talk import (
    ASKER,
    EXPERT,
    HUB,
    THREAD,
    Talk,
    accept,
    advice,
    assign,
    decide,
    release,
    request,
    up_to_advice,
)


class TestNobodyApprovesOwnWork:
    def test_an_asker_is_not_the_expert(self) -> None:
        talk = Talk()
        talk.says(ASKER, said.Submit(request=request()))
        assert "niet zelf" in objection(talk.consult, HUB, assign(ASKER.model_copy(update={"role": "expert"})))
        own = said.PhoneNote(expert=ASKER, minutes=5, said="Ja.")
        assert "niet zelf" in objection(talk.consult, ASKER, own)

    def test_a_coordinator_who_advised_does_not_release(self) -> None:
        both = HUB.model_copy(update={"role": "expert"})
        talk = Talk()
        talk.says(ASKER, said.Submit(request=request()))
        talk.says(HUB, assign(both))
        talk.says(both, accept())
        talk.says(both, said.Advise(advice=advice()))
        for body in (said.Discuss(note="Eens."), release(talk.consult)):
            assert "andere coördinator" in objection(talk.consult, HUB, body)
        other = HUB.model_copy(update={"id": "hub-2", "name": "Sam Fictema"})
        assert not objection(talk.consult, other, release(talk.consult))

    def test_nor_from_another_device(self) -> None:
        """Who has two roles has a device for each, with an id of its own."""
        talk = Talk()
        talk.says(ASKER, said.Submit(request=request()))
        twin = ASKER.model_copy(update={"id": "p-2", "name": "anna  OEFENSTRA", "role": "expert"})
        assert objection(talk.consult, HUB, assign(twin)).startswith("Anna Oefenstra stelde deze vraag.")
        assert "niet zelf" in objection(talk.consult, HUB, assign(EXPERT, twin))
        assert "niet zelf" in objection(Talk().consult, ASKER, said.PhoneNote(expert=twin, minutes=5, said="Ja."))
        both = HUB.model_copy(update={"id": "p-3", "role": "expert"})
        talk.says(HUB, assign(both))
        talk.says(both, accept())
        talk.says(both, said.Advise(advice=advice()))
        assert "andere coördinator" in objection(talk.consult, HUB, release(talk.consult))

    def test_who_was_asked_already_for_their_own_question_can_only_give_it_back(self) -> None:
        """As until now could be done."""
        asked = Consult(THREAD, "TOEGEWEZEN", request=request(), asker=ASKER)
        twin = ASKER.model_copy(update={"id": "p-2", "role": "expert"})
        asked = replace(asked, experts={twin.id: twin})
        assert "niet zelf" in objection(asked, twin, accept(), "expert")
        assert not objection(asked, twin, said.Decline(reason="Mijn eigen vraag."), "expert")

    def test_the_second_signature_is_not_the_first(self) -> None:
        alone = decide(decision="deels", reason="Het gezin wil dit niet.", cosigned_by=f" {ASKER.name.upper()}")
        assert "iemand anders" in objection(up_to_advice("VERPLICHT_ADVIES").consult, ASKER, alone)

    @pytest.mark.parametrize(
        ("mine", "theirs", "name", "same"),
        [
            (("SKJ", "1"), ("SKJ", "1"), "Onder een andere naam", True),
            (("SKJ", "1"), ("SKJ", "2"), ASKER.name, False),
            (("SKJ", "100 009"), ("SKJ", "skj 100009"), ASKER.name, True),
            (("SKJ", "1"), ("BIG", "2"), ASKER.name, True),
            (("SKJ", "1"), ("geen", ""), ASKER.name, True),
            (("geen", ""), ("geen", ""), "Bo Fictema", False),
        ],
    )
    def test_a_number_tells_people_apart_and_else_their_name(
        self, mine: tuple[str, str], theirs: tuple[str, str], name: str, same: bool
    ) -> None:
        one, other = (
            party.model_copy(update={"registration": Registration(register=register, number=number)})
            for party, (register, number) in ((ASKER, mine), (EXPERT.model_copy(update={"name": name}), theirs))
        )
        assert is_same_person(one, other) is same is is_same_person(other, one)

    def test_a_role_says_what_is_its_own_to_say(self) -> None:
        talk = up_to_advice()
        for by in (HUB, EXPERT):
            assert objection(talk.consult, by, decide()) == "Dit kan niet vanuit deze rol."
        colleague = ASKER.model_copy(update={"id": "somebody-else"})
        assert "Alleen wie de vraag stelde" in objection(talk.consult, colleague, decide())
