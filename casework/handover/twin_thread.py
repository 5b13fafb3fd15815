"""Fills the thread and the decision into the twin: needs, goals, products under the names of iJw, advice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.answers import Answered, Unanswered, is_known
from casework.consultation import is_finished
from casework.consultation.consultation import valid_until
from casework.handover import twin
from casework.handover.material import Material
from casework.handover.sections import h10_open
from casework.handover.sections.h07_needed import own_share
from casework.handover.trend import trends_of
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice, Product
from casework.steps.intake import Intake
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.special_checks import SpecialChecks
from casework.words import registered


def text_of(answer: Answered[Any] | Unanswered) -> str:
    """A code or text as it stands in the case file; a real non-answer is empty here."""
    return str(answer.known) if is_known(answer) else ""


def needs(m: Material) -> dict[str, Any]:
    return {"needs": tuple(_need(m, code) for code in m.thread.needs), "residual_need": tuple(_residual(m))}


def _need(m: Material, code: str) -> twin.NeedFound:
    need = m.thread.needs[code]
    own = own_share(m, need)
    return twin.NeedFound(
        code=code,
        id=need.id,
        what=text_of(need.what),
        question=m.thread.question_of(need) if m.shared("H2") else "",
        nature=text_of(need.nature),
        intensity=text_of(need.intensity),
        months=need.months.known,
        own_share=text_of(own.parents_can) if own else "",
        network_share=text_of(own.network_can) if own else "",
        own_capacity=text_of(own.sufficient) if own else "",
        loose_end=m.thread.loose_end(code),
    )


def _residual(m: Material) -> Iterator[twin.Residue]:
    weighed = {one.id: one for one in m.assessment.residual_need}
    for need in m.of(OwnPossibilities).residual.known or ():
        if code := m.thread.code_of(need):
            found = weighed.get(need)
            yield twin.Residue(need=code, extent=found.extent if found else "", why=found.why if found else "")


def goals(m: Material) -> dict[str, Any]:
    found = tuple(
        twin.GoalSet(
            code=code,
            id=one.id,
            words=text_of(one.words),
            measured_by=text_of(one.measured_by),
            need=m.thread.code_of(one.need.known) if m.shared("H7") else "",
            start=one.start.known,
            now=one.now.known,
            target=one.target.known,
            by=one.by.known,
            owner=m.who(one.owner.known),
        )
        for code, one in m.thread.goals.items()
    )
    scored = tuple(
        twin.GoalScored(goal=line.code, on=one.on, score=one.score, at_start=one.at_start)
        for line in trends_of(m.case)
        for one in line.scores
    )
    return {"goals": found, "goal_scores": scored}


def decision(m: Material) -> dict[str, Any]:
    step, special = m.of(DecisionAdvice), m.of(SpecialChecks)
    decided = twin.Decided(
        decision=text_of(step.decision),
        level=text_of(m.of(Comparison).level),
        request=text_of(step.request),
        motivation=text_of(step.motivation),
        alternatives=text_of(step.alternatives),
        stay_alternatives=special.stay_alternatives.known or (),
        family_form_reason=text_of(special.family_form_reason),
        triage_reason=text_of(m.of(Intake).triage_reason),
        dissent=text_of(step.dissent),
        signed_by=text_of(step.signed_by),
        signer_registration=registered(text_of(step.signer_registration), text_of(step.signer_number)),
    )
    open_points = tuple(
        twin.OpenPoint(rule=signal.rule, title=signal.title)
        for signal in h10_open.open_signals(m.assessment.signals)
        if h10_open.may_be_told(m, signal)
    )
    products = tuple(_product(m, code, one) for code, one in m.thread.products.items())
    return {"decision": decided, "products": products, "advice": _advice(m), "open_points": open_points}


def _product(m: Material, code: str, one: Product) -> twin.ProductChosen:
    return twin.ProductChosen(
        code=code,
        id=one.id,
        product=text_of(one.product),
        name=m.product_names[code],
        provider=text_of(one.provider),
        provider_agb=text_of(one.provider_agb),
        delivery=text_of(one.delivery),
        covers=m.thread.needs_of(one) if m.shared("H7") else (),
        ijw=_allocated(one),
    )


def _allocated(one: Product) -> twin.IjwAllocated:
    volume = one.volume.known
    extent = None if volume is None else twin.IjwExtent(
        Volume=volume, Eenheid=_code(text_of(one.unit)), Frequentie=_code(text_of(one.frequency))
    )  # fmt: skip
    category = _code(text_of(one.category))
    product = twin.IjwProduct(Categorie=category, Code=text_of(one.code) or None) if category else None
    return twin.IjwAllocated(
        Product=product, Ingangsdatum=one.start.known, Einddatum=one.end.known, Omvang=extent, Budget=one.budget.known
    )


def _code(text: str) -> str | None:
    """16 of ‘16 dagdeel’."""
    return text.partition(" ")[0] or None


def _advice(m: Material) -> tuple[twin.Advice, ...]:
    return tuple(
        twin.Advice(
            id=one.id,
            question=text_of(one.question),
            advice=text_of(one.answer_given),
            because=text_of(one.because),
            adviser=text_of(one.adviser),
            discipline=text_of(one.adviser_discipline),
            registration=text_of(one.adviser_registration),
            given_on=one.advice_on.known,
            valid_until=valid_until(one),
            team_decision=text_of(one.team_decision),
            deviation_reason=text_of(one.deviation_reason),
        )
        for one in m.case.consultations
        if is_finished(one)
    )
