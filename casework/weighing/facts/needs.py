"""Step 8: what is needed, the goals, and whether help can still change something."""

from __future__ import annotations

from typing import get_args

from casework.answers import is_known
from casework.codes import Changeability
from casework.steps.decision import DecisionAdvice
from casework.steps.needs import Goal, Need, Needs
from casework.weighing.facts.logic import any_of, count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.weighing.prolonging import counting
from casework.words import months_between

_LONG = 6
"""Months: longer help is not short and goal-bound any more (brief §4a)."""


def _needs(given: FactSource) -> tuple[Need, ...] | None:
    return given.case.of(Needs).needs.known


def _goals(given: FactSource) -> tuple[Goal, ...] | None:
    return given.case.of(Needs).goals.known


@fact("behoeften", "needs.needs")
def need_count(given: FactSource) -> int | None:
    return count(_needs(given))


@fact("behoeften zonder doel", "needs.goals", "needs.needs")
def needs_without_goal_count(given: FactSource) -> int | None:
    """A goal that is not linked to any need may be for each of them: it covers one."""
    needs, goals = _needs(given), _goals(given)
    if needs is None or goals is None:
        return None
    aimed, unlinked = {one.need.known for one in goals}, sum(1 for one in goals if one.need.known is None)
    return max(sum(1 for one in needs if one.id not in aimed) - unlinked, 0)


@fact("doelen", "needs.goals")
def goal_count(given: FactSource) -> int | None:
    return count(_goals(given))


@fact("doelen waarvan niet staat waaraan je het merkt", "needs.goals")
def goals_without_measure_count(given: FactSource) -> int | None:
    return count(_goals(given), lambda one: not is_known(one.measured_by))


@fact("doelen zonder eigen woorden", "needs.goals")
def goals_without_words_count(given: FactSource) -> int | None:
    return count(_goals(given), lambda one: not is_known(one.words))


@fact("er is iets uit te zoeken", "needs.needs")
def needs_research(given: FactSource) -> bool | None:
    return _any_of_nature(given, "onderzoeken")


@fact("er is behandeling nodig", "needs.needs")
def needs_treatment(given: FactSource) -> bool | None:
    return _any_of_nature(given, "behandelen")


def _any_of_nature(given: FactSource, nature: str) -> bool | None:
    needs = _needs(given)
    if needs is None:
        return None
    return any_of(None if one.nature.known is None else one.nature.known == nature for one in needs)


@fact("maanden dat de langste behoefte duurt", "needs.needs")
def max_need_months(given: FactSource) -> int | None:
    return max((one.months.known for one in _needs(given) or () if one.months.known is not None), default=None)


answer(Needs, "conclusion", "de conclusie veranderbaar of blijvend", name="changeability_chosen")


@fact("wat de vragenlijst over veranderbaar of blijvend aanwijst", "checklists.a", options=get_args(Changeability))
def changeability(given: FactSource) -> str | None:
    return given.extra.get("changeability")


@fact(
    "de conclusie die telt (van de mensen, anders van de vragenlijst)",
    "needs.conclusion",
    "checklists.a",
    options=get_args(Changeability),
)
def changeability_final(given: FactSource) -> str | None:
    return given.case.of(Needs).conclusion.known or changeability(given)


@fact("er staat waarom de conclusie anders is dan de vragenlijst", "needs.conclusion_reason")
def conclusion_reason_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Needs).conclusion_reason)


@fact("behoeften, doelen, evaluatie en stopcriteria staan er", "needs.needs", "needs.goals", "needs.review_date")
def needs_written(given: FactSource) -> bool | None:
    step = given.case.of(Needs)
    if laid_down(step.needs) is None:
        return None
    return bool(step.needs.known and step.goals.known and step.review_date.known and step.stop_criteria.known)


@fact("er is een keuze met reden gemaakt nu hulp geen winst meer geeft", "needs.no_gain_choices")
def no_gain_choice_made(given: FactSource) -> bool | None:
    step = given.case.of(Needs)
    chosen = laid_down(step.no_gain_choices)
    return None if chosen is None else bool(step.no_gain_choices.known) and is_known(step.no_gain_reason)


@fact("de keuze is afbouwen en stoppen", "needs.no_gain_choices")
def stopping_chosen(given: FactSource) -> bool | None:
    choices = given.case.of(Needs).no_gain_choices.known
    return None if choices is None else "afbouwen_en_stoppen" in choices


@fact("een tweede paar ogen keek mee", "needs.second_look")
def second_look(given: FactSource) -> bool | None:
    step = given.case.of(Needs)
    return None if laid_down(step.second_look) is None else step.second_look.known is True


@fact("er is een evaluatiedatum", "needs.review_date")
def review_date_set(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Needs).review_date)


@fact("maanden tot de evaluatie", "needs.review_date")
def months_to_review(given: FactSource) -> int | None:
    review = given.case.of(Needs).review_date.known
    return None if review is None else months_between(given.today, review)


@fact("stopcriteria", "needs.stop_criteria")
def stop_criteria_count(given: FactSource) -> int | None:
    return count(given.case.of(Needs).stop_criteria.known, lambda one: bool(one.strip()))


@fact("er is een plan om af te schalen", "needs.step_down")
def step_down_plan(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Needs).step_down)


@fact("er staat waaraan we winst merken", "needs.gain_means")
def gain_defined(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Needs).gain_means)


@fact("één lang product dekt veranderbare en blijvende behoeften samen", "decision.products", "needs.needs")
def long_mixed_product(given: FactSource) -> bool | None:
    products, needs = given.case.of(DecisionAdvice).products.known, _needs(given)
    if products is None or needs is None:
        return None
    labels = {need.id: (need.lasting.known, need.months.known) for need in needs}
    return any_of(_is_long_and_mixed([labels[id_] for id_ in one.covers.known or () if id_ in labels])
                  for one in products)  # fmt: skip


def _is_long_and_mixed(covered: list[tuple[str | None, int | None]]) -> bool | None:
    months = [number for _, number in covered if number is not None]
    if len(covered) < 2 or (len(months) == len(covered) and max(months) <= _LONG):
        return False
    if {"veranderbaar", "chronisch"} <= {label for label, _ in covered}:
        return max(months, default=0) > _LONG or None
    return None if any(label is None for label, _ in covered) else False


_YES_NO_BIT = ("ja", "een_beetje", "nee")


def _item(given: FactSource, name: str) -> str | None:
    said = counting(given.case, given.pack).get(name)
    return said.known if said is not None and said.known in _YES_NO_BIT else None


@fact("wordt het onveilig als deze hulp stopt", "checklists.a.VC18a", options=_YES_NO_BIT)
def vc18a(given: FactSource) -> str | None:
    return _item(given, "VC18a")


@fact("loopt het gezin vast als deze hulp stopt", "checklists.a.VC18b", options=_YES_NO_BIT)
def vc18b(given: FactSource) -> str | None:
    return _item(given, "VC18b")
