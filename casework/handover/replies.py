"""Taking a reply into the case it belongs to: what it changes, and in words why it does or does not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from casework.answers import Answered
from casework.handover.reply import OUTCOMES, REASONS, Reply
from casework.steps.handover import Handover, ProviderReply, sent_to_provider
from casework.words import counted, day_in_words

LIST = "handover.replies"
_AGAIN = "Vraag de aanbieder om in de webpagina opnieuw te antwoorden en dat bestand te sturen."
_QUARANTINE = "Er is niets ingelezen. Gebruik dit bestand niet en bel de aanbieder."


class Issued(NamedTuple):
    """A document as it left: its number, its version and the SHA-256 of its data."""

    document_id: str
    version: int
    fingerprint: str


@dataclass(frozen=True)
class TakenIn:
    """`changes` by path, to be kept together; empty where nothing is taken in. `words` tell the user what happened."""

    status: Literal["taken_in", "older", "already", "refused"]
    words: str
    changes: Mapping[str, object | None] = field(default_factory=dict)


def stranger(reply: Reply, issued: Collection[Issued]) -> str:
    """Why a reply does not belong to any of these documents, in Dutch; empty where it does."""
    same = [one for one in issued if one.document_id == reply.document_id]
    if not same:
        return f"Dit antwoord hoort bij overdracht {reply.document_id}, en die is hier niet gemaakt."
    if reply.fingerprint not in {one.fingerprint for one in same}:
        return (
            f"Dit antwoord noemt overdracht {reply.document_id}, maar het kenmerk past niet bij wat is uitgegeven: het "
            "stuk of dit antwoord is veranderd."
        )
    if not any((one.fingerprint, one.version) == (reply.fingerprint, reply.version) for one in same):
        return f"Dit antwoord noemt versie {reply.version} van {reply.document_id}. Die versie is niet uitgegeven."
    return ""


def taken_in(step: Handover, reply: Reply, issued: Collection[Issued], today: date) -> TakenIn:
    """What becomes of a reply to this case. The newest reply to the latest version is what counts."""
    before = step.replies.known or ()
    if same := next((one for one in before if one.id == reply.reply_id), None):
        if _told(same) == _record(reply):
            return TakenIn("already", "Dit antwoord is al ingelezen. Er is niets veranderd.")
        return TakenIn("refused", "Dit antwoord is al ingelezen, maar in dit bestand staat iets anders dan toen. Er is "
                       f"niets ingelezen. {_AGAIN}")  # fmt: skip
    if why := stranger(reply, issued):
        known = any(one.document_id == reply.document_id for one in issued)
        return TakenIn("refused", f"{why} {_QUARANTINE if known else 'Er is niets ingelezen. Open de juiste casus.'}")
    if reply.made_at.date() > today + timedelta(days=1):
        why = f"Dit antwoord is gegeven op {day_in_words(reply.made_at.date())}. Die dag is nog niet geweest."
        advice = "Vraag de aanbieder om de klok van de computer na te kijken en opnieuw te antwoorden."
        return TakenIn("refused", f"{why} Er is niets ingelezen. {advice}")
    changes: dict[str, object | None] = {LIST: [*(one.id for one in before), reply.reply_id]}
    record = {**_record(reply), "received_on": today.isoformat()}
    changes |= {f"{LIST}.{reply.reply_id}.{name}": value for name, value in record.items()}
    told = [f"De aanbieder antwoordt: {in_words(reply)}.", *_when(reply)]
    if any(_standing(one) > _place(reply) for one in before):
        told += ["Er was al een nieuwer antwoord ingelezen. Dit oudere is bewaard; het nieuwere telt."]
        return TakenIn("older", " ".join(told), changes)
    latest = max(one.version for one in issued)
    if reply.version < latest:
        told += [f"Let op: dit gaat over versie {reply.version}, en versie {latest} is al verstuurd. "
                 "Vraag de aanbieder of het ook voor de nieuwe versie geldt."]  # fmt: skip
    if step.sent_on.known is None and sent_to_provider(step) is None:
        told += ["Vul in stap 14 nog in wanneer u de overdracht verstuurde; dan telt dit antwoord mee."]
    changes |= {
        "handover.reaction": reply.outcome,
        "handover.reaction_reason": _why(reply) or None,
    }
    if reply.start_on and reply.start_on <= today:  # what is promised is not begun yet; it stands with the reply
        changes["handover.started_on"] = reply.start_on.isoformat()
    return TakenIn("taken_in", " ".join(told), changes)


def in_words(reply: Reply) -> str:
    """The answer in one line: yes, a question, or no and why."""
    why = _why(reply).rstrip(".")
    return f"{OUTCOMES[reply.outcome]}{f' ({why})' if why else ''}"


def _when(reply: Reply) -> list[str]:
    """What is promised, in sentences."""
    told = [] if reply.start_on is None else [f"De hulp begint op {day_in_words(reply.start_on)}."]
    if reply.waiting_weeks is not None:
        told.append(f"Het gezin wacht {counted(reply.waiting_weeks, 'week', 'weken')}.")
    if reply.first_plan_on is not None:
        told.append(f"Het eerste gesprek over het plan is op {day_in_words(reply.first_plan_on)}.")
    return told


def _told(one: ProviderReply) -> Mapping[str, object]:
    """A reply as it stands in the case, without the day it came: what `_record` made of it then."""
    known = {name: value.known for name, value in one if isinstance(value, Answered) and name != "received_on"}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in known.items()}


def _why(reply: Reply) -> str:
    reason = REASONS[reply.reason] if reply.reason else ""
    return ": ".join(part for part in (reason, reply.note.strip()) if part)


def _record(reply: Reply) -> Mapping[str, object]:
    same = reply.model_dump(mode="json", include=set(ProviderReply.model_fields), exclude_none=True)
    made = reply.made_at
    return {
        **{name: value for name, value in same.items() if value != "" and name != "version"},
        "document": reply.document_id,
        "version": reply.version,
        "given_on": made.date().isoformat(),
        "given_at": _time(made),
    }


def _time(moment: datetime) -> str:
    """So that a later time is a later text."""
    return f"{moment:%H:%M:%S.%f}"


def _place(reply: Reply) -> tuple[int, date, str]:
    return reply.version, reply.made_at.date(), _time(reply.made_at)


def _standing(one: ProviderReply) -> tuple[int, date, str]:
    return one.version.known or 0, one.given_on.known or date.min, one.given_at.known or ""
