"""The JSON twin: valid by its own schema, with the names of iJw, and no more than the paper."""

from __future__ import annotations

import json

import pytest

from casework.handover.twin import SCHEMA, Twin, schema
from tests.casework.handover_family import composed, family


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
def test_the_twin_reads_back(reader):
    data = json.loads(json.dumps(composed(None, reader).data))
    assert data["schema"] == SCHEMA
    assert Twin.model_validate(data).as_json() == data


def test_the_schema_says_what_it_is():
    assert schema()["properties"]["schema"]["const"] == SCHEMA
    assert set(composed().data) == set(schema()["properties"])


def test_twin_and_cover_carry_the_same_number_version_and_reader():
    document = composed(None, "parent")
    head = document.data["document"]
    assert (head["id"], head["version"], head["reader"]) == (document.cover.document_id, 1, "parent")
    assert (head["issued_on"], head["valid_until"], head["practice"]) == ("2026-12-07", "2027-03-07", True)


def test_products_carry_the_names_of_ijw():
    product = composed().data["products"][0]
    assert product["ijw"] == {
        "Product": {"Categorie": "45", "Code": "45A48"},
        "Ingangsdatum": "2026-12-14",
        "Einddatum": "2027-06-13",
        "Omvang": {"Volume": 90, "Eenheid": "01", "Frequentie": "2"},
        "Budget": None,
    }


def test_the_thread_is_in_the_codes():
    data = composed().data
    assert [need["question"] for need in data["needs"]] == ["V1", "V2", ""]
    assert [goal["need"] for goal in data["goals"]] == ["N1", "N2", ""]
    assert [product["covers"] for product in data["products"]] == [["N1"], ["N2"]]
    assert data["needs"][2]["loose_end"] == "los eind: nog geen vraag, nog geen doel, nog geen hulp"


def test_people_go_by_id_and_role():
    people = composed().data["people"]
    assert people[0] == {"id": "p-anja", "name": "Anja Oefenstra", "role": "moeder"}


def test_a_statement_keeps_whose_it_is():
    assert composed().data["explanation"]["alternative"] == {
        "text": "Moeite met plannen kan ook los van thuis spelen.",
        "source": "expert",
        "kind": "hypothese",
        "on": "2026-11-26",
    }


def test_open_points_and_what_was_held_back_are_listed():
    data = composed().data
    assert [point["rule"] for point in data["open_points"]] == ["R-GEZAG-01"]
    assert {"what": "niveau van denken en leren", "why": "Bespreek met het gezin of dit nodig is voor de hulp."} in (
        data["withheld"]
    )


def test_a_consent_says_given_refused_or_withdrawn():
    document = family()
    document["answers"]["identity"]["consents"][0]["withdrawn_on"] = "2026-12-06"
    assert [one["outcome"] for one in composed(document).data["consents"]] == ["ingetrokken", "gegeven", "geweigerd"]


def test_families_get_the_data_of_their_own_version():
    for reader in ("parent", "youth"):
        data = composed(None, reader).data
        assert data["safety"] is None and data["explanation"] is None and data["decision"] is None
        assert not data["help_so_far"] and not data["people"] and not data["advice"]
    assert [question["code"] for question in composed(None, "youth").data["questions"]] == ["V1"]
