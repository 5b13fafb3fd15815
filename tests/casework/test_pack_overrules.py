"""How often people did otherwise goes back to the owner of a rule, and nothing by which a family could be found."""

from __future__ import annotations

import json

import pytest

from casework.care.overrules import OverruleCounts, RuleCount, overrule_counts, schema
from casework.case import Case, Response
from tests.casework.edited_pack import shipped


def answered(followed: int = 0, practice: bool = False, rule: str = "R-EK-02", **otherwise: int) -> list[Case]:
    """So many cases that followed a signal, and so many that did otherwise for each reason."""
    responses = [Response(rule=rule, outcome="opgevolgd")] * followed
    for reason, number in otherwise.items():
        responses += [Response(rule=rule, outcome="bewust_anders", reason=reason, note="Fenna Oefenstra")] * number
    return [
        Case(id=f"c{number}", family_id="f", practice=practice, responses=(response,))
        for number, response in enumerate(responses)
    ]


def counted(cases: list[Case]) -> tuple[RuleCount, ...]:
    return overrule_counts(cases, shipped()).rules


def test_what_was_done_is_counted_per_rule_in_the_order_of_the_pack() -> None:
    cases = answered(6, wens_gezin=9, al_geregeld=5) + answered(5, rule="R-SPOED-01")
    assert counted(cases) == (
        RuleCount(rule="R-SPOED-01", responses=5, followed=5, otherwise=0, reasons={}),
        RuleCount(rule="R-EK-02", responses=20, followed=6, otherwise=14, reasons={"wens_gezin": 9, "al_geregeld": 5}),
    )


@pytest.mark.parametrize(("cases", "expected"), [
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
def test_nothing_small_can_be_read_or_worked_out(
    cases: list[Case], expected: tuple[tuple[int, int | None, int | None, dict[str, int]], ...]
) -> None:
    assert tuple((one.responses, one.followed, one.otherwise, one.reasons) for one in counted(cases)) == expected


def test_a_reason_the_pack_does_not_know_is_another_one() -> None:
    one, = counted(answered(5, laat_liggen=3, anders=4))
    assert one.reasons == {"anders": 7}


def test_practice_families_and_unknown_rules_do_not_count() -> None:
    assert counted(answered(9, practice=True)) == ()
    assert counted(answered(9, rule="R-WEG-01")) == ()


def test_nothing_of_a_person_is_in_it() -> None:
    found = overrule_counts(answered(6, wens_gezin=9), shipped())
    text = json.dumps(found.as_json())
    assert found.as_json()["schema"] == "ijkpunt/overrules/1"
    assert "Oefenstra" not in text and "c1" not in text


def test_the_schema_describes_what_is_given() -> None:
    described = schema()
    assert set(described["properties"]) == {"schema", "pack", "rules"}
    given = overrule_counts(answered(6), shipped()).as_json()
    assert OverruleCounts.model_validate(given).rules[0].followed == 6
