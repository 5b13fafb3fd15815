"""The shipped fonts, and for every stretch of text the first one that has its letters.

Atkinson Hyperlegible Next first, then Noto for what it lacks. A font is read when its first letter is needed. Every
font used is embedded, as the letters that occur.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import Literal, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.render.bidi import runs_left
from desktop.render.characters import is_mark, named

Weight = Literal["regular", "semibold", "bold", "mono"]

_REST = ("NotoSansHebrew-Regular", "NotoSansMath-Regular", "NotoSansSymbols2-Regular", "NotoEmoji-Regular")
_PLAIN = ("NotoSans-Regular", "NotoSansArabic-Regular", *_REST)
_HEAVY = ("NotoSans-Bold", "NotoSansArabic-Bold", *_REST)
_ORDER: dict[Weight, tuple[str, ...]] = {
    "regular": ("AtkinsonHyperlegibleNext-Regular", *_PLAIN),
    "semibold": ("AtkinsonHyperlegibleNext-SemiBold", *_HEAVY),
    "bold": ("AtkinsonHyperlegibleNext-Bold", *_HEAVY),
    "mono": ("AtkinsonHyperlegibleMono-Regular", *_PLAIN),
}
_JOINERS = "\u200c\u200d"
_NO_JOINERS = {ord(joiner): None for joiner in _JOINERS}


class Stretch(NamedTuple):
    """Text in one font. `complex` text must be shaped; `spoken` is what a reading aid says where the page differs."""

    font: str
    text: str
    complex: bool = False
    spoken: str = ""


@cache
def font(name: str) -> TTFont:
    """The font, registered with ReportLab under its own name."""
    with as_file(files("resources") / "fonts" / f"{name}.ttf") as path:
        made = TTFont(name, str(path), asciiReadable=False)
    # ReportLab writes the widths of a subset in thousandths, also where the font counts in other units.
    unit = made.face.unitsPerEm / 1000
    made.face.hmetrics = [(round(advance * unit), bearing) for advance, bearing in made.face.hmetrics]
    pdfmetrics.registerFont(made)
    return made


@cache
def covered(name: str) -> frozenset[str]:
    """The characters a font has a shape for."""
    return frozenset(map(chr, font(name).face.charToGlyph))


@cache
def _advances(name: str) -> _Advances:
    return _Advances(font(name).face.charWidths, font(name).face.defaultWidth)


class _Advances(dict[str, float]):
    """The width of each character, in thousandths of its size, looked up in the font the first time."""

    def __init__(self, thousandths: Mapping[int, float], otherwise: float) -> None:
        super().__init__()
        self._thousandths, self._otherwise = thousandths, otherwise

    def __missing__(self, char: str) -> float:
        self[char] = self._thousandths.get(ord(char), self._otherwise)
        return self[char]


def main_font(weight: Weight) -> str:
    """The font of the house in this weight, read and ready."""
    name = _ORDER[weight][0]
    font(name)
    return name


def width(name: str, text: str) -> float:
    """Of a text in a font at 1 point, in points, unshaped."""
    return 0.001 * sum(map(_advances(name).__getitem__, text))


@lru_cache(maxsize=20_000)
def stretches(text: str, weight: Weight) -> tuple[Stretch, ...]:
    """The text cut where the font changes. What no font has becomes a visible placeholder, one per character."""
    main = main_font(weight)
    if covered(main).issuperset(text):
        return (Stretch(main, text),)
    out: list[Stretch] = []
    for name, group in groupby(_clusters(text), key=lambda cluster: _home(cluster, weight)):
        together = list(group)
        if name is not None:
            out.append(_stretch(name, "".join(together)))
            continue
        for char in "".join(together):
            alone = _home(char, weight)
            out.append(_stretch(alone, char) if alone else Stretch(main, named(char), spoken=char))
    return tuple(stretch for stretch in out if stretch.text)


def _stretch(name: str, text: str) -> Stretch:
    # Beyond the first plane ReportLab cannot say which character a glyph means: shaped text says so itself.
    if runs_left(text) or any(ord(char) > 0xFFFF or is_mark(char) for char in text):
        return Stretch(name, text, complex=True)
    return Stretch(name, text.translate(_NO_JOINERS))


def _clusters(text: str) -> list[str]:
    """Letters with the marks and joiners that belong to them."""
    out: list[str] = []
    for char in text:
        if out and (is_mark(char) or char in _JOINERS):
            out[-1] += char
        else:
            out.append(char)
    return out


def _home(cluster: str, weight: Weight) -> str | None:
    needed = {char for char in cluster if char not in _JOINERS}
    # Joiners alone belong anywhere: they show nothing.
    return next((name for name in _ORDER[weight] if needed <= covered(name)), None)
