"""What never leaves the case, what is held back with a reason, and that the twin holds back the same."""

from __future__ import annotations

import json
from datetime import date

import pytest

from casework.handover.blocks import Reader, Withheld
from casework.handover.masked import MASK
from casework.handover.need_to_know import ALLOWED
from casework.handover.plain import plain
from casework.questions import Answers, Shape, questions
from casework.steps import FLOW
from casework.weighing.assessment import SeenFact
from tests.casework.handover_family import composed, family, said, signal

READERS: tuple[Reader, ...] = ("provider", "parent", "youth")


def everything(document) -> str:
    """All that goes out: the paper and the attached data."""
    return plain(document) + json.dumps(document.data, ensure_ascii=False)


def withheld(document) -> dict[str, str]:
    return {block.what: block.why for block in document.blocks if isinstance(block, Withheld)}


# A secret address

PLACES = ("Bedachtelaan", "9999 ZZ", "Nergenshuizen", "Verzinzijl", "Denkbeeldschool")


def in_hiding():
    """Places named in their fields, and once more where somebody typed them in passing."""
    document = family(
        identity__secret_address=True,
        intake__occasion=said("De Denkbeeldschool in nergenshuizen belde."),
        explanation__together=said("In NERGENSHUIZEN kent iedereen elkaar, zegt de De Denkbeeldschool."),
        handover__start_talk="op de Bedachtelaan 12, 9999 ZZ, in de gemeente Verzinzijl",
        handover__own_statement="Zeg niet dat ik in Nergenshuizen woon.",
        help_question__goes_well=said("Hij kent de Bedachtelaan en de Schuilweg goed."),
        decision__motivation="Verzinzijl is verantwoordelijk.",
    )
    document["answers"]["identity"]["household"][0]["where"] = "Schuilweg 9"
    return document


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("place", [*PLACES, "Schuilweg"])
def test_a_secret_address_gives_no_place_away(reader, place):
    assert place.lower() not in everything(composed(in_hiding(), reader)).lower()


def test_a_school_typed_without_what_stands_before_its_name_is_covered_too():
    document = in_hiding()
    next(one for one in document["people"] if one["relation"] == "school")["name"] = "Basisschool De Brug"
    document["answers"]["explanation"]["together"] = said("Op Brug gaat het goed, en hij durft de brug weer over.")
    assert f"Op {MASK} gaat het goed, en hij durft de brug weer over." in plain(composed(document))


@pytest.mark.parametrize(("told", "written"), [
    ("9999 ZZ", "9999ZZ"), ("9999ZZ", "9999 zz"), ("9999 zz", "9999  ZZ"), ("Lange Schuilweg 1", "lange  schuilweg"),
])  # fmt: skip
def test_an_address_is_covered_however_it_was_typed(told: str, written: str) -> None:
    address = f"{told} Nergenshuizen" if told[0] == "9" else f"{told}, 9999 ZZ Nergenshuizen"
    document = family(
        identity__secret_address=True, identity__address=address, explanation__not_known=f"Zij woont op {written}."
    )
    assert f"Zij woont op {MASK}." in plain(composed(document))


@pytest.mark.parametrize(("told", "written"), [
    ("06-12345678", "0612345678"), ("0612345678", "06 12 34 56 78"), ("+31 6 12345678", "06-12345678"),
    ("06 12345678", "+31 (0)6 1234 5678"), ("050 1234567 of oma@fictema.example", "oma@fictema.example"),
    ("oma: 050-1234567", "(050) 123 45 67"),
])  # fmt: skip
def test_a_number_of_the_family_is_covered_however_it_was_typed(told: str, written: str) -> None:
    document = family(identity__phone=told, explanation__not_known=f"Bel {written}, na vijf uur.")
    assert f"Bel {MASK}, na vijf uur." in plain(composed(document)).replace("(" + MASK, MASK)


def test_a_covered_place_is_seen_to_be_covered():
    document = composed(in_hiding())
    assert f"In {MASK} kent iedereen elkaar" in plain(document)
    assert withheld(document)["adres, woonplaats, school en gemeente"] == "Het adres van deze jeugdige is geheim."


def test_somebody_of_the_school_helps_without_a_name():
    document = in_hiding()
    next(one for one in document["people"] if one["id"] == "p-school")["can_be_called_on"] = True
    told = {reader: plain(composed(document, reader)) for reader in ("provider", "youth")}
    assert "Iemand van school wil je helpen." in told["youth"]
    assert all(f"{MASK} wil" not in text and "iemand van school" in text.lower() for text in told.values())


def test_without_a_secret_address_the_municipality_and_school_stand_there():
    told = everything(composed(family(intake__coordination="met De Denkbeeldschool")))
    assert "Gemeente: Verzinzijl" in told


def test_only_whole_words_are_covered():
    document = family(
        identity__secret_address=True, identity__village="Ee", explanation__not_known="Eet hij mee in Ee?"
    )
    assert f"Eet hij mee in {MASK}?" in plain(composed(document))


# The BSN, phone numbers, birth dates


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("written", ["999900006", "9999 00 006", "999.900.006"])
def test_the_bsn_stays_behind_wherever_it_was_typed(reader, written):
    document = family(
        explanation__together=said(f"Zie dossier {written}."), handover__own_statement=f"Ik ben {written}"
    )
    told = everything(composed(document, reader))
    assert written not in told and "999900006" not in told


def test_what_was_held_back_is_named_without_content():
    told = withheld(composed())
    what = "burgerservicenummer, adres, telefoon en e-mail"
    assert told[what] == "Niet nodig om dit stuk te lezen."
    assert "niveau van denken en leren" in told


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("private", ["06 12 34 56 78", "harm@fictema.example", "1985", "2 april"])
def test_nothing_of_others_that_is_theirs(reader, private):
    document = family(handover__own_statement="Bel moeder: 06 12 34 56 78, of harm@fictema.example.")
    assert private not in everything(composed(document, reader))


# Meldcode and sensitive answers


def test_nothing_of_the_meldcode():
    told = everything(composed()).lower()
    assert "meldcode" not in told and "veilig thuis" not in told and "10 november" not in told


@pytest.mark.parametrize("risk", ["ja_laag", "ja_hoog"])
def test_a_risk_of_suicide_is_told_by_voice_only(risk):
    document = composed(family(safety__suicide_risk=said(risk)))
    assert "suïc" not in everything(document).lower() and "suic" not in everything(document).lower()
    assert withheld(document)["één punt over veiligheid"] == "Dat vertellen wij zelf. Bel vóór het eerste gesprek."
    assert "één punt over veiligheid" not in withheld(composed())


def test_an_iq_never_stands_there():
    told = everything(composed())
    assert "70 tot 85" not in told and "70_85" not in told


def test_a_diagnosis_goes_along_with_who_established_it():
    assert "door M. Verzinga, orthopedagoog, op 3 maart 2020" in plain(composed())
    document = family()
    document["answers"]["situation"]["problems"][1].pop("diagnosed_by")
    assert "een vermoeden of diagnose" in withheld(composed(document))


def test_a_target_group_without_a_source_stays_behind():
    assert "Doelgroep: scheiding en gedrag" in plain(composed())
    document = composed(family(situation__target_groups=["scheiding", "trauma"]))
    assert "trauma" not in everything(document)
    assert withheld(document)["doelgroep"] == "Er staat niet bij wie dit heeft vastgesteld."


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_families_versions_hold_no_diagnosis(reader):
    told = everything(composed(None, reader))
    assert "dyslexie" not in told and "Doelgroep" not in told


def _sensitive(model: type[Answers], path: str):
    for name, question in questions(model).items():
        if question.sensitive:
            yield f"{path}.{name}", question
        if question.shape is Shape.RECORDS:
            yield from _sensitive(question.record, f"{path}.{name}")


SENSITIVE = [found for step in FLOW.steps for found in _sensitive(step.answers, step.id)]
MARKS = {Shape.TEXT: "kenmerk-zebra", Shape.LONG: "kenmerk-zebra", Shape.DAY: date(1999, 12, 31)}


CODES = {
    "safety.suicide_risk", "situation.iq_level", "identity.gender", "identity.legal_status", "identity.representation",
}  # fmt: skip


def test_what_only_the_back_office_needs_is_told_nowhere():
    changed = {"gender": "2 vrouwelijk", "legal_status": "04 OTS", "representation": "09 curatele",
               "phone": "050 123 45 67", "email": "jesse@oefenstra.example"}  # fmt: skip
    document = family(**{f"identity__{name}": value for name, value in changed.items()},
                      handover__own_statement="Bel 050 123 45 67.")  # fmt: skip
    told = everything(composed(document))
    for content in ("vrouwelijk", "OTS", "curatele", "050 123 45 67", "jesse@oefenstra.example"):
        assert content not in told


@pytest.mark.parametrize(("path", "question"), SENSITIVE, ids=[path for path, _ in SENSITIVE])
def test_a_sensitive_question_is_told_only_where_the_rule_allows(path, question):
    """Free sensitive answers, with a mark that must not come out. Codes have tests of their own above."""
    mark = MARKS.get(question.shape)
    if mark is None:
        assert path in ALLOWED or path in CODES
        return
    document = family()
    step, *record, field = path.split(".")
    here = document["answers"][step]
    for target in here[record[0]] if record else [here]:
        target[field] = str(mark)
    document["answers"]["handover"]["sections"] = []
    assert ("kenmerk-zebra" in everything(composed(document))) == (path in ALLOWED)


# Open points


@pytest.mark.parametrize(
    "about",
    [
        {"facts": (SeenFact(path="suicide_risk", value="ja_hoog"),)},
        {"facts": (SeenFact(path="safety.veilig_thuis", value="melding"),)},
        {"facts": (SeenFact(path="situation.target_groups", value=True),)},
        {"facts": (SeenFact(path="identity.bsn", value=True),)},
        {"facts": (), "action_path": "safety.suicide_risk"},
        {"facts": (), "action_path": "situation.iq_level"},
    ],
)
def test_an_open_point_about_something_sensitive_keeps_its_words(about):
    document = composed(None, "provider", signal("R-VEIL-03", title="Zebra", text="Zebra", **about))
    assert "Zebra" not in everything(document)
    assert withheld(document)["1 open punt"] == "Dit gaat over een gevoelig gegeven. Vraag het ons."


# Sections that were switched off


def without(code: str, **changed):
    document = family(**changed)
    document["answers"]["handover"]["sections"] = [
        {"id": "o1", "section": code, "shared": False, "reason": "Niet nodig voor deze hulp"}
    ]
    return document


CONTENT = {
    "H1": ("gezagsregister", "co-ouderschap", "3 mei 2012", "2012-05-03"),
    "H2": ("Rust in huis", "gezichtjes", "in beide huizen"),
    "H3": ("zorgzaam",),
    "H4": ("ontploft", "Moeite met plannen", "regel telt", "Hoe zwaar Jesse"),
    "H5": ("crisisdienst", "onder controle", "zorgen_onder_controle"),
    "H6": ("Gevoelskaarten", "Verzonnen Brug"),
    "H7": ("kwartier", "merkt eerder dat hij", "Weten waar de onrust vandaan komt"),
    "H8": ("naar zwemmen met Daan", "Avonden zonder ruzie", "Niet elke avond"),
    "H9": ("zonder winst", "om de week"),
    "H10": ("Individuele begeleiding", "eerst onderzoek", "45A48", "IJK-07", "Begin met begeleiding"),
    "H12": ("25 januari 2027", "2027-01-25", "gesprek gepland"),
    "H15": ("Verslag van de mentor",),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("code", CONTENT)
def test_a_section_that_is_not_shared_is_told_nowhere(code, reader):
    told = everything(composed(without(code), reader))
    assert [words for words in CONTENT[code] if words in told] == []


@pytest.mark.parametrize("code", CONTENT)
def test_those_words_do_stand_there_when_it_is_shared(code):
    told = everything(composed(without("H13")))
    assert [words for words in CONTENT[code] if words not in told] == []


@pytest.mark.parametrize("code", CONTENT)
def test_a_section_that_is_not_shared_says_why(code):
    document = composed(without(code))
    assert "Niet nodig voor deze hulp." in withheld(document).values()
    assert f"Eén onderdeel is niet gedeeld: onderdeel {code[1:]}. Daar staat waarom." in plain(document)
    state = next(section for section in document.data["sections"] if section["code"] == code)
    assert (state["shared"], state["reason"]) == (False, "Niet nodig voor deze hulp")


def test_an_own_statement_always_goes_along():
    assert "Ik ben meer dan mijn boosheid." in everything(composed(without("H14")))


def test_the_rights_cannot_be_left_out():
    assert "vertrouwenspersoon" in plain(composed(without("H16")))
