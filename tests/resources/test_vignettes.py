"""The practice vignettes of the shipped pack: enough, spread, plainly told, and never one that gives itself away."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from casework.codes import Changeability, Level, PoolNeed, ProblemArea, Verdict
from casework.knowledge import Pack, Vignette
from casework.knowledge.pack import LONGEST_VIGNETTE
from casework.knowledge.plain_language import LONGEST_SENTENCE, hard_words, sentences
from tests.casework.edited_pack import shipped

FAMILIES = re.compile(r"\b(Oefenstra|Fictema|Verzinga)\b")
QUESTIONS = ("level", "changeability", "safety", "pool")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped()


def told(one: Vignette) -> list[str]:
    """All a reader meets, in the order of reading."""
    whys = [getattr(one, question).why for question in QUESTIONS]
    return [one.title, one.story, *(voice.says for voice in one.voices), one.asks, *whys, *one.discuss]


def test_they_cover_every_area_level_and_judgement_and_all_ages(pack: Pack) -> None:
    all_of_them = list(pack.vignettes.values())
    assert len(all_of_them) >= 14
    assert {one.problem_area for one in all_of_them} == set(get_args(ProblemArea))
    assert {one.level.answer for one in all_of_them} == set(get_args(Level))
    assert {one.safety.answer for one in all_of_them} == set(get_args(Verdict))
    assert {one.pool.answer for one in all_of_them} == set(get_args(PoolNeed))
    answered = {code for one in all_of_them for code in one.changeability.defensible}
    assert answered == set(get_args(Changeability))
    ages = [one.age for one in all_of_them]
    assert min(ages) == 0 and max(ages) == 22 and len(set(ages)) >= 12
    assert min(sum(one.place == place for one in all_of_them) for place in ("stad", "dorp")) >= 6
    assert sum(len(one.level.defensible) > 1 for one in all_of_them) >= 8, "there are cases on a border"


def test_they_are_plain_short_and_visibly_made_up(pack: Pack) -> None:
    villages = re.compile(rf"\b({'|'.join(map(re.escape, pack.manifest.villages))})\b")
    for one in pack.vignettes.values():
        assert len(one.story.split()) <= LONGEST_VIGNETTE, one.id
        assert FAMILIES.search(one.story), one.id
        for text in told(one):
            assert not villages.search(text), one.id
            for sentence in sentences(text):
                assert len(sentence.split()) <= LONGEST_SENTENCE, (one.id, sentence)
        assert not [word for text in told(one)[1:3] for word in hard_words(text, pack.texts["jargon"])], one.id


def test_the_story_is_not_that_of_a_reference_client(pack: Pack) -> None:
    """What one practised on before is no practice: no sentence and no title is shared."""
    known = {line for one in pack.reference_clients.values() for line in (one.title, *sentences(one.story))}
    assert not [one.id for one in pack.vignettes.values() if {one.title, *sentences(one.story)} & known]


def test_a_story_does_not_give_its_answer_away(pack: Pack) -> None:
    for one in pack.vignettes.values():
        before_answering = " ".join((one.title, one.story, one.asks)).lower()
        assert pack.manifest.level_labels[one.level.answer].lower() not in before_answering, one.id
        assert "expertpool" not in before_answering, one.id


def test_each_is_a_concept_with_a_source(pack: Pack) -> None:
    assert all(one.status == "concept" and one.sources for one in pack.vignettes.values())
