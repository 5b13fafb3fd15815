"""What stands on every page and belongs to none of the text: head, rule, foot, watermark. All of it artifacts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casework.handover.blocks import Document
from casework.handover.wording import PRACTICE, document_name, foot_words, notice, reader_words
from desktop.render import fonts, icons
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.gauge import page_rule
from desktop.render.lines import BASELINE, Lines, lines
from desktop.render.spans import run
from desktop.render.structure import Element

if TYPE_CHECKING:
    from desktop.render.canvas import Pen

_HEAD_Y = s.PAGE_HEIGHT - 49
_RULE_Y = s.PAGE_HEIGHT - 61
_FOOT_Y = 44.0
_HEAD, _FOOT = 10.5, 8.5
_MARK = 15.0
_LONGEST = 200  # letters of a title that are tried in the head


@dataclass(frozen=True)
class Furniture:
    """Head and foot of one document."""

    document: Document
    pages: int
    _made: dict[tuple[str, float, str, fonts.Weight, float], Lines | None] = field(default_factory=dict)
    """Lines that are laid out: most of them stand on every page."""

    def under(self, pen: Pen) -> None:
        """What lies under the text: the watermark of a practice document."""
        if not self.document.practice:
            return
        with pen.artifact("Pagination", "Watermark"):
            pen.saveState()
            pen.translate(s.PAGE_WIDTH / 2, s.PAGE_HEIGHT / 2)
            pen.rotate(52)
            font, size = fonts.main_font("bold"), 118.0
            pen.words(-fonts.width(font, PRACTICE) * size / 2, -size / 3, font, size, s.WATERMARK, PRACTICE)
            pen.restoreState()

    def around(self, pen: Pen) -> None:
        """Head, rule and foot."""
        with pen.artifact("Pagination", "Header"):
            self._head(pen)
        with pen.artifact("Pagination", "Footer"):
            self._foot(pen)

    def _head(self, pen: Pen) -> None:
        icons.draw(pen, "mark", s.MARGIN, _HEAD_Y - 3.2, _MARK, s.PRIMARY)
        name = document_name(self.document)
        self._words(pen, s.MARGIN + _MARK + 6, _HEAD_Y, name, _HEAD, weight="bold")
        told, ink = reader_words(self.document), s.QUIET
        if self.document.practice:
            told, ink = f"{PRACTICE} · {told}", s.PRACTICE
        if pen.page:
            told = f", {told}"
        right = s.MARGIN + s.WIDTH
        self._words(pen, right, _HEAD_Y, told, _HEAD, ink, right=True)
        if pen.page:
            taken = fonts.width(fonts.main_font("regular"), told) * _HEAD
            room = s.WIDTH - _MARK - 24 - fonts.width(fonts.main_font("bold"), name) * _HEAD - taken
            self._words(pen, right - taken, _HEAD_Y, self.document.cover.title, _HEAD, ink, room=room, right=True)
        page_rule(pen, s.MARGIN, _RULE_Y, s.WIDTH)

    def _foot(self, pen: Pen) -> None:
        left = foot_words(self.document.cover)
        said = notice(self.document)
        right = f"blad {pen.page + 1} van {self.pages}"
        pen.hairline(s.MARGIN, _FOOT_Y, s.WIDTH, s.LINE)
        font = fonts.main_font("regular")
        taken = [fonts.width(font, text) * _FOOT for text in (left, said, right)]
        # A long document number pushes the middle one to a second line rather than through its neighbours.
        spare = (s.WIDTH - sum(taken)) / 2
        beside = spare > 8
        self._words(pen, s.MARGIN, _FOOT_Y - 15, left, _FOOT, s.QUIET, room=s.WIDTH - taken[2] - 16)
        middle = s.MARGIN + taken[0] + spare
        self._words(pen, middle if beside else s.MARGIN, _FOOT_Y - (15 if beside else 26), said, _FOOT, s.QUIET)
        self._words(pen, s.MARGIN + s.WIDTH, _FOOT_Y - 15, right, _FOOT, s.QUIET, right=True)

    def _words(
        self,
        pen: Pen,
        x: float,
        y: float,
        text: str,
        size: float,
        ink: str = s.INK,
        *,
        room: float = s.WIDTH,
        weight: fonts.Weight = "regular",
        right: bool = False,
    ) -> None:
        """One line, starting or ending at x. Call within an artifact."""
        key = (text, size, ink, weight, room)
        if key not in self._made:
            self._made[key] = _one_line(*key)
        if piece := self._made[key]:
            piece.draw(pen, x - piece.width if right else x, y + size * BASELINE)


def _one_line(text: str, size: float, ink: str, weight: fonts.Weight, room: float) -> Lines | None:
    """A line that ends in … where the room does; None where there is nothing to see."""
    text = clean(text).replace("\n", " ")[:_LONGEST]
    while True:
        piece = lines(Element("Span"), [run(text, s.Size(size, size), weight, ink)], float("inf"), size)
        if not isinstance(piece, Lines):
            return None
        if piece.width <= room or len(text) < 2:
            return piece
        text = text[:-2].rstrip() + "…"
