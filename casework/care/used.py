"""The facts the rules of a pack read: what the weighing uses of a case."""

from __future__ import annotations

from datetime import date

from casework.knowledge import Pack, in_force
from casework.weighing.facts import FACTS, Fact


def used_facts(pack: Pack, today: date) -> list[Fact]:
    """Every fact read by a rule in force or by the boundary of a reference client, in the order of the steps."""
    read = {name for rule in in_force(pack.rules, today) for name in rule.when.depends_on}
    clients = in_force(pack.reference_clients, today)
    read |= {name for client in clients for boundary in client.not_when for name in boundary.when.depends_on}
    return [fact for name, fact in FACTS.items() if name in read]
