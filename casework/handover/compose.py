"""The handover as a value, for one reader. Same case, day and pack: the same document, to the last letter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from casework.case import SettledCase
from casework.handover.blocks import Callout, Document, Reader, Text
from casework.handover.changes import changes, with_changes
from casework.handover.cover import cover
from casework.handover.follows import material
from casework.handover.masked import masked
from casework.handover.material import Material
from casework.handover.may_read import refusal
from casework.handover.only_there import only_there
from casework.handover.page import page_of
from casework.handover.readers import READERS
from casework.handover.sendings import withdrawn
from casework.handover.twin import Head, Twin, YoungPerson
from casework.handover.twin_of import for_reader, twin_of
from casework.handover.twin_sent import Change, Reference
from casework.knowledge.pack import Pack
from casework.steps.handover import Handover
from casework.steps.identity import Identity
from casework.weighing.assessment import Assessment

LANGUAGE = "nl-NL"


class Replaced(NamedTuple):
    """The version before a version, and what was different."""

    reference: Reference
    changes: tuple[Change, ...]


class Previous(NamedTuple):
    """The version before: its twin as it was issued, and the SHA-256 of its bytes."""

    data: Mapping[str, Any]
    fingerprint: str = ""

    @property
    def reference(self) -> Reference:
        """How a later document names it."""
        head = Head.model_validate(self.data["document"])
        return Reference(id=head.id, version=head.version, issued_on=head.issued_on, fingerprint=self.fingerprint)

    @property
    def replaced(self) -> Replaced | None:
        """What it itself replaced and what it said of that, so that made once more it says so again."""
        before = Head.model_validate(self.data["document"]).refers_to
        if before is None:
            return None
        return Replaced(before, tuple(Change.model_validate(one) for one in self.data.get("changes") or ()))

    def is_of(self, case: SettledCase) -> bool:
        """Whether it is about this young person, as far as both say who that is: words of one family in the list of
        changes of another is the worst that can leave. What the case itself says was sent is, also after a correction.
        """
        number, told, about = self.reference.id, self.data.get("young_person") or {}, case.of(Identity)
        if any(one.document.known == number for one in case.of(Handover).sendings.known or ()):
            return True
        born = None if case.practice else about.birth_date.known  # a practice family is as old on any day
        same = (told.get("name"), about.name.known), (told.get("birth_date"), born and born.isoformat())
        return all(then == now for then, now in same if then and now)

    def is_for(self, reader: Reader) -> bool:
        """Whether it is a handover for this reader, so that a next version can say what changed."""
        head = Head.model_validate(self.data["document"])
        return (head.kind, head.reader) == ("full", reader)


def compose(
    case: SettledCase,
    assessment: Assessment,
    pack: Pack | None,
    reader: Reader = "provider",
    version: int = 1,
    previous: Previous | None = None,
) -> Document:
    """Whether it may go out is not decided here: `may_send.held_back` says that; the preview shows it anyhow.

    The three readers' versions carry one number: it follows from what the provider's version tells. A version that may
    not be made for its reader (`may_read.refusal`) holds that reason and nothing of the family. After a `previous` one,
    for the same reader, the number stays; where the content differs the version is one higher and says what changed,
    and so it is where that one was withdrawn. Where nothing differs it is that version again, with what it said.
    """
    m = material(case, assessment, pack)
    full = twin_of(m, version)
    head = full.document.model_copy(update={"id": _number(full, case), "reader": reader})
    if previous is not None:
        head = head.model_copy(update={"id": previous.reference.id, "version": previous.reference.version})
    document = _version(m, case, full, head)
    if previous is None:
        return carrying(document)
    found, after = changes(previous.data, document.data), previous.reference
    if not found and not withdrawn(case, head.id, head.version):
        if (before := previous.replaced) is None:
            return carrying(document)
        found, after = before.changes, before.reference
    head = head.model_copy(update={"version": after.version + 1, "refers_to": after})
    return carrying(masked(with_changes(_version(m, case, full, head), found), case, only_there(m)))


def _version(m: Material, case: SettledCase, full: Twin, head: Head) -> Document:
    """The document under this head: number, version and reader."""
    reader = head.reader
    front = cover(m, reader, head)
    if reason := refusal(case, reader):
        kept = Twin(document=head, young_person=YoungPerson(name=m.name)).as_json()
        told = (Callout("stop", "Deze versie kan nog niet", (Text(reason),)),)
        return Document(reader, LANGUAGE, replace(front, columns=()), told, case.practice, data=kept)
    data = for_reader(full.model_copy(update={"document": head}), m, reader).as_json()
    blocks, whom = tuple(READERS[reader](m)), _for_whom(m, reader)
    made = Document(reader, LANGUAGE, front, blocks, case.practice, data=data, for_whom=whom)
    return masked(made, case, only_there(m))


def _for_whom(m: Material, reader: Reader) -> str:
    """Who gets it where that is another than the provider: a school must not read that it is for somebody else."""
    role = m.of(Handover).recipient_role.known or "aanbieder"
    known = m.pack.recipients.get(role) if m.pack else None
    return f"voor {known.name}" if known and reader == "provider" and role != "aanbieder" else ""


def carrying(document: Document) -> Document:
    """The finished document with its pages in its data, so that the data alone can make it again."""
    page = page_of(document.cover, document.blocks, document.for_whom).model_dump(mode="json")
    return replace(document, data={**document.data, "page": page})


def _number(full: Twin, case: SettledCase) -> str:
    """OV-2026-1a2b3c4d, from a digest of the content as it goes out."""
    content = masked({name: told for name, told in full.as_json().items() if name != "page"}, case)
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return f"OV-{case.today.year}-{digest[:8]}"
