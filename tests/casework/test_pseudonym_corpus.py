"""The measuring rod of pseudonymising is whole, and stays as it was frozen before the scanner was written."""

from collections import Counter

from stdnum import iban
from stdnum.nl import bsn

from tests.casework.pseudonym_corpus import FOLDER, FORMS, KINDS, fingerprint, notes


def test_the_corpus_is_as_it_was_frozen() -> None:
    frozen = (FOLDER / "corpus.sha256").read_text(encoding="ascii").strip()
    assert fingerprint() == frozen, "the corpus is a measuring rod: it is never changed (see its README)"


def test_every_note_is_marked_and_no_mark_is_left_in_the_text() -> None:
    read = notes()
    assert len(read) >= 130
    assert all(one.marks and "[" not in one.text and "|" not in one.text for one in read)
    assert all(one.text[mark.start : mark.end] == mark.text for one in read for mark in one.marks)


def test_every_kind_and_form_is_there() -> None:
    marks = [mark for one in notes() for mark in one.marks]
    assert {mark.kind for mark in marks} == set(KINDS)
    assert {form for mark in marks for form in mark.forms} == set(FORMS)
    told = Counter(mark.known for mark in marks)
    assert told[True] >= 300 and told[False] >= 150


def test_numbers_in_the_corpus_are_numbers_of_their_kind() -> None:
    marks = [mark for one in notes() for mark in one.marks]
    assert all(bsn.is_valid(mark.text) for mark in marks if mark.kind == "bsn")
    assert all(iban.is_valid(mark.text) for mark in marks if mark.kind == "iban")
