"""Three readers, one source: what families read is plain, and holds nothing the provider's version does not."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from casework.handover.blocks import Facts, Heading, Reader, Table
from casework.handover.compose import compose
from casework.handover.plain import plain
from tests.casework.handover_family import PACK, assessment, composed, family, said, settled

GOLDEN = Path(__file__).parents[1] / "golden"
READERS = ("provider", "parent", "youth")


@pytest.mark.parametrize("reader", READERS)
def test_golden(reader):
    """IJKPUNT_UPDATE_GOLDEN=1 writes the files anew; read the difference before committing it."""
    path, told = GOLDEN / f"jesse-{reader}.txt", plain(composed(None, reader))
    if os.environ.get("IJKPUNT_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


def questions(document):
    return [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 1]


def test_parents_get_five_questions_and_their_rights():
    assert questions(composed(None, "parent")) == [
        "Wat is de vraag?",
        "Wat gaan we doen?",
        "Wie doet wat?",
        "Wanneer kijken we opnieuw?",
        "Wat kunt u doen als u het niet eens bent?",
        "Uw rechten",
    ]


def test_parents_read_what_the_words_of_the_glossary_in_their_piece_mean():
    glossary = {"vertrouwenspersoon": "Iemand die\n  luistert.", "Wlz": "Een wet.", "persoon": "Een mens."}
    pack = replace(PACK, texts={**PACK.texts, "glossary": glossary})
    document = compose(settled(None), assessment(), pack, "parent")
    assert document.blocks[-2:] == (
        Heading("Wat woorden betekenen"), Facts((("Vertrouwenspersoon", "Iemand die luistert."),)))  # fmt: skip


def test_the_young_person_gets_a_shorter_version():
    lengths = [len(plain(composed(None, reader)).split()) for reader in READERS]
    assert lengths == sorted(lengths, reverse=True)


FAMILIES = {
    "rich": family(),
    "refused": family(decision__decision="afwijzen", comparison__offered_instead="een maatje op school"),
    "no child's question": family(help_question__questions=[
        {"id": "q", "asker": "p-anja", "literally": "Rust in huis.", "rephrased": "Minder ruzie.", "agreed": True}
    ]),
    "several reviews less": family(decision__reviews=[{"id": "r", "on": "2027-03-08"}]),
    "secret address": family(identity__secret_address=True),
}  # fmt: skip


def facts_in(text):
    """Numbers, and words with a capital that do not open a sentence: dates and names."""
    numbers = set(re.findall(r"\b\d+\b", text))
    names = set(re.findall(r"(?<=[a-z,] )[A-Z][\wé]+", text))
    return numbers | names


@pytest.mark.parametrize("reader", ["parent", "youth"])
@pytest.mark.parametrize("name", FAMILIES)
def test_numbers_dates_and_names_all_stand_in_the_providers_version(name, reader):
    document = FAMILIES[name]
    assert facts_in(plain(composed(document, reader))) - facts_in_whole(plain(composed(document))) == set()


def facts_in_whole(text):
    return set(re.findall(r"\w+", text))


def sentences(document):
    """What the product itself says: without the words of others between “ ”."""
    told = re.sub(r"“[^”]*”", "…", "\n".join(lines(document)))
    return [part for part in re.split(r"[.!?:\n]+", told) if re.search(r"\w", part)]


def lines(document):
    return plain(document).split("\n\n", 3)[-1].splitlines()


@pytest.mark.parametrize("reader", ["parent", "youth"])
@pytest.mark.parametrize("name", FAMILIES)
def test_sentences_for_families_are_short(name, reader):
    lengths = [len(part.split()) for part in sentences(composed(FAMILIES[name], reader))]
    assert sum(lengths) / len(lengths) <= 15
    assert max(lengths) <= 20


JARGON = (
    "behoefte", "resthulpvraag", "voorziening", "beschikking", "indicatie", "ambulant", "gezagsdrager", "regievoerder",
    "conform", "middels", "traject", "problematiek", "interventie", "stagnatie", "evaluatie",
)  # fmt: skip


@pytest.mark.parametrize("reader", ["parent", "youth"])
@pytest.mark.parametrize("name", FAMILIES)
def test_families_read_no_jargon(name, reader):
    told = plain(composed(FAMILIES[name], reader)).lower()
    assert [word for word in JARGON if word in told] == []


def own_words(document):
    return set(re.findall(r"[\w]+", re.sub(r"“[^”]*”", "", plain(document)).lower()))


def test_parents_are_addressed_as_u():
    assert own_words(composed(None, "parent")) & {"je", "jij", "jouw", "jou"} == set()


def test_the_young_person_is_addressed_as_je():
    assert own_words(composed(None, "youth")) & {"u", "uw"} == set()


def test_the_young_persons_own_question_comes_first_and_alone():
    told = plain(composed(None, "youth"))
    assert "Jij zei: “Naar school zonder eruit gestuurd te worden.”" in told
    assert "Rust in huis" not in told


def test_without_a_question_of_their_own_they_read_who_asked():
    told = plain(composed(FAMILIES["no child's question"], "youth"))
    assert "Anja Oefenstra vraagt: “Rust in huis.”" in told


def test_a_wish_is_only_theirs_if_they_said_it():
    theirs = "Dit wil jij over een half jaar"
    assert theirs in plain(composed(None, "youth"))
    assert theirs not in plain(composed(family(help_question__wish=said("Rust.", "ouder")), "youth"))


def test_one_day_is_told_as_a_sentence():
    told = plain(composed(family(decision__reviews=[{"id": "r", "on": "2027-03-08"}]), "parent"))
    assert "We kijken samen op 8 maart 2027." in told


def test_where_nothing_is_chosen_the_question_still_has_an_answer():
    bare = {"schema": "ijkpunt/case/1", "case_id": "leeg", "answers": {"identity": {"birth_date": "2015-05-03"}}}
    told = plain(composed(bare, "parent"))
    for answer in ("Dat staat niet in", "Dat is nog niet gekozen.", "Dat spreken we nog af.", "Die dag kiezen we nog."):
        assert answer in told


TWO_PROVIDERS = [
    {"id": "p-een", "product": "Gezinshulp", "provider": "Oefenstra Zorg", "covers": ["n-merken"]},
    {"id": "p-twee", "product": "Maatje", "provider": "Stichting Fictema", "covers": ["n-lijn"]},
]


def test_of_two_providers_each_is_told_with_what_they_help_with():
    parent = composed(family(decision__products=TWO_PROVIDERS), "parent")
    (helped,) = [block for block in parent.blocks if isinstance(block, Table) and block.head == ("Wie", "Wat")]
    does = dict(helped.rows)
    assert does["Oefenstra Zorg"].count("Helpt hierbij") == does["Stichting Fictema"].count("Helpt hierbij") == 1
    assert dict(parent.cover.columns)["Hulp van"] == ("Oefenstra Zorg", "Stichting Fictema")
    youth = plain(composed(family(decision__products=TWO_PROVIDERS), "youth"))
    assert "De hulp komt van Oefenstra Zorg en Stichting Fictema." in youth


@pytest.mark.parametrize(
    "measured, told", [("Aantal dagen", "aantal"), ("Jesse geeft een cijfer", "Jesse"), ("Anja’s lijst", "Anja")]
)
def test_how_a_goal_is_measured_keeps_the_capital_of_a_name(measured, told):
    document = family()
    document["answers"]["needs"]["goals"][0]["measured_by"] = measured
    assert f"Zo meten we het: {told}" in plain(composed(document, "youth"))


@pytest.mark.parametrize(
    ("route", "told"),
    [
        ("01 Gemeente", "De gemeente beslist"),
        ("02 Huisarts", "De dokter verwees"),
        ("08 Rechter/OvJ/JJI", "De rechter of de jeugdbescherming beslist"),
    ],
)
@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_a_family_reads_who_decides_and_when_it_stops(reader: Reader, route: str, told: str) -> None:
    words = plain(composed(family(intake__referral_route=route), reader))
    assert told in words and "stoppen of kiezen iets anders als dit gebeurt: “" in words
    away = [{"id": one, "section": one, "shared": False, "reason": "Privé."} for one in ("H9", "H10")]
    less = plain(composed(family(intake__referral_route=route, handover__sections=away), reader))
    assert told not in less and "stoppen of kiezen" not in less
