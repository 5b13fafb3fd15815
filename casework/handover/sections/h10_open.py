"""H10, part: what still asks for attention is printed as open (decisions 15), but never what may not be told."""

from __future__ import annotations

from collections.abc import Iterable

from casework.handover.blocks import Heading, Origin, Withheld
from casework.handover.material import Material
from casework.handover.need_to_know import is_sensitive
from casework.handover.parts import Blocks, items, remark
from casework.handover.words import sentences
from casework.weighing.assessment import Signal
from casework.words import counted

_TOLD_IN = {
    "identity": "H1", "help_question": "H2", "situation": "H4", "explanation": "H4", "safety": "H5",
    "help_history": "H6", "needs": "H7", "own_capacity": "H7", "special_checks": "H11",
}  # fmt: skip
"""Of a step the section that tells of its answers; the others are of H10 itself, or are told everywhere."""


_FOR_THE_SENDER = "R-VOLG-01"
"""Asks to call about the document itself: it speaks once it left, and would make the same document another one."""


def blocks(m: Material) -> Blocks:
    unanswered, silent = open_signals(m.assessment.signals), open_signals(m.silent)
    told = [signal for signal in unanswered if may_be_told(m, signal)]
    if unanswered or silent:
        yield Heading("Nog open", 2)
    if told:
        yield from remark("Dit vroeg nog aandacht toen wij dit stuk maakten:")
        yield from items((_in_full(signal), Origin(signal.action_path)) for signal in told)
    sensitive = [signal for signal in unanswered if _is_sensitive(signal)]
    elsewhere = len(silent) + len(unanswered) - len(told) - len(sensitive)
    for count, why in ((len(sensitive), "een gevoelig gegeven"), (elsewhere, "iets wat wij niet delen")):
        if count:
            yield Withheld(counted(count, "open punt", "open punten"), f"Dit gaat over {why}. Vraag het ons.")


def _in_full(signal: Signal) -> str:
    """The point, with the rule that asks for it and where that rule comes from."""
    rule = f"Regel {signal.rule}" + (f", {signal.source}" if signal.source else "")
    return sentences([signal.title, rule])


def open_signals(signals: Iterable[Signal]) -> list[Signal]:
    """Signals nobody answered yet. STOP is not among them: that holds the whole document back."""
    asking = (signal for signal in signals if signal.severity == "ATTENTION" and signal.rule != _FOR_THE_SENDER)
    return [signal for signal in asking if signal.status == "open"]


def may_be_told(m: Material, signal: Signal) -> bool:
    """Not when it rests on, or leads to, something sensitive or what only a section that stays here tells."""
    told_in = (_TOLD_IN.get(path.partition(".")[0]) for path in _paths(signal))
    return not _is_sensitive(signal) and all(code is None or m.shared(code) for code in told_in)


def _is_sensitive(signal: Signal) -> bool:
    return any(is_sensitive(path) for path in _paths(signal))


def _paths(signal: Signal) -> tuple[str, ...]:
    return signal.action_path, *(fact.path for fact in signal.facts)
