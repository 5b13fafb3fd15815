"""What counts: question by question, through chains of conditions, and nothing kept aside reaches a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from graphlib import TopologicalSorter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from casework.answers import Answer, Answered, Unanswered
from casework.casefile import check
from casework.consultation import Consultation
from casework.flow import Flow, Progress, Step
from casework.flow.settled import NO_LONGER_APPLIES, Settled, only_applying, settle
from casework.questions import Answers, Flag, Record, Shape, ask, questions
from casework.steps import FLOW
from casework.steps.expert_pool import ExpertPool
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.situation import Situation
from tests.casework.anything import SEEDS, some_document
from tests.casework.families import advice, case_of, need, problem

TODAY = date(2026, 11, 23)


# A flow of our own: A opens B opens C, over two steps and into a list


class Toy(Record):
    kind: Answer[str] = ask("soort")
    colour: Answer[str] = ask("kleur", applies=lambda case, here: here.kind.known == "bal")
    shade: Answer[str] = ask("tint", applies=lambda case, here: here.colour.known is not None)


class First(Answers):
    a: Answer[Flag] = ask("a", required=True)
    b: Answer[Flag] = ask("b", applies=lambda case, here: here.a.known is True)
    c: Answer[Flag] = ask("c", applies=lambda case, here: here.b.known is True)


class Second(Answers):
    d: Answer[Flag] = ask("d", applies=lambda case, here: case.of(First).c.known is True)
    toys: Answer[tuple[Toy, ...]] = ask("toys[]", applies=lambda case, here: here.d.known is True)


OURS = Flow([Step("one", 1, "Een", First), Step("two", 2, "Twee", Second)])
TOYS = [{"id": "t1", "kind": "bal", "colour": "rood", "shade": "licht"}]


def ours(second: Mapping[str, Any], **first: bool) -> Settled:
    return OURS.settle({"one": First(**first), "two": Second.model_validate(second)}, TODAY)  # type: ignore[arg-type]


def test_with_every_door_open_all_counts() -> None:
    settled = ours({"d": True, "toys": TOYS}, a=True, b=True, c=True)
    assert settled.kept_aside == frozenset()
    assert settled.of(Second).toys.known[0].shade.known == "licht"  # type: ignore[index]


def test_one_door_closed_closes_all_behind_it() -> None:
    settled = ours({"d": True, "toys": TOYS}, a=False, b=True, c=True)
    assert settled.kept_aside == {"one.b", "one.c", "two.d", "two.toys"}
    assert settled.of(First) == First(a=False, b=NO_LONGER_APPLIES, c=NO_LONGER_APPLIES)  # type: ignore[arg-type]
    assert settled.of(Second).toys == NO_LONGER_APPLIES


def test_a_chain_inside_a_record_closes_too() -> None:
    settled = ours({"d": True, "toys": [{**TOYS[0], "kind": "blok"}]}, a=True, b=True, c=True)
    assert settled.kept_aside == {"two.toys.t1.colour", "two.toys.t1.shade"}
    toy = settled.of(Second).toys.known[0]  # type: ignore[index]
    assert (toy.kind.known, toy.colour, toy.shade) == ("blok", NO_LONGER_APPLIES, NO_LONGER_APPLIES)


def test_what_does_not_apply_is_kept_in_the_draft() -> None:
    draft = {"one": First(a=False, b=True), "two": Second()}  # type: ignore[arg-type]
    OURS.settle(draft, TODAY)
    assert draft["one"].b.known is True  # type: ignore[attr-defined]


def test_a_question_that_depends_on_itself_is_a_fault_of_ours() -> None:
    class Circle(Answers):
        it: Answer[Flag] = ask("het", applies=lambda case, here: here.it.known is not True)

    with pytest.raises(RuntimeError, match="circle"):
        settle({"x": Circle(it=True)}, TODAY)  # type: ignore[arg-type]


def test_progress_looks_at_what_applies() -> None:
    one, two = OURS.steps
    draft = {"one": First(a=False, b=True), "two": Second(d=True)}  # type: ignore[arg-type]
    settled = OURS.settle(draft, TODAY)
    assert OURS.progress(one, draft, settled) is Progress.DONE
    assert OURS.progress(two, draft, settled) is Progress.NOT_APPLICABLE
    assert OURS.progress(one, {}, OURS.settle({}, TODAY)) is Progress.OPEN
    assert OURS.problems(OURS.settle({}, TODAY)).keys() == {"one"}
    only_b = {"one": First(b=False)}  # type: ignore[arg-type]
    assert OURS.progress(one, only_b, OURS.settle(only_b, TODAY)) is Progress.OPEN


def test_two_steps_cannot_share_an_id() -> None:
    with pytest.raises(ValueError, match="id"):
        Flow([Step("one", 1, "Een", First), Step("one", 2, "Twee", Second)])


# The real steps


def test_triage_keeps_the_needs_aside_and_full_investigation_brings_them_back() -> None:
    family = {"needs.needs": [need()], "own_capacity.residual": ["n1"]}
    triage = case_of({**family, "intake.track": "triage"}).settle(TODAY)
    assert {"needs.needs", "own_capacity.residual"} <= triage.kept_aside
    assert triage.of(OwnPossibilities).residual == NO_LONGER_APPLIES
    full = case_of({**family, "intake.track": "volledig_onderzoek"}).settle(TODAY)
    assert full.of(OwnPossibilities).residual.known == ("n1",)


def test_the_reason_behind_a_question_that_closed_is_aside_as_well() -> None:
    said = {"situation.school_consulted": "niet_nodig", "situation.school_consulted_reason": "al in beeld"}
    school = case_of({**said, "situation.problems": [problem(domain="school_werk")]}).settle(TODAY)
    assert school.of(Situation).school_consulted_reason.known == "al in beeld"
    home = case_of({**said, "situation.problems": [problem()]}).settle(TODAY)
    assert home.of(Situation).school_consulted_reason == NO_LONGER_APPLIES


def test_an_exception_of_before_the_triage_lifts_nothing() -> None:
    said = {
        "expert_pool.exception": "spoed",
        "expert_pool.exception_reason": "vanavond",
        "expert_pool.advice_by": "+1w",
    }
    triage = case_of({**said, "intake.track": "triage"}).settle(TODAY).of(ExpertPool)
    assert (triage.exception_reason, triage.advice_by) == (NO_LONGER_APPLIES, NO_LONGER_APPLIES)


def test_a_consultation_settles_as_a_step_does() -> None:
    consulted = {"consultations": [advice(team_decision="wijkt_af", deviation_reason="te ver weg")]}
    with_advice = case_of(consulted).settle(TODAY).consultations[0]
    assert with_advice.deviation_reason.known == "te ver weg"
    withdrawn = advice(team_decision="wijkt_af", deviation_reason="te ver weg", advice_on={"unanswered": "unknown"},
                       answer_given={"unanswered": "unknown"})  # fmt: skip
    settled = case_of({"consultations": [withdrawn]}).settle(TODAY)
    assert settled.consultations[0].deviation_reason == NO_LONGER_APPLIES
    assert {"consultations.e1.team_decision", "consultations.e1.deviation_reason"} <= settled.kept_aside


def answers_in(answers: Answers, path: str) -> Iterator[tuple[str, Answered[Any] | Unanswered]]:
    for name, question in questions(type(answers)).items():
        answer = answers.answer(name)
        yield f"{path}.{name}", answer
        if question.shape is Shape.RECORDS:
            for record in answer.known or ():
                yield from answers_in(record, f"{path}.{name}.{record.id}")


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS)
def test_any_case_settles_and_nothing_aside_is_seen(seed: int) -> None:
    case = check(some_document(Random(seed)), TODAY)
    settled = case.settle(TODAY)
    seen = {path: answer for step in FLOW.steps for path, answer in answers_in(settled.of(step.answers), step.id)}
    for consultation in settled.consultations:
        seen |= dict(answers_in(consultation, f"consultations.{consultation.id}"))
    for path, answer in seen.items():
        assert (answer == NO_LONGER_APPLIES) is (path in settled.kept_aside), path


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS)
def test_settling_what_is_settled_changes_nothing(seed: int) -> None:
    case = check(some_document(Random(seed)), TODAY)
    once = FLOW.settle(case.answers, TODAY)
    again = FLOW.settle({step.id: once.of(step.answers) for step in FLOW.steps}, TODAY)
    assert {step.id: again.of(step.answers) for step in FLOW.steps} == {
        step.id: once.of(step.answers) for step in FLOW.steps
    }
    consultations, _ = only_applying(case.consultations, once, "consultations")
    assert only_applying(consultations, once, "consultations")[0] == consultations


# No question waits for itself: the conditions of all steps, by what they really read


class Watched:
    """Answers that remember which questions a condition read."""

    def __init__(self, answers: Answers, path: str, read: set[str]) -> None:
        self._answers, self._path, self._read = answers, path, read

    def __getattr__(self, name: str) -> Any:
        self._read.add(f"{self._path}.{name}")
        return getattr(self._answers, name)


class WatchedCase:
    def __init__(self, settled: Settled, read: set[str]) -> None:
        self.today, self._settled, self._read = settled.today, settled, read

    def of(self, model: type[Answers]) -> Watched:
        step = next(step.id for step in FLOW.steps if step.answers is model)
        return Watched(self._settled.of(model), step, self._read)


def readings(settled: Settled) -> Iterator[tuple[str, set[str]]]:
    """Each conditional question, and what its condition reads in this case."""
    for step in FLOW.steps:
        yield from _readings(settled, settled.of(step.answers), step.id)


def _readings(settled: Settled, answers: Answers, path: str) -> Iterator[tuple[str, set[str]]]:
    for name, question in questions(type(answers)).items():
        read: set[str] = set()
        question.applies(WatchedCase(settled, read), Watched(answers, path, read))
        yield f"{path}.{name}", read
        if question.record is not None:
            records = answers.answer(name).known or (question.record(id="x"),)
            for record in records:
                yield from _readings(settled, record, f"{path}.{name}")


def test_no_question_waits_for_itself() -> None:
    graph: dict[str, set[str]] = {}
    for seed in range(120):
        case = check(some_document(Random(seed)), TODAY)
        drafts = {step.id: case.step(step.answers) for step in FLOW.steps}
        as_typed = Settled(TODAY, {type(one): one for one in drafts.values()}, frozenset())
        for question, read in readings(as_typed):
            graph.setdefault(question, set()).update(read)
    assert sum(1 for read in graph.values() if read) > 40
    assert "intake.track" in graph["needs.needs"] and "situation.problems" in graph["situation.school_consulted"]
    list(TopologicalSorter(graph).static_order())  # raises CycleError


def test_a_consultation_opens_nothing_of_its_own() -> None:
    """Only answers in the record itself: so that settling the steps first is enough."""
    read: set[str] = set()
    blank = Settled(TODAY, {}, frozenset())
    for question in questions(Consultation).values():
        question.applies(WatchedCase(blank, read), Watched(Consultation(id="x"), "consultations", read))
    assert read and all(path.startswith("consultations.") for path in read)
