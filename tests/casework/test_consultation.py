"""One consultation of the expert pool: when an advice stands, how long it holds, and what is still unverified."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.consultation import Consultation
from casework.consultation.consultation import (
    advice_holds_on,
    age_in_months,
    is_finished,
    missing,
    unverified,
    valid_until,
)
from tests.casework.families import TODAY, advice, case_of

UNKNOWN = {"unanswered": "unknown"}


def consultation(**fields: Any) -> Consultation:
    return case_of({"consultations": [advice(**fields)]}).consultations[0]


def test_a_finished_advice_stands() -> None:
    assert is_finished(consultation())


@pytest.mark.parametrize("fields", [
    {"advice_on": UNKNOWN},
    {"answer_given": " "},
    {"adviser_discipline": UNKNOWN},
    {"adviser_registration": ""},
    {"status": "INGETROKKEN"},
    {"status": "NIET_ONTVANKELIJK"},
    {"status": "HEROPEND"},
    {"status": "CONCEPTADVIES"},
])  # fmt: skip
def test_an_advice_that_lacks_something_or_was_withdrawn_does_not_stand(fields: dict[str, Any]) -> None:
    assert not is_finished(consultation(**fields))
    assert not advice_holds_on(consultation(**fields), TODAY)


@pytest.mark.parametrize("status", ["ADVIES_VASTGESTELD", "TERUGGEKOPPELD", "GEVOLGD", "GESLOTEN", UNKNOWN])
def test_what_came_after_takes_nothing_away(status: object) -> None:
    assert is_finished(consultation(status=status))


def test_it_holds_for_three_months_unless_it_says_otherwise() -> None:
    assert valid_until(consultation(advice_on="2026-08-31")) == date(2026, 11, 30)
    assert valid_until(consultation(valid_until="2026-12-24")) == date(2026, 12, 24)
    assert valid_until(consultation(advice_on=UNKNOWN)) is None


@pytest.mark.parametrize(("day", "holds"), [
    (date(2026, 8, 9), False), (date(2026, 8, 10), True), (date(2026, 11, 10), True), (date(2026, 11, 11), False),
])  # fmt: skip
def test_from_its_day_to_its_last_day(day: date, holds: bool) -> None:
    assert advice_holds_on(consultation(advice_on="2026-08-10"), day) is holds


def test_how_old_it_is() -> None:
    assert age_in_months(consultation(advice_on="2026-08-24"), TODAY) == 2
    assert age_in_months(consultation(advice_on="2026-08-23"), TODAY) == 3
    assert age_in_months(consultation(advice_on=UNKNOWN), TODAY) is None


@pytest.mark.parametrize(("field", "title"), [
    ("verified_author", "vergewis_opgesteld_door"),
    ("verified_basis", "vergewis_informatie"),
    ("verified_consistent", "vergewis_consistent"),
    ("verified_current", "vergewis_actueel"),
])  # fmt: skip
def test_each_tick_is_needed(field: str, title: str) -> None:
    assert unverified(consultation()) == []
    assert unverified(consultation(**{field: False})) == [title]
    assert unverified(consultation(**{field: UNKNOWN})) == [title]


def test_a_request_tells_what_it_still_lacks() -> None:
    assert missing(Consultation(id="e1")) == [
        "type", "ingediend_op", "vraag", "twijfel_tussen_1", "twijfel_tussen_2", "gewenste_discipline",
        "jeugdige_ouder_geinformeerd",
    ]  # fmt: skip
    assert missing(consultation()) == []
    assert missing(consultation(question="  ", family_informed=False)) == ["vraag"]


def test_the_longest_validity_is_no_crash() -> None:
    assert valid_until(consultation(advice_on="2199-12-31")) == date(2200, 3, 31)
