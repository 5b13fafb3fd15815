"""H16. The family's rights, on a page of their own, in the words of the knowledge pack.

texts/rights.yaml speaks to parents (u), texts/rights-youth.yaml to the young person (je).
"""

from __future__ import annotations

from casework.handover.blocks import Heading
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark


def blocks(m: Material) -> Blocks:
    yield from rights(m, "rights")


def rights(m: Material, name: str) -> Blocks:
    """Each right is a title on the first line and plain sentences below it."""
    found = m.pack.texts.get(name, {}) if m.pack else {}
    for text in found.values():
        title, _, body = text.strip().partition("\n")
        if body:
            yield Heading(title, 2)
        yield from remark(" ".join((body or title).split()))
