"""What went out, as records of step 14: made from the document itself, so that nobody types it over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from casework.case import SettledCase
from casework.handover.blocks import Document, Kind, Reader
from casework.handover.may_read import parents_who_read
from casework.handover.may_send import has_consent
from casework.steps.handover import Handover, Sending, is_withdrawn
from casework.steps.identity import Identity
from casework.words import listed, registered

LIST = "handover.sendings"
KINDS: Mapping[Kind, str] = {
    "announcement": "aankondiging",
    "full": "overdracht",
    "addendum": "aanvulling",
    "withdrawal": "intrekking",
}
"""The receipt is no sending: it tells of them."""
READERS: Mapping[Reader, str] = {"provider": "aanbieder", "parent": "ouder", "youth": "jongere"}


def sent(case: SettledCase, document: Document, fingerprint: str, record: str) -> Mapping[str, object]:
    """The changes that write down one document, by path; empty where it stands there already, or is no sending.

    record: the id the new record gets. Nothing else changes: made again in another form, the document is the same.
    """
    before = case.of(Handover).sendings.known or ()
    if document.kind not in KINDS or any(_same(one, document, fingerprint) for one in before):
        return {}
    told = {name: value for name, value in _record(case, document).items() if value not in (None, "", [])}
    changes: dict[str, object] = {LIST: [*(one.id for one in before), record]}
    changes |= {f"{LIST}.{record}.{name}": value for name, value in {**told, "fingerprint": fingerprint}.items()}
    return changes


def withdrawn(case: SettledCase, document_id: str, version: int | None) -> bool:
    """Whether that version was taken back."""
    return is_withdrawn(case.of(Handover), document_id, version)


def ended_by(step: Handover, one: Sending) -> str:
    """Why it no longer holds before its last day, in Dutch: taken back, or replaced by a newer one; else empty."""
    if one.kind.known != "overdracht":
        return ""
    number, version = one.document.known, one.version.known or 0
    if is_withdrawn(step, number, one.version.known):
        return "ingetrokken"
    newer = (
        other.version.known or 0
        for other in step.sendings.known or ()
        if (other.kind.known, other.document.known) == ("overdracht", number)
        and (other.reader.known, other.recipient.known) == (one.reader.known, one.recipient.known)
    )
    last = max(newer, default=version)
    return f"vervangen door versie {last}" if last > version else ""


def addenda(case: SettledCase, document_id: str) -> int:
    """How many addenda a handover has."""
    return sum(
        one.kind.known == "aanvulling" and one.refers_to.known == document_id
        for one in case.of(Handover).sendings.known or ()
    )


def _same(one: Sending, document: Document, fingerprint: str) -> bool:
    """The same document in another form is one sending: who gets it needs to know once."""
    return (one.document.known, one.fingerprint.known) == (document.cover.document_id, fingerprint)


def _record(case: SettledCase, document: Document) -> Mapping[str, object]:
    head: Any = document.data["document"]
    refers = head["refers_to"] or {}
    provider = document.reader == "provider"
    step = case.of(Handover)
    # a letter counts under the version it is about, so that one can see which version no longer holds
    version = refers["version"] if document.kind in ("addendum", "withdrawal") else document.cover.version
    letter: Any = document.data.get("letter") or {}
    return {
        "document": document.cover.document_id,
        "version": version,
        "kind": KINDS[document.kind],
        "reader": READERS[document.reader],
        "recipient": step.recipient.known if provider else _family(case, document.reader),
        "recipient_role": (step.recipient_role.known or "aanbieder") if provider else None,
        "sent_on": case.today.isoformat(),
        "via": step.sent_by.known,
        **(_ground(case, document.kind) if provider else {}),
        "valid_until": _until(document, head),
        "refers_to": refers.get("id"),
        "note": letter.get("text"),
        "held_back": _held_back(document),
    }


def _until(document: Document, head: Mapping[str, Any]) -> str | None:
    """A letter does not run out; the two documents with content do."""
    if document.kind not in ("full", "announcement"):
        return None
    until: date | str = head["valid_until"]
    return until if isinstance(until, str) else until.isoformat()


def _family(case: SettledCase, reader: Reader) -> str:
    if reader == "youth":
        return str(case.of(Identity).name.known or "")
    return listed([case.person(one) or "" for one in parents_who_read(case)])


def _ground(case: SettledCase, kind: Kind) -> Mapping[str, object]:
    """On what it was shared, and who looked along where that was not consent."""
    if kind == "withdrawal":
        return {}
    if has_consent(case):
        return {"ground": "toestemming"}
    if kind == "announcement":
        return {"ground": "zonder_naam"}
    identity = case.of(Identity)
    register, number = identity.sharing_second_register.known, identity.sharing_second_number.known
    return {
        "ground": identity.sharing_exception.known,
        "second_reader": identity.sharing_second_reader.known,
        "second_reader_registration": registered(register or "", number or ""),
    }


def _held_back(document: Document) -> list[str]:
    """What the document itself says it holds back: by title, never by content."""
    sections: Any = document.data.get("sections") or ()
    withheld: Any = document.data.get("withheld") or ()
    away = [one["title"] for one in sections if not one["shared"]]
    return list(dict.fromkeys([*away, *(one["what"] for one in withheld)]))
