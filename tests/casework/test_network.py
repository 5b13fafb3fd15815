"""The people around the young person: on which ring, with which tie, and what of them may be known."""

from __future__ import annotations

import pytest

from casework.handover.blocks import NetworkMap
from casework.handover.picture_words import network_words
from tests.casework.handover_family import composed, family


def network(document=None):
    return next((block for block in composed(document).blocks if isinstance(block, NetworkMap)), None)


def rings(document=None):
    drawn = network(document)
    return {} if drawn is None else {tie.name: tie.ring for tie in drawn.ties}


def without(code, **changed):
    document = family(**changed)
    document["answers"]["handover"]["sections"] = [
        {"id": "o1", "section": code, "shared": False, "reason": "Niet nodig voor deze hulp"}
    ]
    return document


def test_people_stand_from_near_to_far():
    assert rings() == {
        "Anja Oefenstra": "household",
        "Harm Fictema": "family",
        "Reint Oefenstra": "family",
        "De Denkbeeldschool": "professional",
        "Marit Denkbeeldema": "professional",
    }
    assert [tie.ring for tie in network().ties] == sorted(
        (tie.ring for tie in network().ties), key=["household", "family", "network", "professional"].index
    )


@pytest.mark.parametrize(
    ("relation", "ring"),
    [("vriend_buur", "network"), ("anders", "network"), ("huisarts", "professional"), ("grootouder", "family")],
)
def test_a_relation_has_its_ring(relation, ring):
    assert rings(family(people=[{"id": "p", "name": "Oefenaar", "relation": relation}])) == {"Oefenaar": ring}


def test_a_guardian_of_an_institution_is_no_family():
    document = family(people=[{"id": "p", "name": "Oefenvoogd", "relation": "voogd"}])
    assert rings(document) == {"Oefenvoogd": "family"}
    document["answers"]["identity"]["custody"] = [{"id": "g", "person": "p", "kind": "GI-voogd"}]
    assert rings(document) == {"Oefenvoogd": "professional"}


def test_ties_say_who_decides_and_who_can_help():
    told = network_words(network())
    assert told == (
        "Netwerkkaart van Jesse Oefenstra, met 5 mensen.",
        "In huis: Anja Oefenstra (moeder), heeft gezag.",
        "Familie: Harm Fictema (vader), heeft gezag; Reint Oefenstra (familie), kan helpen.",
        "School en hulp: De Denkbeeldschool (school); Marit Denkbeeldema (hulpverlener).",
    )


def test_with_a_secret_address_nobody_reads_who_lives_along_nor_the_school():
    document = family(identity__secret_address=True)
    assert "household" not in rings(document).values()
    assert "De Denkbeeldschool" not in rings(document)


def test_where_who_is_who_is_not_shared_only_those_who_help_are_shown():
    (tie,) = network(without("H1")).ties
    assert (tie.name, tie.custody, tie.ring) == ("Reint Oefenstra", False, "family")


def test_nothing_is_drawn_where_strengths_are_not_shared_or_nobody_is_known():
    assert network(without("H3")) is None
    assert network(family(people=[])) is None
    assert network(family(people=[{"id": "p", "name": "  "}])) is None


def test_no_phone_number_no_birth_date():
    told = repr(network())
    assert not [private for private in ("06 12", "harm@", "1985") if private in told]
