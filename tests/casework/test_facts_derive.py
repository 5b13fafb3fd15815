"""Facts: what is known, what stays unknown, and that they never fail on a case that is not finished."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.consultation import Consultation
from casework.edits import is_path
from casework.knowledge import Facts
from casework.people import Person
from casework.questions import Answers, Question, Shape, questions
from casework.steps import FLOW
from casework.weighing.facts import FACTS, derive, do_not_apply, kinds, schema
from casework.weighing.facts.working_days import working_days_between
from tests.casework.families import (
    ABSENT,
    BIG_FIVE,
    TODAY,
    advice,
    capacity,
    case_of,
    facts_of,
    helped,
    ordinary,
    pack,
    problem,
    product,
)

# Beside the questions of the case a fact may come from the pack, or from what the weighing found before the rules
_ELSEWHERE = ("pack.", "weging.")
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)  # what a case file takes
UNKNOWN = {"unanswered": "unknown"}
NOT_APPLICABLE = {"unanswered": "not_applicable", "reason": "speelt niet"}


def test_every_fact_says_what_it_means_and_where_it_comes_from() -> None:
    for fact in FACTS.values():
        assert fact.meaning and fact.reads
        assert all(is_path(path) for path in fact.reads if not path.startswith(_ELSEWHERE)), fact
    assert {one["name"]: one["type"] for one in schema()} == {name: fact.kind for name, fact in FACTS.items()}


def test_a_case_in_which_nothing_was_asked_has_no_facts_about_the_family() -> None:
    about_this_file = {name: value for name, value in facts_of({}).items() if value not in (False, 0)}
    assert about_this_file == {}


@pytest.mark.parametrize("fact", ["help_count", "running_help_count", "crisis_12m", "safety_agreements_count",
                                  "safety_level", "age_years", "need_count", "residual_count", "wlz_signs",
                                  "chosen_level", "product_count", "refuses_whole", "consent_to_share"])  # fmt: skip
def test_what_was_not_asked_is_unknown(fact: str) -> None:
    assert fact not in facts_of({})
    assert fact in facts_of(ordinary())


@pytest.mark.parametrize("why", ["not_asked", "unknown", "declined"])
def test_a_real_non_answer_is_unknown_too(why: str) -> None:
    facts = facts_of(ordinary({"help_history.help": {"unanswered": why}, "help_history.crisis": {"unanswered": why}}))
    assert not {"help_count", "running_help_count", "help_history_class", "earlier_help", "crisis_12m"} & facts.keys()


def test_a_list_that_was_answered_with_nothing_counts_nought() -> None:
    facts = facts_of(ordinary({"help_history.help": []}))
    assert [facts[name] for name in ("help_count", "running_help_count", "no_gain_help_count")] == [0, 0, 0]
    assert (facts["earlier_help"], facts["help_history_class"]) == (False, "geen")


def test_what_does_not_apply_reaches_no_fact() -> None:
    triage = ordinary({"intake.track": "triage"})
    assert not {"need_count", "chosen_level", "own_capacity_count", "explanation_variant"} & facts_of(triage).keys()
    set_aside = do_not_apply(case_of(triage).settle(TODAY))
    assert {"need_count", "chosen_level", "own_capacity_count", "explanation_variant"} <= set_aside
    assert not {"safety_verdict", "age_years", "consent_to_share", "decision"} & set_aside


@pytest.mark.parametrize(
    ("changes", "fact", "value"),
    [
        ({"identity.birth_date": "2008-11-23"}, "days_to_18", 0),
        ({"identity.birth_date": "2008-11-24"}, "age_years", 17),
        ({"identity.birth_date": "2008-02-29"}, "age_years", 18),
        ({"identity.birth_date": "+1d"}, "age_years", None),
        ({"intake.requested_product": NOT_APPLICABLE}, "requested_product", False),
        ({"intake.requested_product": "Geen."}, "requested_product", False),
        ({"safety.verdict": "onvoldoende_zicht"}, "safety_level", None),
        ({"safety.veilig_thuis": "melding", "safety.veilig_thuis_on": "+1d"}, "veilig_thuis_reported", False),
        ({"identity.responsible_municipality": "Nergenshuizen"}, "municipality_has_ordinance_article", None),
        ({"identity.responsible_municipality": "gemeente  Hogeland "}, "municipality_has_ordinance_article", False),
        ({"identity.responsible_municipality": "midden groningen"}, "municipality_has_ordinance_article", False),
        ({"situation.problems": [problem(), problem("b2", impairment=UNKNOWN)]}, "max_impairment", 2),
        ({"explanation.agrees_child": {"unanswered": "declined"}}, "explanation_disagreed", None),
        ({"help_history.help": [helped("h1"), helped("h2", running=UNKNOWN)]}, "running_help_count", None),
        ({"help_history.help": [helped("h1"), helped("h2", start="+1w")]}, "running_help_count", 1),
        ({"help_history.help": [helped(f"h{n}") for n in range(3)]}, "running_provider_count", None),
        ({"help_history.help": [helped("h1", provider="A"), helped("h2", provider=" a")]}, "running_provider_count", 1),
        ({"help_history.help": [helped("h1")]}, "help_history_class", None),
        ({"help_history.help": [helped("h1", name="Mijn MST")]}, "help_history_class", None),
        ({"help_history.help": [helped("h1", name="MST")]}, "help_history_class", "intensief"),
        ({"help_history.help": [helped("h1", start="+1w", gfm_level="G3")]}, "help_history_class", "geen"),
        ({"help_history.help": [helped(id_, gfm_level="G1") for id_ in "ab"]}, "help_history_class", "meer_licht"),
        ({"own_capacity.permanent_supervision": True, "own_capacity.due_to_disability": True}, "wlz_signs", False),
        ({"own_capacity.permanent_supervision": True, "own_capacity.more_than_usual": True}, "wlz_signs", None),
        ({"own_capacity.general_offer_fits": True}, "prevention_signs", None),
        ({"own_capacity.own_capacity": [capacity(caregiver_capacity=UNKNOWN)]}, "carer_overloaded", None),
        ({"decision.products": [product(name="Iets van buiten het boek")]}, "product_advice_required", None),
        ({"decision.products": [product(name="Iets anders"), product("p2", "mst")]}, "product_advice_required", True),
        ({"decision.products": []}, "product_advice_required", False),
        ({"decision.products": [product(end=UNKNOWN)]}, "product_months", None),
        ({"decision.products": [product(name="intensief-thuis")]}, "out_of_home", False),
        ({"decision.products": [product(name="logeren-laag")]}, "out_of_home", False),
        ({"decision.products": [product(name="crisisopvang")]}, "out_of_home", True),
        ({"comparison.level": "andere_wet"}, "chosen_level_rank", None),
        ({"checklists": {"a": {"VC18a": "weet ik niet", "VC18b": "nee"}}}, "vc18a", None),
        ({"consultations": [advice(advice_on="+1d")]}, "advice_finished", False),
        ({"consultations": [advice(status="INGETROKKEN")]}, "advice_finished", False),
        ({"consultations": [advice(status="INGEDIEND", advice_on=UNKNOWN)]}, "advice_pending", True),
        ({"identity.birth_date": "-16y", "special_checks.big_five": BIG_FIVE[:2]}, "big_five_discussed_count", 2),
        ({"identity.birth_date": "-16y", "special_checks.big_five": ABSENT}, "big_five_discussed_count", 0),
        ({"special_checks.big_five": BIG_FIVE}, "big_five_discussed_count", None),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_a_fact(changes: dict[str, Any], fact: str, value: Any) -> None:
    assert facts_of(ordinary(changes)).get(fact) == value


def test_the_day_decides() -> None:
    assert facts_of(ordinary({"identity.birth_date": "2010-11-24"}), date(2026, 11, 23))["age_years"] == 15
    assert facts_of(ordinary({"identity.birth_date": "2010-11-24"}), date(2026, 11, 24))["age_years"] == 16


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 11, 20), date(2026, 11, 23), 1),  # over a weekend
        (date(2026, 12, 24), date(2026, 12, 28), 1),  # Christmas, Friday and Saturday
        (date(2026, 5, 4), date(2026, 5, 6), 1),  # Liberation Day
        (date(2026, 4, 2), date(2026, 4, 13), 5),  # Good Friday, Easter Monday
        (date(2026, 11, 23), date(2026, 11, 20), -1),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(1, 1, 1), date(2026, 1, 1), None),
    ],
)
def test_working_days(start: date, end: date, days: int | None) -> None:
    assert working_days_between(start, end) == days


# Any case at all, as far as the questions allow

_BY_SHAPE: dict[Shape, st.SearchStrategy[Any]] = {
    Shape.TEXT: st.sampled_from(["", " ", "jeugdige", "moeder", "mst", "n1", "999900006", "Het Hogeland"]),
    Shape.LONG: st.sampled_from(["", "MST graag", "tekst"]),
    Shape.PERSON: st.sampled_from(["jeugdige", "moeder", "vader", "Onbekend", ""]),
    Shape.REFERENCE: st.sampled_from(["n1", "n2", "weg"]),
    Shape.REFERENCES: st.lists(st.sampled_from(["n1", "n2", "IJK-02", "weg"]), max_size=3),
    Shape.TEXTS: st.lists(st.sampled_from(["a", "", "b"]), max_size=3),
    Shape.DAY: st.one_of(st.dates(EARLIEST, LATEST), st.sampled_from([TODAY, date(2026, 10, 1), EARLIEST, LATEST])),
    Shape.YES_NO: st.booleans(),
}  # fmt: skip
_UNANSWERED = st.sampled_from([UNKNOWN, NOT_APPLICABLE])


def _value(question: Question) -> st.SearchStrategy[Any]:
    if question.shape is Shape.RECORDS:
        assert question.record is not None
        return _records(question.record)
    if question.shape is Shape.CHOICE:
        return st.sampled_from(question.options)
    if question.shape is Shape.CHOICES:
        return st.lists(st.sampled_from(question.options), max_size=3)
    if question.shape is Shape.NUMBER:
        return st.integers(*(question.bounds or (0, 100)))
    return _BY_SHAPE[question.shape]


def _answers(model: type[Answers]) -> st.SearchStrategy[dict[str, Any]]:
    asked = {name: st.one_of(_value(question), _UNANSWERED) for name, question in questions(model).items()}
    return st.fixed_dictionaries({}, optional=asked)


def _records(model: type[Answers]) -> st.SearchStrategy[list[dict[str, Any]]]:
    def with_ids(ones: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"id": f"n{number}", **one} for number, one in enumerate(ones, start=1)]

    return st.lists(_answers(model), max_size=3).map(with_ids)


_CASES = st.fixed_dictionaries(
    {"people": _records(Person), "consultations": _records(Consultation)},
    optional={
        f"{step.id}.{name}": st.one_of(_value(question), _UNANSWERED)
        for step in FLOW.steps
        for name, question in questions(step.answers).items()
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_CASES)
def test_no_case_breaks_the_facts_or_a_rule(answers: dict[str, Any]) -> None:
    facts = Facts(derive(case_of(answers).settle(TODAY), pack(), {}), kinds())
    for rule in pack().rules.values():
        rule.when.evaluate(facts)
