"""H16. The family's rights, on a page of their own, in the words of the knowledge pack (texts/rights.yaml)."""

from __future__ import annotations

from casework.handover.blocks import Heading
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark


def blocks(m: Material) -> Blocks:
    """Each right is a title on the first line and plain sentences below it."""
    rights = m.pack.texts.get("rights", {}) if m.pack else {}
    for text in rights.values():
        title, _, body = text.strip().partition("\n")
        if body:
            yield Heading(title, 2)
        yield from remark(" ".join((body or title).split()))
