"""Values in Dutch words: codes of the brief, days, ages and lists."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.questions import questions
from casework.steps import FLOW
from casework.words import age_on, counted, day_in_words, in_words, listed, months_between, registered


@pytest.mark.parametrize(("value", "words"), [
    (True, "ja"),
    (False, "nee"),
    (3, "3"),
    (date(2026, 11, 22), "22 november 2026"),
    ("zin", "zorg in natura"),
    ("geindiceerd_ambulant", "geïndiceerd ambulant"),
    ("eerste_hulp_bij_ruzie", "eerste hulp bij ruzie"),
    (("een", "twee_drie", "vier"), "een, twee drie en vier"),
    ((), ""),
])  # fmt: skip
def test_a_value_as_a_reader_would_write_it(value: object, words: str) -> None:
    assert in_words(value) == words


def test_no_code_of_any_question_shows_an_underscore() -> None:
    for step in FLOW.steps:
        for question in questions(step.answers).values():
            assert not any("_" in in_words(option) for option in question.options), question


@pytest.mark.parametrize(("month", "name"), [(1, "januari"), (3, "maart"), (8, "augustus"), (12, "december")])
def test_months_have_their_names(month: int, name: str) -> None:
    assert day_in_words(date(2026, month, 1)) == f"1 {name} 2026"


@pytest.mark.parametrize(("parts", "words"), [
    ([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"),
])  # fmt: skip
def test_a_list_in_words(parts: list[str], words: str) -> None:
    assert listed(parts) == words
    assert listed(parts, last="of") == words.replace(" en ", " of ")


def test_one_and_many() -> None:
    assert [counted(number, "signaal", "signalen") for number in (0, 1, 2)] == ["0 signalen", "1 signaal", "2 signalen"]


@pytest.mark.parametrize(("born", "day", "years"), [
    (date(2012, 11, 23), date(2026, 11, 22), 13),
    (date(2012, 11, 23), date(2026, 11, 23), 14),
    (date(2012, 2, 29), date(2026, 2, 28), 13),
    (date(2012, 2, 29), date(2026, 3, 1), 14),
    (date(2026, 11, 23), date(2026, 11, 23), 0),
])  # fmt: skip
def test_age_is_in_whole_years(born: date, day: date, years: int) -> None:
    assert age_on(born, day) == years


@pytest.mark.parametrize(("start", "end", "months"), [
    (date(2026, 8, 23), date(2026, 11, 23), 3),
    (date(2026, 8, 24), date(2026, 11, 23), 2),
    (date(2025, 11, 23), date(2026, 11, 23), 12),
    (date(2026, 11, 23), date(2026, 8, 23), -3),
    (date(2026, 11, 23), date(2026, 11, 24), 0),
])  # fmt: skip
def test_months_between_are_whole(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_twelve_months_are_a_year_of_age(born: date, day: date) -> None:
    if born <= day:
        assert months_between(born, day) // 12 == age_on(born, day)


@pytest.mark.parametrize(("register", "number", "told"), [
    ("SKJ", "110000000", "SKJ 110000000"),
    ("SKJ", "SKJ 110000000", "SKJ 110000000"),
    ("BIG", "", "BIG"),
    ("geen", "1", ""),
    ("", "1", ""),
])  # fmt: skip
def test_a_registration_names_its_register_once(register: str, number: str, told: str) -> None:
    assert registered(register, number) == told
