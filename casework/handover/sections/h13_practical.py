"""H13. Practical matters, only where somebody wrote them down because the help needs them."""

from __future__ import annotations

from casework.handover.material import Material
from casework.handover.parts import Blocks, told, told_one_by_one
from casework.handover.words import free
from casework.steps.handover import Handover
from casework.steps.own_capacity import OwnPossibilities

_GROUNDS = {"medische_noodzaak": "medisch nodig", "zelfredzaamheid": "kan niet zelf reizen"}


def blocks(m: Material) -> Blocks:
    own = m.of(OwnPossibilities)
    if own.transport_needed.known is True:
        needed = "nodig"
        if ground := _GROUNDS.get(own.transport_ground.known or ""):
            needed = f"nodig, {ground}"
        money = "Het gezin kan dit niet zelf betalen." if own.transport_money.known is True else ""
        rows = [("Vervoer", needed, "needed"), ("Geld voor vervoer", money, "money"),
                ("Oplossing", free(own.transport_solution), "solution")]  # fmt: skip
        yield from told_one_by_one((label, text, f"own_capacity.transport_{name}") for label, text, name in rows)
    yield from told("Praktisch", m.of(Handover).practical, "handover.practical")
