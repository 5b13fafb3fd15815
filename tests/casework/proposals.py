"""The example of Jesse, changed here and there, as a proposal for the back office."""

from __future__ import annotations

import json
from typing import Any

import resources
from casework.casefile import check
from casework.ijw.allocation import Allocation
from casework.ijw.propose import Proposed, propose
from tests.casework.families import TODAY, pack

EXAMPLES = sorted((resources.packs().parent / "examples").glob("*.json"))
JESSE = next(path for path in EXAMPLES if path.stem == "jesse")


def proposed(document: dict[str, Any]) -> Proposed:
    return propose(check(document, TODAY).settle(TODAY), pack())


def jesse(identity: dict[str, Any] | None = None, **product: Any) -> dict[str, Any]:
    """The example of Jesse; with None a field is not asked."""
    document = json.loads(JESSE.read_text(encoding="utf-8"))
    answers = document["answers"]
    for target, changes in ((answers["identity"], identity or {}), (answers["decision"]["products"][0], product)):
        for name, value in changes.items():
            target.pop(name, None)
            if value is not None:
                target[name] = value
    return document


def allocation(document: dict[str, Any]) -> Allocation:
    found = proposed(document)
    assert found.allocation is not None, found.unmet
    return found.allocation


def rules(document: dict[str, Any]) -> set[str]:
    return {one.rule for one in proposed(document).unmet}
