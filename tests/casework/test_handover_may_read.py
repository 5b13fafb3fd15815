"""Who may read the parents' version (brief §2.3), and that a version that may not be made tells nothing."""

from __future__ import annotations

import json

import pytest

from casework.handover.may_read import PURPOSE, refusal
from casework.handover.plain import plain
from casework.handover.twin import Twin
from tests.casework.handover_family import composed, family, settled, unanswered

SIXTEEN, FIFTEEN, EIGHTEEN = "2010-12-07", "2010-12-08", "2008-12-07"  # on the day itself, 7 December 2026


def aged(born, *consents, **changed):
    document = family(identity__birth_date=born, **changed)
    document["answers"]["identity"]["consents"] += [
        {"id": f"o{number}", "purpose": PURPOSE, "start": "2026-12-01", **consent}
        for number, consent in enumerate(consents)
    ]
    return document


def refused(document, reader="parent"):
    return refusal(settled(document), reader)


def everything(document) -> str:
    return plain(document) + json.dumps(document.data, ensure_ascii=False)


OWN = {"who": "jeugdige"}
PARENT = {"who": "p-anja"}


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (aged("2012-05-03"), ""),
        (aged(FIFTEEN), ""),
        (aged(SIXTEEN), "vanaf 16 jaar beslist de jongere zelf"),
        (aged(SIXTEEN, OWN), ""),
        (aged(SIXTEEN, {"who": "Jesse Oefenstra"}), ""),
        (aged(SIXTEEN, PARENT), "vanaf 16 jaar"),
        (aged(SIXTEEN, {**OWN, "outcome": "geweigerd"}), "vanaf 16 jaar"),
        (aged(SIXTEEN, OWN, {**OWN, "outcome": "geweigerd", "start": "2026-12-02"}), "vanaf 16 jaar"),
        (aged(SIXTEEN, {**OWN, "withdrawn_on": "2026-12-06"}), "vanaf 16 jaar"),
        (aged(SIXTEEN, {**OWN, "end": "2026-12-06"}), "vanaf 16 jaar"),
        (aged(SIXTEEN, {**OWN, "start": "2026-12-08"}), "vanaf 16 jaar"),
        (aged(SIXTEEN, identity__consents=[]), "vanaf 16 jaar"),
        (aged(SIXTEEN, identity__able_to_decide=False), ""),
        (aged(SIXTEEN, identity__able_to_decide=unanswered("unknown")), "vanaf 16 jaar"),
        (aged(EIGHTEEN), "vanaf 16 jaar"),
        (aged(EIGHTEEN, OWN), ""),
        (aged(EIGHTEEN, identity__able_to_decide=False), "wie voor de jongere beslist"),
        (aged(EIGHTEEN, OWN, identity__able_to_decide=False), "wie voor de jongere beslist"),
        (aged(EIGHTEEN, PARENT, identity__able_to_decide=False), ""),
        (aged(FIFTEEN, identity__help_exception="wens_jeugdige"), "zonder de ouders"),
        (aged(FIFTEEN, OWN, identity__help_exception="wens_jeugdige"), ""),
        (aged("2015-05-03", identity__help_exception="ernstig_nadeel"), ""),
        (aged(None), "geboortedatum ontbreekt"),
        (aged("2027-01-01"), "geboortedatum ontbreekt"),
    ],
)
def test_the_parents_version_follows_the_matrix(document, says):
    reason = refused(document)
    assert says in reason and bool(says) == bool(reason)


@pytest.mark.parametrize("reader", ["provider", "youth"])
@pytest.mark.parametrize("born", [FIFTEEN, SIXTEEN, EIGHTEEN, None])
def test_the_other_versions_are_never_refused_here(reader, born):
    assert refused(aged(born), reader) == ""


def test_a_consent_to_help_or_to_sharing_is_not_one_for_the_parents():
    given = [{**OWN, "purpose": purpose} for purpose in ("hulp", "delen_met_aanbieder", "school")]
    assert refused(aged(SIXTEEN, *given))


def test_a_refused_version_says_why_and_nothing_of_the_family():
    document = composed(aged(SIXTEEN), "parent")
    told = plain(document)
    assert "[Deze versie kan nog niet]" in told and "toestemming van de jongere voor ‘delen met ouders’" in told
    for content in ("zwemmen", "De Verzonnen Linde", "Anja", "Reint", "2027-03-08", "8 maart 2027", "Naar school"):
        assert content not in everything(document)
    assert Twin.model_validate(document.data).document.reader == "parent"


def test_with_consent_the_version_is_whole_and_the_provider_reads_of_the_consent():
    document = aged(SIXTEEN, OWN)
    assert "Naar school zonder eruit gestuurd te worden" in plain(composed(document, "parent"))
    assert "Waarvoor: delen met ouders" in plain(composed(document))


# A secret address, and a parent without contact


def test_with_a_secret_address_the_version_is_for_the_parent_the_child_lives_with():
    document = composed(family(identity__secret_address=True), "parent")
    told = plain(document)
    assert dict(document.cover.columns)["Voor"] == ("Anja Oefenstra",)
    assert "Beste Anja Oefenstra," in told and "Harm" not in told
    assert "ADHD" not in everything(document)
    assert "Het adres is geheim. Geef dit stuk niet door." in told


def test_where_nobody_with_custody_lives_with_the_child_a_secret_address_refuses():
    document = family(identity__secret_address=True)
    document["people"][0]["lives_with"] = False
    assert "het adres is geheim" in refused(document)
    assert "Linde" not in everything(composed(document, "parent"))


def test_custody_by_name_is_the_same_person():
    document = family(identity__secret_address=True)
    document["answers"]["identity"]["custody"][0]["person"] = "Anja Oefenstra"
    assert refused(document) == ""


def test_without_contact_the_other_parent_may_ask_for_a_version_of_their_own():
    told = plain(composed(family(identity__separated="geen_contact"), "parent"))
    assert "Beste Anja Oefenstra," in told
    assert "Geef dit stuk niet door. Een andere ouder met gezag kan zelf om een stuk vragen." in told


def test_without_contact_and_without_knowing_who_lives_where_it_is_for_everybody_with_custody():
    document = family(identity__separated="geen_contact")
    document["people"][0].pop("lives_with")
    told = plain(composed(document, "parent"))
    assert "Beste Anja Oefenstra en Harm Fictema," in told and "Geef dit stuk niet door" not in told


def test_parents_who_do_have_contact_both_read_it():
    assert "Beste Anja Oefenstra en Harm Fictema," in plain(composed(None, "parent"))


# What one told us is not for the other


DIFFER = "Jesse blowt en wil niet dat zijn moeder dat weet"


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_where_they_differ_stays_with_the_provider(reader):
    document = family(help_question__differ={"value": DIFFER, "source": "jeugdige", "kind": "mening"})
    assert "blowt" not in everything(composed(document, reader))
    assert DIFFER in plain(composed(document))


def test_parents_read_that_not_everybody_thinks_the_same_only_where_it_is_so():
    says = "Niet iedereen denkt over alles hetzelfde."
    assert says in plain(composed(None, "parent"))
    assert says not in plain(composed(family(help_question__differ=None), "parent"))


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_why_a_section_was_held_back_is_for_the_provider_alone(reader):
    document = family()
    document["answers"]["handover"]["sections"] = [
        {"id": "o1", "section": "H6", "shared": False, "reason": "Vader mag dit niet weten"}
    ]
    assert "mag dit niet weten" not in everything(composed(document, reader))
    assert "mag dit niet weten" in everything(composed(document))
