"""One notch more or less of any number in the rules and checklists moves a family, which says why it lies there."""

from __future__ import annotations

from functools import cache

import pytest

from casework.knowledge import Facts, Pack
from casework.weighing import facts as case_facts
from tests.casework.families import Changes, facts_of, ordinary, pack
from tests.casework.notches import Notch, all_notches
from tests.casework.rule_rows import Row
from tests.casework.sides import SIDES, Side
from tests.casework.sides_of_products import AGES, OF_PRODUCT, lies_as_told
from tests.casework.test_rules_families import ROWS

NOTCHES = all_notches()
MOST_INDIFFERENT = 0.1
INDIFFERENT = {
    "R-STAP-01 1: 2 -": "two forms of help for one goal are two forms of help: the second number says it already",
    "R-STAP-01 3: 3 -": "three providers give at least three forms of help: the fourth number says it already",
    "R-REGIE-01 1: 2 -": "two providers give at least two forms of help: the second number says it already",
    "no_gain_max +": "no answers give a gain between -0.5 and -0.45: the weights add up to other shares",
}
"""Notches no family can feel, each with the reason."""


def moves_a_family(notch: Notch) -> bool:
    changed = notch.made()
    rows = (row for row in ROWS if row.rule == notch.of and row.why)
    sides = (side for side in SIDES if notch.of in side.of.split())
    return (
        any(not lies(row, changed) for row in rows)
        or any(side.look(changed) != side.says for side in sides)
        or (notch.of in OF_PRODUCT and not lies_as_told(notch.of, changed))
    )


def lies(row: Row, with_pack: Pack) -> bool:
    """Does the rule still fire in the one family, and not in the other?"""
    when = with_pack.rules[row.rule].when
    return when.evaluate(known(Family(row.fires))) is True and when.evaluate(known(Family(row.not_quite))) is False


class Family:
    """A family as a key: what was once derived from it holds for every notch of a condition."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes

    def __hash__(self) -> int:
        return hash(repr(self.changes))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Family) and self.changes == other.changes


@cache
def known(family: Family) -> Facts:
    return Facts(facts_of(ordinary(family.changes)), case_facts.kinds())


@pytest.mark.parametrize("side", SIDES, ids=lambda side: f"{side.of}: {side.why}")
def test_a_family_lies_on_its_side(side: Side) -> None:
    assert side.look(pack()) == side.says


@pytest.mark.parametrize("name", pack().products)
def test_a_product_is_for_the_ages_it_says(name: str) -> None:
    assert lies_as_told(name, pack())


@pytest.mark.parametrize("notch", [one for one in NOTCHES if one.name not in INDIFFERENT], ids=lambda one: one.name)
def test_a_notch_moves_a_family(notch: Notch) -> None:
    assert moves_a_family(notch)


def test_what_is_called_indifferent_is_and_there_is_little_of_it() -> None:
    indifferent = [one for one in NOTCHES if one.name in INDIFFERENT]
    assert {one.name for one in indifferent} == INDIFFERENT.keys()
    assert not [one.name for one in indifferent if moves_a_family(one)]
    assert all(INDIFFERENT.values())
    assert len(indifferent) <= MOST_INDIFFERENT * len(NOTCHES)


def test_every_family_says_why() -> None:
    assert all(side.why for side in SIDES)
    assert all(why for why, *_ in AGES)


def test_no_notch_goes_by_the_name_of_another() -> None:
    names = [one.name for one in NOTCHES]
    assert len(names) == len(set(names))
