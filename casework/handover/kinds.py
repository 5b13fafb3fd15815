"""Every sort of document there is, by one door: the handover, the announcement before it and the letters after it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from casework.answers import months_later
from casework.case import SettledCase
from casework.handover import announcement, letters, receipt
from casework.handover.blocks import Block, Cover, Document, Kind, Reader
from casework.handover.compose import LANGUAGE, Previous, carrying, compose
from casework.handover.cover import knowledge_words
from casework.handover.follows import material
from casework.handover.masked import masked
from casework.handover.material import Material
from casework.handover.twin import Head, PackUsed, Twin, YoungPerson
from casework.handover.twin_of import VALID_MONTHS
from casework.handover.twin_sent import Letter, Reference
from casework.knowledge.pack import Pack
from casework.trouble import Trouble
from casework.weighing.assessment import Assessment
from casework.words import day_in_words

_PREFIX: Mapping[Kind, str] = {"announcement": "AK", "addendum": "AV", "withdrawal": "IT", "receipt": "OG"}
Columns = tuple[tuple[str, tuple[str, ...]], ...]


class Wanted(NamedTuple):
    """Which document is asked for. previous: what it replaces, adds to or withdraws. text: of an addendum or a
    withdrawal. number: how many addenda there are with this one."""

    reader: Reader = "provider"
    kind: Kind = "full"
    previous: Previous | None = None
    text: str = ""
    number: int = 1


def compose_wanted(case: SettledCase, assessment: Assessment, pack: Pack | None, wanted: Wanted) -> Document:
    """The document as a value. Raises Trouble where what it needs is not given."""
    if wanted.kind == "full":
        if wanted.previous and not wanted.previous.is_for(wanted.reader):
            raise Trouble("De vorige versie is voor een andere lezer. Kies die voor deze lezer.")
        return compose(case, assessment, pack, wanted.reader, previous=wanted.previous)
    m = material(case, assessment, pack)
    if wanted.kind == "announcement":
        return carrying(masked(_announcement(m), case))
    if wanted.kind == "receipt":
        return carrying(masked(_receipt(m, wanted.reader), case))
    return carrying(masked(_letter(m, wanted), case))


def _announcement(m: Material) -> Document:
    told = announcement.announced(m)
    twin = _twin(m, "announcement", name=announcement.name_told(m)).model_copy(update={"announcement": told})
    title, columns = "Aankondiging van een vraag om hulp", announcement.columns(m, told)
    return _document(m, twin, title, announcement.blocks(m, told), columns)


def _receipt(m: Material, reader: Reader) -> Document:
    reader = "parent" if reader == "provider" else reader
    lines = receipt.shared(m)
    twin = _twin(m, "receipt", reader, name=m.name).model_copy(update={"receipt": lines})
    return _document(m, twin, "Wie kreeg wat, en waarom", receipt.blocks(m, lines, reader), ())


def _letter(m: Material, wanted: Wanted) -> Document:
    if wanted.previous is None:
        raise Trouble("Geef het stuk waar dit bij hoort: daar staat het nummer in.")
    if not wanted.text.strip():
        raise Trouble("Schrijf op wat er in de brief moet staan.")
    to, letter = wanted.previous.reference, Letter(number=wanted.number, text=wanted.text.strip())
    twin = _twin(m, wanted.kind, refers_to=to).model_copy(update={"letter": letter})
    whom, ask = announcement.columns(m, announcement.announced(m)), m.reachable(m.contact)
    if wanted.kind == "withdrawal":
        return _document(m, twin, "Wij trekken een overdracht in", letters.withdrawal(letter, to, ask), whom)
    return _document(m, twin, f"Aanvulling op {to.id}", letters.addendum(letter, to, ask), whom)


def _twin(m: Material, kind: Kind, reader: Reader = "provider", *, name: str = "",
          refers_to: Reference | None = None) -> Twin:  # fmt: skip
    today = m.case.today
    head = Head(
        reader=reader,
        issued_on=today,
        valid_until=months_later(today, VALID_MONTHS),
        practice=m.case.practice,
        kind=kind,
        refers_to=refers_to,
    )
    pack = PackUsed(id=m.pack.id, version=m.pack.version) if m.pack else None
    return Twin(document=head, pack=pack, young_person=YoungPerson(name=name))


def _document(m: Material, twin: Twin, title: str, blocks: Iterable[Block], columns: Columns) -> Document:
    """With a number that follows from the content, as the handover has."""
    content = masked(twin.as_json(), m.case)
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    kind = twin.document.kind
    head = twin.document.model_copy(update={"id": f"{_PREFIX[kind]}-{m.case.today.year}-{digest[:8]}"})
    cover = Cover(
        title=title,
        subtitle="",
        document_id=head.id,
        version=head.version,
        issued_on=day_in_words(head.issued_on),
        valid_until=_until(head.valid_until, kind),
        pack=knowledge_words(m),
        columns=columns,
    )
    data: dict[str, Any] = twin.model_copy(update={"document": head}).as_json()
    return Document(head.reader, LANGUAGE, cover, tuple(blocks), m.case.practice, kind, data)


def _until(day: date, kind: Kind) -> str:
    """A letter about another document does not run out."""
    return day_in_words(day) if kind == "announcement" else ""
