"""The column to write in, beside what parents read: *Wat klopt niet?* For the pen alone, and no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.handover.blocks import Document, Heading
from desktop.render import fonts
from desktop.render import style as s

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

COLUMN = s.NOTE_COLUMN + s.GUTTER
_HEAD = "Wat klopt niet?"
_SIZE = 10.5
_LINE = 26.0
_INDENT = 8.0


def has_column(document: Document) -> bool:
    """Parents get one, beside all that is about their family; a version that may not be made has nothing to correct."""
    family = document.reader == "parent" and not document.name
    return family and any(isinstance(block, Heading) for block in document.blocks)


def draw(pen: Pen, top: float, bottom: float) -> None:
    """The column between two heights of the page, with lines to write on."""
    left, right = s.MARGIN + s.WIDTH - s.NOTE_COLUMN, s.MARGIN + s.WIDTH
    with pen.artifact():
        pen.stroke(s.EDGE, 0.8)
        pen.segments([(left, bottom, left, top)])
        pen.words(left + _INDENT, top - _SIZE, fonts.main_font("semibold"), _SIZE, s.QUIET, _HEAD)
        pen.stroke(s.EDGE, 0.6, (0.8, 2.4))
        count = int((top - bottom - _SIZE) / _LINE)
        heights = [top - _SIZE - number * _LINE for number in range(1, count + 1)]
        pen.segments([(left + _INDENT, y, right, y) for y in heights])
