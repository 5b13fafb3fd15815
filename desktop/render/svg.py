"""A picture as an image inside a web page: it says the same in words, and asks nothing of a font that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from desktop.render import fonts
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Shape, Words

LINE_WIDTH, MAP_WIDTH, TREND_WIDTH = 880.0, 720.0, 620.0
"""Of a timeline, of a network map and of a goal over time, in the units of the page."""

_ROOMIER = 1.16
"""Words on somebody else's machine may be set in a font that runs wider than ours."""

_DASHES = (4, 3)
_WEIGHT = ' font-weight="bold"'
_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def _measure(text: str, bold: bool) -> float:
    return fonts.width(fonts.main_font("semibold" if bold else "regular"), clean(text)) * HAND.letters * _ROOMIER


HAND: Final = Hand(1.0, _measure)


def image(picture: Picture, title: str, words: Sequence[str]) -> str:
    """The picture with a title and a description for who cannot see it."""
    told = escape(clean(" ".join(words)))
    box = f'width="{picture.width:.0f}" viewBox="0 0 {picture.width:.0f} {picture.height + 2:.0f}"'
    return (
        f'<div class="picture"><svg role="img" {box} aria-label="{told}" font-size="{HAND.letters:g}">'
        f"<title>{escape(clean(title))}</title><desc>{told}</desc>{''.join(map(_shape, picture.shapes))}</svg></div>"
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Words):
        weight, anchor = _WEIGHT if shape.bold else "", _ANCHORS[shape.anchor]
        place = f'x="{shape.x:.1f}" y="{shape.y + 0.35 * HAND.letters:.1f}"'
        return f'<text {place} fill="{s.ROLES[shape.ink]}"{weight}{anchor}>{escape(clean(shape.text))}</text>'
    if isinstance(shape, Box):
        round_ = f' rx="{shape.radius:.1f}"' if shape.radius else ""
        place = f'x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.width:.1f}" height="{shape.height:.1f}"{round_}'
        return f"<rect {place}{_hands(shape)}/>"
    if isinstance(shape, Oval):
        place = f'cx="{shape.x:.1f}" cy="{shape.y:.1f}" rx="{shape.rx:.1f}" ry="{shape.ry:.1f}"'
        return f"<ellipse {place}{_hands(shape)}/>"
    tag = "polygon" if shape.closed else "polyline"
    return f'<{tag} points="{_points(shape.points)}"{_hands(shape)}/>'


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _hands(shape: Box | Oval | Path) -> str:
    fill = _ink(shape.fill)
    if shape.stroke is None:
        return f' fill="{fill}"'
    dash = f' stroke-dasharray="{_DASHES[0]} {_DASHES[1]}"' if shape.dashed else ""
    return f' fill="{fill}" stroke="{_ink(shape.stroke)}" stroke-width="{shape.line:.1f}"{dash}'


def _ink(role: Role | None) -> str:
    return s.ROLES[role] if role else "none"
