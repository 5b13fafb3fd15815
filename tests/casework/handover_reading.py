"""Reading a document in tests: its headings, what stands under one, blocks of a kind, its words."""

from __future__ import annotations

from casework.handover.blocks import (
    Heading,
)
from casework.handover.plain import plain


def headings(document, level=1):
    return [(one.code, one.text) for one in document.blocks if isinstance(one, Heading) and one.level == level]


def under(document, code):
    """The blocks of the section with this number."""
    blocks, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.code == code
        elif inside:
            blocks.append(block)
    return blocks


def of_kind(blocks, kind):
    return [block for block in blocks if isinstance(block, kind)]


def text(document):
    return plain(document)
