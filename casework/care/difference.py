"""The difference between two packs: in content, and for whom the outcome flips (`ijkpunt pack diff`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field

from casework.answers import Frozen
from casework.care.content import Change, changes
from casework.care.outcomes import Outcome, of_case, of_client
from casework.case import Case
from casework.knowledge import Pack
from casework.words import counted, in_words

_SEVERITY = {"STOP": "houdt tegen", "ATTENTION": "vraagt aandacht", "TIP": "geeft een tip"}


class Flip(Frozen):
    """An outcome that is no longer what it was. family: a reference client or a practice family, by id.

    rule: only for a signal; old and new are then its severity, None where there is no signal. why: what the pack gives
    as the reason; empty where it gives none.
    """

    family: str
    title: str
    what: Literal["level", "conclusion", "signal"]
    rule: str = ""
    old: str | None = None
    new: str | None = None
    why: str = ""

    @property
    def words(self) -> str:
        """For a reader who has many families before them."""
        name = f"{self.family} ({self.title})" if self.title != self.family else self.family
        return f"{name}: {self.told}"

    @property
    def told(self) -> str:
        """Without the name, for whoever has the family itself open."""
        if self.what != "signal":
            label = "het niveau" if self.what == "level" else "de conclusie veranderbaar of blijvend"
            return f"{label} was {_code(self.old)} en wordt {_code(self.new)}"
        if self.old and self.new:
            return f"{self.rule} {_SEVERITY[self.new]}; eerst was dat: {_SEVERITY[self.old]}"
        return f"{self.rule} {'verschijnt' if self.new else 'verdwijnt'}"


class PackRef(Frozen):
    id: str
    version: str


class PackDifference(Frozen):
    """changes: in content. flips: in outcome, of the reference clients both packs have and of the practice families."""

    schema_: Literal["ijkpunt/pack-diff/1"] = Field(
        default="ijkpunt/pack-diff/1", alias="schema", serialization_alias="schema"
    )
    old: PackRef
    new: PackRef
    date: str
    changes: tuple[Change, ...]
    flips: tuple[Flip, ...]

    @property
    def unexplained(self) -> tuple[Flip, ...]:
        return tuple(flip for flip in self.flips if not flip.why)

    @property
    def words(self) -> tuple[str, ...]:
        """A summary line, then a line for each change and each flip; none ends in a full stop."""
        families = len({flip.family for flip in self.flips})
        head = (
            f"{self.old.id} {self.old.version} → {self.new.id} {self.new.version}: "
            f"{counted(len(self.changes), 'verandering', 'veranderingen')} in de inhoud, "
            f"een andere uitkomst voor {counted(families, 'gezin', 'gezinnen')}"
        )
        flips = (f"{flip.words}. {flip.why.rstrip('.') or 'Nog zonder uitleg'}" for flip in self.flips)
        return head, *(change.words for change in self.changes), *flips

    def as_json(self) -> dict[str, Any]:
        """As on the command line, with the words beside each change and flip."""
        found = self.model_dump(mode="json", by_alias=True)
        told: tuple[tuple[str, tuple[Change | Flip, ...]], ...] = (("changes", self.changes), ("flips", self.flips))
        for name, ones in told:
            found[name] = [{**data, "words": one.words} for data, one in zip(found[name], ones, strict=True)]
        return {**found, "unexplained": len(self.unexplained)}


def difference(old: Pack, new: Pack, families: Mapping[str, Case], today: date) -> PackDifference:
    """What changed from old to new, and for whom. families: practice families by id.

    Raises PackFault for a condition that cannot be weighed.
    """
    why = reasons(old, new)
    return PackDifference(
        old=PackRef(id=old.id, version=old.version),
        new=PackRef(id=new.id, version=new.version),
        date=today.isoformat(),
        changes=changes(old, new),
        flips=tuple(
            flip.model_copy(update={"why": why.get(flip.family) or why.get(flip.rule, "")})
            for flip in _flips(old, new, families, today)
        ),
    )


def reasons(old: Pack, new: Pack) -> dict[str, str]:
    """Why, by the id of a family or rule, as the new pack gives it.

    An explanation that stood in the old pack already was about an earlier difference and explains nothing now.
    """
    told = old.manifest.explained_flips if old.id == new.id else ()
    return {one.id: one.why for one in new.manifest.explained_flips if one not in told}


def _flips(old: Pack, new: Pack, families: Mapping[str, Case], today: date) -> Iterator[Flip]:
    for name, client in old.reference_clients.items():
        if name in new.reference_clients:
            # the same family twice: how the client itself was rewritten stands among the changes
            yield from flipped(name, client.title, of_client(client, old, today), of_client(client, new, today))
    for name, case in families.items():
        yield from flipped(name, name, of_case(case, old, today), of_case(case, new, today))


def flipped(family: str, title: str, old: Outcome, new: Outcome) -> Iterator[Flip]:
    """Every way in which one family's outcome differs."""
    if old.level != new.level:
        yield Flip(family=family, title=title, what="level", old=old.level, new=new.level)
    if old.conclusion != new.conclusion:
        yield Flip(family=family, title=title, what="conclusion", old=old.conclusion, new=new.conclusion)
    for rule in dict.fromkeys((*old.signals, *new.signals)):
        before, after = old.signals.get(rule), new.signals.get(rule)
        if before != after:
            yield Flip(family=family, title=title, what="signal", rule=rule, old=before, new=after)


def _code(value: str | None) -> str:
    return "nog onbekend" if value is None else f"‘{in_words(value.lower())}’"
