"""An answer, or a real non-answer: how it is written, what is refused, and how days are told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from casework.answers import NOT_ASKED, Answer, Answered, Day, Unanswered, is_known, months_later
from casework.mistakes import in_dutch
from casework.questions import Flag, Scale3

TODAY = date(2026, 11, 23)
KINDS: dict[str, TypeAdapter[Any]] = {
    "text": TypeAdapter(Answer[str]),
    "day": TypeAdapter(Answer[Day]),
    "flag": TypeAdapter(Answer[Flag]),
    "scale": TypeAdapter(Answer[Scale3]),
    "choice": TypeAdapter(Answer[Literal["ja", "nee"]]),
    "texts": TypeAdapter(Answer[tuple[str, ...]]),
}


def read(kind: str, raw: object, today: date | None = TODAY) -> Any:
    return KINDS[kind].validate_python(raw, context={"today": today})


def refused(kind: str, raw: object, today: date | None = TODAY) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, raw, today)
    return " + ".join(in_dutch(error) for error in caught.value.errors())


@pytest.mark.parametrize(("kind", "raw"), [
    ("text", "Vaak ruzie"),
    ("text", ""),
    ("day", "2026-11-01"),
    ("flag", False),
    ("scale", 0),
    ("choice", "nee"),
    ("texts", []),
    ("texts", ["a", "b"]),
    ("text", {"value": "Vaak ruzie", "source": "ouder", "kind": "mening", "on": "2026-11-01"}),
    ("scale", {"value": 2, "source": "school"}),
    ("text", {"unanswered": "unknown"}),
    ("text", {"unanswered": "declined"}),
    ("text", {"unanswered": "not_asked"}),
    ("text", {"unanswered": "not_applicable", "reason": "geen broers of zussen"}),
])  # fmt: skip
def test_an_answer_is_written_as_it_was_read(kind: str, raw: object) -> None:
    answer = read(kind, raw)
    assert answer.model_dump(mode="json") == raw
    assert read(kind, answer) == answer


def test_what_says_no_more_than_its_value_is_written_plainly() -> None:
    assert read("scale", {"value": 2}).model_dump(mode="json") == 2
    assert read("scale", {"value": 2, "source": None}).model_dump(mode="json") == 2


def test_known_is_the_value_or_nothing() -> None:
    assert read("flag", False).known is False
    assert read("flag", {"unanswered": "unknown"}).known is None
    assert NOT_ASKED.known is None


@pytest.mark.parametrize(
    ("raw", "known"), [("x", True), ("", False), (" \n", False), ({"unanswered": "unknown"}, False)]
)
def test_an_empty_text_says_nothing(raw: object, known: bool) -> None:
    assert is_known(read("text", raw)) is known


@pytest.mark.parametrize(("kind", "raw"), [("flag", False), ("scale", 0), ("texts", [])])
def test_no_nought_and_none_are_answers(kind: str, raw: object) -> None:
    assert is_known(read(kind, raw))


@pytest.mark.parametrize("reason", [{}, {"reason": ""}, {"reason": " "}, {"reason": None}])
def test_not_applicable_needs_a_reason(reason: dict[str, object]) -> None:
    assert refused("text", {"unanswered": "not_applicable", **reason}) == (
        "niet van toepassing vraagt een reden; vul ‘reason’ in"
    )


@pytest.mark.parametrize(("kind", "raw", "sentence"), [
    ("flag", "ja", "hier hoort true of false (er staat ‘ja’)"),
    ("flag", 1, "hier hoort true of false (er staat ‘1’)"),
    ("scale", True, "hier hoort een heel getal (er staat ‘true’)"),
    ("scale", "2", "hier hoort een heel getal (er staat ‘2’)"),
    ("scale", 2.0, "hier hoort een heel getal (er staat ‘2.0’)"),
    ("scale", 4, "kies een getal van 3 of lager (er staat ‘4’)"),
    ("scale", -1, "kies een getal van 0 of hoger (er staat ‘-1’)"),
    ("text", 3, "hier hoort tekst (er staat ‘3’)"),
    ("text", ["a"], "hier hoort tekst (er staat een lijst)"),
    ("text", {"waarde": "a"}, "hier hoort tekst (er staat een blok met velden)"),
    ("texts", "a", "hier hoort een lijst (er staat ‘a’)"),
    ("choice", "misschien", "kies ja of nee (er staat ‘misschien’)"),
    ("text", {"value": "a", "source": "buurvrouw"}, "kies jeugdige, ouder, school, huisarts, aanbieder, dossier, "
     "eigen_waarneming of expert (er staat ‘buurvrouw’)"),
    ("text", {"value": "a", "wie": "ouder"}, "‘wie’ is hier geen bekend veld; haal het weg"),
    ("text", {"unanswered": "vergeten"}, "kies not_asked, unknown, declined of not_applicable (er staat ‘vergeten’)"),
    ("text", None, "null zegt niets; laat het veld weg, of zeg bij ‘unanswered’ waarom er geen antwoord is"),
    ("day", "", "dit is leeg; vul iets in of haal de regel weg"),
    ("day", None, "null zegt niets; laat het veld weg, of zeg bij ‘unanswered’ waarom er geen antwoord is"),
    ("text", {"value": "a", "unanswered": "unknown"},
     "kies één van beide: een antwoord bij ‘value’, of bij ‘unanswered’ waarom het er niet is"),
])  # fmt: skip
def test_what_does_not_fit_is_told_in_dutch(kind: str, raw: object, sentence: str) -> None:
    assert refused(kind, raw) == sentence


# Days


@pytest.mark.parametrize(("raw", "day"), [
    ("2026-11-22", date(2026, 11, 22)),
    ("+0d", TODAY),
    ("-10d", date(2026, 11, 13)),
    ("+2w", date(2026, 12, 7)),
    ("-3m", date(2026, 8, 23)),
    ("-14y2m", date(2012, 9, 23)),
    ("-17y6m3d", date(2009, 5, 20)),
    ("-1y2m3w4d", date(2025, 8, 29)),
    (date(2026, 1, 2), date(2026, 1, 2)),
])  # fmt: skip
def test_days_are_absolute_or_seen_from_the_reference_date(raw: object, day: date) -> None:
    assert read("day", raw).known == day


def test_the_day_of_a_judgement_may_be_relative_too() -> None:
    assert read("text", {"value": "x", "on": "-1w"}).on == date(2026, 11, 16)


@pytest.mark.parametrize(
    "raw",
    [
        0,
        1.5,
        True,
        "0",
        "1699920000",
        "20261122",
        "22-11-2026",
        "2026-02-30",
        "2026-1-2",
        "vandaag",
        "-",
        "+m",
        "3m",
        "-3 m",
        "- 3m",
        "-3m2y",
        "2026-11-22 10:00:00.5",
    ],
)
def test_nothing_else_is_a_day(raw: object) -> None:
    assert refused("day", raw).startswith("hier hoort een datum")


def test_a_relative_day_needs_a_reference_date() -> None:
    assert refused("day", "-3m", today=None).startswith("een datum als -3m kan alleen met een peildatum")


@pytest.mark.parametrize("raw", ["1899-12-31", "2200-01-01", "0001-01-01", "9999-12-31", "-200y", "+999y"])
def test_days_out_of_reach_are_slips_of_the_pen(raw: str) -> None:
    assert refused("day", raw) == "deze datum ligt te ver weg; kies een jaar van 1900 tot en met 2199"


@pytest.mark.parametrize("raw", ["1900-01-01", "2199-12-31"])
def test_the_first_and_last_day_are_in_reach(raw: str) -> None:
    assert read("day", raw).known == date.fromisoformat(raw)


def test_a_relative_day_off_the_calendar_is_no_crash() -> None:
    assert "kalender" in refused("day", "-999y9999m99999w999999d")


@pytest.mark.parametrize(("day", "months", "later"), [
    (date(2026, 1, 31), 1, date(2026, 2, 28)),
    (date(2024, 1, 31), 1, date(2024, 2, 29)),
    (date(2024, 2, 29), 12, date(2025, 2, 28)),
    (date(2026, 3, 31), -1, date(2026, 2, 28)),
    (date(2026, 5, 31), 1, date(2026, 6, 30)),
    (date(2026, 11, 30), 3, date(2027, 2, 28)),
    (date(2026, 1, 15), -1, date(2025, 12, 15)),
    (date(2026, 12, 15), 1, date(2027, 1, 15)),
    (date(2026, 6, 10), 0, date(2026, 6, 10)),
])  # fmt: skip
def test_months_later_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(-1200, 1200))
def test_months_later_lands_in_the_right_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_a_month_off_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError):
        months_later(date(9999, 12, 1), 1)


def test_answers_never_change() -> None:
    with pytest.raises(ValidationError):
        Answered(value="a").value = "b"
    with pytest.raises(ValidationError):
        Unanswered(unanswered="unknown").unanswered = "declined"
