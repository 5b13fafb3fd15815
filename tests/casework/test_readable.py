"""How plainly a version for a family reads."""

from __future__ import annotations

from casework.handover.blocks import Callout, Cover, Document, Heading, Items, Paragraph, Text
from casework.handover.readable import readable
from tests.casework.edited_pack import shipped

COVER = Cover("Titel", "", "OV-1", 1, "", "", "")
LONG = "Wij gaan samen met u en met school kijken wat er nodig is om het thuis en in de klas rustig te krijgen."


def measured(*blocks):
    return readable(Document("parent", "nl-NL", COVER, blocks), shipped())


def test_short_sentences_without_hard_words_are_plain():
    found = measured(Heading("Kop", 1), Paragraph((Text("Dit gaat over hulp. U beslist mee."),)))
    assert found.is_plain and found.mean == 3.5 and not found.hard


def test_a_long_sentence_is_named_with_what_to_do():
    found = measured(Items((Paragraph((Text(f"Kort. {LONG}"),)),)), Callout("note", "Let op", (Text(LONG),)))
    assert [(one.sentence, one.advice) for one in found.hard] == [(LONG, "23 woorden: maak er twee zinnen van")]
    assert not found.is_plain


def test_a_hard_word_is_named_with_a_better_one():
    (found,) = measured(Paragraph((Text("Het traject begint in mei."),))).hard
    assert found.sentence == "Het traject begint in mei." and "traject" in found.advice


def test_what_somebody_said_is_not_judged():
    found = measured(Paragraph((Text("Anja zegt: "), Text(f"{LONG} Dat traject is middels niets.", quoted=True))))
    assert not found.hard and found.mean == 3


def test_nothing_to_read_is_plain():
    assert measured().is_plain
