"""From the sheets of people to the figures of a team: nobody is named, small teams get none, twice is once."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from casework.calibration.answers import AnswerSheet, joined, places, read_sheet
from casework.calibration.questions import QUESTIONS, QuestionId, answer_words
from casework.calibration.team import FEWEST_PEOPLE, FEWEST_VIGNETTES, in_words, team
from casework.knowledge import Pack
from casework.trouble import Trouble
from tests.casework.calibration_team import as_reference, somebody
from tests.casework.edited_pack import shipped

QUESTION = {one.id: one for one in QUESTIONS}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped()


@pytest.fixture(scope="module")
def five(pack: Pack) -> list[AnswerSheet]:
    """Four as the reference, and one who always sees intensive help."""
    return [*(somebody(pack, number) for number in range(4)), somebody(pack, 4, level="intensief")]


def test_every_question_is_asked_and_every_code_has_words(pack: Pack) -> None:
    assert tuple(QUESTION) == get_args(QuestionId)
    for question in QUESTIONS:
        words = answer_words(question, pack)
        assert list(words) == list(question.codes) and len(set(words.values())) == len(words)
        assert not [text for text in words.values() if "_" in text or text.isupper()]


def test_a_step_on_the_scale_counts_alike_and_another_law_stands_apart() -> None:
    level = QUESTION["level"]
    assert level.apart("basisondersteuning", "basisondersteuning") == 0
    assert level.apart("basisondersteuning", "geindiceerd_ambulant") == pytest.approx(0.2)
    assert level.apart("geen_individuele_voorziening", "gedwongen_kader") == 1
    assert level.apart("andere_wet", "basisondersteuning") == 1
    assert QUESTION["changeability"].apart("CHRONISCH", "GEMENGD") == 1


def test_an_answer_is_the_same_also_defensible_or_different(pack: Pack) -> None:
    vignette = pack.vignettes["VIG-01"]
    assert set(places(as_reference(vignette), vignette).values()) == {"same"}
    found = places(as_reference(vignette, level="basisondersteuning", pool="verplicht"), vignette)
    assert found == {"level": "defensible", "changeability": "same", "safety": "same", "pool": "different"}


def test_a_team_gets_a_figure_for_each_question(pack: Pack, five: list[AnswerSheet]) -> None:
    found = team(five, pack)
    assert (found.people, found.weighed, found.held_back) == (5, 5 * len(pack.vignettes), "")
    assert found.agreements["safety"].kappa == 1
    level = found.agreements["level"]
    assert level.kappa is not None and level.low is not None and level.high is not None
    assert level.low < level.kappa < level.high and level.kappa < 1
    assert level.ratings == found.weighed
    assert found.discuss and all(pack.vignettes[one].level.answer != "intensief" for one in found.discuss)
    assert in_words(level).startswith(f"{level.kappa:.2f}".replace(".", ","))
    assert "had het tussen" in in_words(level)
    assert in_words(found.agreements["safety"]) == (
        "1,00: zeer goed. Iedereen koos steeds het voorbeeld; hoeveel ruimte daaromheen zit, is zo niet te zien."
    )


def test_nothing_names_or_orders_people(pack: Pack, five: list[AnswerSheet]) -> None:
    told = json.dumps(team(five, pack).as_json(pack))
    assert not [sheet.id for sheet in five if sheet.id in told]
    assert team(five, pack).as_json(pack) == team(five[::-1], pack).as_json(pack)


@pytest.mark.parametrize(("people", "most"), [(FEWEST_PEOPLE - 1, 99), (FEWEST_PEOPLE, FEWEST_VIGNETTES // 5 - 1)])
def test_a_small_team_gets_no_figure_and_hears_why(pack: Pack, people: int, most: int) -> None:
    found = team([somebody(pack, number, most) for number in range(people)], pack)
    assert not found.agreements and not found.discuss
    assert f"Vanaf {FEWEST_PEOPLE} personen en samen {FEWEST_VIGNETTES} situaties" in found.held_back


def test_just_enough_is_enough(pack: Pack) -> None:
    assert team([somebody(pack, number, FEWEST_VIGNETTES // 5) for number in range(5)], pack).agreements


def test_the_same_sheet_twice_counts_once_and_what_was_answered_first_stands(
    pack: Pack, five: list[AnswerSheet]
) -> None:
    assert team([*five, *five], pack) == team(five, pack)
    early, late = somebody(pack, 1, 3), somebody(pack, 1, 6, pool="verplicht")
    both = joined([early, late])[early.id]
    assert len(both.answers) == 6
    assert both.answers["VIG-01"] == early.answers["VIG-01"] and both.answers["VIG-06"].pool == "verplicht"


def test_answers_on_another_text_are_left_out_and_counted(pack: Pack, five: list[AnswerSheet]) -> None:
    old = {name: own.model_copy(update={"version": "0"}) for name, own in five[0].answers.items()}
    found = team([*five, AnswerSheet(id="f" * 32, answers=old)], pack)
    assert found.left_out == len(old) and (found.people, found.weighed) == (5, 5 * len(pack.vignettes))


def test_a_sheet_comes_back_from_its_file_as_it_was(pack: Pack) -> None:
    sheet = somebody(pack, 7, 3)
    assert read_sheet(sheet.as_file(), "a.json") == sheet
    assert set(json.loads(sheet.as_file())) == {"schema", "id", "answers"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"niets", "a.json is geen antwoordbestand"),
        (b"[" * 9000, "a.json is geen antwoordbestand"),
        (b"\xff\xfe", "a.json is geen antwoordbestand"),
        (b'{"schema": "ijkpunt/case/1"}', "a.json is geen antwoordbestand"),
        (b'{"schema": "ijkpunt/calibration/2"}', "nieuwere versie"),
        (b'{"schema": "ijkpunt/calibration/1", "id": "Marit"}', "a.json kan niet worden gelezen: id"),
        (b'{"schema": "ijkpunt/calibration/1", "id": "%s", "answers": {"VIG-01": {"level": "licht"}}}' % (b"0" * 32),
         "answers.VIG-01"),
        (b" " * 200_001, "te groot"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_told_in_dutch(data: bytes, sentence: str) -> None:
    with pytest.raises(Trouble) as told:
        read_sheet(data, "a.json")
    assert sentence in str(told.value)
