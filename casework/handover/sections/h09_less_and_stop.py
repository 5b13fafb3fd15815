"""H9. Can help still change something; when is there less of it, when does it stop."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Heading, Origin, Paragraph, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, items, origin, stated, told
from casework.handover.words import CONCLUSIONS, said, sentence, words
from casework.steps.needs import Needs
from casework.steps.special_checks import SpecialChecks


def blocks(m: Material) -> Blocks:
    step = m.of(Needs)
    conclusion = step.conclusion
    found = CONCLUSIONS[conclusion.known] if conclusion.known else said(conclusion)
    if found:
        text = (Text("Veranderbaar of blijvend? ", strong=True), Text(sentence(found)))
        yield Paragraph(text, origin(conclusion, "needs.conclusion"))
    yield from told("Waarom", step.conclusion_reason, "needs.conclusion_reason")
    if is_known(step.no_gain_choices):
        choices = words(step.no_gain_choices.known)
        yield from facts([("Wat wij nu kiezen", choices)], "needs.no_gain_choices")
    yield from told("Reden", step.no_gain_reason, "needs.no_gain_reason")
    yield from _prolonged(m.of(SpecialChecks))
    yield from stated("Wij kijken opnieuw op", step.review_date, "needs.review_date")
    if step.stop_criteria.known:
        yield Heading("Stoppen of iets anders doen als", 2)
        yield from items((sentence(text), Origin("needs.stop_criteria")) for text in step.stop_criteria.known)
    yield from told("Minder hulp", step.step_down, "needs.step_down")


def _prolonged(step: SpecialChecks) -> Blocks:
    """Why the help goes on: what changed, why longer, how much less, and when it stops."""
    path = "special_checks.prolong"
    yield from told("Wat er veranderde", step.prolong_changed, f"{path}_changed")
    yield from told("Waarom langer", step.prolong_why, f"{path}_why")
    if extent := said(step.prolong_extent):
        text = f"{extent}. {said(step.prolong_less)}".strip()
        yield from facts([("Vergeleken met hiervoor", text)], f"{path}_extent")
    yield from told("De hulp stopt als", step.prolong_stops, f"{path}_stops")
