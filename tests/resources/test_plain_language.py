"""What families read is plain: the texts of the shipped packs, and the sentences in their versions of the handover."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from casework.care.remarks import remarks
from casework.edits import is_path
from casework.knowledge import Pack, load
from casework.knowledge.plain_language import (
    LONGEST_MEAN,
    LONGEST_SENTENCE,
    family_texts,
    hard_words,
    language_warnings,
    sentences,
    told_plainly,
)
from casework.weighing.facts import kinds
from tests.casework.families import TODAY

ROOT = Path(__file__).parents[2]
READERS = ("family.py", "parent.py", "youth.py", "../receipt.py")
JARGON = {"traject*": "hulp", "indien": "als", "dient te": "moet"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(resources.packs() / "groningen", kinds(), is_path)


def one_text(pack: Pack, text: str) -> list[str]:
    jargon = replace(pack, texts={**pack.texts, "jargon": JARGON})
    return list(told_plainly("texts/rights.yaml", {"complaint": text}, jargon))


@pytest.mark.parametrize("name", sorted(one.name for one in resources.packs().iterdir() if one.is_dir()))
def test_everything_a_family_reads_in_a_shipped_pack_is_plain(name: str) -> None:
    shipped = load(resources.packs() / name, kinds(), is_path, base=lambda base: resources.packs() / base)
    assert language_warnings(shipped) == []


def test_a_check_of_the_pack_reports_it(pack: Pack) -> None:
    hard = {"complaint": "U mag klagen\nBel ons, indien nodig."}
    found = remarks(replace(pack, texts={**pack.texts, "rights": hard}), TODAY)
    assert [one for one in found if one.startswith("texts/rights.yaml")] == [
        "texts/rights.yaml, complaint: ‘Bel ons, indien nodig.’ heeft het woord ‘indien’; schrijf liever: als"
    ]


def test_a_young_person_reads_of_every_right_but_how_long_things_are_kept(pack: Pack) -> None:
    """Two pages at most: the term is in the letter of who asks for it."""
    assert pack.texts["rights"].keys() - pack.texts["rights-youth"].keys() == {"keep_term"}
    assert pack.texts["rights-youth"].keys() <= pack.texts["rights"].keys()


def test_every_kind_of_text_for_families_is_looked_at(pack: Pack) -> None:
    looked_at = family_texts(pack)
    assert looked_at.keys() == {
        "texts/rights.yaml", "texts/rights-youth.yaml", "texts/glossary.yaml", "texts/why.yaml",
        "texts/letter-toegang.yaml", "texts/letter-hulpverlening.yaml", "texts/letter-toegang-youth.yaml",
        "texts/letter-hulpverlening-youth.yaml", "checklists", "reference-clients", "provisions", "recipients",
    }  # fmt: skip
    assert all(looked_at.values())


def test_the_versions_for_families_say_it_plainly(pack: Pack) -> None:
    """Their sentences are in the code: every text with a capital and a full stop, question or exclamation mark."""
    told = {
        f"{file}:{node.lineno}": node.value
        for file in READERS
        for node in ast.walk(ast.parse((ROOT / "casework" / "handover" / "readers" / file).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_sentence(node.value)
    }
    assert len(told) > 20
    assert list(told_plainly("readers", told, pack)) == []


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and text.rstrip()[-1:] in ".?!" and not text.startswith(("The ", "What ", "A ", "How "))


def test_a_long_sentence_is_told_with_file_key_sentence_and_what_to_do(pack: Pack) -> None:
    at_most = " ".join(["woord"] * LONGEST_SENTENCE)
    assert not [one for one in one_text(pack, f"{at_most}. Kort.") if "twee zinnen" in one]
    (told,) = [one for one in one_text(pack, f"Kort. {at_most} woord.") if "twee zinnen" in one]
    assert told == f"texts/rights.yaml, complaint: ‘{at_most} woord.’ telt 21 woorden; maak er twee zinnen van"


def test_a_hard_word_is_told_with_a_better_one(pack: Pack) -> None:
    assert one_text(pack, "Uw Trajecten zijn klaar.") == [
        "texts/rights.yaml, complaint: ‘Uw Trajecten zijn klaar.’ heeft het woord ‘Trajecten’; schrijf liever: hulp"
    ]


@pytest.mark.parametrize("text", ["De contraject is weg.", "Indiener van de klacht.", "Wie dient, wint te vaak."])
def test_a_word_is_hard_only_as_a_whole_word(text: str) -> None:
    assert list(hard_words(text, JARGON)) == []


def test_long_on_average_is_long(pack: Pack) -> None:
    long, short = " ".join(["Woord"] * (LONGEST_MEAN + 1)) + ".", " ".join(["Woord"] * LONGEST_MEAN) + "."
    assert one_text(pack, f"{long} {long}") == [
        "texts/rights.yaml: een zin telt gemiddeld 13 woorden; maak de zinnen korter"
    ]
    assert one_text(pack, f"{short} {short}") == []


def test_a_heading_is_no_part_of_the_sentence_below_it() -> None:
    assert sentences("U mag klagen\nPraat eerst.\nDaarna schrijft u.") == ["U mag klagen", "Praat eerst.",
                                                                         "Daarna schrijft u."]  # fmt: skip


def test_an_article_of_law_does_not_end_a_sentence() -> None:
    assert sentences("Zo staat het in de wet (Jeugdwet 7.2). Dat is alles.") == [
        "Zo staat het in de wet (Jeugdwet 7.2).",
        "Dat is alles.",
    ]


def test_every_hard_word_has_a_better_one_that_is_not_hard(pack: Pack) -> None:
    jargon = pack.texts["jargon"]
    assert len(jargon) >= 60
    assert not {word: list(hard_words(better, jargon)) for word, better in jargon.items()
                if list(hard_words(better, jargon))}  # fmt: skip
    explained = {word for word in pack.texts["glossary"] if list(hard_words(word, jargon))}
    assert not explained  # a word is explained or replaced, never both
