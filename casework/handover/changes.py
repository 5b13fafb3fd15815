"""What differs between two versions of a handover, in words: from their twins, which hold what their reader may read.

What fell away is named by its sort and code, never by its words: it may have been taken out as nobody's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from casework.handover.blocks import Block, Document, Heading, Items, NewPage, Paragraph, Table, Text
from casework.handover.sections import SECTIONS
from casework.handover.twin_sent import Change
from casework.handover.words import extent_in_words, words
from casework.words import day_in_words

_TITLES = {section.code: section.title for section in SECTIONS}

# field of the twin: section, and what one entry (or the whole) is called
_PLACES: Mapping[str, tuple[str, str]] = {
    "recipient": ("H0", "ontvanger"),
    "contact": ("H0", "waar u ons bereikt"),
    "start_talk": ("H0", "eerste gesprek"),
    "three_to_know": ("H0", "wat u moet weten"),
    "young_person": ("H1", "jeugdige"),
    "people": ("H1", "persoon"),
    "custody": ("H1", "gezag"),
    "consents": ("H1", "toestemming"),
    "questions": ("H2", "vraag"),
    "goes_well": ("H3", "wat goed gaat"),
    "explanation": ("H4", "uitleg samen"),
    "safety": ("H5", "veiligheid"),
    "help_so_far": ("H6", "eerdere hulp"),
    "needs": ("H7", "wat nodig is"),
    "residual_need": ("H7", "wat de hulp moet doen"),
    "goals": ("H8", "doel"),
    "goal_scores": ("H8", "cijfer"),
    "less_and_stop": ("H9", "minderen en stoppen"),
    "decision": ("H10", "besluit"),
    "products": ("H10", "hulp"),
    "advice": ("H10", "advies"),
    "open_points": ("H10", "open punt"),
    "together": ("H12", "samenwerken"),
    "voice": ("H14", "mening over dit stuk"),
    "withheld": ("H0", "wat wij niet delen"),
}
_LABELS: Mapping[str, str] = {
    "words": "woorden", "what": "wat", "text": "woorden", "name": "naam", "role": "rol",
    "literally": "in eigen woorden", "rephrased": "samenvatting", "agreed": "akkoord", "asker": "van wie",
    "measured_by": "hoe gemeten", "need": "hoort bij",
    "start": "begin", "now": "nu", "target": "streven", "by": "uiterlijk", "owner": "van wie", "provider": "aanbieder",
    "provider_agb": "AGB-code", "delivery": "hoe geleverd", "covers": "hoort bij", "ijw": "hoeveel en hoelang",
    "product": "product", "end": "eind", "running": "loopt nog", "result": "resultaat", "gain": "winst",
    "helped": "wat hielp", "did_not_help": "wat niet hielp", "question": "hoort bij", "nature": "aard",
    "intensity": "hoe vaak", "months": "maanden", "own_share": "wat ouders doen", "network_share": "wat anderen doen",
    "own_capacity": "eigen kracht", "loose_end": "los eind", "extent": "welk deel", "why": "waarom",
    "conclusion": "conclusie", "review_date": "dag om opnieuw te kijken", "stop_criteria": "wanneer stoppen",
    "step_down": "hoe het minder wordt", "advice": "advies", "because": "omdat", "adviser": "adviseur",
    "discipline": "vak", "registration": "registratie", "given_on": "gegeven op", "valid_until": "geldig tot",
    "team_decision": "wat het team doet", "deviation_reason": "waarom anders", "decision": "besluit", "level": "niveau",
    "request": "wat wij vragen", "motivation": "waarom", "alternatives": "wat ook kon",
    "stay_alternatives": "in plaats van verblijf", "family_form_reason": "waarom geen gezinsvorm",
    "triage_reason": "waarom kort bekeken", "dissent": "wie anders denkt", "signed_by": "ondertekend door",
    "signer_registration": "registratie", "coordinator": "wie het overzicht houdt", "reviews": "dagen om te kijken",
    "plan_expected": "plan verwacht op", "read_by_child": "gelezen door jeugdige",
    "read_by_parents": "gelezen door ouders",
    "own_statement": "eigen verklaring", "verdict": "oordeel", "spoken_alone": "alleen gesproken",
    "agreements": "afspraken", "together": "uitleg", "alternative": "andere uitleg", "not_known": "wat wij niet weten",
    "agrees_child": "wat de jeugdige vindt", "agrees_parents": "wat ouders vinden", "birth_date": "geboortedatum",
    "age": "leeftijd", "person": "wie", "kind": "soort", "source": "van wie", "checked_on": "nagekeken op", "on": "dag",
    "purpose": "waarvoor", "outcome": "antwoord", "title": "punt", "score": "cijfer", "goal": "doel",
    "at_start": "bij de start", "who": "wie", "until": "tot", "otherwise": "als het niet lukt",
}  # fmt: skip
_NO_CHANGE = frozenset({"id", "code", "rule"})
"""A number in the thread may move when something comes before it; that changes nothing for who reads it."""


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """From the twin of one version to that of the next, in the order of the document. Numbers and days of the document
    itself are no change."""
    gone = _gone(before, after)
    found = [
        Change(section=_TITLES[code], kind="vervallen", what="dit onderdeel wordt niet meer gedeeld") for code in gone
    ]
    for name, (code, noun) in _PLACES.items():
        if code not in gone:
            found += _changes(_TITLES[code], noun, before.get(name), after.get(name))
    order = list(_TITLES.values())
    return tuple(sorted(found, key=lambda one: order.index(one.section)))


def with_changes(document: Document, found: Sequence[Change]) -> Document:
    """The document with what changed where its reader begins: after the cover, or before the first question."""
    version, head = document.cover.version, Heading("Wat is er veranderd?")
    note = f"Dit is versie {version}. Versie {version - 1} geldt niet meer."
    if not found:
        same = Paragraph((Text(f"{note} Verder is er niets anders."),))
        return _replaced(document, (same, *document.blocks), found)
    if document.reader == "provider":
        at = next((n + 1 for n, block in enumerate(document.blocks) if isinstance(block, NewPage)), 0)
        blocks = (*document.blocks[:at], head, Paragraph((Text(note),)), _table(version, found), *document.blocks[at:])
    else:
        at = next((n for n, block in enumerate(document.blocks) if isinstance(block, Heading)), 0)
        told = Items(tuple(Paragraph((Text(text),)) for text in in_plain_words(found)))
        blocks = (*document.blocks[:at], head, Paragraph((Text(note),)), told, *document.blocks[at:])
    return _replaced(document, blocks, found)


def in_plain_words(found: Sequence[Change]) -> list[str]:
    """Each change as a sentence a family can read."""
    return list(dict.fromkeys(map(_plainly, found)))


def _replaced(document: Document, blocks: tuple[Block, ...], found: Sequence[Change]) -> Document:
    cover = document.cover
    told = f"versie {cover.version}, in plaats van versie {cover.version - 1}"
    subtitle = f"{cover.subtitle} ({told})" if cover.subtitle else f"{told[0].upper()}{told[1:]}"
    document = replace(document, cover=replace(cover, subtitle=subtitle))  # the first page has no room for a block more
    return replace(document, blocks=blocks, data={**document.data, "changes": [one.model_dump() for one in found]})


def _table(version: int, found: Sequence[Change]) -> Table:
    rows = tuple((one.section, f"{one.what} ({one.kind})", one.before or "–", one.now or "–") for one in found)
    return Table(f"Anders dan in versie {version - 1}", ("Onderdeel", "Wat", "Was", "Is nu"), rows)


def _plainly(change: Change) -> str:
    what = re.sub(r" [VNDP]\d+\b", "", change.what)
    if change.kind == "erbij":
        return f"Erbij gekomen: {what}. {_quoted(change.now)}".strip()
    if change.kind == "vervallen":
        return f"Staat er niet meer in: {what}."
    was = f"Eerst stond er {_quoted(change.before)} " if change.before else ""
    return f"Veranderd: {what}. {was}Nu staat er {_quoted(change.now)}"


def _quoted(text: str) -> str:
    return f"‘{text.strip().rstrip('.')}’." if text.strip() else ""


def _gone(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The sections that went along before and are held back now."""
    was = {one["code"] for one in before.get("sections", ()) if one.get("shared")}
    return [one["code"] for one in after.get("sections", ()) if one["code"] in was and not one.get("shared")]


def _changes(section: str, noun: str, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    if _is_list_of_blocks(before) or _is_list_of_blocks(after):
        yield from _listed(section, noun, before or (), after or ())
    elif isinstance(before, dict) or isinstance(after, dict):
        yield from _inside(section, noun, before or {}, after or {}, bare=True)
    else:
        yield from _one(section, noun, before, after)


def _listed(section: str, noun: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    old, new = _by_key(before), _by_key(after)
    for key, one in new.items():
        if key not in old:
            yield Change(section=section, kind="erbij", what=_named(noun, one), now=_shown(_told(one)))
        else:
            yield from _inside(section, _named(noun, one), old[key], one)
    for key, one in old.items():
        if key not in new:
            yield Change(section=section, kind="vervallen", what=_named(noun, one))


def _inside(section: str, noun: str, before: Mapping[str, Any], after: Mapping[str, Any], *,
            bare: bool = False) -> Iterator[Change]:  # fmt: skip
    """bare: the block is the whole field, so that one label says enough."""
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if name not in _NO_CHANGE and _shown(old) != _shown(new):
            label = _LABELS.get(name, name)
            yield from _one(section, label if bare and name != "text" else f"{noun}: {label}", old, new)


def _one(section: str, what: str, before: Any, after: Any) -> Iterator[Change]:
    old, new = _shown(before), _shown(after)
    if old and new:
        yield Change(section=section, kind="veranderd", what=what, before=old, now=new)
    elif new:
        yield Change(section=section, kind="erbij", what=what, now=new)
    elif old:
        yield Change(section=section, kind="vervallen", what=what)


def _is_list_of_blocks(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(one, dict) for one in value)


def _by_key(entries: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """By id where there is one; else by what tells one entry from another."""
    found: dict[str, Mapping[str, Any]] = {}
    for one in entries:
        parts = [one.get(name) for name in ("person", "purpose", "goal", "on", "need", "name", "what", "rule")]
        key = str(one.get("id") or "|".join(str(part) for part in parts if part))
        while key in found:
            key += "+"
        found[key] = one
    return found


def _named(noun: str, one: Mapping[str, Any]) -> str:
    return f"{noun} {one['code']}" if one.get("code") else noun


def _told(one: Mapping[str, Any]) -> Any:
    names = ("words", "what", "literally", "rephrased", "name", "text", "title", "advice", "person", "score")
    return next((one[name] for name in names if one.get(name)), "")


def _shown(value: Any) -> str:
    """A value of the twin in Dutch words."""
    if isinstance(value, dict):
        if "text" in value:
            return _shown(value["text"])
        if "Ingangsdatum" in value:
            return _period(value)
        return "; ".join(shown for shown in map(_shown, value.values()) if shown)
    if isinstance(value, list | tuple):
        return "; ".join(shown for shown in map(_shown, value) if shown)
    if value is None or value == "":
        return ""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day_in_words(date.fromisoformat(value))
    return words(value)


def _period(product: Mapping[str, Any]) -> str:
    """What is allocated, as the pages say it: how much, from when, until when."""
    extent = product.get("Omvang") or {}
    much = extent_in_words(extent.get("Volume"), extent.get("Eenheid"), extent.get("Frequentie"), product.get("Budget"))
    start, end = _shown(product.get("Ingangsdatum")), _shown(product.get("Einddatum"))
    parts = (much, f"vanaf {start}" if start else "", f"tot en met {end}" if end else "")
    return ", ".join(part for part in parts if part)
