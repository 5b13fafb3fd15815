"""Weighted kappa against published figures, and an interval that behaves as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pytest

from casework.calibration.agreement import Agreement, Apart, Rating, agreement, kappa

PSYCHIATRISTS = ((88, 10, 2), (14, 40, 6), (18, 10, 12))
"""Cohen (1968), table 1: two judges, 200 patients, three diagnoses."""

GRAVITY = ((0, 1, 3), (1, 0, 6), (3, 6, 0))
"""How grave Cohen found each confusion, in the same table."""

COUPLES = ((7, 7, 2, 3), (2, 8, 3, 7), (1, 5, 4, 9), (2, 8, 9, 14))
"""Agresti (1990), 91 married couples on four ordered answers; R package vcd, `Kappa(SexualFun)`, gives the figures."""


def same(one: str, other: str) -> float:
    return float(one != other)


def steps(one: str, other: str) -> float:
    return abs(int(one) - int(other))


def gravity(one: str, other: str) -> float:
    return GRAVITY[int(one)][int(other)]


def as_table(rows: Sequence[Sequence[int]]) -> Mapping[tuple[str, str], int]:
    return Counter({(str(i), str(j)): count for i, row in enumerate(rows) for j, count in enumerate(row)})


def one_person(rows: Sequence[Sequence[int]]) -> Iterator[Rating]:
    for (own, reference), count in as_table(rows).items():
        for number in range(count):
            yield Rating("a", f"{own}{reference}-{number}", own, reference)


@pytest.mark.parametrize(
    ("rows", "apart", "published"),
    [
        (PSYCHIATRISTS, same, 0.492),
        (PSYCHIATRISTS, gravity, 0.348),
        (COUPLES, same, 0.1293),
        (COUPLES, steps, 0.2374),
    ],
)
def test_kappa_is_as_published(rows: Sequence[Sequence[int]], apart: Apart, published: float) -> None:
    assert kappa(as_table(rows), apart) == pytest.approx(published, abs=0.0005)


def test_the_interval_of_one_person_is_near_the_published_standard_error() -> None:
    """vcd gives 0.0783 for the couples; with one person only the vignettes are drawn anew, so the two are close."""
    found = agreement(list(one_person(COUPLES)), steps)
    assert found.low is not None and found.high is not None and found.ratings == 91
    assert (found.high - found.low) / 2 == pytest.approx(1.96 * 0.0783, abs=0.02)


def test_the_same_answers_always_give_the_same_interval_whatever_their_order() -> None:
    ratings = list(one_person(COUPLES))
    assert agreement(ratings, steps) == agreement(ratings[::-1], steps)


def test_people_who_err_together_make_the_interval_wide() -> None:
    """Ten answers of one person are not ten people: three who are always wrong tell less than as many errors spread."""

    def rating(person: int, vignette: int, wrong: bool) -> Rating:
        right = str(vignette % 2)
        return Rating(str(person), str(vignette), str(1 - int(right)) if wrong else right, right)

    places = [(person, vignette) for person in range(10) for vignette in range(10)]
    together = agreement([rating(p, v, p < 3) for p, v in places], same)
    scattered = agreement([rating(p, v, (p * 3 + v * 7) % 10 < 3) for p, v in places], same)
    assert together.kappa == pytest.approx(scattered.kappa) == pytest.approx(0.4)
    assert width(together) > 1.5 * width(scattered)


def test_always_alike_is_one_and_nothing_to_differ_in_is_no_figure() -> None:
    alike = [Rating("a", str(number), str(number % 3), str(number % 3)) for number in range(9)]
    assert agreement(alike, same).kappa == 1
    assert agreement([Rating("a", str(number), "0", "0") for number in range(9)], same) == Agreement(
        None, None, None, 9
    )
    assert agreement([], same) == Agreement(None, None, None, 0)


@pytest.mark.parametrize(
    ("value", "name"),
    [(-0.1, "slecht"), (0.0, "gering"), (0.2, "gering"), (0.21, "matig"), (0.6, "redelijk"), (0.61, "goed"),
     (0.81, "zeer goed"), (None, "")],
)  # fmt: skip
def test_sizes_have_the_names_of_landis_and_koch(value: float | None, name: str) -> None:
    assert Agreement(value, None, None, 50).size == name


def width(one: Agreement) -> float:
    assert one.low is not None and one.high is not None
    return one.high - one.low
