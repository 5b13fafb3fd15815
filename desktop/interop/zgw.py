"""A handover as a package for the municipality's case system: the PDF, and beside it what to register it with.

The names are those of the Documenten API (ZGW), so that a job of the municipality can post it as it is. Neither title,
key words nor file names hold a name, a number or any other mark of a person: those travel on through lists and logs.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from casework.handover.blocks import Document

SCHEMA = "ijkpunt/filing/1"
METADATA = "metadata.json"
_LONGEST_AUTHOR = 200
_WHOM = {"provider": "voor de aanbieder", "parent": "voor de ouders", "youth": "voor de jeugdige"}
_TO_FILL: Mapping[str, str] = {
    "enkelvoudiginformatieobject.bronorganisatie": "het RSIN van uw gemeente",
    "enkelvoudiginformatieobject.informatieobjecttype": "het adres van het documenttype in uw catalogus",
    "enkelvoudiginformatieobject.inhoud": "het PDF-bestand uit dit pakket, in base64 of in delen",
    "zaakinformatieobject.zaak": "het adres van de zaak",
    "zaakinformatieobject.informatieobject": "het adres dat het document na registratie kreeg",
}


def package(document: Document, pdf: bytes, author: str, today: date) -> dict[str, bytes]:
    """The files of the package by name: the PDF and its metadata. The same handover gives the same bytes."""
    cover = document.cover
    name = f"overdracht-{cover.document_id.lower()}-v{cover.version}-{document.reader}.pdf"
    title = f"Overdracht jeugdhulp {cover.document_id}, versie {cover.version}, {_WHOM[document.reader]}"
    if document.practice:
        title = f"OEFENING – {title}"
    metadata: dict[str, Any] = {
        "schema": SCHEMA,
        "enkelvoudiginformatieobject": {
            "creatiedatum": today.isoformat(),
            "titel": title,
            "auteur": (" ".join(author.split()) or "Toegang jeugdhulp")[:_LONGEST_AUTHOR],
            "taal": "nld",
            "formaat": "application/pdf",
            "bestandsnaam": name,
            "bestandsomvang": len(pdf),
            "status": "definitief",
            "vertrouwelijkheidaanduiding": "vertrouwelijk",
            "beschrijving": "Overdracht van de toegang jeugdhulp. De gegevens zitten als overdracht.json in de PDF.",
            "integriteit": {
                "algoritme": "sha_256",
                "waarde": hashlib.sha256(pdf).hexdigest(),
                "datum": today.isoformat(),
            },
            "trefwoorden": ["jeugdhulp", "overdracht"],
        },
        "zaakinformatieobject": {"titel": title},
        "to_fill": dict(_TO_FILL),
    }
    return {name: pdf, METADATA: json.dumps(metadata, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"}


def zipped(files: Mapping[str, bytes], today: date) -> bytes:
    """The package as one file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (max(today.year, 1980), today.month, today.day, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, data)
    return made.getvalue()
