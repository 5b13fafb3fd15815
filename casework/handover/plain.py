"""A document as plain text: for a .txt file, for golden files, for pasting into another system. Total over the blocks.

A sentence stays on one line, however long: so a change shows as the one sentence that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from casework.handover.blocks import (
    Block,
    Callout,
    Document,
    Facts,
    Goal,
    GoalTrend,
    Heading,
    Items,
    NetworkMap,
    NewPage,
    Origin,
    Paragraph,
    Table,
    Text,
    Thread,
    Timeline,
    Withheld,
)
from casework.handover.picture_words import network_words, timeline_words, trend_words
from casework.handover.wording import (
    PRACTICE,
    PRACTICE_SENTENCE,
    document_name,
    foot_words,
    goal_details,
    goal_line,
    in_quotes,
    loose_end,
    notice,
    reader_words,
    validity_words,
    withheld_words,
)

_INDENT = "    "


def plain(document: Document) -> str:
    """The whole document, ending in a line break. Only the provider reads where each sentence came from."""
    noted = document.reader == "provider"
    parts = [_front(document)]
    parts += ["\n".join(lines_of(block, noted)) for block in document.blocks]
    foot = ". ".join([foot_words(document.cover), *validity_words(document.cover)])
    parts.append(f"{foot}\n{notice(document)}")
    text = "\n\n".join(part for part in parts if part) + "\n"
    return text.encode(errors="replace").decode()  # half a surrogate pair would keep the file from being written


def _front(document: Document) -> str:
    cover = document.cover
    lines = [f"{document_name(document)}, {reader_words(document)}"]
    if document.practice:
        lines = [f"{PRACTICE}. {PRACTICE_SENTENCE}", *lines]
    lines += ["", cover.title, "=" * len(cover.title)]
    lines += [cover.subtitle] if cover.subtitle else []
    for head, told in cover.columns:
        lines += ["", head, *(f"{_INDENT}{line}" for line in told)]
    return "\n".join(lines)


def lines_of(block: Block, noted: bool) -> Iterator[str]:
    """One block in words; `noted` tells where each sentence came from."""
    match block:
        case Heading():
            title = f"{block.code}  {block.text}" if block.code else block.text
            yield from (title, ("-" if block.level == 1 else "·") * len(title))
        case Paragraph():
            yield _words(block.runs) + _source(block.origin, noted)
        case Facts():
            for label, text in block.rows:
                yield _hanging(f"{label}: " if label else _INDENT, text)
            if told := _source(block.origin, noted):
                yield told.strip()
        case Items():
            for number, item in enumerate(block.items, 1):
                sign = f"{number}. " if block.numbered else "- "
                yield _hanging(sign, _words(item.runs) + _source(item.origin, noted))
        case Table():
            yield from _table(block, noted)
        case Callout():
            yield f"[{block.title}]"
            if block.runs:
                yield _words(block.runs) + _source(block.origin, noted)
        case Thread():
            belongs = f" (hoort bij {', '.join(block.belongs_to)})" if block.belongs_to else ""
            yield _hanging(f"{block.code}  ", block.text + belongs + _source(block.origin, noted))
            if loose := loose_end(block):
                yield _INDENT + loose
        case Goal():
            yield _hanging(f"{block.code}  ", in_quotes(block.words) + _source(block.origin, noted))
            yield from (_INDENT + line for line in (goal_details(block), goal_line(block)) if line)
        case GoalTrend():
            yield from trend_words(block)
        case Timeline():
            yield from timeline_words(block)
        case NetworkMap():
            yield from network_words(block)
        case Withheld():
            yield f"[{' '.join(withheld_words(block)).strip()}]"
        case NewPage():
            return
        case _:
            assert_never(block)


def _table(block: Table, noted: bool) -> Iterator[str]:
    """A row as its head and a line for each filled cell."""
    if block.caption:
        yield f"{block.caption}:"
    for number, (first, *cells) in enumerate(row for row in block.rows if row):
        origin = block.origins[number] if number < len(block.origins) else None
        yield _hanging("* ", first + _source(origin, noted))
        for place, cell in enumerate(cells, 1):
            head = f"{block.head[place]}: " if place < len(block.head) else ""
            if cell:
                yield _hanging(f"  {head}", cell)


def _words(runs: Sequence[Text]) -> str:
    return "".join(in_quotes(text.text) if text.quoted else text.text for text in runs)


def _source(origin: Origin | None, noted: bool) -> str:
    return f" [{origin.words}]" if noted and origin and origin.words else ""


def _hanging(sign: str, text: str) -> str:
    """Further lines of a text stand under its first."""
    return sign + text.replace("\n", "\n" + " " * min(len(sign), len(_INDENT)))
