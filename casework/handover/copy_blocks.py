"""The handover as pieces of plain text for the case system of the municipality, so that nothing is typed twice.

In the order in which case systems ask: who, what is asked, what is going on, what is needed, what was decided. Only
what goes along with the handover is in it. The BSN is not, unless somebody asks for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from casework.handover.blocks import Block, Document, Heading, Withheld
from casework.handover.plain import lines_of
from casework.handover.wording import BSN

ORDER = ("1", "2", "5", "3", "4", "6", "7", "8", "9", "10", "11", "12", "13", "14")
"""By the numbers of the sections as printed. Attachments, rights and the reply card are of the document alone."""


class CopyBlock(NamedTuple):
    """One piece: a title, and its lines with their labels."""

    code: str
    title: str
    text: str


def copy_blocks(document: Document, bsn: str = "") -> tuple[CopyBlock, ...]:
    """The sections of a provider's document that hold something. bsn: stands first in the piece about who it is."""
    sections: dict[str, tuple[str, list[Block]]] = {}
    code = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            code = block.code
            sections[code] = (block.text, [])
        elif code in sections:
            sections[code][1].extend(_without_bsn(block) if bsn else (block,))
    made = (CopyBlock(one, sections[one][0], _text(sections[one][1])) for one in ORDER if one in sections)
    number = f"BSN: {bsn}\n" if bsn else ""
    return tuple(one._replace(text=number + one.text) if one.code == "1" else one for one in made if one.text)


def as_one(blocks: tuple[CopyBlock, ...]) -> str:
    """All pieces under each other."""
    return "\n\n".join(f"{one.title}\n{one.text}" for one in blocks)


def _without_bsn(block: Block) -> tuple[Block, ...]:
    """What stands in the piece is not told in it as held back. The number is the first that is named."""
    if not isinstance(block, Withheld) or not block.what.startswith(BSN):
        return (block,)
    others = block.what.removeprefix(BSN).removeprefix(",").removeprefix(" en").strip()
    return (replace(block, what=others),) if others else ()


def _text(blocks: list[Block]) -> str:
    """Lines without rules under a head: those are noise in a field of another program."""
    told = []
    for block in blocks:
        lines = [block.text] if isinstance(block, Heading) else list(lines_of(block, noted=False))
        told.append("\n".join(lines))
    return "\n".join(one for one in told if one).strip()
