"""H16. The family's rights, on a page of their own, in the words of the knowledge pack.

texts/rights.yaml speaks to parents (u), texts/rights-youth.yaml to the young person (je).
"""

from __future__ import annotations

from collections.abc import Mapping

from casework.handover.blocks import Heading
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark


def blocks(m: Material) -> Blocks:
    told = list(rights(m, "rights"))
    if told:
        yield from remark("Dit lezen jeugdige en ouders ook in hun eigen versie. Met ‘u’ zijn zij hier bedoeld.")
    yield from told


def rights(m: Material, name: str) -> Blocks:
    """The rights in the words of the pack."""
    yield from titled(m.pack.texts.get(name, {}) if m.pack else {})


def titled(texts: Mapping[str, str]) -> Blocks:
    """Texts of the pack, each with a title on its first line where it has more than one."""
    for text in texts.values():
        title, _, body = text.strip().partition("\n")
        if body:
            yield Heading(title, 2)
        yield from remark(" ".join((body or title).split()))
