"""Shaping: letters that join, marks that sit on letters, glyphs that no single character stands for.

HarfBuzz says which glyph goes where. ReportLab draws characters, so a glyph without one gets a number of its own in
the private use area, the same one every time; the page then carries the real text as ActualText.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

import uharfbuzz  # type: ignore[import-untyped]

from desktop.render import fonts
from desktop.render.fonts import font

_PRIVATE = 0xE000


class Glyph(NamedTuple):
    """A character to draw at an offset from the pen; all in units of the font size."""

    char: str
    advance: float
    dx: float
    dy: float


@lru_cache(maxsize=2_000)
def shape(name: str, text: str, leftwards: bool) -> tuple[Glyph, ...]:
    """The glyphs of a text in a font, in the order they are drawn, from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    shaper = _shaper(name)
    uharfbuzz.shape(shaper, buffer, {})
    em = shaper.face.upem
    return tuple(
        Glyph(_character(name, info.codepoint), at.x_advance / em, at.x_offset / em, at.y_offset / em)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


@cache
def _shaper(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font(name).face._ttf_data)))  # type: ignore[attr-defined]


@cache
def _character(name: str, glyph: int) -> str:
    face: Any = font(name).face
    known = [code for code in face.glyphToChar.get(glyph, ()) if 0x20 < code < _PRIVATE]
    if known:
        return chr(min(known))
    code = _PRIVATE + glyph
    shaper = _shaper(name)
    face.charToGlyph.setdefault(code, glyph)
    face.charWidths.setdefault(code, shaper.get_glyph_h_advance(glyph) * 1000 / shaper.face.upem)
    return chr(code)


def forget_words() -> None:
    """Empties what was remembered of measured words: nothing of a family stays behind when its page is made."""
    for memory in (shape, fonts.stretches):
        memory.cache_clear()
