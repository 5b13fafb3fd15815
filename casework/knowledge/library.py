"""Looking through the reference clients: by problem area, level, age, words, and those that lie on a border."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.knowledge.clients import ReferenceClient
from casework.knowledge.pack import Pack, in_force


@dataclass(frozen=True)
class Wanted:
    """What one looks for; what is left open asks nothing. age in whole years; words must all occur somewhere."""

    area: str = ""
    level: str = ""
    age: int | None = None
    words: str = ""
    border: bool = False


def find(pack: Pack, wanted: Wanted, today: date) -> list[ReferenceClient]:
    """The reference clients in force that fit, in the order of the pack."""
    return [one for one in in_force(pack.reference_clients, today) if _fits(one, wanted, pack)]


def on_a_border(client: ReferenceClient) -> bool:
    """Has neighbours on both sides: somewhat lighter came out lower, somewhat heavier came out higher."""
    return {"hoger", "lager"} <= {one.direction for one in client.neighbours}


def moments(client: ReferenceClient, pack: Pack) -> Sequence[ReferenceClient]:
    """The moments of the life this reference client is one of, in order; empty where it stands by itself."""
    if client.moment_of is None:
        return ()
    line = client.moment_of.line
    found = [one for one in pack.reference_clients.values() if one.moment_of and one.moment_of.line == line]
    return sorted(found, key=lambda one: one.moment_of.order if one.moment_of else 0)


def _fits(client: ReferenceClient, wanted: Wanted, pack: Pack) -> bool:
    return (
        wanted.area in ("", client.problem_area)
        and wanted.level in ("", client.level)
        and (wanted.age is None or client.age.min <= wanted.age <= client.age.max)
        and (not wanted.border or on_a_border(client))
        and all(word in _told(client, pack) for word in wanted.words.casefold().split())
    )


def _told(client: ReferenceClient, pack: Pack) -> str:
    """All its words, and those of its help and its features."""
    labels = pack.likeness.value_labels.get("target_groups", {})
    groups = (labels.get(one, one) for one in client.features.target_groups or ())
    helps = (pack.products[one].name for one in client.fitting_help)
    own = (client.title, client.story, client.child_voice or "", client.parent_voice or "", client.extent,
           client.why_here, client.learning or "", client.id)  # fmt: skip
    return " ".join((*own, *client.try_first, *client.contra_indications, *groups, *helps)).casefold()
