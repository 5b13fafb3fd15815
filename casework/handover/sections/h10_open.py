"""H10, part: what still asks for attention is printed as open (decisions 15), but never what may not be told."""

from __future__ import annotations

from casework.handover.blocks import Heading, Origin, Withheld
from casework.handover.material import Material
from casework.handover.need_to_know import is_sensitive
from casework.handover.parts import Blocks, items, remark
from casework.handover.words import sentences
from casework.weighing.assessment import Signal
from casework.words import counted


def blocks(m: Material) -> Blocks:
    unanswered = open_signals(m)
    told = [signal for signal in unanswered if may_be_told(signal)]
    if unanswered:
        yield Heading("Nog open", 2)
    if told:
        yield from remark("Dit vroeg nog aandacht toen wij dit stuk maakten:")
        yield from items((_in_full(signal), Origin(signal.action_path)) for signal in told)
    if kept := len(unanswered) - len(told):
        yield Withheld(counted(kept, "open punt", "open punten"), "Dit gaat over een gevoelig gegeven. Vraag het ons.")


def _in_full(signal: Signal) -> str:
    """The point, with the rule that asks for it and where that rule comes from."""
    rule = f"Regel {signal.rule}" + (f", {signal.source}" if signal.source else "")
    return sentences([signal.title, rule])


def open_signals(m: Material) -> list[Signal]:
    """Signals nobody answered yet. STOP is not among them: that holds the whole document back."""
    return [signal for signal in m.assessment.signals if signal.severity == "ATTENTION" and signal.status == "open"]


def may_be_told(signal: Signal) -> bool:
    """Not when it rests on, or leads to, something sensitive."""
    return not any(is_sensitive(path) for path in (signal.action_path, *(fact.path for fact in signal.facts)))
