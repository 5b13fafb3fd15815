"""What left this computer for a case, by its journal: to answer, to follow by a next version, or to take back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.handover.blocks import Document, Kind, Reader
from casework.handover.compose import Previous
from casework.handover.kinds import Wanted
from casework.handover.replies import Issued
from casework.handover.sendings import addenda
from desktop.cases.open_case import OpenCase
from desktop.render.seal import data_bytes, fingerprint


def issued(case: OpenCase) -> list[Issued]:
    """The provider's documents of this case that left and can be answered, oldest first."""
    left = (about for about in _exports(case) if about.get("reader") == "provider")
    return [Issued(**about["document"]) for about in left if about.get("kind", "full") in ("full", "announcement")]


def wanted(case: OpenCase, reader: Reader, kind: Kind = "full") -> Wanted:
    """A document for a reader as the case stands: after an earlier one for the same reader, the next version."""
    return Wanted(reader, kind, previous(case, reader) if kind == "full" else None)


def letter(case: OpenCase, kind: Kind, document_id: str, version: int | None, text: str) -> Wanted | None:
    """An addendum to or a withdrawal of a document that left; None where it did not leave from here."""
    for about in reversed(list(_exports(case))):
        document = about["document"]
        if (document["document_id"], document["version"]) == (document_id, version) and about.get("data"):
            number = addenda(case.settled, document_id) + 1
            return Wanted("provider", kind, Previous(about["data"], document["fingerprint"]), text, number)
    return None


def previous(case: OpenCase, reader: Reader) -> Previous | None:
    """The last handover that left for this reader."""
    found = (Previous(about["data"], about["document"]["fingerprint"]) for about in _exports(case) if about.get("data"))
    return next((one for one in reversed(list(found)) if one.is_for(reader)), None)


def as_logged(document: Document) -> dict[str, Any]:
    """What the journal keeps of a document that left: which it was, and its data without the pages."""
    mark = fingerprint(data_bytes(document.data))
    left = Issued(document.cover.document_id, document.cover.version, mark)
    return {"document": left._asdict(), "data": {name: told for name, told in document.data.items() if name != "page"}}


def _exports(case: OpenCase) -> Iterator[dict[str, Any]]:
    for about in case.logged("exported"):
        if isinstance(about, dict) and about.get("document"):
            yield about
