"""A checklist of the brief's §4: questions with the direction an answer points in, and the conclusions they lead to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from casework.knowledge.codes import ChecklistId, Direction
from casework.knowledge.entry import Data, Entry, NotEmpty, SourceId, Text, each_once
from casework.knowledge.expressions import When


class ChecklistItem(Data):
    """One question. weight: 1 to 3, none for what only opens, brakes or redirects. applies: always, if left out."""

    id: Annotated[str, Field(pattern=r"^[A-Z]{1,4}\d{1,2}[a-z]?$")]
    text: Text
    direction: Direction | None = None
    weight: Annotated[int, Field(ge=1, le=3)] | None = None
    applies: When | None = None
    source: SourceId | None = None


class Conclusion(Data):
    """What the answers come to, in words, and what to do then. Which one holds is weighed, not written here."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
    title: Text
    text: Text
    next: tuple[Text, ...] = ()


class Checklist(Entry):
    id: ChecklistId
    title: Text
    purpose: Text
    moment: Text
    items: Annotated[tuple[ChecklistItem, ...], NotEmpty, each_once(lambda item: item.id, "vraag")]
    conclusions: Annotated[tuple[Conclusion, ...], each_once(lambda one: one.code, "conclusie")] = ()
