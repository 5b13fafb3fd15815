"""A back office in small: makes JW301 messages of a proposal, one for each provider, and fills in what is its own."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any
from xml.etree import ElementTree as Xml

JW301 = "http://www.istandaarden.nl/ijw/3_2/jw301/schema"
BASICS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
OF_BASICS = {"Geboortedatum", "Naam", "Communicatie", "Adres", "Telefoon", "Periode", "Product", "Omvang"}
"""Elements whose inside is declared with the basics."""

FROM_THE_BRP = {
    "Geslacht": "0",
    "Naam": {"Geslachtsnaam": {"Achternaam": "Oefenstra"}, "NaamGebruik": "1"},
    "Contactgegevens": [{"Soort": "02", "Organisatie": "Verzonnen gemeente"}],
}
ORDER = ("Bsn", "Geboortedatum", "Geslacht", "Naam", "Communicatie", "JuridischeStatus", "WettelijkeVertegenwoordiging")


def message(proposal: dict[str, Any], day: date) -> list[bytes]:
    by_provider = defaultdict(list)
    for number, line in enumerate(proposal["products"], start=1):
        by_provider[line["provider"].get("AgbCode", "00000009")].append(
            _numbered(line["ToegewezenProduct"], number, day)
        )
    return [_message(proposal, agb, products, day) for agb, products in by_provider.items()]


def _numbered(line: dict[str, Any], number: int, day: date) -> dict[str, Any]:
    made = {"ToewijzingNummer": line.get("ToewijzingNummer", number)}
    made |= {name: line[name] for name in ("ReferentieAanbieder", "Product") if name in line}
    made |= {"Toewijzingsdatum": day.isoformat(), "Toewijzingstijd": "09:30:00"}
    return made | {name: value for name, value in line.items() if name not in made}


def _message(proposal: dict[str, Any], agb: str, products: list[dict[str, Any]], day: date) -> bytes:
    client = {**FROM_THE_BRP, **{name: value for name, value in proposal["Client"].items() if value}}
    ordered = {name: client[name] for name in ORDER if name in client}
    if relations := client.get("Relaties"):
        ordered["Relaties"] = {"Relatie": relations}
    ordered["Contactgegevens"] = {"Contact": client["Contactgegevens"]}
    ordered["ToegewezenProducten"] = {"ToegewezenProduct": products}
    header = {
        "BerichtCode": "436",
        "BerichtVersie": "3",
        "BerichtSubversie": "2",
        "Afzender": proposal["municipality"].get("Gemeentecode", "9999"),
        "Ontvanger": agb,
    }
    root = Xml.Element(f"{{{JW301}}}Bericht")
    head = Xml.SubElement(root, f"{{{JW301}}}Header")
    _fill(head, header, JW301)
    _fill(Xml.SubElement(head, f"{{{JW301}}}BerichtIdentificatie"),
          {"Identificatie": "T1", "Dagtekening": day.isoformat()}, BASICS)  # fmt: skip
    _fill(Xml.SubElement(head, f"{{{JW301}}}XsdVersie"),
          {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}, BASICS)  # fmt: skip
    _fill(Xml.SubElement(root, f"{{{JW301}}}Client"), ordered, JW301)
    return Xml.tostring(root, encoding="utf-8", xml_declaration=True)


def _fill(parent: Xml.Element, values: dict[str, Any], namespace: str) -> None:
    for name, value in values.items():
        for one in value if isinstance(value, list) else [value]:
            element = Xml.SubElement(parent, f"{{{namespace}}}{name}")
            if isinstance(one, dict):
                _fill(element, one, BASICS if name in OF_BASICS else namespace)
            else:
                element.text = str(one)
