"""H17. The card the provider sends back: accepted or not, start, wait, and how good this handover was."""

from __future__ import annotations

from casework.handover.blocks import Facts
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark

_LINE = "…………………………………………"


def blocks(m: Material) -> Blocks:
    if not m.thread.products:
        return
    yield from remark("Stuur deze kaart binnen vijf werkdagen terug. Dan weet het gezin waar het aan toe is.")
    yield Facts(
        (
            ("Wij nemen deze vraag aan", "ja / nee / wij hebben een vraag"),
            ("Zo niet: waarom", _LINE),
            ("Wij beginnen op", _LINE),
            ("Wachttijd in dagen", _LINE),
            ("Eerste gesprek over het plan op", _LINE),
            ("Onze vraag aan u", _LINE),
            ("Wat in deze overdracht ontbrak", _LINE),
            ("Deze overdracht krijgt van ons (1 tot 5)", "1   2   3   4   5"),
        )
    )
