"""Codes of the pool as an expert reads them."""

from __future__ import annotations

from casework.pool.lifecycle import TYPE_WORDS
from casework.pool.state import Consult
from desktop.pool.words import discipline


def kind(consult: Consult) -> str:
    """What sort of question it is."""
    words = TYPE_WORDS[consult.request.type if consult.request else "TELEFOONCONSULT"]
    return f"{words}, spoed" if consult.urgent else words


def outside(consult: Consult) -> str:
    """What may be known of a question before an interest is declared: nothing of the family."""
    return joined(discipline(consult.request.discipline) if consult.request else "", consult.team)


def joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def sentence(text: str, end: str = ".") -> str:
    """With a capital, which may not take those of names away."""
    return f"{text[:1].upper()}{text[1:]}{end}"
