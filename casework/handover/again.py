"""A handover made again from its data alone: the reverse of `compose`, without case, pack or clock."""

from __future__ import annotations

import json

from pydantic import ValidationError

from casework.handover.blocks import Document
from casework.handover.twin import SCHEMA, Twin
from casework.mistakes import in_dutch, shown
from casework.trouble import Trouble

MAX_BYTES = 64 * 2**20
_MOST_TOLD = 20


class DataError(Trouble):
    """Data that no handover can be made of; in Dutch, with every mistake."""


def document_of(file: bytes) -> Document:
    """The document in an `overdracht.json`, its data as they were read. Raises DataError."""
    if len(file) > MAX_BYTES:
        raise DataError("Dit bestand is groter dan 64 MB. Zo groot zijn de gegevens van een overdracht niet.")
    try:
        data = json.loads(file.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DataError("Dit bestand is geen leesbare JSON. Haal overdracht.json opnieuw uit de overdracht.") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise DataError(f"Dit zijn geen gegevens van een overdracht: ‘schema’ is {shown(schema)}, niet ‘{SCHEMA}’.")
    try:
        twin = Twin.model_validate(data)
    except ValidationError as error:
        told = error.errors(include_url=False)[:_MOST_TOLD]
        lines = (f"{'.'.join(map(str, one['loc']))}: {in_dutch(one, Twin)}." for one in told)
        raise DataError("\n".join(lines)) from error
    if twin.page is None:
        raise DataError("Deze gegevens zijn van voor de bladen erin stonden. Maak de overdracht opnieuw uit de casus.")
    head, page = twin.document, twin.page
    blocks = tuple(told.block for told in page.blocks)
    whom = page.for_whom
    return Document(head.reader, head.language, page.cover, blocks, head.practice, head.kind, data, for_whom=whom)
