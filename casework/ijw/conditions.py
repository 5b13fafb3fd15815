"""What iJw 3.2 asks of an allocation beyond its schema, in Dutch sentences that say what to do.

What a product must meet is judged in casework/weighing/facts/jw301.py, where a rule of the pack counts it too; here it
gets its words. What concerns the young person and how to reach people is judged here.
Sources: the conditions (CD), constraints (CS), technical rules (TR) and operating rules (OP) of iJw 3.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stdnum.nl import bsn

from casework.ijw.allocation import Address, ClientData, ContactPoint, FullName
from casework.ijw.codes import ADDRESS_OF_STAY, BRP_ADDRESS, NOT_A_PERSON, OWN_NAME, TEMPORARY_ADDRESS
from casework.knowledge.products import Product as CatalogueProduct
from casework.steps.decision import Product
from casework.weighing.facts import jw301


@dataclass(frozen=True)
class Unmet:
    """A condition that is not met. rule: its number, or XSD where the schema itself asks it. path: the field to go to.
    text: a Dutch sentence that says what to do.
    """

    rule: str
    path: str
    text: str


_OF_PRODUCT: Mapping[str, tuple[str, str]] = {
    "CD079": ("category", "Kies een categorie of een product uit het productenboek, of vul een budget in."),
    "CD077/CD078": ("budget", "Een budget en een omvang gaan niet samen. Maak één van beide leeg."),
    "CD041": ("volume", "Bij een productcode hoort een omvang. Vul in hoeveel, welke eenheid, en per wat."),
    "CD080": ("code", "Een omvang kan alleen bij een productcode. Vul de code in, of maak de omvang leeg."),
    "CD075": ("end", "Bij een budget hoort een einddatum. Vul de einddatum in."),
    "CD076": ("end", "Bij een omvang per week hoort een einddatum. Vul de einddatum in."),
    "CS338": ("frequency", "Deze eenheid kan niet per dag. Kies week, maand of hele periode."),
    "CS003": ("end", "De einddatum ligt vóór de begindatum. Kies een latere einddatum."),
    "CS335": ("change_reason", "Verwijderen kan alleen als de begindatum en de einddatum gelijk zijn."),
    "CS336": ("change_reason", "Reden 01 is vervallen. Kies reden 14, administratieve correctie."),
    "TR381": ("code", "Deze productcode hoort niet bij deze categorie. Kijk code en categorie na."),
}


def of_product(product: Product, catalogue: CatalogueProduct | None, path: str) -> Iterator[Unmet]:
    """The conditions a chosen product does not meet; path: `decision.products.<id>`."""
    for rule in jw301.faults(product, catalogue):
        field, text = _OF_PRODUCT[rule]
        yield Unmet(rule, f"{path}.{field}", text)


def of_client(client: ClientData) -> Iterator[Unmet]:
    """The conditions the data of the young person do not meet."""
    if not bsn.is_valid(client.Bsn):
        yield Unmet("CS002", "identity.bsn", "Dit burgerservicenummer voldoet niet aan de elfproef. Kijk het na.")
    if client.Naam is not None:
        if client.Naam.NaamGebruik == NOT_A_PERSON:
            yield Unmet("CS318", "identity.name", "Naamgebruik 6 is voor een organisatie, niet voor de jeugdige.")
        yield from _of_name(client.Naam, "identity.name")
    said = client.Communicatie
    if said is not None and (said.Vorm == "1") != (said.Taal is not None):
        yield Unmet("CD007", "intake.interpreter_language", "Een taal hoort bij een tolk, en bij geen andere vorm.")
    for contact in client.Contactgegevens:
        yield from _of_contact(contact, "identity.address")
    for relation in client.Relaties:
        yield from _of_name(relation.Naam, "identity.custody")
        yield from _of_contact(relation.Contact, "identity.custody")


def _of_name(name: FullName, path: str) -> Iterator[Unmet]:
    if name.NaamGebruik not in (("1", "2", "3", "4") if name.Partnernaam is not None else (OWN_NAME, NOT_A_PERSON)):
        yield Unmet(
            "CS050", path, "Dit naamgebruik past niet bij de naam. Kies 1, of 2 tot en met 4 bij een partnernaam."
        )


def _of_contact(contact: ContactPoint, path: str) -> Iterator[Unmet]:
    if contact.Soort in (BRP_ADDRESS, ADDRESS_OF_STAY) and contact.Adres is None:
        yield Unmet("CD034", path, "Bij een BRP-adres of verblijfadres hoort een adres. Vul het in.")
    if contact.Periode is not None:
        if contact.Soort != TEMPORARY_ADDRESS:
            yield Unmet("CD009", path, "Een periode hoort alleen bij een tijdelijk adres. Haal de periode weg.")
        start, end = contact.Periode.Begindatum, contact.Periode.Einddatum
        if start is not None and end is not None and end < start:
            yield Unmet("CS003", path, "De periode eindigt voor zij begint. Kies een latere einddatum.")
    if contact.Adres is not None:
        yield from _of_address(contact.Adres, path)


_DUTCH_POSTCODE = re.compile(r"^[1-9]\d{3} ?[A-Z]{2}$")


def _of_address(address: Address, path: str) -> Iterator[Unmet]:
    if (address.Postcode is None) != (address.Huis is None):
        yield Unmet("CD005", path, "Een postcode en een huisnummer horen bij elkaar. Vul beide in, of geen van beide.")
    if address.LandCode == "NL":
        if address.Postcode is None or address.Huis is None:
            yield Unmet("CD025", path, "Bij een adres in Nederland horen een postcode en een huisnummer.")
        elif not _DUTCH_POSTCODE.match(address.Postcode):
            yield Unmet("CS089", path, "Dit is geen Nederlandse postcode. Schrijf hem als 9999 XX.")
