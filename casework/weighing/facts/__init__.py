"""The facts: named scalars derived from a case as it counts, on a day, with a pack (contract: facts)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from casework.answers import Unanswered
from casework.case import SettledCase
from casework.knowledge import FactsSchema, Pack
from casework.knowledge.clients import ReferenceClient
from casework.knowledge.grammar import KNOWN
from casework.steps import FLOW
from casework.steps.comparison import Comparison
from casework.weighing.checklists import ChecklistOutcome

# isort: off
from casework.weighing.facts import (  # noqa: F401 (each declares its facts, in the order of the steps)
    arrival,
    family,
    safety,
    problems,
    help_so_far,
    needs,
    possibilities,
    level,
    expert_advice,
    decision,
    handing_over,
    following,
    prolonging,
    routes,
    checklists,
)
from casework.weighing.facts.registry import FACTS, Fact, FactSource, Value, kind_of, told
# isort: on

__all__ = [
    "FACTS",
    "Fact",
    "FactSource",
    "checklists_of",
    "chosen_clients",
    "derive",
    "derived",
    "do_not_apply",
    "kinds",
    "schema",
    "told",
]


def derive(case: SettledCase, pack: Pack, extra: Mapping[str, Any]) -> dict[str, Value]:
    """Every fact that is known, by name; what is not known is absent.

    extra: what the weighing found before the rules, by the name of its fact (see FactSource). Pure, and never raises.
    """
    return derived(FactSource(case, pack, extra))


def derived(given: FactSource) -> dict[str, Value]:
    """As `derive`, for who needs the source as well."""
    found = ((name, fact.derive(given)) for name, fact in FACTS.items())
    return {name: value for name, value in found if value is not None}


def checklists_of(case: SettledCase, pack: Pack) -> Mapping[str, ChecklistOutcome]:
    """What the open checklists b to g come to, by id. Raises PackFault for a condition that cannot be weighed."""
    return FactSource(case, pack, {}).checklists


@cache
def kinds() -> FactsSchema:
    """What each fact holds, for checking conditions: a choice of texts, or a kind."""
    return {name: kind_of(fact) for name, fact in FACTS.items()}


def schema() -> list[dict[str, Any]]:
    """Name, type, meaning, source and options of each fact, for `ijkpunt schema facts`; with its `known_<fact>`."""
    return [
        {
            "name": name,
            "type": fact.kind,
            "meaning": fact.meaning,
            "source": ", ".join(fact.reads),
            "options": list(fact.options),
            "known": KNOWN + name,
        }
        for name, fact in FACTS.items()
    ]


def do_not_apply(case: SettledCase) -> frozenset[str]:
    """The facts whose question does not apply in this case: what rests on them need not be found out."""
    return frozenset(name for name, fact in FACTS.items() if _set_aside(case, fact.reads[0]))


def _set_aside(case: SettledCase, path: str) -> bool:
    step, _, field = path.partition(".")
    if step not in FLOW.by_id:
        return False
    said = case.of(FLOW.by_id[step].answers).answer(field)
    return isinstance(said, Unanswered) and said.unanswered == "not_applicable"


def chosen_clients(case: SettledCase, pack: Pack) -> Sequence[ReferenceClient]:
    """The reference clients that people chose to compare with, as far as the pack has them."""
    chosen = case.of(Comparison).chosen.known or ()
    return [pack.reference_clients[name] for name in chosen if name in pack.reference_clients]
