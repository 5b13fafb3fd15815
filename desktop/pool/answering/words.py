"""Codes of the pool as an expert reads them."""

from __future__ import annotations

from casework.pool.state import Consult
from casework.words import in_words
from desktop.steps.expert_pool import CONSULTATIONS, DISCIPLINES


def kind(consult: Consult) -> str:
    """What sort of question it is."""
    words = CONSULTATIONS.options["type"][consult.request.type] if consult.request else "telefoonconsult"
    return f"{words}, spoed" if consult.urgent else words


def discipline(code: str | None) -> str:
    return DISCIPLINES.get(code or "", in_words(code or ""))


def outside(consult: Consult) -> str:
    """What may be known of a question before an interest is declared: nothing of the family."""
    return joined(discipline(consult.request.discipline) if consult.request else "", consult.team)


def joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def sentence(text: str, end: str = ".") -> str:
    """With a capital, which may not take those of names away."""
    return f"{text[:1].upper()}{text[1:]}{end}"
