"""What stands on the pages, inside the data: from the JSON twin alone the same document can be made again.

It holds what this reader reads and no more: the blocks after withholding and masking, without the paths into the case.
"""

from __future__ import annotations

from types import NoneType
from typing import Any, get_args

from pydantic import TypeAdapter, model_serializer, model_validator

from casework.answers import Frozen
from casework.handover import blocks as b
from casework.mistakes import mistake


class Told(Frozen):
    """One block under the name of its kind; exactly one is filled."""

    heading: b.Heading | None = None
    paragraph: b.Paragraph | None = None
    facts: b.Facts | None = None
    items: b.Items | None = None
    table: b.Table | None = None
    callout: b.Callout | None = None
    thread: b.Thread | None = None
    goal: b.Goal | None = None
    goal_trend: b.GoalTrend | None = None
    timeline: b.Timeline | None = None
    network_map: b.NetworkMap | None = None
    withheld: b.Withheld | None = None
    new_page: b.NewPage | None = None

    @model_validator(mode="after")
    def _one(self) -> Told:
        if len(self.model_fields_set) != 1 or self.block is None:
            raise mistake("dit blok heeft geen soort, of meer dan één; haal het bestand opnieuw uit de overdracht")
        return self

    @model_serializer
    def _filled(self) -> dict[str, Any]:
        told = _WRITERS[type(self.block)].dump_python(self.block, mode="json", exclude_defaults=True)
        return {_NAMES[type(self.block)]: _without_paths(told)}

    @property
    def block(self) -> b.Block:
        block: b.Block = getattr(self, next(iter(self.model_fields_set)))
        return block


class Page(Frozen):
    """The cover and the blocks, in the order they are read, and for whom where that is not the reader alone."""

    cover: b.Cover
    blocks: tuple[Told, ...]
    for_whom: str = ""


_NAMES: dict[type[b.Block], str] = {
    kind: name for name, told in Told.model_fields.items() for kind in get_args(told.annotation) if kind is not NoneType
}
_WRITERS = {kind: TypeAdapter[Any](kind) for kind in _NAMES}


def page_of(cover: b.Cover, blocks: tuple[b.Block, ...], for_whom: str = "") -> Page:
    """The page of a document, final as it is."""
    told = tuple(Told.model_validate({_NAMES[type(block)]: block}) for block in blocks)
    return Page(cover=cover, blocks=told, for_whom=for_whom)


def _without_paths(value: Any) -> Any:
    """Where in the case a sentence came from is of the window alone."""
    if isinstance(value, dict):
        bare = {key: _without_paths(item) for key, item in value.items() if key != "path"}
        return {key: item for key, item in bare.items() if key != "origins" or any(item)}
    return [_without_paths(item) for item in value] if isinstance(value, list) else value
