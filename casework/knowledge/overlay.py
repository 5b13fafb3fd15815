"""A pack that holds only what differs from a base: a municipality on a region (architecture idea 4).

What the overlay gives goes before the base, entry by entry and field by field (raw.py). It never takes an id away, and
of a rule that stops it may change the words only: when a family is held back is the same for every municipality.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from casework.codes import STOP_RULES
from casework.knowledge.folder import Say
from casework.knowledge.manifest import OF_ITS_OWN
from casework.knowledge.raw import Raw, laid_over
from casework.knowledge.rules import WHEN_IT_STOPS
from casework.mistakes import did_you_mean

Entries: TypeAlias = dict[str, list[Raw]]
"""What a folder holds, by kind."""


def _by_id(one: Raw) -> str:
    return one.name


_KEYS: Mapping[str, Callable[[Raw], str]] = {
    "manifest": lambda one: "manifest",
    "likeness": lambda one: "likeness",
    "texts": lambda one: one.file,
}


def laid_over_base(under: Entries, over: Entries, say: Say) -> Entries:
    """The entries of base and overlay as those of one pack: the base's in its order, then what is new."""
    base = {**under, "manifest": [_without_its_own(one) for one in under["manifest"]]}
    for one in over["rules"]:
        _keep_what_stops(one, say)
    return {kind: _joined(base[kind], mine, kind, say) for kind, mine in over.items()}


def _joined(under: list[Raw], over: list[Raw], kind: str, say: Say) -> list[Raw]:
    key = _KEYS.get(kind, _by_id)
    known = {key(one) for one in under} - {""}
    changed: dict[str, Raw] = {}
    new: list[Raw] = []
    for one in over:
        if key(one) in known and key(one) not in changed:
            changed[key(one)] = one
        elif kind not in _KEYS and key(one) in changed:
            where = ":".join(map(str, changed[key(one)].place(("id",))))
            say(one.place(("id",)), f"‘{one.name}’ bestaat al ({where}); geef dit een ander id")
        elif not _strays(one, known, kind, say):
            new.append(one)
    return [laid_over(one, changed[key(one)]) if key(one) in changed else one for one in under] + new


def _strays(one: Raw, known: set[str], kind: str, say: Say) -> bool:
    """Was this meant to change an entry of the base, and misspells its id? Anything new names its sources."""
    if kind in (*_KEYS, "sources") or not one.name or "sources" in one.data:
        return False
    guess = did_you_mean(one.name, known) or "; iets nieuws heeft alle velden nodig"
    say(one.place(("id",)), f"‘{one.name}’ staat niet in de basis{guess}")
    return True


def _without_its_own(manifest: Raw) -> Raw:
    """What a base says of itself alone (its version, say) is not said of the overlay."""
    if not isinstance(manifest.data, dict):
        return manifest
    return replace(manifest, data={name: value for name, value in manifest.data.items() if name not in OF_ITS_OWN})


def _keep_what_stops(rule: Raw, say: Say) -> None:
    for field in WHEN_IT_STOPS if rule.name in STOP_RULES else ():
        if field in rule.data:
            say(
                rule.place((field,)),
                f"{rule.name}, {field}: deze regel houdt tegen en is overal gelijk; verander hier alleen woorden",
            )
