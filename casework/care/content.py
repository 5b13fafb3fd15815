"""The content of two packs laid side by side: what is new, changed or withdrawn, field by field, in Dutch words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from casework.answers import Frozen
from casework.knowledge import Pack
from casework.words import in_words, listed

Fields: TypeAlias = Mapping[str, Any]
Content: TypeAlias = Mapping[tuple[str, str], Fields]
"""Everything in a pack by kind and id, each as a flat map from field to value."""

How = Literal["added", "changed", "withdrawn", "restored", "removed"]
_HOW: Mapping[How, str] = {
    "added": "nieuw",
    "changed": "veranderd",
    "withdrawn": "ingetrokken",
    "restored": "niet meer ingetrokken",
    "removed": "weggehaald",
}
_THE_PACK = "pakket"
_OF_THE_PACK = (
    "title", "valid_from", "valid_until", "owner", "region", "extends", "municipality", "villages", "villages_in",
)  # fmt: skip
_LONGEST = 160
_LABELS: Mapping[str, str] = {
    "action": "actie",
    "age": "leeftijd",
    "conclusions": "conclusie",
    "contra_indications": "tegenaanwijzingen",
    "direction": "richting",
    "extends": "basis",
    "features": "kenmerk",
    "fitting_help": "passende hulp",
    "items": "vraag",
    "level": "niveau",
    "lifted_by": "opgeheven door",
    "municipality": "gemeente",
    "neighbours": "buur",
    "next": "wat nu",
    "not_when": "wanneer niet",
    "one_suffices": "één antwoord is genoeg",
    "opens_when": "gaat open bij",
    "own_capacity_article": "artikel over eigen kracht",
    "ordinance": "verordening",
    "owner": "eigenaar",
    "purpose": "doel",
    "region": "regio",
    "rests_on": "rust op",
    "severity": "ernst",
    "shows": "getoonde gegevens",
    "sources": "bronnen",
    "status": "status",
    "stop_criteria": "stopcriteria",
    "story": "verhaal",
    "text": "tekst",
    "title": "titel",
    "try_first": "eerst proberen",
    "valid_from": "geldig vanaf",
    "valid_until": "geldig tot en met",
    "villages": "dorpen",
    "villages_in": "gemeente van de dorpen",
    "weight": "gewicht",
    "when": "voorwaarde",
    "why_here": "waarom hier",
}


class FieldChange(Frozen):
    """One field, with what stood there and what stands there now; None where there was or is nothing."""

    field: str
    old: Any = None
    new: Any = None

    @property
    def words(self) -> str:
        """voorwaarde: was ‘a > 2’, wordt ‘a > 3’."""
        label = " ".join(_LABELS.get(part, part) for part in self.field.split("."))
        if self.old is None:
            return f"{label}: nieuw, {_quoted(self.new)}"
        if self.new is None:
            return f"{label}: vervalt, was {_quoted(self.old)}"
        return f"{label}: was {_quoted(self.old)}, wordt {_quoted(self.new)}"


class Change(Frozen):
    """What happened to one entry. kind and id as in the YAML files."""

    kind: str
    id: str
    how: How
    fields: tuple[FieldChange, ...] = ()

    @property
    def words(self) -> str:
        name = _LABELS.get(self.id, self.id) if self.kind == _THE_PACK else self.id
        head = f"{self.kind} {name} is {_HOW[self.how]}"
        told = self.fields if self.how in ("changed", "restored") else ()
        return f"{head}. {'; '.join(field.words for field in told)}" if told else head


def changes(old: Pack, new: Pack) -> tuple[Change, ...]:
    """What differs in content, in the order of the new pack; the version of the pack itself is no change."""
    before, after = content(old), content(new)
    found = (_change(key, before.get(key), after.get(key)) for key in dict.fromkeys((*after, *before)))
    return tuple(one for one in found if one is not None)


def content(pack: Pack) -> Content:
    """Everything in a pack by kind and id."""
    manifest, likeness = pack.manifest, pack.likeness
    kinds: Sequence[tuple[str, Mapping[str, BaseModel]]] = (
        ("bron", pack.sources),
        ("regel", pack.rules),
        ("vragenlijst", pack.checklists),
        ("ijkcliënt", pack.reference_clients),
        ("product", pack.products),
        ("voorziening", pack.provisions),
        ("oefensituatie", pack.vignettes),
        ("ontvanger", pack.recipients),
        ("aanbieder", pack.providers),
        ("eis van ontvangers", pack.receiving),
        ("noodnummer", {one.id: one for one in manifest.emergency_numbers}),
        ("gemeente", {one.code: one for one in manifest.municipalities}),
    )
    values: Sequence[tuple[str, Mapping[str, Any]]] = (
        (_THE_PACK, {name: getattr(manifest, name) for name in _OF_THE_PACK}),
        ("instelling", manifest.settings),
        ("niveau", dict[str, str]((*manifest.level_labels.items(), *manifest.gfm_labels.items()))),
        ("gewicht", likeness.weights),
        ("grens", likeness.thresholds),
        ("kenmerk", likeness.labels),
        ("kenmerkwoord", _joined(likeness.value_labels)),
        ("tekst", _joined(pack.texts)),
    )
    entries = {(kind, key): dict(_flat(one.model_dump())) for kind, of in kinds for key, one in of.items()}
    return entries | {(kind, key): dict(_flat(value, "waarde")) for kind, of in values for key, value in of.items()}


def _joined(nested: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {f"{outer}.{inner}": text for outer, texts in nested.items() for inner, text in texts.items()}


def _flat(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Fields by dotted name, as JSON has them; in a list whose elements have an id or code, each goes by that."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(inner, f"{at}.{name}" if at else name)
    elif isinstance(value, tuple) and value and all(_key(one) for one in value):
        for one in value:
            yield from _flat(one, f"{at}.{_key(one)}")
    elif isinstance(value, frozenset):
        yield at, sorted(value)  # a set has no order of its own to differ in
    elif value is not None:
        yield at, to_jsonable_python(value)


def _key(element: Any) -> str:
    return str(element.get("id") or element.get("code") or "") if isinstance(element, dict) else ""


def _change(key: tuple[str, str], old: Fields | None, new: Fields | None) -> Change | None:
    kind, name = key
    if old is None or new is None:
        return Change(kind=kind, id=name, how="removed" if new is None else "added")
    fields = tuple(
        FieldChange(field=field, old=old.get(field), new=new.get(field))
        for field in dict.fromkeys((*old, *new))
        if old.get(field) != new.get(field)
    )
    if not fields:
        return None
    return Change(kind=kind, id=name, how=_how(old.get("status"), new.get("status")), fields=fields)


def _how(old: object, new: object) -> How:
    if (old == "ingetrokken") == (new == "ingetrokken"):
        return "changed"
    return "withdrawn" if new == "ingetrokken" else "restored"


def _quoted(value: Any) -> str:
    return f"‘{shown}’" if (shown := _shown(value)) else "leeg"


def _shown(value: Any) -> str:
    plain = in_words(value) if isinstance(value, bool) else value
    if isinstance(value, list):
        plain = listed([_shown(one) for one in value])
    elif isinstance(value, float):
        plain = f"{value:g}".replace(".", ",")
    text = " ".join(str(plain).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
