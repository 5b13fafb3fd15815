"""The handover as a value, for one reader. Same case, day and pack: the same document, to the last letter."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from casework.case import SettledCase
from casework.handover.blocks import Callout, Document, Reader, Text
from casework.handover.cover import cover
from casework.handover.material import Material
from casework.handover.may_read import refusal
from casework.handover.need_to_know import masked, without_held_back
from casework.handover.page import page_of
from casework.handover.readers import READERS
from casework.handover.twin import Twin, YoungPerson
from casework.handover.twin_of import for_reader, twin_of
from casework.knowledge.pack import Pack
from casework.weighing.assessment import Assessment

LANGUAGE = "nl-NL"


def compose(
    case: SettledCase, assessment: Assessment, pack: Pack | None, reader: Reader = "provider", version: int = 1
) -> Document:
    """Whether it may go out is not decided here: `assessment.handover.ready` says that; the preview shows it anyhow.

    The three readers' versions carry one number: it follows from what the provider's version tells. A version that may
    not be made for its reader (`may_read.refusal`) holds that reason and nothing of the family.
    """
    m = Material(without_held_back(case), assessment, pack)
    full = twin_of(m, version)
    head = full.document.model_copy(update={"id": _number(full, case), "reader": reader})
    front = cover(m, reader, head)
    if reason := refusal(case, reader):
        kept = Twin(document=head, young_person=YoungPerson(name=m.name)).as_json()
        told = (Callout("stop", "Deze versie kan nog niet", (Text(reason),)),)
        return _carrying(Document(reader, LANGUAGE, replace(front, columns=()), told, case.practice, kept))
    data = for_reader(full.model_copy(update={"document": head}), m, reader).as_json()
    return _carrying(masked(Document(reader, LANGUAGE, front, tuple(READERS[reader](m)), case.practice, data), case))


def _carrying(document: Document) -> Document:
    """The finished document with its pages in its data, so that the data alone can make it again."""
    page = page_of(document.cover, document.blocks).model_dump(mode="json")
    return replace(document, data={**document.data, "page": page})


def _number(full: Twin, case: SettledCase) -> str:
    """OV-2026-1a2b3c4d, from a digest of the content as it goes out."""
    content = masked({name: told for name, told in full.as_json().items() if name != "page"}, case)
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return f"OV-{case.today.year}-{digest[:8]}"
