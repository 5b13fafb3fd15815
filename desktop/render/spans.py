"""From runs of words to measured spans: what can stand on a line, and where a line may end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from desktop.render import fonts
from desktop.render.bidi import begins_right, levels, runs_left
from desktop.render.characters import ADDRESS, clean, may_hold_address
from desktop.render.dates import MONTHS
from desktop.render.shaping import Glyph, shape
from desktop.render.style import INK, Size

SOFT_HYPHEN = "\u00ad"
_UNSEEN = {ord(SOFT_HYPHEN): None, 0x200B: None}
_JOINED = 12  # letters kept together in a shaped word that must be broken: enough to see them join
CODE_PADDING = 4.5
_GAP = f"(?<![0-9]) +|(?<=[0-9]) +(?!(?:{'|'.join(MONTHS)})\\b)"
"""Between words, but not inside “22 mei”: a day alone at the end of a line is no date."""
GAP = re.compile(_GAP)
# A line may end in a gap, after a hyphen or slash between letters, and where somebody marked a place.
_CHUNKS = re.compile(f"({_GAP})|(?<=[^\\W\\d_][-\u2010/])(?=[^\\W\\d_])|(?<=[\u00ad\u200b])(?=.)")
_SPECIAL = re.compile("[\u00ad\u200b]|  |^ | $")  # places to break, and gaps that are more than one between words


class Run(NamedTuple):
    """Words in one hand. `frame` draws them as a code: V1, N1, D1, P1; dashed is a loose end."""

    text: str
    size: float
    weight: fonts.Weight = "regular"
    ink: str = INK
    frame: Literal["", "solid", "dashed"] = ""
    address: str = ""
    apart: bool = False
    """Words with a reading direction of their own: a sentence somebody said in another language."""


def run(text: str, size: Size, weight: fonts.Weight = "regular", ink: str = INK) -> Run:
    return Run(text, size.letters, weight, ink)


def code(text: str, size: Size, ink: str, *, loose: bool = False) -> Run:
    """A framed code of the thread, a little smaller than the words beside it."""
    return Run(text, round(size.letters * 0.9, 2), "bold", ink, "dashed" if loose else "solid")


class Span(NamedTuple):
    """A stretch of one run in one font and one direction, measured. Width in points."""

    text: str
    font: str
    run: Run
    width: float
    level: int = 0
    glyphs: tuple[Glyph, ...] = ()
    spoken: str = ""

    @property
    def plain(self) -> bool:
        """Whether it may be drawn together with its neighbours in the same hand."""
        return not (self.glyphs or self.spoken or self.run.frame or self.level)


class Word(NamedTuple):
    """Spans that stay together, and the gap after them. `soft` ends in a hyphen if the line ends here."""

    spans: tuple[Span, ...]
    gap: Span | None = None
    soft: bool = False

    @property
    def width(self) -> float:
        return self.spans[0].width if len(self.spans) == 1 else sum(span.width for span in self.spans)


def paragraphs(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs as lines somebody broke off on purpose; an empty line is an empty list."""
    line: list[Run] = []
    for each in runs:
        text = clean(each.text)
        for number, part in enumerate(text.split("\n")):
            if number:
                yield line
                line = []
            if part:
                line.extend(_with_addresses(each._replace(text=part)))
    yield line


def _with_addresses(each: Run) -> Iterator[Run]:
    """Web addresses become links to just what is written there."""
    if each.frame or not may_hold_address(each.text):
        yield each
        return
    start = 0
    for found in ADDRESS.finditer(each.text):
        if found.start() > start:
            yield each._replace(text=each.text[start : found.start()])
        address = found.group() if found.group().startswith("http") else f"https://{found.group()}"
        yield each._replace(text=found.group(), address=address)
        start = found.end()
    if start < len(each.text):
        yield each._replace(text=each.text[start:])


def one_hand(each: Run) -> list[str] | None:
    """The words and single gaps of a run, where the font of the house shows all of it just as it is written."""
    text, main = each.text, fonts.main_font(each.weight)
    if each.frame or _SPECIAL.search(text) or not fonts.covered(main).issuperset(text):
        return None
    return [chunk for chunk in _CHUNKS.split(text) if chunk]


def words(line: list[Run]) -> list[Word]:
    """One line's words in the order they are read, each measured."""
    text = "".join(each.text for each in line)
    heights = _heights(line, text) if runs_left(text) else None
    out: list[Word] = []
    pending: list[Span] = []
    at = 0
    for each in line:
        chunks = [each.text] if each.frame else [chunk for chunk in _CHUNKS.split(each.text) if chunk]
        gap = _gap(each, 0)
        for chunk, following in zip(chunks, [*chunks[1:], " "], strict=True):
            here = heights[at : at + len(chunk)] if heights else None
            at += len(chunk)
            if chunk[0] == " ":
                out.append(Word(tuple(pending), _gap(each, here[0]) if here else gap))
                pending = []
                continue
            pending.extend(spans(chunk, each, here))
            if following[0] != " ":
                out.append(Word(tuple(pending), soft=chunk[-1] == SOFT_HYPHEN))
                pending = []
    return [*out, Word(tuple(pending))] if pending else out


def base_level(line: list[Run]) -> int:
    """1 where the paragraph as a whole runs to the left, else 0; what it begins with does not tell."""
    text = _sentence(line)
    return int(runs_left(text) and begins_right(text))


def _sentence(line: list[Run]) -> str:
    return "".join("\ufffc" * len(each.text) if each.apart else each.text for each in line)


def _heights(line: list[Run], text: str) -> list[int]:
    """Embedding levels; words that stand apart count as one neutral thing in their sentence, and nest one deeper."""
    around = levels(_sentence(line))
    at = 0
    for each in line:
        end = at + len(each.text)
        if each.apart:
            inner = levels(each.text)
            first = min(inner) % 2
            deeper = around[at] + (1 if around[at] % 2 != first else 2)
            around[at:end] = [deeper - first + level for level in inner]
        at = end
    return around


def _gap(each: Run, level: int) -> Span:
    font = fonts.main_font(each.weight)
    return Span(" ", font, each, _width(font, " ", each), level)


def spans(text: str, each: Run, heights: list[int] | None = None) -> list[Span]:
    """A text without breaks as spans; `heights` are its embedding levels where anything runs to the left."""
    if not heights:
        return _level(text, each, 0)
    out: list[Span] = []
    for level, group in groupby(zip(heights, text, strict=True), key=lambda pair: pair[0]):
        out.extend(_level("".join(char for _, char in group), each, level))
    return out


def _level(text: str, each: Run, level: int) -> list[Span]:
    visible = text.translate(_UNSEEN)
    return [_span(stretch, each, level) for stretch in fonts.stretches(visible, each.weight)] if visible else []


def _span(stretch: fonts.Stretch, each: Run, level: int) -> Span:
    if stretch.complex or level % 2:
        glyphs = shape(stretch.font, stretch.text, bool(level % 2))
        wide = sum(glyph.advance for glyph in glyphs) * each.size
        return Span(stretch.text, stretch.font, each, wide, level, glyphs, stretch.spoken or stretch.text)
    padding = 2 * CODE_PADDING if each.frame else 0
    wide = _width(stretch.font, stretch.text, each) + padding
    return Span(stretch.text, stretch.font, each, wide, level, (), stretch.spoken)


def _width(font: str, text: str, each: Run) -> float:
    return fonts.width(font, text) * each.size


def letters(word: Word) -> list[Word]:
    """A word too long for any line as pieces that a line may end after."""
    out: list[Word] = []
    for span in word.spans:
        step = _JOINED if span.glyphs else 1
        if span.run.frame or (span.spoken and not span.glyphs):
            step = len(span.text)
        for start in range(0, len(span.text), step):
            part = span.text[start : start + step]
            whole = len(part) == len(span.text)
            out.append(Word((span,) if whole else tuple(spans(part, span.run, [span.level] * len(part)))))
    return [*out[:-1], Word(out[-1].spans, word.gap, word.soft)]
