"""A request of a provider (JW315, JW317) as the start of a case.

What a provider asks for is no decision: it becomes the requested product of step 1 and never a product of step 13.
Nothing is guessed: what cannot be read, is impossible or has no place here is told in a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from stdnum.nl import bsn

from casework import casefile
from casework.edits import new_id
from casework.ijw.codes import REFERRERS
from casework.ijw.element import Element
from casework.ijw.personal import clean
from casework.ijw.reading import Reading
from casework.ijw.request import Request, requests
from casework.knowledge import Pack
from casework.mistakes import shown
from casework.trouble import Trouble
from casework.words import day_in_words

_NAMESPACE = re.compile(r"http://www\.istandaarden\.nl/ijw/(\d{1,4})_(\d{1,4})/jw(\d{3})/schema")
_GENDERS: Mapping[str, str] = {"0": "0 onbekend", "1": "1 mannelijk", "2": "2 vrouwelijk"}
_REASONS: Mapping[str, str] = {"1": "de situatie is veranderd", "2": "het plan is gewijzigd"}


class Kind(NamedTuple):
    """A message we read: its number, code and what it is for."""

    number: str
    code: str
    title: str


_KINDS: Mapping[str, Kind] = {
    "315": Kind("JW315", "446", "Verzoek om toewijzing"),
    "317": Kind("JW317", "486", "Verzoek om wijziging"),
}


class UnknownMessage(Trouble):
    """A message of another kind or version. content: what stands in it, by path, to be shown and not interpreted."""

    def __init__(self, sentence: str, message: Element) -> None:
        super().__init__(sentence)
        self.content = tuple((path, leaf.text) for path, leaf in message.leaves())


@dataclass(frozen=True)
class Incoming:
    """document: a case file. notes: what was not taken over or needs a look, in Dutch."""

    kind: Kind
    document: dict[str, Any]
    notes: tuple[str, ...]


def start_of_case(message: Element, pack: Pack) -> Incoming:
    """The case a message starts. Raises UnknownMessage for anything but JW315 and JW317 of iJw 3.2."""
    kind = _kind_of(message)
    reading = Reading(message)
    client = reading.one(message, "Client")
    asked = requests(reading, client, kind.number, pack)
    sender = reading.text(message, "Header/Afzender")
    sent = reading.day(message, "Header/BerichtIdentificatie/Dagtekening")
    reading.pass_over(message, "Header")
    on = {"on": sent.isoformat()} if sent else {}
    told = [f"{kind.title} ({kind.number}) van aanbieder {sender or 'onbekend'}"
            f"{f' van {day_in_words(sent)}' if sent else ''}."]  # fmt: skip
    if reason := reading.text(client, "Verzoek/RedenVerzoek"):
        told.append(f"Reden: {_REASONS.get(reason, reason)}.")
    if said := reading.text(client, "Commentaar"):
        told.append(f"Toelichting van de aanbieder: {said}")
    intake = {
        "report_date": sent.isoformat() if sent else None,
        "reporter": "aanbieder",
        "referral_route": _referral_route(reading, asked),
        "occasion": {"value": " ".join(told), "source": "aanbieder", "kind": "mening" if said else "feit", **on},
        "requested_product": " ".join(one.text for one in asked) or None,
    }
    identity = {**_identity(reading, client), "own_municipality": _municipality(reading, message, pack)}
    if reading.text(client, "GezagsdragerBekend") == "1":
        reading.note("De aanbieder zegt de gezagsdrager te kennen. Controleer het gezag zelf in het gezagsregister.")
    document = {
        "schema": casefile.SCHEMA,
        "case_id": new_id(),
        "family_id": new_id(),
        "pack": {"id": pack.id, "version": pack.version},
        "answers": {"intake": _filled(intake), "identity": _filled(identity)},
    }
    return Incoming(kind, document, tuple(reading.told()))


def _filled(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if value is not None}


def _kind_of(message: Element) -> Kind:
    """Namespace, code and version must all say the same; else the message is not ours to read."""
    found = _NAMESPACE.fullmatch(message.namespace)
    if message.name != "Bericht" or found is None:
        raise UnknownMessage(
            f"Dit is geen bericht van iJw: het begint met {shown(message.name)} uit {shown(message.namespace)}. "
            "Er is niets overgenomen. Kies een JW315 of JW317 in versie 3.2.",
            message,
        )
    if found[3] == "319":
        raise UnknownMessage(
            "Dit is een JW319: het antwoord van de gemeente aan de aanbieder op zijn verzoek. Daarmee begint geen "
            "casus, en de backoffice maakt dat bericht zelf. Er is niets overgenomen. Kies de JW315 of JW317 waar het "
            "op antwoordt.",
            message,
        )
    header = next(iter(message.all("Header")), Element("Header"))
    code, major, minor = (next((leaf.text for leaf in header.all(name)), "?")
                          for name in ("BerichtCode", "BerichtVersie", "BerichtSubversie"))  # fmt: skip
    kind = _KINDS.get(found[3])
    if kind is None or (found[1], found[2], major, minor, code) != ("3", "2", "3", "2", kind.code):
        raise UnknownMessage(
            f"Dit bericht zegt van zichzelf: JW{found[3]}, versie {found[1]}.{found[2]}. In de kop staat code "
            f"{shown(code)}, versie {shown(major)} en subversie {shown(minor)}. "
            "IJkpunt leest JW315 (code 446) en JW317 (code 486) in versie 3.2. "
            "Er is niets overgenomen.",
            message,
        )
    return kind


def _identity(reading: Reading, client: Element) -> dict[str, Any]:
    names = "Naam/Geslachtsnaam"
    first = reading.text(client, "Naam/Voornamen")
    prefix, last = reading.text(client, f"{names}/Voorvoegsel"), reading.text(client, f"{names}/Achternaam")
    initials = reading.text(client, "Naam/Voorletters")
    number = reading.text(client, "Bsn")
    if number is not None and not bsn.is_valid(number):
        reading.note("Het burgerservicenummer voldoet niet aan de elfproef (CS002) en is niet overgenomen.")
        number = None
    precision = reading.text(client, "Geboortedatum/DatumGebruik")
    born = reading.day(client, "Geboortedatum/Datum")
    if precision is not None:
        reading.note("De geboortedatum is maar voor een deel bekend en is niet overgenomen. Zoek hem op in de BRP.")
    return {
        "name": clean(" ".join(part for part in (first or initials, prefix, last) if part)) or None,
        "first_names": first,
        "surname_prefix": prefix,
        "surname": last,
        "birth_date": born.isoformat() if born and precision is None else None,
        "bsn": number,
        "gender": reading.choice(client, "Geslacht", _GENDERS),
    }


def _municipality(reading: Reading, message: Element, pack: Pack) -> str | None:
    """The municipality the message was sent to: that of this team. Which one is responsible is for step 2 to find."""
    code = reading.text(message, "Header/Ontvanger")
    name = next((one.name for one in pack.manifest.municipalities if one.code == code), None)
    if name is None:
        reading.note(f"Het bericht is gericht aan gemeente {code or 'onbekend'}; die staat niet in het kennispakket.")
    return name


def _referral_route(reading: Reading, asked: list[Request]) -> str | None:
    routes = {one.referrer for one in asked if one.referrer}
    if len(routes) > 1:
        reading.note("De producten noemen verschillende verwijzers. Kies de verwijsroute zelf bij stap 1.")
        return None
    found = REFERRERS.get(next(iter(routes), ""))
    if routes and found is None:
        reading.note(f"Verwijzer {shown(next(iter(routes)))} staat niet in de codelijst en is niet overgenomen.")
    return found
