"""How a list of records is worded and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from desktop.cases.open_case import OpenCase
from desktop.flow.card_part import CardPart

Note = Callable[[OpenCase, str], str]
"""What is still loose about a record (by id), in a few words; empty where nothing is."""

Drawn = Callable[[OpenCase, str], QWidget | None]
"""A drawing of a record (by id) for its closed card; None where there is nothing to draw."""

Inside = Callable[[OpenCase, str, QWidget], CardPart]
"""Makes a part inside the open card of a record (by id), with its parent."""

FromCase = Callable[[OpenCase], Mapping[str, str]]
"""What a question offers in this case: by key, in words."""


@dataclass(frozen=True)
class ListWords:
    """How a list is worded: the question, one record, and a label for each question in a record.

    code: the letter of the thread (V, N, D, P) or nothing. empty: a bold line and a line that says what to ask.
    none: the words of "there are none", where an empty list is a full answer. options: other words for options.
    choices: what a text can be taken from, or which of its options a choice has in this case.
    """

    text: str
    one: str
    labels: Mapping[str, str]
    empty: tuple[str, str]
    code: str = ""
    none: str = ""
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    choices: Mapping[str, FromCase] = field(default_factory=dict)
    title: Sequence[str] = ()
    """The questions that give a card its title, the first answered one; else the first text or choice."""
    quoted: bool = False
    """The title is somebody's own words."""
    told: Mapping[str, str] = field(default_factory=dict)
    """The questions a closed card tells, with the word before each."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """A head above a question and those after it."""
    opened_by: Mapping[str, str] = field(default_factory=dict)
    """A question that stays closed until another of the record is answered: data minimisation."""
    note: Note | None = None
    drawn: Drawn | None = None
    inside: Mapping[str, Inside] = field(default_factory=dict)
    """A part of the page's own, before the question of that name."""
