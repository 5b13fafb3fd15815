"""The two letters after a handover: an addendum that belongs to it, and a withdrawal. They name it by number."""

from __future__ import annotations

from casework.handover.blocks import Callout, Heading, Paragraph, Text
from casework.handover.parts import Blocks, remark
from casework.handover.twin_sent import Letter, Reference
from casework.words import day_in_words


def addendum(letter: Letter, to: Reference, sender: str) -> Blocks:
    """What is added, after what it belongs to. The original stays as it is."""
    yield Callout("note", f"Hoort bij {_reference(to)}", (Text("Bewaar dit bij dat stuk. Dat stuk blijft gelden."),))
    yield Heading(f"Aanvulling {letter.number}")
    yield from _text(letter)
    yield from _questions(sender)


def withdrawal(letter: Letter, to: Reference, sender: str) -> Blocks:
    """That a handover no longer counts, why, and what the reader must do with it."""
    words = "Dit stuk geldt niet meer. Gebruik het niet, en vernietig alle kopieën."
    yield Callout("stop", f"Wij trekken {_reference(to)} in", (Text(words),))
    yield Heading("Waarom")
    yield from _text(letter)
    yield Heading("Wat vragen wij u?")
    yield from remark(
        "Vernietig het stuk, ook de bijlagen en wat u eruit overnam. Moet u iets van de wet bewaren? Laat ons weten "
        "wat, en waarom. Vertel het ook aan wie het van u kreeg. Bevestig binnen vijf werkdagen dat dit is gedaan."
    )
    yield from _questions(sender)


def _reference(to: Reference) -> str:
    day = "" if to.issued_on is None else f" van {day_in_words(to.issued_on)}"
    return f"{to.id}, versie {to.version}{day}"


def _text(letter: Letter) -> Blocks:
    for line in letter.text.splitlines():
        if line.strip():
            yield Paragraph((Text(line.strip()),))


def _questions(sender: str) -> Blocks:
    if sender:
        yield from remark(f"Vragen? Bel {sender}.")
