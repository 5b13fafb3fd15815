"""The forms of the timeline: each level of help by its own form, each result by its own sign, and what they mean."""

from __future__ import annotations

import math
from typing import Final, Literal

from casework.handover.blocks import HelpBar, HelpLevel, Timeline
from casework.handover.picture_words import LEVELS
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Words

Sign = Literal["bereikt", "deels", "niet", "onbekend", "running"]

SIGN = 7.5
"""The radius of a sign."""

_RADIUS = 4.0
_ON: Final[dict[HelpLevel, Role]] = {
    "light": "ink", "indicated": "on_primary", "residence": "on_residence", "crisis": "ink", "unknown": "ink",
}  # fmt: skip
_SIGN_WORDS: Final[dict[Sign, str]] = {
    "bereikt": "bereikt", "deels": "deels", "niet": "niet", "onbekend": "niet bekend", "running": "loopt nog",
}  # fmt: skip


def sign_of(bar: HelpBar) -> Sign | None:
    """What the sign in a bar says: that it runs, else whether its goal was reached."""
    return "running" if bar.state == "running" else bar.result


def ink_on(bar: HelpBar) -> Role:
    return "ink" if bar.state == "proposed" else _ON[bar.level]


def left_of_words(bar: HelpBar) -> float:
    """How far from the left of a bar its words begin: after the two strokes of a residence."""
    return 17.0 if bar.level == "residence" and bar.state != "proposed" else 9.0


def draw_bar(picture: Picture, hand: Hand, bar: HelpBar, place: tuple[float, float, float, float]) -> None:
    """A bar in its form. place: x, y, width, height."""
    x, y, width, height = place
    u, radius = hand.unit, min(_RADIUS * hand.unit, width / 2)
    edge = 1.5 * u
    inside = (x + edge / 2, y + edge / 2, max(width - edge, 1.0), height - edge)
    if bar.state == "proposed":
        picture.shapes.append(Box(*inside, "surface", "primary", edge, radius, dashed=True))
    elif bar.level in ("light", "unknown"):
        light = bar.level == "light"
        fill: Role = "primary_soft" if light else "surface"
        picture.shapes.append(Box(*inside, fill, "primary" if light else "edge", edge, radius))
    else:
        filled: Role = {"indicated": "primary", "residence": "residence", "crisis": "care_edge"}[bar.level]  # type: ignore[assignment]
        picture.shapes.append(Box(x, y, width, height, filled, radius=radius))
    if bar.level == "crisis" and bar.state != "proposed":  # in black and white a mark tells it from its neighbours
        middle, thick = x + width / 2, 2.4 * u
        for start, end in ((0.24, 0.58), (0.7, 0.78)):
            ends = ((middle, y + height * start), (middle, y + height * end))
            picture.shapes.append(Path(ends, "surface", thick))
    if bar.level == "residence" and bar.state != "proposed" and width >= 14 * u:
        for at in (5 * u, 9.5 * u):
            top, low = (x + at, y + height * 0.2), (x + at, y + height * 0.8)
            picture.shapes.append(Path((top, low), "on_residence", 2 * u))


def draw_sign(picture: Picture, hand: Hand, sign: Sign, x: float, y: float, ink: Role) -> None:
    """A ring with a check, a half, a cross, a question mark or a triangle in it."""
    u, r, add = hand.unit, SIGN * hand.unit, picture.shapes.append
    add(Oval(x, y, r, r, None, ink, 1.5 * u))
    if sign == "bereikt":
        add(Path(((x - 3.4 * u, y + 0.2 * u), (x - 0.8 * u, y + 2.8 * u), (x + 3.6 * u, y - 2.8 * u)), ink, 1.8 * u))
    elif sign == "deels":
        round_ = [math.pi / 2 + step * math.pi / 12 for step in range(13)]
        points = tuple((x + r * math.cos(angle), y - r * math.sin(angle)) for angle in round_)
        add(Path(points, fill=ink, closed=True))
    elif sign == "niet":
        for slope in (1, -1):
            add(Path(((x - 2.7 * u, y - slope * 2.7 * u), (x + 2.7 * u, y + slope * 2.7 * u)), ink, 1.8 * u))
    elif sign == "onbekend":
        add(Words(x, y, "?", ink, bold=True, anchor="middle"))
    else:
        add(Path(((x - 2.2 * u, y - 3.6 * u), (x + 4 * u, y), (x - 2.2 * u, y + 3.6 * u)), fill=ink, closed=True))


def draw_legend(picture: Picture, hand: Hand, timeline: Timeline, left: float, right: float, top: float) -> float:
    """What the forms in this drawing mean, on as many lines as it takes; returns the y below it."""
    u = hand.unit
    x, y = left, top + 10 * u
    levels = [level for level in LEVELS if any(bar.level == level and bar.state != "proposed" for bar in timeline.bars)]
    bars = [(next(bar for bar in timeline.bars if bar.level == level and bar.state != "proposed"), LEVELS[level])
            for level in levels]  # fmt: skip
    bars += [(bar, "voorgesteld") for bar in timeline.bars if bar.state == "proposed"][:1]
    signs = [sign for sign in _SIGN_WORDS if any(sign_of(bar) == sign for bar in timeline.bars)]
    entries: list[tuple[HelpBar | Sign | None, str]] = [*bars]
    entries += [(None, "doel:")] if set(signs) - {"running"} else []
    entries += [(sign, _SIGN_WORDS[sign]) for sign in signs]
    for shown, text in entries:
        wide = (0.0 if shown is None else 22 * u) + hand.measure(text, False)
        if x + wide > right and x > left:
            x, y = left, y + 20 * u
        if isinstance(shown, HelpBar):
            draw_bar(picture, hand, shown, (x, y - 7 * u, 16 * u, 14 * u))
        elif shown is not None:
            draw_sign(picture, hand, shown, x + 8 * u, y, "ink")
        picture.shapes.append(Words(x if shown is None else x + 22 * u, y, text, "ink_quiet"))
        x += wide + (8 if shown is None else 18) * u
    return y + 14 * u
