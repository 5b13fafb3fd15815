"""What keeps a pack from being released (features 42 and 116): told in Dutch, with the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from casework.care.difference import difference
from casework.care.ids import ids
from casework.care.remarks import stops_missing
from casework.case import Case
from casework.knowledge import Pack, version_order
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
    for flip in difference(old, new, families, today).unexplained:
        named = listed(list(filter(None, (flip.family, flip.rule))), last="of")
        yield f"{flip.words}; is dit zo bedoeld, zeg dan waarom onder ‘explained_flips’ (id: {named})"
