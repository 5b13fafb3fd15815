"""H14. What the young person and the parents think of this document, and their own statement (Jeugdwet 7.3.8 lid 2)."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Paragraph, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, origin, told_one_by_one
from casework.handover.words import free, said
from casework.steps.handover import Handover


def blocks(m: Material) -> Blocks:
    step = m.of(Handover)
    child = m.of_its_time(said(step.read_by_child), step.read_by_child)
    by_child = (f"{m.name} las dit stuk", child, "handover.read_by_child")
    parents = m.of_its_time(said(step.read_by_parents), step.read_by_parents)
    by_parents = ("Ouders lazen dit stuk", parents, "handover.read_by_parents")
    yield from told_one_by_one([by_child, by_parents])
    if is_known(step.own_statement):
        words = Text(free(step.own_statement), quoted=True)
        where = origin(step.own_statement, "handover.own_statement")
        yield Paragraph((Text("In eigen woorden: ", strong=True), words), where)
