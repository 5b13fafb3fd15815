"""The receipt for a family: who got what, why that was allowed, until when, how to take consent back. B1, one page."""

from __future__ import annotations

from casework.handover.blocks import Heading, Items, Paragraph, Reader, Table, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark
from casework.handover.sendings import ended_by
from casework.handover.twin_sent import Shared
from casework.handover.words import free
from casework.steps.handover import Handover, Sending
from casework.words import day_in_words

_WHAT = {
    "aankondiging": "een kort bericht vooraf",
    "overdracht": "het hele stuk",
    "aanvulling": "een aanvulling",
    "intrekking": "een brief: het stuk geldt niet meer",
}
GROUNDS = {
    "toestemming": "Dat is goedgevonden.",
    "zonder_naam": "Er stond geen naam in.",
    "7.3.4_lid_2": "Een jongere van 12 tot 16 jaar mag dit zelf willen (Jeugdwet 7.3.4).",
    "7.3.16": "Het moest snel, om erger te voorkomen (Jeugdwet 7.3.16).",
    "maatregel_of_rechter": "Een rechter besliste over hulp.",
}


def shared(m: Material) -> tuple[Shared, ...]:
    """What left for others, oldest first; the family's own versions are theirs already."""
    sent = [one for one in m.of(Handover).sendings.known or () if one.reader.known not in ("ouder", "jongere")]
    return tuple(_line(m, one) for one in sorted(sent, key=lambda one: (one.sent_on.known is None, one.sent_on.known)))


def blocks(m: Material, lines: tuple[Shared, ...], reader: Reader) -> Blocks:
    you = reader == "youth"
    name = "jou" if you else m.short("jeugdige")
    reads = "lees je" if you else "leest u"
    yield from remark(f"Hier {reads} wat wij over {name} deelden, met wie, en waarom dat mocht.")
    if not lines:
        yield from remark("Wij hebben nog niets gedeeld.")
    else:
        rows = tuple((one.to or "–", _what(one), _when(one), one.ground or "–") for one in lines)
        yield Table("Wat wij deelden", ("Wie kreeg het?", "Wat?", "Wanneer?", "Waarom mocht het?"), rows)
    kept = list(dict.fromkeys(what for one in lines for what in one.held_back))
    if kept:
        yield Heading("Dit ging niet mee")
        yield Items(tuple(Paragraph((Text(what),)) for what in kept))
    yield Heading("Van gedachten veranderd?" if you else "Bent u van gedachten veranderd?")
    yield from remark(_take_back(m, you))
    yield Heading("Klopt er iets niet?")
    whom = m.reachable(m.contact) or "ons"
    yield from remark(
        f"Zeg het aan {whom}. Je mag altijd zien wat er over je is opgeschreven."
        if you
        else f"Zeg het aan {whom}. U mag altijd zien wat er over uw kind is opgeschreven."
    )


def _take_back(m: Material, you: bool) -> str:
    whom = m.reachable(m.contact) or "ons"
    if you:
        return (
            f"Vond jij het eerst goed, en nu niet meer? Zeg het aan {whom}. Je hoeft niet te zeggen waarom. Wij delen "
            "dan niets nieuws. Ook vragen wij wie het kreeg om het weg te doen."
        )
    return (
        f"Gaf u toestemming, en wilt u dat niet meer? Zeg het aan {whom}. U hoeft niet te zeggen waarom. Wij delen dan "
        "niets nieuws. Ook vragen wij wie het kreeg om het weg te doen."
    )


def _line(m: Material, one: Sending) -> Shared:
    ended = ended_by(m.of(Handover), one)
    return Shared(
        document=free(one.document),
        version=one.version.known,
        what=_WHAT.get(one.kind.known or "", ""),
        to=free(one.recipient),
        on=one.sent_on.known,
        until=None if ended else one.valid_until.known,
        ended=ended,
        ground=_ground(one),
        held_back=one.held_back.known or (),
    )


def _ground(one: Sending) -> str:
    told = GROUNDS.get(one.ground.known or "", "")
    reader = ", ".join(part for part in (free(one.second_reader), free(one.second_reader_registration)) if part)
    return f"{told} {reader} keek mee." if told and reader else told


def _what(one: Shared) -> str:
    return f"{one.what} ({one.document}, versie {one.version})" if one.document else one.what


def _when(one: Shared) -> str:
    told = [] if one.on is None else [f"op {day_in_words(one.on)}"]
    told += [one.ended] if one.ended else []
    told += [] if one.until is None else [f"geldig tot en met {day_in_words(one.until)}"]
    return ", ".join(told)
