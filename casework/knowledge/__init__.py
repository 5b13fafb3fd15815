"""What the field knows, as data: knowledge packs with rules, checklists, reference clients and products.

`load` reads a pack and reports every mistake at once; conditions are held against `Facts`.
"""

from casework.knowledge.checklists import Checklist, ChecklistItem, Conclusion
from casework.knowledge.clients import Features, ReferenceClient
from casework.knowledge.expressions import UNKNOWN, Condition, Fact, Facts, PackFault, Unknown
from casework.knowledge.grammar import FactKind, FactsSchema
from casework.knowledge.likeness import Likeness
from casework.knowledge.loader import PackError, load
from casework.knowledge.manifest import Manifest, Source, version_order
from casework.knowledge.pack import Pack, in_force, schema, warnings
from casework.knowledge.products import Product
from casework.knowledge.providers import Provider
from casework.knowledge.provisions import Provision
from casework.knowledge.rules import Rule
from casework.knowledge.vignettes import Vignette

__all__ = [
    "UNKNOWN",
    "Checklist",
    "ChecklistItem",
    "Conclusion",
    "Condition",
    "Fact",
    "FactKind",
    "Facts",
    "FactsSchema",
    "Features",
    "Likeness",
    "Manifest",
    "Pack",
    "PackError",
    "PackFault",
    "Product",
    "Provider",
    "Provision",
    "ReferenceClient",
    "Rule",
    "Source",
    "Unknown",
    "Vignette",
    "in_force",
    "load",
    "schema",
    "version_order",
    "warnings",
]
