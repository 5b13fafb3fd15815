"""What changes from one pack to the next, in words, and for whom: the reference clients are the tests of a pack."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from casework.care.content import _OF_THE_PACK, changes
from casework.care.difference import PackDifference, difference
from casework.care.ids import ids
from casework.care.moving import difference_for_case
from casework.care.outcomes import of_client
from casework.care.release import obstacles
from casework.care.remarks import remarks
from casework.case import Case
from casework.casefile import check
from casework.knowledge import Pack
from tests.casework.edited_pack import MANIFEST, edited, next_version, read, shipped
from tests.casework.families import ORDINARY

DAY = date(2026, 11, 22)
PREVENTION = "rules/09-eigen-mogelijkheden.yaml"
SOME = (MANIFEST, "level_some: 2", "level_some: 3")


@cache
def fenna() -> Case:
    """A family that has told who they are and what is the matter; every answer of checklist a says it can change."""
    answers: dict[str, dict[str, object]] = {}
    for path, value in ORDINARY.items():
        step, _, field = path.partition(".")
        if step in ("intake", "identity", "safety", "situation", "help_question"):
            answers.setdefault(step, {})[field] = value
    says = {"V": "ja", "C": "nee"}
    items = shipped().checklists["a"].items
    changeable = {item.id: says[item.direction] for item in items if item.direction in says}
    return check(
        {"schema": "ijkpunt/case/1", "case_id": "fenna", "answers": answers, "checklists": {"a": changeable}}, DAY
    )


def compared(new: Pack, old: Pack | None = None) -> PackDifference:
    return difference(old or shipped(), new, {"fenna": fenna()}, DAY)


def test_a_pack_does_not_differ_from_itself(tmp_path: Path) -> None:
    found = compared(read(edited(tmp_path / "pack")))
    assert (found.changes, found.flips) == ((), ())
    assert found.words == (
        f"groningen {shipped().version} → groningen {shipped().version}: 0 veranderingen in de inhoud, "
        "een andere uitkomst voor 0 gezinnen",
    )


@pytest.mark.parametrize(("change", "words"), [
    (SOME, "instelling level_some is veranderd. waarde: was ‘2’, wordt ‘3’"),
    ((PREVENTION, "title: School is misschien eerst aan zet", "title: School gaat voor"),
     "regel R-AFB-ONDW is veranderd. titel: was ‘School is misschien eerst aan zet’, wordt ‘School gaat voor’"),
    ((PREVENTION, "when: prevention_signs\n", "when: prevention_signs && transport_money\n"),
     "regel R-AFB-PREV is veranderd. voorwaarde: was ‘prevention_signs’, wordt ‘prevention_signs && transport_money’"),
    ((PREVENTION, "  owner: RIGG (concept)\n  status: concept", "  owner: RIGG (concept)\n  status: ingetrokken"),
     "regel R-EK-01 is ingetrokken"),
    ((PREVENTION, "shows: [transport_needed, transport_money]", "shows: []"),
     "regel R-VERV-01 is veranderd. getoonde gegevens: was ‘transport_needed en transport_money’, wordt leeg"),
    ((MANIFEST, "valid_from: 2026-01-01", "valid_from: 2026-12-01"),
     "pakket geldig vanaf is veranderd. waarde: was ‘2026-01-01’, wordt ‘2026-12-01’"),
    (("checklists/g.yaml", "wie wat doet, tot wanneer, en wat er anders gebeurt", "wie wat doet"),
     "vragenlijst g is veranderd. conclusie HULP_MET_AFSPRAKEN wat nu: was ‘Schrijf op wie wat doet, tot wanneer, "
     "en wat er anders gebeurt’, wordt ‘Schrijf op wie wat doet’"),
    (("likeness.yaml", "  age: 2", "  age: 2.5"), "gewicht age is veranderd. waarde: was ‘2’, wordt ‘2,5’"),
    (("texts/reasons.yaml", "anders: Iets anders", "anders: Nog iets anders"),
     "tekst reasons.anders is veranderd. waarde: was ‘Iets anders’, wordt ‘Nog iets anders’"),
    ((MANIFEST, "name: Eemsdelta, ordinance", "name: Eems-Delta, ordinance"),
     "gemeente 1979 is veranderd. name: was ‘Eemsdelta’, wordt ‘Eems-Delta’"),
    ((MANIFEST, 'number: "0800 2000"', 'number: ""'),
     "noodnummer veilig-thuis is veranderd. number: was ‘0800 2000’, wordt leeg"),
    (("reference-clients/ijk-03.yaml", "flags: [preventief]", "flags: [preventief, onderwijs]"),
     "ijkcliënt IJK-03 is veranderd. kenmerk flags: was ‘preventief’, wordt ‘onderwijs en preventief’"),
])  # fmt: skip
def test_a_change_is_told_in_words(tmp_path: Path, change: tuple[str, str, str], words: str) -> None:
    assert [one.words for one in changes(shipped(), read(edited(tmp_path / "pack", change)))] == [words]


def test_a_question_is_named_where_it_changes(tmp_path: Path) -> None:
    text = shipped().checklists["a"].items[0].text
    new = read(edited(tmp_path / "pack", ("checklists/a.yaml", f"text: {text.split()[0]}", "text: Zegt u eens")))
    change, = changes(shipped(), new)
    assert (change.kind, change.id, change.fields[0].field) == ("vragenlijst", "a", "items.VC01.text")
    assert "vraag VC01 tekst: was" in change.words


def test_new_and_lost_entries_are_told(tmp_path: Path) -> None:
    number = '  - id: kindertelefoon\n    title: Kindertelefoon\n    note: Voor kinderen zelf\n    number: "0800 0432"'
    without = read(edited(tmp_path / "pack", (MANIFEST, number, "")))
    assert [one.words for one in changes(shipped(), without)] == ["noodnummer kindertelefoon is weggehaald"]
    assert [one.words for one in changes(without, shipped())] == ["noodnummer kindertelefoon is nieuw"]


def test_a_threshold_flips_a_reference_client_and_says_which(tmp_path: Path) -> None:
    flips = compared(read(edited(tmp_path / "pack", SOME))).flips
    assert {flip.what for flip in flips} == {"level"}
    wendy = next(flip for flip in flips if flip.family == "IJK-36c")
    assert (wendy.old, wendy.new) == ("geindiceerd_ambulant", "basisondersteuning")
    assert wendy.words == (
        "IJK-36c (Wendy, 6 jaar — ouders uit elkaar): "
        "het niveau was ‘geïndiceerd ambulant’ en wordt ‘basisondersteuning’"
    )


def test_a_rule_that_fires_elsewhere_flips_a_signal(tmp_path: Path) -> None:
    change = (PREVENTION, "when: prevention_signs\n", "when: age_years >= 0\n")
    flips = compared(read(edited(tmp_path / "pack", change))).flips
    assert {(flip.what, flip.rule, flip.old, flip.new) for flip in flips} == {
        ("signal", "R-AFB-PREV", None, "ATTENTION")}  # fmt: skip
    assert {flip.family for flip in flips} >= {*shipped().reference_clients, "fenna"}
    back = compared(shipped(), read(tmp_path / "pack")).flips
    assert next(flip for flip in back if flip.family == "fenna").words == "fenna: R-AFB-PREV verdwijnt"


def test_the_conclusion_of_a_family_can_flip(tmp_path: Path) -> None:
    never = (MANIFEST, "changeable_min: 0.6", "changeable_min: 2")
    flips = [flip for flip in compared(read(edited(tmp_path / "pack", never))).flips if flip.family == "fenna"]
    assert [(flip.what, flip.old, flip.new) for flip in flips if flip.what == "conclusion"] == [
        ("conclusion", "VERANDERBAAR", "GEMENGD")]  # fmt: skip


def test_a_client_that_is_rewritten_is_weighed_as_it_was(tmp_path: Path) -> None:
    """Else every improvement of a story would read as a flip of the rules."""
    change = ("reference-clients/ijk-03.yaml", "severity: 1", "severity: 3")
    found = compared(read(edited(tmp_path / "pack", change)))
    assert [one.id for one in found.changes] == ["IJK-03"]
    assert "IJK-03" not in {flip.family for flip in found.flips}


def test_the_difference_as_json_carries_the_words(tmp_path: Path) -> None:
    found = compared(read(next_version(tmp_path / "pack", SOME))).as_json()
    assert json.loads(json.dumps(found)) == found
    assert (found["schema"], found["unexplained"]) == ("ijkpunt/pack-diff/1", len(found["flips"]))
    assert found["changes"][0]["words"].startswith("instelling level_some")
    assert {"family", "what", "rule", "old", "new", "why", "words"} <= found["flips"][0].keys()


def test_a_reason_explains_by_family_or_by_rule(tmp_path: Path) -> None:
    silent = (PREVENTION, "when: prevention_signs\n", "when: age_years >= 0\n")
    explained = "  - {id: R-AFB-PREV, why: Altijd eerst vrij aanbod}"
    new = read(next_version(tmp_path / "pack", SOME, silent, explained=explained))
    left = compared(new).unexplained
    assert left and {flip.what for flip in left} == {"level"}
    assert next(flip for flip in compared(new).flips if flip.rule).why == "Altijd eerst vrij aanbod"


def test_a_reason_written_as_a_sentence_is_told_with_one_full_stop(tmp_path: Path) -> None:
    explained = "  - {id: IJK-36c, why: Zo afgesproken in maart.}"
    told = compared(read(next_version(tmp_path / "pack", SOME, explained=explained))).words
    assert any(one.endswith(". Zo afgesproken in maart") for one in told)


def told(new: Pack, old: Pack | None) -> tuple[str, ...]:
    return obstacles(new, old, {"fenna": fenna()}, DAY)


def test_a_pack_that_changes_nothing_may_go_out(tmp_path: Path) -> None:
    assert told(read(next_version(tmp_path / "pack")), shipped()) == ()
    assert told(shipped(), None) == ()


def test_an_explanation_counts_for_one_version_only(tmp_path: Path) -> None:
    explained = "  - {id: IJK-36c, why: Zo afgesproken in maart}"
    first = read(next_version(tmp_path / "first", SOME, explained=explained))
    following = (MANIFEST, f"version: {first.version}\nfollows: {shipped().version}",
                 f"version: {shipped().version}.2\nfollows: {first.version}")  # fmt: skip
    back = (MANIFEST, "level_some: 3", "level_some: 2")
    again = read(next_version(tmp_path / "again", SOME, following, back, explained=explained))
    assert "IJK-36c" not in {flip.family for flip in compared(first).unexplained}
    assert "IJK-36c" in {flip.family for flip in compared(again, first).unexplained}


def test_an_unexplained_flip_holds_a_pack_back(tmp_path: Path) -> None:
    found = told(read(next_version(tmp_path / "pack", SOME)), shipped())
    assert any("IJK-36c" in one and "explained_flips" in one for one in found)
    whole = "\n".join(f"  - {{id: {one.family}, why: Zo bedoeld}}" for one in compared(read(tmp_path / "pack")).flips)
    assert told(read(next_version(tmp_path / "other", SOME, explained=whole)), shipped()) == ()


def test_a_version_must_go_up(tmp_path: Path) -> None:
    same, = told(read(edited(tmp_path / "pack")), shipped())
    version = shipped().version
    assert same == f"versie {version} is niet nieuwer dan {version}; geef in manifest.yaml een hogere ‘version’"


def test_a_code_that_is_gone_holds_a_pack_back(tmp_path: Path) -> None:
    new = read(next_version(tmp_path / "pack", (PREVENTION, "code: PREVENTIEF_EERST", "code: EERST_VRIJ"),
                            ("texts/reasons.yaml", "later: Dit", "straks: Dit")))  # fmt: skip
    assert {one.split(" is weg")[0] for one in told(new, shipped())} == {
        "signaal PREVENTIEF_EERST van R-AFB-PREV", "reden later"}  # fmt: skip


def test_a_pack_in_which_a_stop_has_expired_is_held_back(tmp_path: Path) -> None:
    begins = "  valid_from: 2026-01-01"
    ends = ("rules/03-veiligheid.yaml", begins, f"{begins}\n  valid_until: 2026-11-21")
    new = read(next_version(tmp_path / "pack", ends))
    sentence = ("R-VEIL-01 ontbreekt of geldt niet op 22 november 2026; zet dit terug, "
                "anders houdt IJkpunt daar niets meer tegen")  # fmt: skip
    assert told(new, None) == (sentence,)
    assert remarks(new, DAY)[0] == sentence
    assert sentence not in remarks(new, date(2026, 11, 21))


def test_a_pack_in_which_a_stop_will_expire_is_held_back(tmp_path: Path) -> None:
    """It would go on being used, and from that day on nothing would be held back."""
    begins = "  valid_from: 2026-01-01"
    ends = ("rules/03-veiligheid.yaml", begins, f"{begins}\n  valid_until: 2027-11-21")
    new = read(next_version(tmp_path / "pack", ends))
    sentence = "R-VEIL-01 houdt na 21 november 2027 niet meer tegen; haal ‘valid_until’ weg bij deze regel"
    assert told(new, None) == (sentence,)
    assert remarks(new, DAY)[0] == sentence


def test_a_stop_that_stops_otherwise_is_explained_though_no_family_flips(tmp_path: Path) -> None:
    seldom = ("rules/03-veiligheid.yaml", "safety_verdict ==", "age_years > 200 && safety_verdict ==")
    new = read(next_version(tmp_path / "pack", seldom))
    assert compared(new).flips == ()
    held, = told(new, shipped())
    assert held == ("wanneer R-VEIL-01 tegenhoudt, is veranderd; is dit zo bedoeld, zeg dan waarom onder "
                    "‘explained_flips’ (id: R-VEIL-01)")  # fmt: skip
    explained = "  - {id: R-VEIL-01, why: Zo besloten}"
    assert told(read(next_version(tmp_path / "told", seldom, explained=explained)), shipped()) == ()


def test_the_words_of_a_stop_change_freely(tmp_path: Path) -> None:
    title = shipped().rules["R-VEIL-01"].title
    new = read(next_version(tmp_path / "pack", ("rules/03-veiligheid.yaml", f"title: {title}", "title: Eerst veilig")))
    assert new.rules["R-VEIL-01"].title == "Eerst veilig" and told(new, shipped()) == ()


def test_the_ids_of_a_pack_are_all_its_codes() -> None:
    found = ids(shipped())
    assert found >= {
        "regel R-VEIL-01", "signaal STAPELING van R-STAP-01", "vraag a.VC01", "conclusie a.GEEN_WINST", "product mst",
        "ijkcliënt IJK-36g", "bron jw-1.2", "reden anders", "instelling level_some", "gemeente 1966",
    }  # fmt: skip


def test_every_reference_client_has_an_outcome_of_its_own() -> None:
    outcomes = {name: of_client(client, shipped(), DAY) for name, client in shipped().reference_clients.items()}
    assert all(outcome.level for outcome in outcomes.values())
    assert len({outcome.level for outcome in outcomes.values()}) >= 5


def test_moving_a_case_is_told_beforehand(tmp_path: Path) -> None:
    first = shipped().checklists["a"].items[0]
    new = read(edited(
        tmp_path / "pack",
        (PREVENTION, "when: prevention_signs\n", "when: age_years >= 0\n"),
        ("checklists/a.yaml", first.text, "Is dit nieuw?"),
        ("checklists/b.yaml", "text: ", "text: Zegt u eens, "),
    ))  # fmt: skip
    found = difference_for_case(fenna(), shipped(), new, DAY)
    title = new.rules["R-AFB-PREV"].title
    assert found.words == (f"R-AFB-PREV verschijnt: {title}.", "Vraag VC01 luidt nu: Is dit nieuw?.")
    assert [(one.checklist, one.item) for one in found.questions] == [("a", "VC01")]


def test_moving_a_case_to_the_same_pack_changes_nothing() -> None:
    found = difference_for_case(fenna(), shipped(), shipped(), DAY)
    assert found.words == ("Voor dit gezin verandert er niets.",)


def test_every_kind_of_content_is_compared() -> None:
    """Whoever adds a kind to packs adds it to content.py, or its changes would go unseen."""
    assert {one.name for one in fields(Pack)} == {
        "manifest", "sources", "rules", "checklists", "reference_clients", "products", "likeness", "texts", "base",
        "provisions", "vignettes", "recipients", "providers", "receiving",
        "endings",  # the days the others hold until: compared where they stand
        "explained",  # where the reasons for a difference stand: they tell of one, and are none
    }  # fmt: skip
    held = {"id", "version", "follows", "explained_flips", "emergency_numbers", "municipalities", "settings",
            "level_labels", "gfm_labels", *_OF_THE_PACK}  # fmt: skip
    assert held == set(type(shipped().manifest).model_fields)
