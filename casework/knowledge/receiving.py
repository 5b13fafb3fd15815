"""What the receiving side needs to begin, per kind of help (brief §6.3 `overdracht_extra`, §7.2, §7.3)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from casework.knowledge.entry import Data, Entry, NotEmpty, Path, ProductId, Text
from casework.mistakes import mistake


class Wish(Data):
    """An answer the receiver waits for: `path` of a question (`step.field`, `step.list.field`), in words, and why."""

    path: Path
    what: Text
    why: Text


class Receiving(Entry):
    """A kind of help, its products (none named: all of them), and what a handover for it tells."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=40)]
    name: Text
    products: tuple[ProductId, ...] = ()
    wishes: Annotated[tuple[Wish, ...], NotEmpty]

    @model_validator(mode="after")
    def _questions(self) -> Any:
        if loose := next((one.path for one in self.wishes if "." not in one.path), None):
            raise mistake(f"‘{loose}’ is een stap; noem het veld, zoals ‘{loose}.veld’")
        return self
