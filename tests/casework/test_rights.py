"""The inspection file: complete, for who may see it, and without what is about somebody else. And its two letters."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from casework.answers import Part
from casework.case import Case
from casework.casefile import as_document, check
from casework.handover.blocks import Document
from casework.handover.plain import plain
from casework.paths import flatten
from casework.questions import Shape, questions
from casework.rights.access_file import Event, access_file
from casework.rights.asker import Asker, askers, refused
from casework.rights.letter import letter, parts_of
from casework.rights.redaction import Choice, proposals
from casework.rights.statements import statements
from casework.steps import FLOW
from casework.trouble import Trouble
from desktop.bootstrap import knowledge
from tests.casework.anything import SEEDS, some_document
from tests.casework.handover_family import TODAY, family, said

JESSE = Asker("jeugdige")
ANJA = Asker("ouder", "p-anja")


def case(**changed: Any) -> Case:
    return check(family(**changed), TODAY)


def all_visible(one: Case, asker: Asker, *, but: str = "") -> list[Choice]:
    """Every proposal decided: nothing away, but what is named."""
    asked = [found.statement.path for found in proposals(one, statements(one, knowledge()), asker)]
    away = Choice(path=but, black=True, ground="privacy_ander")
    return [*([away] if but else []), *(Choice(path=path, black=False) for path in asked if path != but)]


def made(one: Case, asker: Asker = JESSE, *, but: str = "", journal: list[Event] | None = None) -> Document:
    return access_file(one, knowledge(), TODAY, asker, all_visible(one, asker, but=but), journal)


def everything(document: Document) -> str:
    return plain(document) + json.dumps(document.data, ensure_ascii=False)


# -- complete


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_whatever_the_case_holds_is_told(seed: int) -> None:
    one = check(some_document(Random(seed)), TODAY)
    told = {found.path for found in statements(one, None)}
    kept = flatten(as_document(one))
    lists = {f"{step.id}.{q.name}" for step in FLOW.steps for q in questions(step.answers).values()
             if q.shape is Shape.RECORDS} | {"people", "consultations"}  # fmt: skip
    for path, value in kept.items():
        if path.endswith(".part") or (path in lists and not (isinstance(value, dict) and "unanswered" in value)):
            continue
        if value == {"unanswered": "not_asked"}:
            continue
        assert path in told, path


def test_every_statement_stands_in_the_file_with_its_origin() -> None:
    one = case()
    text = plain(made(one))
    for found in statements(one, knowledge()):
        assert " ".join(found.text.split()) in " ".join(text.split()), found
    assert "ouder, mening, 19 november 2026" in text


def test_why_a_signal_was_answered_otherwise_is_told_in_words() -> None:
    asked = next(iter(knowledge().rules))
    reason, words = next(iter(knowledge().texts["reasons"].items()))
    answered = family()
    answered["responses"] = [{"rule": asked, "outcome": "bewust_anders", "reason": reason, "note": "Zo wil het gezin."}]
    told = {found.path: found.text for found in statements(check(answered, TODAY), knowledge())}
    assert told[f"responses.{asked}"] == f"bewust anders. {words}. Zo wil het gezin"


def test_what_no_longer_applies_is_kept_and_so_told() -> None:
    one = case(safety__spoken_alone="ja", safety__not_alone_reason="Wilde toen niet praten")
    assert "safety.not_alone_reason" in one.settle(TODAY).kept_aside
    assert "Wilde toen niet praten" in everything(made(one))


def test_the_journal_is_told_or_that_it_is_not_there() -> None:
    one = case()
    with_it = plain(made(one, journal=[Event(TODAY, "Marit Denkbeeldema, consulent", "keek in de zaak")]))
    assert "keek in de zaak" in with_it and "Marit Denkbeeldema" in with_it
    assert "los bestand" in plain(made(one))


# -- for whom


@pytest.mark.parametrize(
    ("born", "youth", "parent"),
    [("-11y", False, True), ("-12y", True, True), ("-15y", True, True), ("-16y", True, False), ("-17y", True, False)],
)
def test_who_may_see_it_goes_by_age(born: str, youth: bool, parent: bool) -> None:
    found = {one.role for one in askers(case(identity__birth_date=born, identity__consents=[]).settle(TODAY))}
    assert found == {role for role, may in (("jeugdige", youth), ("ouder", parent)) if may}


def test_from_sixteen_parents_see_it_where_the_young_person_agrees() -> None:
    agreed = [{"id": "c1", "who": "jeugdige", "purpose": "ouders", "outcome": "gegeven", "start": "-1m"}]
    assert ANJA in askers(case(identity__birth_date="-16y", identity__consents=agreed).settle(TODAY))


def test_who_has_no_custody_gets_nothing() -> None:
    with pytest.raises(Trouble, match="gezag"):
        made(case(), Asker("ouder", "p-reint"))


def test_without_a_birth_date_nobody_gets_it() -> None:
    bare = case(identity__birth_date=None).settle(TODAY)
    assert askers(bare) == () and "geboortedatum" in refused(bare, JESSE)


def test_who_cannot_decide_does_not_ask_alone() -> None:
    assert JESSE not in askers(case(identity__able_to_decide=False).settle(TODAY))


# -- about somebody else


def test_words_of_another_and_names_of_others_are_proposed() -> None:
    one = case(help_question__goes_well=said("Hij kookt voor ons", "ouder"),
               handover__start_talk="Maandag bij oom Reint")  # fmt: skip
    found = {asked.statement.path: asked.because for asked in proposals(one, statements(one, None), JESSE)}
    assert found["help_question.goes_well"] == "Iemand anders zei dit."
    assert "Reint" in found["handover.start_talk"]
    assert "people.p-anja.reach" in found and "people.p-anja.name" not in found


def test_a_parents_own_data_and_words_are_theirs() -> None:
    custody = [{"id": "g1", "person": "p-anja", "kind": "ouder", "source": "gezagsregister"}]
    one = case(identity__custody=custody, help_question__goes_well=said("Hij kookt voor ons", "ouder"))
    found = {asked.statement.path for asked in proposals(one, statements(one, None), ANJA)}
    assert "people.p-anja.reach" not in found and "help_question.goes_well" not in found
    both = case(help_question__goes_well=said("Hij kookt voor ons", "ouder"))
    told = proposals(both, statements(both, None), ANJA)
    assert "help_question.goes_well" in {asked.statement.path for asked in told}  # of which parent nobody knows


def test_nothing_leaves_while_something_is_undecided() -> None:
    with pytest.raises(Trouble, match="beslis eerst"):
        access_file(case(), knowledge(), TODAY, JESSE, all_visible(case(), JESSE)[:-1], None)


def test_what_is_left_out_is_nowhere_and_is_named_without_content() -> None:
    one = case(handover__start_talk="Zaterdag bij de buurvrouw van Fictema")
    assert "buurvrouw" in everything(made(one))
    told = everything(made(one, but="handover.start_talk"))
    assert "buurvrouw" not in told and "handover.start_talk" not in told
    assert "Stap 14. Overdracht en volgen: Startgesprek" in told and "7.3.10" in told


def test_a_name_that_is_left_out_shows_nowhere_where_the_case_refers_to_it() -> None:
    one = case(decision__coordinator="p-reint")
    shown = {found.path: found.text for found in statements(one, None, frozenset({"p-reint"}))}
    assert "Reint Oefenstra" in {found.text for found in statements(one, None)}
    assert all(text != "Reint Oefenstra" for path, text in shown.items() if path != "people.p-reint.name")


def test_towards_the_young_person_good_help_is_no_ground() -> None:
    one = case()
    choices = [*all_visible(one, JESSE), Choice(path="identity.name", black=True, ground="goede_hulp")]
    with pytest.raises(Trouble, match="Goede hulp"):
        access_file(one, knowledge(), TODAY, JESSE, choices, None)
    parent = [*all_visible(one, ANJA), Choice(path="identity.name", black=True, ground="goede_hulp")]
    assert "7.3.11" in plain(access_file(one, knowledge(), TODAY, ANJA, parent, None))


def test_black_without_a_ground_is_refused() -> None:
    with pytest.raises(ValueError, match="ground"):
        Choice(path="identity.name", black=True)


def test_a_decision_about_what_is_not_there_is_told() -> None:
    choices = [*all_visible(case(), JESSE), Choice(path="handover.nothing", black=False)]
    with pytest.raises(Trouble, match="nothing"):
        access_file(case(), knowledge(), TODAY, JESSE, choices, None)


# -- the letters


def test_each_part_of_the_file_has_its_own_letter_with_its_own_way_to_disagree() -> None:
    file = made(case())
    toegang = plain(letter(case(), knowledge(), TODAY, JESSE, "toegang", file))
    help_ = plain(letter(case(), knowledge(), TODAY, JESSE, "hulpverlening", file))
    assert "bezwaar" in toegang and "zes weken" in toegang
    assert "bezwaar" not in help_ and "rechter" in help_ and "klacht" in help_
    for told in (toegang, help_):
        assert file.cover.document_id in told and "Jesse Oefenstra" in told and "{" not in told


@pytest.mark.parametrize("part", ["toegang", "hulpverlening"])
def test_a_young_person_is_written_to_as_one_and_told_the_same(part: Part) -> None:
    young = letter(case(), knowledge(), TODAY, JESSE, part, made(case()))
    parent = letter(case(), knowledge(), TODAY, ANJA, part, made(case(), ANJA))
    formal = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
    assert not formal.search(plain(young)) and formal.search(plain(parent))
    texts = young.data["texts"], parent.data["texts"]
    assert texts[0].keys() == texts[1].keys() and young.data["schema"] == parent.data["schema"]


def test_a_pack_without_a_letter_for_the_young_has_the_one_for_everybody() -> None:
    older = replace(knowledge(), texts={key: told for key, told in knowledge().texts.items() if "-youth" not in key})
    assert "U vroeg om uw dossier" in plain(letter(case(), older, TODAY, JESSE, "toegang", made(case())))


def test_the_letter_says_whether_something_was_left_out() -> None:
    one = case(handover__start_talk="Zaterdag bij de buurvrouw")
    whole, part = (made(one), made(one, but="handover.start_talk"))
    assert "niets weg" in plain(letter(one, knowledge(), TODAY, JESSE, "toegang", whole))
    told = plain(letter(one, knowledge(), TODAY, JESSE, "toegang", part))
    assert "1 regel weg" in told and "niets weg" not in told and "buurvrouw" not in told
    assert "niets weg" in plain(letter(one, knowledge(), TODAY, JESSE, "hulpverlening", part))


def test_only_the_parts_that_are_there_ask_for_a_letter() -> None:
    assert parts_of(made(case())) == ("toegang",)
    talk = {"id": "t1", "on": "2026-11-01", "who": "jeugdige", "by": "M. Denkbeeldema", "what": "Samen gewandeld"}
    own = made(case(help_history__own_talks=[talk]))
    assert parts_of(own) == ("toegang", "hulpverlening")
    parts = plain(own).partition("Dossier van de hulp die het team zelf gaf")
    assert "Samen gewandeld" in parts[2] and "Samen gewandeld" not in parts[0]
