"""Every rule of the pack, on families: one in which it fires and one in which it just does not."""

from __future__ import annotations

import pytest

from casework.knowledge import UNKNOWN
from tests.casework.families import ORDINARY, ordinary, pack, verdict_of
from tests.casework.rows_checklists import ROWS as OF_CHECKLISTS
from tests.casework.rows_following import ROWS as OF_FOLLOWING
from tests.casework.rows_numbers import ROWS as OF_NUMBERS
from tests.casework.rows_routes import ROWS as OF_ROUTES
from tests.casework.rows_steps_1_to_7 import ROWS as FIRST
from tests.casework.rows_steps_8_to_10 import ROWS as THEN
from tests.casework.rows_steps_11_to_14 import ROWS as LAST
from tests.casework.rule_rows import Row

ROWS = [*FIRST, *THEN, *LAST, *OF_CHECKLISTS, *OF_FOLLOWING, *OF_NUMBERS, *OF_ROUTES]
STOPS = {"R-SPOED-01", "R-VEIL-01", "R-TOEST-01", "R-EXP-01", "R-SKJ-01", "R-OVD-01"}


def name(row: Row) -> str:
    return f"{row.rule}: {', '.join(row.fires)}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_rule_fires(row: Row) -> None:
    assert verdict_of(row.rule, ordinary(row.fires)) is True


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_and_just_does_not(row: Row) -> None:
    assert verdict_of(row.rule, ordinary(row.not_quite)) is False


def test_every_rule_has_its_families() -> None:
    assert {row.rule for row in ROWS} == set(pack().rules)


def test_only_six_rules_stop() -> None:
    assert {rule.id for rule in pack().rules.values() if rule.severity == "STOP"} == STOPS


def test_nothing_is_wrong_with_an_ordinary_family() -> None:
    wrong = {rule.id for rule in pack().rules.values() if verdict_of(rule.id, ORDINARY) is True}
    assert {pack().rules[rule].severity for rule in wrong} <= {"TIP"}


@pytest.mark.parametrize("stop", sorted(STOPS))
def test_a_stop_is_known_not_to_hold_in_an_ordinary_family(stop: str) -> None:
    assert verdict_of(stop, ORDINARY) is False


@pytest.mark.parametrize("stop", sorted(STOPS - {"R-OVD-01"}))
def test_a_stop_is_unknown_as_long_as_nothing_was_asked(stop: str) -> None:
    assert verdict_of(stop, {}) is UNKNOWN
