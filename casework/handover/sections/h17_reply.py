"""H17. The card the provider sends back: accepted or not, start, wait, and how good this handover was.

It asks what the form on the web page asks (casework/handover/reply.py), for who has paper and a pen.
"""

from __future__ import annotations

from casework.handover.blocks import Facts
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark
from casework.handover.reply import REASONS, USEFULNESS

_LINE = "…………………………………………"


def blocks(m: Material) -> Blocks:
    if not m.thread.products:
        return
    yield from remark("Stuur deze kaart binnen vijf werkdagen terug. Dan weet het gezin waar het aan toe is.")
    yield from remark("Kreeg u dit ook als webpagina? Dan kunt u daarin antwoorden, zonder iets te installeren.")
    yield Facts(
        (
            ("Wij nemen deze vraag aan", "ja / nee / wij hebben een vraag"),
            ("Zo niet: waarom (omcirkel)", " / ".join(REASONS.values())),
            ("Wij beginnen op", _LINE),
            ("Wachttijd in weken", _LINE),
            ("Eerste gesprek over het plan op", _LINE),
            ("Onze vraag aan u", _LINE),
            ("Wat in deze overdracht ontbrak", _LINE),
            *((words.rstrip("?"), "1 (nee) / 2 / 3 / 4 / 5 (ja)") for words in USEFULNESS.values()),
            ("Wie u kunt bellen", _LINE),
        )
    )
