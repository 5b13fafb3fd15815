"""What the field knows, as data: knowledge packs with rules, checklists, reference clients and products.

`load` reads a pack and reports every mistake at once; conditions are held against `Facts`.
"""
from casework.knowledge.expressions import UNKNOWN, Condition, Fact, Facts, PackFault, Unknown
from casework.knowledge.grammar import FactKind, FactsSchema
from casework.knowledge.loader import PackError, load
from casework.knowledge.pack import Pack, in_force, schema, warnings

__all__ = [
    "UNKNOWN", "Condition", "Fact", "FactKind", "Facts", "FactsSchema", "Pack", "PackError", "PackFault", "Unknown",
    "in_force", "load", "schema", "warnings",
]
