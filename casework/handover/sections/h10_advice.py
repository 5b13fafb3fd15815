"""H10, part: what the expert pool advised, of which discipline, and what the team did with it."""

from __future__ import annotations

from casework.answers import is_known
from casework.consultation import Consultation, advice_holds_on, is_finished
from casework.consultation.consultation import valid_until
from casework.handover.blocks import Heading
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, remark, told, told_one_by_one
from casework.handover.words import clauses, free, known, words
from casework.steps.expert_pool import ExpertPool
from casework.words import day_in_words, registered

_TEAM = {
    "volgt": "Het team volgt het advies.",
    "deels": "Het team volgt het advies voor een deel.",
    "wijkt_af": "Het team wijkt af van het advies.",
}
_GONE = ("INGETROKKEN", "NIET_ONTVANKELIJK")


def blocks(m: Material) -> Blocks:
    asked = [one for one in m.case.consultations if one.status.known not in _GONE]
    if asked or is_known(m.of(ExpertPool).exception):
        yield Heading("Advies van de expertpool", 2)
    for one in asked:
        yield from _advice(m, one) if is_finished(one) else _waiting(one)
    yield from _exception(m)


def _advice(m: Material, one: Consultation) -> Blocks:
    path = f"consultations.{one.id}"
    until = valid_until(one)
    yield from told("Vraag", one.question, f"{path}.question")
    yield from told("Advies", one.answer_given, f"{path}.answer_given")
    yield from told("Waarom", one.because, f"{path}.because")
    yield from told("Waarom niet het andere", one.not_the_other, f"{path}.not_the_other")
    by = [free(one.adviser), known(one.adviser_discipline), f"registratie {free(one.adviser_registration)}"]
    rows = [
        ("Geadviseerd door", ", ".join(part for part in by if part), f"{path}.adviser"),
        ("Gegeven op", known(one.advice_on), f"{path}.advice_on"),
        ("Geldig tot en met", day_in_words(until) if until else "", f"{path}.valid_until"),
        ("Hoe zeker", known(one.certainty), f"{path}.certainty"),
        ("Gebaseerd op", free(one.based_on), f"{path}.based_on"),
    ]
    yield from told_one_by_one(rows)
    if not advice_holds_on(one, m.case.today):
        yield from remark("Dit advies is niet meer geldig.", f"{path}.valid_until")
    yield from told("Een ander standpunt in de pool", one.minority, f"{path}.minority")
    yield from remark(_TEAM.get(one.team_decision.known or "", ""), f"{path}.team_decision")
    yield from told("Reden om af te wijken", one.deviation_reason, f"{path}.deviation_reason")
    beside = clauses([free(one.cosigned_by), free(one.cosigner_registration)])
    yield from facts([("Medeondertekend door", beside)], f"{path}.cosigned_by")


def _waiting(one: Consultation) -> Blocks:
    asked_on = f" op {day_in_words(one.asked_on.known)}" if one.asked_on.known else ""
    yield from remark(
        f"Er is{asked_on} advies gevraagd. Dat advies is er nog niet.", f"consultations.{one.id}.asked_on"
    )


def _exception(m: Material) -> Blocks:
    step = m.of(ExpertPool)
    ground = words(step.exception.known) if is_known(step.exception) else ""
    yield from facts([("Zonder vastgesteld advies verder, omdat", ground)], "expert_pool.exception")
    yield from told("Reden", step.exception_reason, "expert_pool.exception_reason")
    registration = registered(known(step.cosigner_registration), free(step.cosigner_number))
    signed = ", ".join(part for part in (free(step.cosigned_by), registration) if part)
    until = ("Advies uiterlijk op", known(step.advice_by), "expert_pool.advice_by")
    yield from told_one_by_one([until, ("Medeondertekend door", signed, "expert_pool.cosigned_by")])
