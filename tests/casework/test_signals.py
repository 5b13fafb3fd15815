"""Signals: what fires, in which order, answered or resolved, and what cannot be told yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.case import Response
from casework.knowledge import Facts, Pack
from casework.weighing.assessment import Signal, UnknownRule
from casework.weighing.facts import do_not_apply, kinds
from casework.weighing.signals import signals
from tests.casework.families import TODAY, Changes, advice, case_of, facts_of, helped, ordinary, pack, problem

STACKED = {
    "help_history.help": [helped(id_, provider=id_, goal_area="netwerk", gfm_level="G1") for id_ in ("h1", "h2")],
    "help_history.coordinator_now": "moeder",
}


def weigh(
    changes: Changes, *responses: Response, today: date = TODAY, of: Pack | None = None
) -> tuple[tuple[Signal, ...], tuple[UnknownRule, ...]]:
    answers = ordinary(changes) if changes is not NOTHING else {}
    settled = case_of(answers).settle(today)
    return signals(of or pack(), Facts(facts_of(answers, today), kinds()), responses, today, do_not_apply(settled))


NOTHING: Changes = {"nothing": None}


def signal(rule: str, found: tuple[Signal, ...]) -> Signal:
    return next(one for one in found if one.rule == rule)


def answer(rule: str, outcome: Any = "bewust_anders") -> Response:
    return Response(rule=rule, outcome=outcome, reason="het gezin wil dit zo")


def test_a_signal_says_what_why_by_which_rule_and_what_to_do() -> None:
    seen = signal("R-STAP-01", weigh(STACKED)[0])
    assert (seen.code, seen.severity, seen.status) == ("STAPELING", "ATTENTION", "open")
    assert ("help_history.help", "vormen van hulp die nu lopen", 2) in [
        (one.path, one.label, one.value) for one in seen.facts
    ]
    assert seen.source.startswith("Presentatie RIGG")
    assert seen.action and seen.action_path == "help_history.help" and seen.weighs_towards_pool


def test_stop_comes_first_then_attention_then_tips_each_in_the_order_of_the_steps() -> None:
    found, _ = weigh({
        **STACKED,
        "decision.signed_by": " ",
        "comparison.level": "intensief",
        "intake.urgency": "acuut_gevaar",
        "intake.requested_product": "MST",
        "identity.adviser_told": False,
    })  # fmt: skip
    steps = {rule.id: rule.step for rule in pack().rules.values()}
    severities = [one.severity for one in found]
    assert [one.rule for one in found if one.severity == "STOP"] == ["R-SPOED-01", "R-EXP-01", "R-SKJ-01"]
    assert severities == sorted(severities, key=["STOP", "ATTENTION", "TIP"].index)
    attention = [steps[one.rule] for one in found if one.severity == "ATTENTION"]
    assert attention.index("identity") < attention.index("help_history") < attention.index("special_checks")


def test_an_answer_settles_attention_but_never_lifts_a_stop() -> None:
    changes = {**STACKED, "identity.consents": []}
    found, _ = weigh(changes, answer("R-STAP-01"), answer("R-TOEST-01"))
    assert signal("R-STAP-01", found).status == "answered"
    assert signal("R-TOEST-01", found).status == "open"


def test_an_answered_rule_that_no_longer_holds_is_resolved_and_comes_last() -> None:
    found, _ = weigh({}, answer("R-STAP-01", "opgevolgd"))
    assert [(one.rule, one.status) for one in found][-1] == ("R-STAP-01", "resolved")
    assert "R-STAP-01" not in [one.rule for one in weigh({})[0]]


def test_an_answer_to_a_rule_the_pack_does_not_have_is_passed_over() -> None:
    assert weigh({}, answer("R-WEG-99")) == weigh({})


def test_an_answered_rule_that_became_unknown_is_neither_resolved_nor_answered() -> None:
    found, unknown = weigh({"help_history.help": {"unanswered": "unknown"}}, answer("R-STAP-01"))
    assert "R-STAP-01" not in [one.rule for one in found]
    assert "R-STAP-01" in [one.rule for one in unknown]


def test_what_cannot_be_told_says_what_it_waits_for() -> None:
    _, unknown = weigh(NOTHING)
    by_rule = {one.rule: one for one in unknown}
    assert by_rule["R-STAP-01"].needs == ("running_help_count", "running_provider_count", "same_goal_area_running")
    assert by_rule["R-SPOED-01"].needs == ("urgency",)
    assert {one.rule for one in unknown if one.stop} == {
        "R-SPOED-01", "R-TOEST-01", "R-VEIL-01", "R-EXP-01", "R-SKJ-01", "R-OVD-01"
    }  # fmt: skip


def test_a_case_in_which_nothing_was_asked_gives_no_signal() -> None:
    assert weigh(NOTHING)[0] == ()


def test_triage_waits_for_nothing_that_triage_does_not_ask() -> None:
    answers = ordinary({"intake.track": "triage"})
    settled = case_of(answers).settle(TODAY)
    found, unknown = weigh({"intake.track": "triage", "comparison.level": "intensief"})
    assert not {"R-EXP-01", "R-SKJ-01", "R-VC-01"} & {one.rule for one in found}
    assert not [one for one in unknown if one.stop]
    assert not {name for one in unknown for name in one.needs} & do_not_apply(settled)
    assert not {"R-VC-02", "R-EXP-01", "R-DOEL-01", "R-NIV-01"} & {one.rule for one in unknown}


def test_signals_that_weigh_towards_the_pool_are_counted_together() -> None:
    rules = [one.rule for one in weigh({**STACKED, "explanation.agrees_child": "oneens"})[0]]
    assert {"R-STAP-01", "R-VA-03", "R-EXP-02"} <= set(rules)
    alone = signal("R-STAP-01", weigh(STACKED)[0])
    assert alone and "R-EXP-02" not in [one.rule for one in weigh(STACKED)[0]]


def test_an_answered_signal_still_weighs_towards_the_pool() -> None:
    changes = {**STACKED, "explanation.agrees_child": "oneens"}
    found, _ = weigh(changes, answer("R-STAP-01"), answer("R-VA-03"))
    shown = {one.label: one.value for one in signal("R-EXP-02", found).facts}
    assert shown["signalen die samen om de expertpool vragen"] == 2


def test_asking_the_pool_settles_it() -> None:
    changes = {**STACKED, "explanation.agrees_child": "oneens", "consultations": [advice(status="INGEDIEND")]}
    assert "R-EXP-02" not in [one.rule for one in weigh(changes)[0]]


def test_a_rule_outside_its_validity_says_nothing_not_even_that_it_was_resolved() -> None:
    before = date(2025, 12, 31)
    answers = ordinary(STACKED)
    assert signals(pack(), Facts(facts_of(answers, before), kinds()), [answer("R-STAP-01")], before) == ((), ())


def test_a_withdrawn_rule_says_nothing() -> None:
    rules = {
        name: rule.model_copy(update={"status": "ingetrokken"}) if name == "R-STAP-01" else rule
        for name, rule in pack().rules.items()
    }
    assert "R-STAP-01" not in [one.rule for one in weigh(STACKED, of=replace(pack(), rules=rules))[0]]


@pytest.mark.parametrize("code", ["STAPELING", "KETEN_NA_CRISIS", "GEEN_WINST", "AFBAKENING_WLZ", "AFBAKENING_WMO",
                                  "AFBAKENING_ZVW", "AFBAKENING_ONDERWIJS", "PREVENTIEF_EERST", "WOONPLAATS",
                                  "HSJ_MCP", "BIG5_OPEN"])  # fmt: skip
def test_the_codes_of_the_brief_exist_once(code: str) -> None:
    assert [rule.code for rule in pack().rules.values()].count(code) == 1


def test_same_case_same_pack_same_day_same_signals() -> None:
    changes = {**STACKED, "situation.problems": [problem(), problem("b2", where=["school"])]}
    assert weigh(changes) == weigh(changes)
