"""The first page: the child, what this is about, from whom and for whom; at its foot what the data can be known by."""

from __future__ import annotations

from dataclasses import replace

from casework.handover.blocks import Document
from casework.handover.wording import PRACTICE, PRACTICE_SENTENCE, validity_words
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.desk import Desk, column
from desktop.render.lines import lines
from desktop.render.pieces import Piece, row
from desktop.render.spans import run

_COLUMNS = 3
_GUTTER = 14.0
_LAST_WIDER = (0.27, 0.25, 0.48)
"""Of the width, for a provider: who agreed to what is the longest of the three."""


def cover(document: Document, desk: Desk) -> list[Piece]:
    """Title, subtitle and columns, hanging from the head of the page."""
    style, about = desk.style, document.cover
    title = clean(about.title).replace("\n", " ")
    out = [
        lines(
            desk.parent.add("H1"),
            [run(about.title, style.title, "bold")],
            s.WIDTH,
            style.title.line,
            after=3,
            bookmark=(title, 0),
        )
    ]
    if about.subtitle.strip():
        words = [run(about.subtitle, style.subtitle, ink=s.QUIET)]
        out.append(lines(desk.parent.add("P"), words, s.WIDTH, style.subtitle.line, after=10))
    if document.practice:
        size = style.small
        words = [run(f"{PRACTICE}. ", size, "bold", s.PRACTICE), run(PRACTICE_SENTENCE, size, ink=s.PRACTICE)]
        out.append(lines(desk.parent.add("P"), words, s.WIDTH, size.line, after=8))
    for start in range(0, len(about.columns), _COLUMNS):
        out.append(_columns(desk, about.columns[start : start + _COLUMNS], first=start == 0))
    return out


def _columns(desk: Desk, columns: tuple[tuple[str, tuple[str, ...]], ...], *, first: bool) -> Piece:
    size = s.PROVIDER.small if desk.notes else s.Size(11.5, 16.5)
    room = s.WIDTH - (_COLUMNS - 1) * _GUTTER
    shares = _LAST_WIDER if desk.notes and len(columns) == _COLUMNS else (1 / _COLUMNS,) * _COLUMNS
    cells: list[tuple[float, Piece]] = []
    left = 0.0
    for (head, told), share in zip(columns, shares, strict=False):
        wide = room * share
        owner = desk.parent.add("Div")
        parts = [lines(owner.add("P"), [run(head, size, ink=s.QUIET)], wide, size.line)]
        for place, text in enumerate(told):
            if text.strip():
                words = [run(text, size, "regular" if place else "bold")]
                parts.append(lines(owner.add("P"), words, wide, size.line))
        cells.append((left, column(parts)))
        left += wide + _GUTTER
    return replace(row(cells, s.WIDTH, 7), before=6, after=2, line_above=s.LINE if first else "")


def foot(document: Document, desk: Desk, fingerprint: str) -> Piece:
    """Until when it counts, what knowledge it was weighed with, and the mark of the attached data."""
    about, size = document.cover, s.PROVIDER.note
    mark = f"Kenmerk gegevens: {_fours(fingerprint[:16])}"  # on a line of its own: read aloud, and laid beside another
    told = "\n".join(part for part in ("  ·  ".join(validity_words(about)), mark) if part)
    words = run(told, size, ink=s.QUIET)
    return lines(desk.parent.add("P"), [words], s.WIDTH, size.line)


def _fours(text: str) -> str:
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
