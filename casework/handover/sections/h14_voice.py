"""H14. What the young person and the parents think of this document, and their own statement (Jeugdwet 7.3.8 lid 2)."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Paragraph, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, origin
from casework.handover.words import free, said
from casework.steps.handover import Handover


def blocks(m: Material) -> Blocks:
    step = m.of(Handover)
    rows = [(f"{m.name} las dit stuk", said(step.read_by_child)), ("Ouders lazen dit stuk", said(step.read_by_parents))]
    yield from facts(rows, "handover.read_by_child")
    if is_known(step.own_statement):
        words = Text(free(step.own_statement), quoted=True)
        where = origin(step.own_statement, "handover.own_statement")
        yield Paragraph((Text("In eigen woorden: ", strong=True), words), where)
