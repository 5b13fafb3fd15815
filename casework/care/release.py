"""What keeps a pack from being released (features 42 and 116): told in Dutch, with the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from casework.care.content import changes
from casework.care.difference import difference, reasons
from casework.care.ids import ids
from casework.care.remarks import stops_missing
from casework.case import Case
from casework.codes import STOP_RULES
from casework.knowledge import Pack, version_order
from casework.knowledge.rules import WHEN_IT_STOPS
from casework.words import listed


def obstacles(new: Pack, old: Pack | None, families: Mapping[str, Case], today: date) -> tuple[str, ...]:
    """Everything in the way, empty when the pack may be released.

    old: the pack it comes after; for the first version of an overlay the base, for the first of a region none. Raises
    PackFault for a condition that cannot be weighed.
    """
    return (*stops_missing(new, today), *(_against(new, old, families, today) if old is not None else ()))


def _against(new: Pack, old: Pack, families: Mapping[str, Case], today: date) -> Iterator[str]:
    if new.id == old.id and version_order(new.version) <= version_order(old.version):
        yield f"versie {new.version} is niet nieuwer dan {old.version}; geef in manifest.yaml een hogere ‘version’"
    for gone in sorted(ids(old) - ids(new)):
        yield f"{gone} is weg; zet dit terug, en geef het ‘status: ingetrokken’ als het niet meer geldt"
    yield from _stops_otherwise(new, old)
    for flip in difference(old, new, families, today).unexplained:
        named = listed(list(filter(None, (flip.family, flip.rule))), last="of")
        yield f"{flip.words}; is dit zo bedoeld, zeg dan waarom onder ‘explained_flips’ (id: {named})"


def _stops_otherwise(new: Pack, old: Pack) -> Iterator[str]:
    """A rule that stops shows in hardly any family one compares with: its change is explained though nobody flips."""
    for change in changes(old, new):
        when = any(field.field in WHEN_IT_STOPS for field in change.fields)
        if change.kind == "regel" and change.id in STOP_RULES and when and change.id not in reasons(old, new):
            yield (
                f"wanneer {change.id} tegenhoudt, is veranderd; is dit zo bedoeld, zeg dan waarom onder "
                f"‘explained_flips’ (id: {change.id})"
            )
