"""H15. What goes along: named, dated, and why. Never reports in bulk."""

from __future__ import annotations

from casework.handover.blocks import Origin
from casework.handover.material import Material
from casework.handover.parts import Blocks, table
from casework.handover.words import free, known
from casework.steps.handover import Handover


def blocks(m: Material) -> Blocks:
    yield from table(
        "Wat er meegaat",
        ("Bijlage", "Van", "Waarom gedeeld"),
        (
            ((free(one.name), known(one.dated), free(one.why)), Origin(f"handover.attachments.{one.id}.name"))
            for one in m.of(Handover).attachments.known or ()
        ),
    )
