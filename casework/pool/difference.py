"""Two advices that were given blind of each other, field by field."""

from __future__ import annotations

from typing import NamedTuple

from casework.pool.bodies import Advice
from casework.words import in_words

_FIELDS = {
    "level": "Niveau",
    "approach": "Aanpak",
    "because": "Waarom",
    "not_the_other": "Waarom niet het andere",
    "risks": "Risico’s",
    "certainty": "Zekerheid",
    "know_first": "Eerst weten",
    "valid_until": "Geldig tot en met",
    "evaluate_after": "Evalueren",
    "based_on": "Steunt op",
    "interest": "Belang",
    "minority": "Minderheidsstandpunt",
}


class Row(NamedTuple):
    """One field of both; `differs` where they do not say the same."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return " ".join(self.one.split()).casefold() != " ".join(self.other.split()).casefold()


def side_by_side(one: Advice, other: Advice) -> list[Row]:
    """The fields in which at least one of them says something: the answers first, in the order of the questions."""
    numbers = sorted({answer.question for advice in (one, other) for answer in advice.answers})
    rows = [Row(_question(number), _answer(one, number), _answer(other, number)) for number in numbers]
    rows += [Row(label, _told(one, name), _told(other, name)) for name, label in _FIELDS.items()]
    return [row for row in rows if row.one or row.other]


def told(advice: Advice) -> list[tuple[str, str]]:
    """One advice in words: label and what it says."""
    return [(row.label, row.one) for row in side_by_side(advice, advice)]


def _question(number: int) -> str:
    return f"Antwoord op deelvraag {number}" if number else "Antwoord"


def _answer(advice: Advice, number: int) -> str:
    return "\n".join(answer.words for answer in advice.answers if answer.question == number)


def _told(advice: Advice, name: str) -> str:
    value = getattr(advice, name)
    return in_words(value) if value else ""
