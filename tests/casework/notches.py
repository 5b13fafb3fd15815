"""Every number that the weighing reads from the pack, and the same pack with one of them a notch higher or lower.

A notch is the smallest step somebody would make: 1 of whatever is counted (days, months, years, points, weights), 0.05
of a share, 0.25 of a mean load. A notch the pack would refuse (a weight of 0, an age below 0) is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from casework.knowledge import Condition, Pack
from casework.knowledge.expressions import compile_condition
from casework.weighing import facts as case_facts
from tests.casework.families import pack

_NUMBER = re.compile(r"\"[^\"]*\"|'[^']*'|(?<![\w.])(\d+(?:\.\d+)?)(?![\w.])")
_SHARES = ("answered_share", "chronic_min", "chronic_margin", "changeable_min", "changeable_margin", "no_gain_max")
_STEPS = {**dict.fromkeys(_SHARES, 0.05), "respite_overload_mean": 0.25}
_SHARE = 0.05


class Notch(NamedTuple):
    """of: the rule, checklist, question, setting or product. place: which number of it. way: `+` or `-`.

    made: the pack with it.
    """

    of: str
    place: str
    way: str
    made: Callable[[], Pack]

    @property
    def name(self) -> str:
        return f"{self.of} {self.place} {self.way}".replace("  ", " ")


def all_notches() -> list[Notch]:
    return [*of_rules(), *of_checklists(), *of_settings(), *of_likeness(), *of_products()]


def of_rules() -> Iterator[Notch]:
    for rule in pack().rules.values():
        for place, way, condition in _conditions(rule.when):
            changed = rule.model_copy(update={"when": condition})
            yield Notch(rule.id, place, way, _with("rules", rule.id, changed))


def of_checklists() -> Iterator[Notch]:
    """When a checklist opens, when a question in it is asked, and what a question weighs."""
    for checklist in pack().checklists.values():
        for place, way, condition in _conditions(checklist.opens_when):
            changed = checklist.model_copy(update={"opens_when": condition})
            yield Notch(checklist.id, place, way, _with("checklists", checklist.id, changed))
        for number, item in enumerate(checklist.items):
            for place, way, condition in _conditions(item.applies):
                yield Notch(item.id, place, way, _with_item(checklist.id, number, {"applies": condition}))
            for way, weight in _both(item.weight or 0, 1):
                if item.weight is not None and 1 <= weight <= 3:
                    yield Notch(item.id, "weight", way, _with_item(checklist.id, number, {"weight": weight}))


def of_settings() -> Iterator[Notch]:
    settings = pack().manifest.settings
    for name, value in settings.items():
        for way, changed in _both(value, _STEPS.get(name, 1)):
            manifest = pack().manifest.model_copy(update={"settings": {**settings, name: changed}})
            yield Notch(name, "", way, lambda manifest=manifest: replace(pack(), manifest=manifest))  # type: ignore[misc]


def of_likeness() -> Iterator[Notch]:
    likeness = pack().likeness
    for part, step in (("weights", 1.0), ("thresholds", _SHARE)):
        numbers: Mapping[str, float] = getattr(likeness, part)
        for name, value in numbers.items():
            for way, changed in _both(value, step):
                made = likeness.model_copy(update={part: {**numbers, name: changed}})
                yield Notch(name, "likeness", way, lambda made=made: replace(pack(), likeness=made))  # type: ignore[misc]


def of_products() -> Iterator[Notch]:
    """Of a product only the ages stand in a rule; how long it lasts is told, and weighed by nobody."""
    for product in pack().products.values():
        for end in ("min", "max"):
            for way, years in _both(getattr(product.age, end), 1):
                if 0 <= years <= 23:
                    changed = product.model_copy(update={"age": product.age.model_copy(update={end: int(years)})})
                    yield Notch(product.id, end, way, _with("products", product.id, changed))


def _both(value: float, step: float) -> Iterator[tuple[str, float]]:
    yield "+", round(value + step, 9)
    yield "-", round(value - step, 9)


def _conditions(when: Condition | None) -> Iterator[tuple[str, str, Condition]]:
    """Each number in a condition: its place among them and its value, the way, and the condition with the notch."""
    source = when.source if when is not None else ""
    numbers = [found for found in _NUMBER.finditer(source) if found[1]]
    for place, found in enumerate(numbers, start=1):
        for way, value in _both(float(found[1]), 1):
            changed = f"{source[: found.start()]}{value:g}{source[found.end() :]}"
            yield f"{place}: {found[1]}", way, compile_condition(changed, case_facts.kinds())


def _with(kind: str, id_: str, changed: Any) -> Callable[[], Pack]:
    return lambda: replace(pack(), **{kind: {**getattr(pack(), kind), id_: changed}})


def _with_item(checklist: str, number: int, changes: Mapping[str, Any]) -> Callable[[], Pack]:
    before = pack().checklists[checklist]
    items = list(before.items)
    items[number] = items[number].model_copy(update=changes)
    return _with("checklists", checklist, before.model_copy(update={"items": tuple(items)}))
