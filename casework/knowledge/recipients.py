"""What a recipient gets to read unless somebody chooses otherwise (need to know; brief §2.3, §7.4)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from casework.codes import RecipientRole, SectionCode
from casework.knowledge.entry import Entry, Text
from casework.mistakes import mistake

_ALWAYS = frozenset({"H0", "H14", "H16"})
"""The cover, the family's own statement and the rights go to everybody (casework/weighing/completeness)."""


class Recipient(Entry):
    """A sort of recipient. held_back: by section, why it stays here; it is printed in the document."""

    id: RecipientRole
    name: Text
    held_back: Annotated[dict[SectionCode, Text], Field(default_factory=dict)]

    @model_validator(mode="after")
    def _what_always_goes(self) -> Any:
        if never := sorted(_ALWAYS & self.held_back.keys()):
            raise mistake(f"{', '.join(never)} gaat altijd mee; haal dit weg bij ‘held_back’")
        return self
