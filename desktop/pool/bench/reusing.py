"""The boxes of the knowledge base: an answer written so that it says nothing of a family, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

import resources
from casework.pool.reuse import MONTHS, Reusable, had_a_part, reusable, without_part
from casework.pool.state import Consult
from casework.pseudonym import Known, read_lexicon, scan
from casework.trouble import Trouble
from casework.words import day_in_words, listed
from desktop import ask
from desktop.pool import knowledge_base
from desktop.pool.bench.asking import Asking
from desktop.session import Session

_LINE = (
    "Iedereen van de pool kan dit lezen, en wie in de postmap kan ook. Schrijf het zo dat het over geen enkel gezin "
    f"gaat. Het is {MONTHS} maanden te vinden."
)
_PUBLISHED = (
    "Anderen vinden dit antwoord zodra uw post is gebracht en zij de post haalden, tot en met {until}. Onder "
    "‘Kennisbank…’ leest u het terug, en haalt u het er weer uit."
)
_NOBODY = (
    "Een antwoord gaat pas in de kennisbank als iemand het naleest die geen deel had aan de vraag. Laat eerst nog een "
    "expert of coördinator toe."
)


def to_knowledge_base(parent: QWidget, session: Session, consult: Consult) -> None:
    """Write, have it read over by somebody else, sign; who looks again writes on. Raises Trouble where it cannot be."""
    desk, leading, request = session.pool, consult.leading, consult.request
    assert desk.me is not None and leading is not None and request is not None
    people = without_part([*desk.people("expert"), *desk.people("coordinator")], had_a_part(consult, desk.me))
    may = {one.id: one.name for one in people}
    if not may:
        ask.tell(parent, "Nog niemand om na te lezen", _NOBODY)
        return
    answers = "\n".join(one.words for one in leading.advice.answers)
    told = {"question": request.question, "answer": answers, "because": leading.advice.because}
    while (written := _ask(parent, told, may)) is not None:
        told = written
        reader = next(one for one in people if one.id == told["reader"])
        try:
            made = reusable(consult, told["question"], told["answer"], told["because"], desk.me, reader, desk.today)
        except Trouble as trouble:
            ask.tell(parent, "Dit kan zo nog niet", str(trouble))
            continue
        if _is_sure(parent, session, made):
            knowledge_base.publish(desk, made)
            ask.tell(parent, "Het staat in de kennisbank", _PUBLISHED.format(until=day_in_words(made.until)))
            return


def _ask(parent: QWidget, told: Mapping[str, str], may: Mapping[str, str]) -> dict[str, str] | None:
    """What was written, and who read it over; None where that was given up."""
    box = Asking(parent, "Naar de kennisbank", _LINE, "Zet in de kennisbank")
    box.words("question", "De vraag", text=told["question"], lines=2)
    box.words("answer", "Het antwoord", text=told["answer"])
    box.words("because", "Waarom?", text=told["because"], may_stay_empty=True)
    box.choice("reader", "Wie las dit na, en vond er geen gezin in?", may, told.get("reader"))
    return box.answers if box.agreed() else None


def _is_sure(parent: QWidget, session: Session, made: Reusable) -> bool:
    """What the scan finds is decided on by a person, once more."""
    lexicon = read_lexicon(resources.pseudonym(), session.pack.manifest.villages)
    texts = (made.question, made.answer, made.because)
    found = {text[hit.start : hit.end] for text in texts for hit in scan(text, Known(session.today), lexicon)}
    if not found:
        return True
    named = listed([f"‘{one}’" for one in sorted(found)])
    line = f"{named} kan naar iemand leiden. Wat anderen eenmaal lazen, haalt u niet terug."
    return ask.confirm(parent, "Staat hier niemand in?", line, "Dit leidt naar niemand", "Terug")
