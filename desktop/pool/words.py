"""The pool's codes as people read them."""

from __future__ import annotations

from casework.pool.bodies import Minutes
from casework.pool.lifecycle import STATUS_WORDS, TYPE_WORDS
from casework.pool.line import Line
from casework.words import day_in_words, in_words
from desktop.steps.expert_pool import DISCIPLINES


def discipline(code: str | None) -> str:
    return DISCIPLINES.get(code or "", in_words(code or ""))


def about(line: Line) -> str:
    """Under the question of a consult: who it is about, coarsely, from which team, and who has it."""
    profile = line.summary.get("profile", {})
    parts = [str(words) for words in list(profile.values())[:3]] or ([line.theme] if line.theme else [])
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
