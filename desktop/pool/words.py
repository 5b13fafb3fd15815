"""The pool's codes as people read them."""

from __future__ import annotations

from casework.knowledge.pack import Pack
from casework.pool.bodies import Minutes, Request
from casework.pool.lifecycle import STATUS_WORDS, TYPE_WORDS
from casework.pool.line import Line
from casework.words import day_in_words, in_words
from desktop.steps.expert_pool import DISCIPLINES


def discipline(code: str | None) -> str:
    return DISCIPLINES.get(code or "", in_words(code or ""))


def about(line: Line) -> str:
    """Under the question of a consult: who it is about, coarsely, from which team, and who has it."""
    parts = [*line.summary.get("family", ())] or ([line.theme] if line.theme else [])
    experts = line.summary.get("experts", {})
    whose = f". Bij {' en '.join(experts.values())}" if experts else ""
    return f"{', '.join([*parts, line.team or 'team onbekend'])}{whose}"


def kind(line: Line) -> str:
    return "spoed" if line.urgent else TYPE_WORDS[line.type]


def status(line: Line) -> str:
    return STATUS_WORDS[line.status]


def minutes_told(minutes: Minutes) -> dict[str, str]:
    """What a meeting said and agreed on, by label."""
    actions = [f"{one.what}: {one.who}, uiterlijk {day_in_words(one.by)}" for one in minutes.actions]
    return {**dict(minutes.domains), "Afspraken": "\n".join(actions) or "geen"}


def opened_by(request: Request, pack: Pack) -> list[str]:
    """The signals that asked for it, by their title; a rule this device does not know stays a code."""
    return [pack.rules[rule].title.rstrip(".") if rule in pack.rules else rule for rule in request.opened_by]


def clients_seen(request: Request, pack: Pack) -> list[str]:
    """The reference clients that were looked at, as the library has them: code and title."""
    known = pack.reference_clients
    return [f"{code} {known[code].title}" if code in known else code for code in request.clients_seen]
