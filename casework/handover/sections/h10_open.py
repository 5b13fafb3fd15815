"""H10, part: what still asks for attention is printed as open (decisions 15), but never what may not be told."""

from __future__ import annotations

from casework.handover.blocks import Callout, Heading, Origin, Text, Withheld
from casework.handover.material import Material
from casework.handover.need_to_know import is_sensitive_fact
from casework.handover.parts import Blocks
from casework.questions import Answers, questions
from casework.steps import FLOW
from casework.weighing.assessment import Signal
from casework.words import counted


def blocks(m: Material) -> Blocks:
    unanswered = open_signals(m)
    told = [signal for signal in unanswered if may_be_told(signal)]
    if unanswered:
        yield Heading("Nog open", 2)
    for signal in told:
        yield Callout("open", signal.title, (Text(signal.text),), Origin(signal.action_path))
    if kept := len(unanswered) - len(told):
        yield Withheld(counted(kept, "open punt", "open punten"), "Dit gaat over een gevoelig gegeven. Vraag het ons.")


def open_signals(m: Material) -> list[Signal]:
    """Signals nobody answered yet. STOP is not among them: that holds the whole document back."""
    return [signal for signal in m.assessment.signals if signal.severity == "ATTENTION" and signal.status == "open"]


def may_be_told(signal: Signal) -> bool:
    """Not when it rests on, or leads to, something sensitive."""
    return not any(is_sensitive_fact(fact.path) for fact in signal.facts) and not _leads_to_sensitive(
        signal.action_path
    )


def _leads_to_sensitive(path: str) -> bool:
    step_id, _, field = path.partition(".")
    step = FLOW.by_id.get(step_id)
    if step is None:
        return False
    model: type[Answers] = step.answers
    question = questions(model).get(field.partition(".")[0])
    return is_sensitive_fact(path) or (question is not None and question.sensitive)
