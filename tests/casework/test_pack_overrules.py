"""How often people did otherwise goes back to the owner of a rule, and nothing by which a family could be found."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import product

import pytest

from casework.care.overrules import LEAST, OverruleCounts, RuleCount, given, overrule_counts, schema
from casework.case import Response
from tests.casework.edited_pack import shipped

MOST = 18


def answered(followed: int = 0, rule: str = "R-EK-02", **otherwise: int) -> list[Response]:
    """So many times a signal was followed, and so many times not for each reason."""
    responses = [Response(rule=rule, outcome="opgevolgd")] * followed
    for reason, number in otherwise.items():
        responses += [Response(rule=rule, outcome="bewust_anders", reason=reason, note="Fenna Oefenstra")] * number
    return responses


def counted(responses: list[Response]) -> tuple[RuleCount, ...]:
    return overrule_counts(responses, shipped()).rules


def test_what_was_done_is_counted_per_rule_in_the_order_of_the_pack() -> None:
    responses = answered(6, wens_gezin=9, al_geregeld=5) + answered(5, rule="R-SPOED-01")
    assert counted(responses) == (
        RuleCount(rule="R-SPOED-01", responses=5, followed=5, otherwise=0, reasons={}),
        RuleCount(rule="R-EK-02", responses=20, followed=6, otherwise=14, reasons={"wens_gezin": 9, "al_geregeld": 5}),
    )


@pytest.mark.parametrize(("responses", "expected"), [
    (answered(4), ()),
    (answered(2, wens_gezin=2), ()),
    (answered(5), ((5, 5, 0, {}),)),
    (answered(3, wens_gezin=2), ((5, None, None, {}),)),
    (answered(9, wens_gezin=4), ((13, None, None, {}),)),
    (answered(4, wens_gezin=9), ((13, None, None, {}),)),
    (answered(5, wens_gezin=3, later=3), ((11, 5, 6, {}),)),
    (answered(5, wens_gezin=5, later=5, kan_niet=4), ((19, 5, 14, {"later": 5}),)),
    (answered(5, wens_gezin=8, later=3, kan_niet=3), ((19, 5, 14, {"wens_gezin": 8}),)),
    (answered(5, wens_gezin=5, later=1), ((11, 5, 6, {}),)),
])  # fmt: skip
def test_nothing_small_can_be_read(
    responses: list[Response], expected: tuple[tuple[int, int | None, int | None, dict[str, int]], ...]
) -> None:
    assert tuple((one.responses, one.followed, one.otherwise, one.reasons) for one in counted(responses)) == expected


def test_nothing_small_can_be_worked_out_by_one_who_knows_how_it_is_made() -> None:
    """Of every small number there is, another family of numbers gives the same figures: so the figures do not tell."""
    names = ("followed", "wens_gezin", "later", "weging")
    behind: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for world in product(range(MOST + 1), repeat=len(names)):
        if LEAST <= sum(world) <= MOST:  # every world with the same total is there
            behind[str(given("R", world[0], dict(zip(names[1:], world[1:], strict=True))))].append(world)
    for figures, worlds in behind.items():
        for at, name in enumerate(names):
            values = {world[at] for world in worlds}
            assert len(values) > 1 or not 0 < min(values) < LEAST, (figures, name, values)


def test_a_reason_the_pack_does_not_know_is_another_one() -> None:
    one, = counted(answered(5, laat_liggen=3, anders=4))
    assert one.reasons == {"anders": 7}


def test_a_rule_the_pack_does_not_know_is_not_told() -> None:
    assert counted(answered(9, rule="R-WEG-01")) == ()


def test_nothing_of_a_person_is_in_it() -> None:
    found = overrule_counts(answered(6, wens_gezin=9), shipped())
    assert found.as_json()["schema"] == "ijkpunt/overrules/1"
    assert "Oefenstra" not in json.dumps(found.as_json()) + found.as_csv(shipped())


def test_for_a_spreadsheet_and_in_words() -> None:
    found = overrule_counts(answered(6, wens_gezin=9, later=6) + answered(3, later=4, rule="R-SPOED-01"), shipped())
    head, small, large = found.as_csv(shipped()).splitlines()
    assert head.startswith("pakket;versie;regel;beantwoord;opgevolgd;bewust_anders;weging;wens_gezin;")
    version = shipped().version
    assert small == f"groningen;{version};R-SPOED-01;7;;;;;;;;;;"
    assert large.startswith(f"groningen;{version};R-EK-02;21;6;15;;9;")
    assert [one.words(shipped()) for one in found.rules] == [
        "7 keer beantwoord; de verdeling is te klein om te geven.",
        "21 keer beantwoord: 6 opgevolgd, 15 bewust anders (9 keer ‘Het gezin wil het anders’ en 6 keer ‘Dit komt "
        "later, met een afspraak’).",
    ]


def test_the_schema_describes_what_is_given() -> None:
    described = schema()
    assert set(described["properties"]) == {"schema", "pack", "rules"}
    given_ = overrule_counts(answered(6), shipped()).as_json()
    assert OverruleCounts.model_validate(given_).rules[0].followed == 6
