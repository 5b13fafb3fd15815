"""A condition in Dutch says what the condition asks: no more, no less, and nothing in the signs of a computer."""

from __future__ import annotations

import re

import pytest

from casework.knowledge.expressions import compile_condition
from casework.weighing.condition_words import condition_words
from casework.weighing.facts import FACTS, kinds
from tests.casework.edited_pack import shipped

CONDITIONS = {rule.id: rule.when for rule in shipped().rules.values()} | {
    f"{client.id}, {number}": boundary.when
    for client in shipped().reference_clients.values()
    for number, boundary in enumerate(client.not_when)
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_every_condition_tells_each_fact_it_reads_and_no_sign(name: str) -> None:
    said = condition_words(CONDITIONS[name]).lower()
    assert [one for one in CONDITIONS[name].depends_on if FACTS[one].meaning.lower() not in said] == []
    assert not re.search(r"[_&|=<>!\"\[\]]", said)
    assert not re.search(r"[:;(] *[;)]|[:;]$|  ", said), "something is missing in it"


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("secret_address", "Geheim adres: ja"),
        ("!secret_address", "Geheim adres: nee"),
        ("known_bsn_valid && !bsn_valid", "Het BSN klopt volgens de elfproef: nee"),  # what is so, is known
        ("!known_decision", "Het besluit: niet bekend"),
        ("age_years >= 6 && age_years < 12", "Leeftijd in jaren: 6 of meer en minder dan 12"),
        ("6 <= age_years", "Leeftijd in jaren: 6 of meer"),  # the side it stands on turns the sign
        ("problem_months > 0.5", "Maanden dat het langste probleem al speelt: meer dan 0,5"),
        ("goal_count == 0 || need_count > 0", "Doelen: geen; of behoeften: 1 of meer"),
        ('safety_verdict != "veilig"', "Het veiligheidsoordeel: niet veilig"),
        ('!(urgency in ["vandaag", "geen"])', "Hoe snel hulp nodig is: iets anders dan vandaag of geen"),
        (
            'track == "GI_besluit" && checklist_f == "INTENSIEF_KAN"',
            "Het traject: GI besluit; en wat vragenlijst f aanwijst over intensieve hulp: intensief kan",
        ),
        (
            "pgb && (sent || started)",
            "Er is een persoonsgebonden budget gekozen: ja; en (de overdracht is verzonden: ja; of de hulp is gestart: "
            "ja)",
        ),
    ],
)
def test_one_of_each_kind(condition: str, said: str) -> None:
    assert condition_words(compile_condition(condition, kinds())) == said


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("!(pgb && sent)", "Er is een persoonsgebonden budget gekozen: nee; of de overdracht is verzonden: nee"),
        ("!(pgb || sent)", "Er is een persoonsgebonden budget gekozen: nee; en de overdracht is verzonden: nee"),
        ("!(known_sent && sent)", "De overdracht is verzonden: nee of niet bekend"),
        ("!(age_years > 12)", "Leeftijd in jaren: 12 of minder"),
        ("!!sent", "De overdracht is verzonden: ja"),
    ],
)
def test_a_not_is_carried_inward(condition: str, said: str) -> None:
    """Nobody has to hold a bracket in mind to know what is so."""
    assert condition_words(compile_condition(condition, kinds())) == said


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (
            "known_product_months ? product_months > 6 : max_need_months > 6",
            "Maanden dat het langste product loopt: meer dan 6; of (maanden dat het langste product loopt: niet "
            "bekend; en maanden dat de langste behoefte duurt: meer dan 6)",
        ),
        ("sent ? false : pgb", "De overdracht is verzonden: nee; en er is een persoonsgebonden budget gekozen: ja"),
        (
            "(pgb ? 1 : 0) + (sent ? 1 : 0) + (started ? 1 : 0) >= 2",
            "Van deze 3 (er is een persoonsgebonden budget gekozen: ja; de overdracht is verzonden: ja; de hulp is "
            "gestart: ja): 2 of meer",
        ),
        ("product_months >= max_need_months + 1", "Maanden dat het langste product loopt: maanden dat de langste "
         "behoefte duurt plus 1 of meer"),
        ("true", "Altijd"),
    ],
)  # fmt: skip
def test_a_choice_and_a_sum(condition: str, said: str) -> None:
    assert condition_words(compile_condition(condition, kinds())) == said
