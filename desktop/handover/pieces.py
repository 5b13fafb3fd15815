"""The document as it will read, piece by piece, as widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
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
    """The least that is made, kept and replaced as one. Equal pieces look the same: one may stay for another."""

    shown: Shown
    origin: Origin | None = None


def pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of a document in order: each with the one answer it leads back to."""
    for block in blocks:
        match block:
            case Items():
                for number, item in enumerate(block.items, start=1):
                    yield Piece(Point(f"{number}. " if block.numbered else "• ", item), item.origin)
            case Table():
                yield Piece(Caption(block.caption))
                for cells, origin in zip_longest(block.rows, block.origins[: len(block.rows)]):
                    yield Piece(Row(block.head, cells), origin)
            case Paragraph() | Facts() | Callout() | Thread() | Goal():
                yield Piece(block, block.origin)
            case _:  # a drawing leads to many fields, the others to none
                yield Piece(block)


def widget_for(shown: Shown) -> QWidget:
    """The widget of a piece. Total: a new kind of block does not pass mypy."""
    match shown:
        case Heading():
            return _heading(shown)
        case Paragraph():
            return _paragraph(shown)
        case Point():
            return _paragraph(shown.words, shown.mark)
        case Facts():
            return _pairs(shown.rows)
        case Caption():
            return Plain(shown.text, "small", "ink_quiet")
        case Row():
            return _row(shown)
        case Callout():
            return _callout(shown)
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


def _runs(texts: Sequence[Text]) -> list[Run]:
    return [Run(f"“{one.text}”" if one.quoted else one.text, weight=700 if one.strong else None) for one in texts]


def _paragraph(block: Paragraph, mark: str = "") -> QWidget:
    lead = [quiet(mark)] if mark else []
    return RunLabel([*lead, *_runs(block.runs)])


def _pairs(rows: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(14))
    grid.setVerticalSpacing(current().px(2))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    for line, (label, words) in enumerate(rows):
        grid.addWidget(Plain(label, "small", "ink_quiet"), line, 0)
        grid.addWidget(Plain(words), line, 1)
    return holder


def _row(row: Row) -> QWidget:
    """A row of a table as pairs under its head cell: it reads at any width, and aloud."""
    parts: list[Run] = [bold(row.cells[0])]
    for head, cell in zip(row.head[1:], row.cells[1:], strict=True):
        if cell:
            parts += [quiet(f"  {head.lower()} "), Run(cell)]
    return RunLabel(parts)


def _callout(block: Callout) -> QWidget:
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
        words.addWidget(RunLabel(_runs(block.runs)))
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
    head.addWidget(RunLabel([bold(block.words)]), 1)
    column.addLayout(head)
    told = [("Te merken aan", block.measured_by), ("Van wie", block.owner), ("Kijken we op", block.by)]
    column.addWidget(_pairs([(label, words) for label, words in told if words]))
    column.addWidget(GoalGauge(block.start, block.target, block.start))
    return made


def _new_page() -> QWidget:
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    line.setAccessibleName("Nieuwe bladzijde")
    return line
