"""What every renderer says in the same words: names, the foot, a goal's line, a loose end, what is held back."""

from __future__ import annotations

import re

from casework.handover.blocks import Cover, Document, Goal, Kind, Reader, Thread, Withheld

_CONFIDENTIAL = "Vertrouwelijk. Alleen voor wie op het voorblad staat."
PRACTICE = "OEFENING"
PRACTICE_SENTENCE = "Dit is een verzonnen gezin. Gebruik dit stuk niet voor echte hulp."
_LOOSE_END = "Los eind:"
BSN = "burgerservicenummer"
"""What the number is called where it is told that it stays behind."""
_NAMES: dict[Reader, str] = {
    "provider": "Overdracht jeugdhulp",
    "parent": "Afspraken over jeugdhulp",
    "youth": "Afspraken over jouw hulp",
}
_KINDS: dict[Kind, str] = {
    "announcement": "Aankondiging jeugdhulp",
    "addendum": "Aanvulling op een overdracht",
    "withdrawal": "Intrekking van een overdracht",
    "receipt": "Wat wij deelden",
}
_READERS: dict[Reader, str] = {"provider": "voor de aanbieder", "parent": "voor ouders", "youth": "voor de jongere"}


def document_name(document: Document) -> str:
    """What this sort of document is called."""
    return document.name or _KINDS.get(document.kind) or _NAMES[document.reader]


def reader_words(document: Document) -> str:
    """For whom it is."""
    return document.for_whom or _READERS[document.reader]


def notice(document: Document) -> str:
    """What the foot of every page says about who may read it."""
    return document.notice or _CONFIDENTIAL


def file_title(document: Document) -> str:
    """How a list of files or the title of a window names it: by its number, never by the child."""
    name, number = document_name(document), document.cover.document_id.strip()
    title = f"{name}, {number}" if number else name
    return f"{PRACTICE}: {title}" if document.practice else title


def foot_words(cover: Cover) -> str:
    """OV-2026-0312, versie 1, 7 december 2026."""
    return f"{cover.document_id}, versie {cover.version}, {cover.issued_on}"


def validity_words(cover: Cover) -> list[str]:
    """Until when it counts and with what knowledge it was weighed."""
    told = [f"Geldig tot en met {cover.valid_until}"] if cover.valid_until.strip() else []
    return [*told, f"Kennispakket: {cover.pack}"] if cover.pack.strip() else told


def in_quotes(text: str) -> str:
    """Somebody's own words between double quotes, once. Quotes inside become single, so that they close in order."""
    inner = text.strip()
    if len(inner) > 1 and inner[0] in '“„"' and inner[-1] in '”"' and not re.search('[“„”"]', inner[1:-1]):
        inner = inner[1:-1].strip()
    inner = re.sub(r'(?<![^\s(‘])"', "‘", inner)  # a straight quote opens after a space, else it closes
    return f"“{inner.translate(_SINGLE)}”"


_SINGLE = str.maketrans({"“": "‘", "„": "‘", "”": "’", '"': "’"})


def scores(goal: Goal) -> tuple[str, str]:
    """Where a goal is and where it goes, each in two words."""
    now = "nog geen score" if goal.start is None else f"nu {goal.start}"
    return now, "nog geen streven" if goal.target is None else f"streven {goal.target}"


def goal_line(goal: Goal) -> str:
    """The drawing of a goal in words."""
    return f"Doel {goal.code} op een lijn van 0 tot 10: {', '.join(scores(goal))}."


def goal_details(goal: Goal) -> str:
    """How it is measured, whose goal it is, and by when."""
    told = [goal.measured_by.strip().rstrip(".")]
    told += [f"Eigenaar: {goal.owner.strip()}"] if goal.owner.strip() else []
    told += [f"Uiterlijk: {goal.by.strip()}"] if goal.by.strip() else []
    return ". ".join(part for part in told if part)


def loose_end(thread: Thread) -> str:
    """What is not tied up, as a line that says so; empty where nothing is loose."""
    told = thread.loose.strip()
    if told.lower().startswith(_LOOSE_END.lower()):
        told = told[len(_LOOSE_END) :].strip()
    return f"{_LOOSE_END} {told}" if told else ""


def withheld_words(block: Withheld) -> tuple[str, str]:
    """What is held back, and why."""
    return full_stop(f"Niet gedeeld: {block.what}"), full_stop(block.why)


def full_stop(text: str) -> str:
    """Ends as a sentence."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…”" else f"{text}."
