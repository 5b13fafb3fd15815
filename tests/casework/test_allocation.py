"""The proposal for the back office: what goes in, and what holds it up."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from casework.ijw import conditions
from casework.ijw.allocation import ClientData
from casework.ijw.personal import address_of, reach_of, split_name
from tests.casework.anything import SEEDS, some_document
from tests.casework.proposals import allocation, jesse, proposed, rules

# -- what goes in


def test_names_and_codes_are_those_of_ijw() -> None:
    made = allocation(jesse({"gender": "1 mannelijk"})).as_json()
    assert made["schema"] == "ijkpunt/allocation/1"
    assert made["Client"]["Bsn"] == "999900018"
    assert made["Client"]["Geslacht"] == "1"
    assert made["Client"]["Naam"] == {
        "Geslachtsnaam": {"Achternaam": "Oefenstra"},
        "Voornamen": "Jesse",
        "Voorletters": "J",
        "NaamGebruik": "1",
    }
    assert [one["Naam"]["Voornamen"] for one in made["Client"]["Relaties"]] == ["Anja", "Harm"]
    first, second = (line["ToegewezenProduct"] for line in made["products"])
    assert first["Product"] == {"Categorie": "45", "Code": "45A48"}
    assert first["Omvang"] == {"Volume": 90, "Eenheid": "01", "Frequentie": "2"}
    assert second["Product"] == {"Categorie": "45"} and "Omvang" not in second


def test_what_belongs_to_the_back_office_is_named_and_not_filled() -> None:
    made = allocation(jesse())
    left = {one.element.partition(" (")[0] for one in made.back_office}
    assert {"BerichtIdentificatie", "XsdVersie", "ToewijzingNummer", "Geslacht", "Afzender"} <= left
    written = json.dumps(made.as_json()["Client"]) + json.dumps(made.as_json()["products"])
    assert not re.search("ToewijzingNummer|Toewijzingsdatum|XsdVersie|Dagtekening", written)


def test_free_text_has_no_place_in_it() -> None:
    """OP191: what is told of the family never ends up in a message."""
    document = jesse()
    stories = [
        document["answers"]["decision"]["motivation"],
        document["answers"]["decision"]["request"],
        document["answers"]["intake"]["occasion"]["value"],
    ]
    written = json.dumps(allocation(document).as_json(), ensure_ascii=False)
    assert "Commentaar" not in written and not any(story in written for story in stories)


def test_money_is_in_cents() -> None:
    budget = {"code": None, "volume": None, "unit": None, "frequency": None, "budget": 1200}
    assert allocation(jesse(**budget)).products[0].ToegewezenProduct.Budget == 120_000
    extent = allocation(jesse(unit="83 euro", volume=50)).products[0].ToegewezenProduct.Omvang
    assert extent is not None and extent.Volume == 5000


def test_whose_code_it_is() -> None:
    assert allocation(jesse()).products[0].code_list == "JZ21"
    unknown = allocation(jesse(code="45Z99"))
    assert unknown.products[0].code_list == "niet_vastgesteld"
    assert any(one.element.startswith("Code (") for one in unknown.back_office)


def test_a_change_keeps_its_number_and_its_reason() -> None:
    made = allocation(jesse(change_reason="04 verlenging", allocation_number=1234, provider_reference="R-1"))
    line = made.products[0].ToegewezenProduct
    assert (line.RedenWijziging, line.ToewijzingNummer, line.ReferentieAanbieder) == ("04", 1234, "R-1")


def test_a_number_without_a_change_stays_out() -> None:
    assert allocation(jesse(allocation_number=1234)).products[0].ToegewezenProduct.ToewijzingNummer is None


def test_a_personal_budget_goes_no_further() -> None:
    made = allocation(jesse(delivery="pgb"))
    assert [one.id for one in made.not_allocated] == ["h-jesse"] and [one.id for one in made.products] == ["h-ouders"]


def test_a_secret_address_takes_every_way_to_reach_people_with_it() -> None:
    made = allocation(jesse({"secret_address": True, "phone": "050 000 00 00"}))
    written = json.dumps(made.as_json())
    assert not re.search('Bedachtelaan|Nergenshuizen|Telefoon01|Adres"', written)
    assert any("geheim" in one.why for one in made.back_office)


def test_guardianship_follows_from_custody() -> None:
    document = jesse()
    document["people"].append({"id": "p-gi", "name": "Stichting Verzonnen Voogdij"})
    document["answers"]["identity"]["custody"] = [
        {"id": "g", "person": "p-gi", "kind": "GI-voogd", "source": "beschikking"}
    ]
    client = allocation(document).Client
    assert client.WettelijkeVertegenwoordiging == "06"
    name = client.Relaties[0].Naam
    assert (name.Geslachtsnaam.Achternaam, name.NaamGebruik) == ("Stichting Verzonnen Voogdij", "6")


def test_a_custodian_without_a_name_is_never_called_unknown() -> None:
    document = jesse()
    del document["people"][0]["name"]
    made = allocation(document)
    assert len(made.Client.Relaties) == 1 and any(one.element == "Relatie 1" for one in made.back_office)


# -- what holds it up


@pytest.mark.parametrize(
    ("product", "rule"),
    [
        ({"product": None, "category": None, "code": None, "volume": None, "unit": None, "frequency": None}, "CD079"),
        ({"budget": 100}, "CD077/CD078"),
        ({"volume": None}, "CD041"),
        ({"code": None}, "CD080"),
        ({"code": None, "volume": None, "unit": None, "frequency": None, "budget": 1, "end": None}, "CD075"),
        ({"end": None}, "CD076"),
        ({"unit": "16 dagdeel", "frequency": "1 dag"}, "CS338"),
        ({"end": "+1d"}, "CS003"),
        ({"change_reason": "13 verwijderd"}, "CS335"),
        ({"change_reason": "01 administratieve correctie (vervallen)"}, "CS336"),
        ({"code": "44A09"}, "TR381"),
        ({"category": "44"}, "TR381"),
        ({"category": "39"}, "XSD"),
        ({"code": "45A48-lang"}, "XSD"),
        ({"provider_agb": "1234"}, "XSD"),
        ({"start": None}, "XSD"),
    ],
)
def test_each_condition_on_a_product_has_its_own_sentence(product: dict[str, Any], rule: str) -> None:
    found = proposed(jesse(**product))
    assert found.allocation is None
    mine = [one for one in found.unmet if one.rule == rule]
    assert mine and mine[0].path.startswith("decision.products.h-jesse") and mine[0].text.endswith(".")


def test_a_whole_product_meets_them_all() -> None:
    assert not proposed(jesse()).unmet


def test_reason_thirteen_may_where_it_begins_and_ends_on_one_day() -> None:
    assert "CS335" not in rules(jesse(change_reason="13 verwijderd", start="+22d", end="+22d"))


@pytest.mark.parametrize(
    ("identity", "rule"),
    [
        ({"bsn": "999900019"}, "CS002"),
        ({"bsn": None}, "XSD"),
        ({"bsn": "12345"}, "CS002"),
        ({"bsn": "123456789012"}, "XSD"),
        ({"birth_date": None}, "XSD"),
        ({"custody": None}, "OP002"),
    ],
)
def test_what_is_missing_of_the_young_person(identity: dict[str, Any], rule: str) -> None:
    found = [one for one in proposed(jesse(identity)).unmet if one.rule == rule]
    assert found and found[0].path == f"identity.{next(iter(identity))}"


def _client(**changes: Any) -> ClientData:
    ordinary = {
        "Bsn": "999900006",
        "Geboortedatum": {"Datum": "2012-01-01"},
        "Naam": {"Geslachtsnaam": {"Achternaam": "Oefenstra"}, "NaamGebruik": "1"},
    }
    return ClientData.model_validate(ordinary | changes)


ADDRESS = {"Huis": {"Huisnummer": 1}, "Postcode": "1000AA", "LandCode": "NL"}
PARTNER = {"Geslachtsnaam": {"Achternaam": "Oefenstra"}, "Partnernaam": {"Achternaam": "Fictema"}}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"Naam": {"Geslachtsnaam": {"Achternaam": "Oefenstra"}, "NaamGebruik": "6"}}, "CS318"),
        ({"Naam": {"Geslachtsnaam": {"Achternaam": "Oefenstra"}, "NaamGebruik": "3"}}, "CS050"),
        ({"Naam": {**PARTNER, "NaamGebruik": "5"}}, "CS050"),
        ({"Communicatie": {"Vorm": "1"}}, "CD007"),
        ({"Communicatie": {"Vorm": "2", "Taal": "Gebaren"}}, "CD007"),
        ({"Contactgegevens": [{"Soort": "01"}]}, "CD034"),
        ({"Contactgegevens": [{"Soort": "02", "Periode": {"Begindatum": "2026-01-01"}}]}, "CD009"),
        (
            {"Contactgegevens": [{"Soort": "04", "Periode": {"Begindatum": "2026-02-01", "Einddatum": "2026-01-01"}}]},
            "CS003",
        ),
        ({"Contactgegevens": [{"Soort": "02", "Adres": {"Postcode": "1000AA"}}]}, "CD005"),
        ({"Contactgegevens": [{"Soort": "02", "Adres": {"LandCode": "NL"}}]}, "CD025"),
        ({"Contactgegevens": [{"Soort": "02", "Adres": {**ADDRESS, "Postcode": "0000AA"}}]}, "CS089"),
    ],
)
def test_each_condition_on_people_and_places(changes: dict[str, Any], rule: str) -> None:
    assert rule in {one.rule for one in conditions.of_client(_client(**changes))}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"Naam": {**PARTNER, "NaamGebruik": "4"}},
        {"Communicatie": {"Vorm": "1", "Taal": "Oekraïens"}},
        {"Contactgegevens": [{"Soort": "04", "Adres": ADDRESS, "Periode": {"Begindatum": "2026-01-01"}}]},
    ],
)
def test_what_meets_the_conditions_is_let_through(changes: dict[str, Any]) -> None:
    assert not list(conditions.of_client(_client(**changes)))


@pytest.mark.parametrize(
    "decision", ["afwijzen", "andere_wet", "triage_klaar", "basisondersteuning_zonder_beschikking"]
)
def test_without_a_grant_there_is_nothing_to_allocate(decision: str) -> None:
    document = jesse()
    document["answers"]["decision"]["decision"] = decision
    assert proposed(document).allocation is None


# -- names, addresses, numbers


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Tom de Wit", ("Tom", "de", "Wit")),
        ("Anna Maria van der Berg", ("Anna Maria", "van der", "Berg")),
        ("Nynke Oefenstra", ("Nynke", "", "Oefenstra")),
        ("Олена Вигадана", ("Олена", "", "Вигадана")),
        ("Kim", None),
        ("", None),
        ("Anna Oefenstra-de Vries", None),
        ("Tom van", None),
    ],
)
def test_a_name_is_split_or_left_alone(name: str, parts: tuple[str, str, str] | None) -> None:
    assert split_name(name) == parts


def test_an_address_is_taken_apart_or_left_alone() -> None:
    found = address_of("Groep De Haven, Luchtkade 1b-3, 0000 AE Nergenshuizen")
    assert found is not None and found[1] == "Groep De Haven"
    assert found[0]["Huis"] == {"Huisnummer": 1, "Huisletter": "b", "HuisnummerToevoeging": "3"}
    assert address_of("ergens in Nergenshuizen") is None and address_of("a " * 50_000) is None


def test_only_what_is_nothing_but_a_number_is_a_number() -> None:
    assert reach_of("+31 6 00 00 00 00")["Telefoon"]["Telefoon01"]["Telefoonnummer"] == "0600000000"
    assert reach_of("anja@voorbeeld.test") == {"Emailadres": "anja@voorbeeld.test"}
    assert not reach_of("bel na vier uur 000 111", None, "")


# -- any case


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_any_case_is_proposed_or_told_why_not(seed: int) -> None:
    found = proposed(some_document(Random(seed)))
    assert (found.allocation is None) == bool(found.unmet)
    assert all(one.text.strip() and "." in one.path for one in found.unmet)


def test_a_long_name_and_signs_that_cannot_be_printed() -> None:
    made = allocation(jesse({"surname": "O" * 60, "first_names": "Je\x00sse\n<b>"}))
    assert made.Client.Naam is not None and made.Client.Naam.Geslachtsnaam.Achternaam == "O" * 60
    assert made.Client.Naam.Voornamen == "Je sse <b>"
    assert "XSD" in rules(jesse({"surname": "O" * 201}))
