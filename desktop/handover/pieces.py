"""The document as it will read, piece by piece, as widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import TypeAlias, assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.handover.blocks import (
    Block,
    Callout,
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
from casework.handover.readable import QUOTE, own_words
from casework.handover.wording import goal_details, in_quotes
from casework.knowledge.plain_language import sentences
from desktop.pictures.goal_gauge import GoalGauge
from desktop.pictures.goal_trend import GoalTrendDrawing
from desktop.pictures.network_map import NetworkDrawing
from desktop.pictures.timeline import TimelineDrawing
from desktop.theme import cards
from desktop.theme.chips import Tag, thread_pill
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, bold, quiet
from desktop.theme.sign import Sign

_CALLOUTS = {
    "ask": ("message-circle", ""),
    "safe": ("shield-check", ""),
    "care": ("triangle-alert", "care"),
    "stop": ("octagon-alert", "stop"),
    "meet": ("calendar", ""),
    "open": ("circle-alert", "care"),
    "note": ("info", ""),
}


@dataclass(frozen=True)
class Point:
    """One of a list, with the mark before it."""

    mark: str
    words: Paragraph


@dataclass(frozen=True)
class Row:
    """One row of a table under its heads."""

    head: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Caption:
    """What a table shows."""

    text: str


Shown: TypeAlias = (
    Heading
    | Paragraph
    | Facts
    | Point
    | Caption
    | Row
    | Callout
    | Thread
    | Goal
    | GoalTrend
    | Timeline
    | NetworkMap
    | Withheld
    | NewPage
)


@dataclass(frozen=True)
class Piece:
    """The least that is made, kept and replaced as one. Equal pieces look the same: one may stay for another.

    hard: the sentences in it that are marked, to be looked at again.
    """

    shown: Shown
    origin: Origin | None = None
    hard: tuple[str, ...] = ()


def pieces(blocks: Sequence[Block], hard: Sequence[str] = ()) -> Iterator[Piece]:
    """The pieces of a document in order: each with the one answer it leads back to. `hard`: sentences to mark."""
    for piece in _in_order(blocks):
        mine = tuple(one for one in hard if one in _own_sentences(piece.shown)) if hard else ()
        yield replace(piece, hard=mine) if mine else piece


def _own_sentences(shown: Shown) -> list[str]:
    match shown:
        case Paragraph() | Callout():
            return sentences(own_words(shown.runs))
        case Point():
            return sentences(own_words(shown.words.runs))
        case _:
            return []


def _in_order(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Items():
                for number, item in enumerate(block.items, start=1):
                    yield Piece(Point(f"{number}. " if block.numbered else "• ", item), item.origin)
            case Table():
                yield Piece(Caption(block.caption))
                for cells, origin in zip_longest(block.rows, block.origins[: len(block.rows)]):
                    yield Piece(Row(block.head, cells), origin)
            case Facts() if block.origins:
                whose = block.origin or Origin()
                for row, where in zip(block.rows, block.origins, strict=True):
                    yield Piece(Facts((row,)), replace(whose, path=where.path))
            case Paragraph() | Facts() | Callout() | Thread() | Goal():
                yield Piece(block, block.origin)
            case _:  # a drawing leads to many fields, the others to none
                yield Piece(block)


def widget_for(piece: Piece) -> QWidget:
    """The widget of a piece. Total: a new kind of block does not pass mypy."""
    shown = piece.shown
    match shown:
        case Heading():
            return _heading(shown)
        case Paragraph():
            return _paragraph(shown, hard=piece.hard)
        case Point():
            return _paragraph(shown.words, shown.mark, piece.hard)
        case Facts():
            return _pairs(shown.rows)
        case Caption():
            return Plain(shown.text, "small", "ink_quiet")
        case Row():
            return _row(shown)
        case Callout():
            return _callout(shown, piece.hard)
        case Thread():
            return _thread(shown)
        case Goal():
            return _goal(shown)
        case GoalTrend():
            return GoalTrendDrawing(shown)
        case Timeline():
            return TimelineDrawing(shown)
        case NetworkMap():
            return NetworkDrawing(shown)
        case Withheld():
            return cards.Withheld("hidden", shown.what, shown.why)
        case NewPage():
            return _new_page()
        case _:
            assert_never(shown)


def _heading(block: Heading) -> QWidget:
    words = f"{block.code.removeprefix('H')}  {block.text}" if block.code else block.text
    made = Plain(words, "question" if block.level == 1 else "body", strong=True)
    made.setContentsMargins(0, current().px(14 if block.level == 1 else 6), 0, 0)
    return made


def _runs(texts: Sequence[Text], hard: Sequence[str] = ()) -> list[Run]:
    """The runs of a text, with what is ours of a hard sentence marked. Somebody's own words are never marked."""
    ours, runs, at = own_words(texts), [], 0
    spans = [found.span() for one in hard for found in re.finditer(r"\s+".join(map(re.escape, one.split())), ours)]
    for one in texts:
        weight = 700 if one.strong else None
        if one.quoted:
            runs.append(Run(f"“{one.text}”", weight=weight))
            at += len(QUOTE)
            continue
        end = at + len(one.text)
        cuts = sorted({at, end, *(cut for span in spans for cut in span if at < cut < end)})
        for start, stop in pairwise(cuts):
            marked = any(first <= start < last for first, last in spans)
            runs.append(Run(ours[start:stop], weight=weight, marked=marked))
        at = end
    return runs


def _paragraph(block: Paragraph, mark: str = "", hard: Sequence[str] = ()) -> QWidget:
    lead = [quiet(mark)] if mark else []
    return RunLabel([*lead, *_runs(block.runs, hard)])


def _pairs(rows: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(14))
    grid.setVerticalSpacing(current().px(2))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    for line, (label, words) in enumerate(rows):
        grid.addWidget(Plain(label, "small", "ink_quiet"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Plain(words), line, 1)
    return holder


def _row(row: Row) -> QWidget:
    """A row of a table as pairs under its head cell: it reads at any width, and aloud."""
    parts: list[Run] = [bold(row.cells[0])]
    for head, cell in zip(row.head[1:], row.cells[1:], strict=True):
        if cell:
            parts += [quiet(f"  {head.lower()} "), Run(cell)]
    return RunLabel(parts)


def _callout(block: Callout, hard: Sequence[str]) -> QWidget:
    icon, signal = _CALLOUTS[block.kind]
    made = QFrame()
    if signal:
        made.setProperty("signal", signal)
    else:
        made.setProperty("role", "sheet")
    row = QHBoxLayout(made)
    look = current()
    row.setContentsMargins(look.px(12), look.px(9), look.px(12), look.px(9))
    row.setSpacing(look.px(10))
    row.addWidget(Sign(icon, signal or "primary"), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(look.px(2))
    words.addWidget(Plain(block.title, "body", strong=True))
    if block.runs:
        words.addWidget(RunLabel(_runs(block.runs, hard)))
    row.addLayout(words, 1)
    return made


def _thread(block: Thread) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().px(10))
    row.addWidget(Tag(thread_pill(block.code, loose=bool(block.loose))), 0, Qt.AlignmentFlag.AlignTop)
    belongs = [quiet(f"  hoort bij {', '.join(block.belongs_to)}")] if block.belongs_to else []
    loose = [Run(f"  los eind: {block.loose}", "care", 600)] if block.loose else []
    row.addWidget(RunLabel([bold(block.text), *belongs, *loose]), 1)
    return made


def _goal(block: Goal) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(6))
    head = QHBoxLayout()
    head.addWidget(Tag(thread_pill(block.code)), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(RunLabel([bold(in_quotes(block.words))]), 1)
    column.addLayout(head)
    if details := goal_details(block):
        column.addWidget(Plain(details, "small", "ink_quiet"))
    column.addWidget(GoalGauge(block.start, block.target, block.start))
    return made


def _new_page() -> QWidget:
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    line.setAccessibleName("Nieuwe bladzijde")
    return line
