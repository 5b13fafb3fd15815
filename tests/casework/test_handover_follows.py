"""What the weighing makes of an answer that stays here stays here too: in every example, step by step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import resources
from casework.casefile import check
from casework.handover import compose
from casework.handover.blocks import Document, Origin, Table, Withheld
from casework.handover.need_to_know import may_be_held_back
from casework.handover.plain import plain
from casework.steps import FLOW
from casework.weighing.assess import assess
from tests.casework.edited_pack import shipped
from tests.casework.handover_family import TODAY

EXAMPLES = {
    one.name.removesuffix(".json"): json.loads(one.read_text(encoding="utf-8"))
    for one in sorted(resources.examples().iterdir(), key=lambda one: one.name)
    if one.name.endswith(".json")
}
LONG = 25
"""Letters from which a text is somebody's and no code."""


def of(document: dict[str, Any]) -> Document:
    case, pack = check(document, TODAY), shipped()
    return compose(case.settle(TODAY), assess(case, pack, TODAY), pack)


def holding(document: dict[str, Any], paths: list[str]) -> Document:
    changed = deepcopy(document)
    away = [{"id": f"u{n}", "where": path, "reason": "Omdat."} for n, path in enumerate(paths)]
    changed["answers"].setdefault("handover", {})["statements"] = away
    return of(changed)


def without(document: dict[str, Any], paths: list[str]) -> dict[str, Any]:
    """The case file of somebody who never wrote these answers down."""
    changed = deepcopy(document)
    for path in paths:
        step, name, *inside = path.split(".")
        if step == "people":
            person = next(one for one in changed["people"] if one["id"] == name)
            person.pop(inside[0], None)
        elif not inside:
            changed["answers"].get(step, {}).pop(name, None)
        else:
            given = changed["answers"].get(step, {}).get(name)
            records = given["value"] if isinstance(given, dict) else given or []
            for record in records:
                if isinstance(record, dict) and record.get("id") == inside[0]:
                    record.pop(inside[1], None)
    return changed


def origins(value: Any) -> Iterator[str]:
    if isinstance(value, Origin):
        yield value.path
    elif isinstance(value, tuple | list):
        for one in value:
            yield from origins(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from origins(getattr(value, field.name))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != "id":
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def derived(document: Document) -> set[str]:
    """What the weighing says in a document: open points, what the reasons miss, what checklists came to."""
    data: Any = document.data
    found = {one["title"] for one in data.get("open_points", ())}
    for block in document.blocks:
        if isinstance(block, Table) and block.caption.startswith("De redenen in vijf"):
            for row in block.rows:
                missing = row[block.head.index("Nog niet compleet")] if "Nog niet compleet" in block.head else ""
                found |= {one.strip() for one in missing.split(";") if one.strip()}
                found |= {row[1]} if row[0].startswith("Checklijst") else set()
    return found


def by_step(document: Document) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = {}
    for path in sorted(set(origins((document.cover, document.blocks)))):
        if may_be_held_back(path):
            paths.setdefault(path.partition(".")[0], []).append(path)
    return paths


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_stays_here_is_in_no_sentence_and_in_nothing_the_weighing_makes_of_it(name: str) -> None:
    document = EXAMPLES[name]
    for step, paths in by_step(of(document)).items():
        held = holding(document, paths)
        rest = without(document, paths)
        elsewhere = "\n".join(texts(rest))
        everything = plain(held) + "".join(texts(json.loads(json.dumps(held.data))))
        gone = [text for text in texts(document) if len(text) >= LONG and text not in elsewhere]
        assert not [text for text in gone if text.rstrip(".") in everything], step
        assert derived(held) <= derived(of(rest)), step


def overburdened() -> dict[str, Any]:
    document = deepcopy(EXAMPLES["jesse"])
    own = document["answers"]["own_capacity"]["own_capacity"][0]
    own |= {"sufficient": "voldoende", "caregiver_capacity": "overbelast"}
    return document


def test_an_open_point_that_rests_on_it_is_counted_and_not_told() -> None:
    point = "Eigen kracht heet voldoende, maar de ouders zijn overbelast"
    document = overburdened()
    record = document["answers"]["own_capacity"]["own_capacity"][0]["id"]
    assert point in plain(of(document))
    held = holding(document, [f"own_capacity.own_capacity.{record}.sufficient"])
    assert point not in plain(held) + json.dumps(held.data, ensure_ascii=False)
    why = "Dit gaat over iets wat wij niet delen. Vraag het ons."
    assert ("1 open punt", why) in [(one.what, one.why) for one in held.blocks if isinstance(one, Withheld)]


def test_an_open_point_about_a_section_that_stays_here_stays_here_too() -> None:
    point = "Eigen kracht heet voldoende, maar de ouders zijn overbelast"
    document = overburdened()
    document["answers"]["handover"]["sections"] = [{"id": "k", "section": "H7", "shared": False, "reason": "Privé."}]
    held = of(document)
    assert point not in plain(held) + json.dumps(held.data, ensure_ascii=False)
    assert "1 open punt" in [one.what for one in held.blocks if isinstance(one, Withheld)]


def test_steps_and_examples_are_there() -> None:
    """So that the first test cannot pass on nothing."""
    told = {step for document in EXAMPLES.values() for step in by_step(of(document))}
    assert len(EXAMPLES) > 10 and len(told & set(FLOW.by_id)) > 8
