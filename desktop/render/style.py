"""How paper looks: inks, sizes and distances, the same roles as on the screen. All lengths are points.

Everything must also work in black and white: an ink never says anything that a word or a shape does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from casework.handover.blocks import Reader

mm: Final = 72 / 25.4

INK: Final = "#16272C"
QUIET: Final = "#475B61"
LINE: Final = "#C3CFCD"
EDGE: Final = "#6F8287"
HOUSE: Final = "#12343C"
PRIMARY: Final = "#0D5A68"
PRIMARY_SOFT: Final = "#DCECED"
SUNKEN: Final = "#EDF1F0"
GOOD: Final = "#1F6537"
CARE: Final = "#744700"
CARE_EDGE: Final = "#B06A00"
CARE_SOFT: Final = "#FBEFD6"
STOP: Final = "#9E2418"
PRACTICE: Final = "#5A4394"
WATERMARK: Final = "#EFECF6"
WHITE: Final = "#FFFFFF"

ROLES: Final = MappingProxyType(
    {
        "ink": INK,
        "ink_quiet": QUIET,
        "line": LINE,
        "edge": EDGE,
        "surface": WHITE,
        "sunken": SUNKEN,
        "primary": PRIMARY,
        "on_primary": WHITE,
        "primary_soft": PRIMARY_SOFT,
        "residence": HOUSE,
        "on_residence": WHITE,
        "care": CARE,
        "care_edge": CARE_EDGE,
        "care_soft": CARE_SOFT,
        "good": GOOD,
    }
)
"""The inks by the roles of the look, for drawings that are made once for paper, web and screen."""

PAGE_WIDTH: Final[float] = 210 * mm
PAGE_HEIGHT: Final[float] = 297 * mm
MARGIN: Final[float] = 17 * mm
WIDTH: Final[float] = PAGE_WIDTH - 2 * MARGIN
TOP: Final[float] = PAGE_HEIGHT - 81
BOTTOM: Final[float] = 55.0
NOTE_COLUMN: Final[float] = 36 * mm
GUTTER: Final[float] = 5 * mm
CODE_COLUMN: Final[float] = 33.0


@dataclass(frozen=True)
class Size:
    """Of letters, and of the line they stand on."""

    letters: float
    line: float


@dataclass(frozen=True)
class Style:
    """The sizes for one kind of reader."""

    title: Size
    subtitle: Size
    ask: Size
    section: Size
    part: Size
    strong: Size
    body: Size
    small: Size
    note: Size
    gap: float
    label_column: float
    ruled_facts: bool
    """Whether facts stand on hairlines with strong labels, as in the families' version."""


PROVIDER: Final = Style(
    title=Size(25, 30),
    subtitle=Size(12.5, 17),
    ask=Size(14.5, 19.5),
    section=Size(14.5, 19),
    part=Size(11.5, 15.5),
    strong=Size(11, 15.5),
    body=Size(10.5, 15),
    small=Size(9.75, 13.5),
    note=Size(8.5, 11.5),
    gap=6,
    label_column=44 * mm,
    ruled_facts=False,
)
FAMILY: Final = Style(
    title=Size(24, 30),
    subtitle=Size(13, 19),
    ask=Size(15, 22.5),
    section=Size(15.5, 21),
    part=Size(13, 19),
    strong=Size(12.5, 18.75),
    body=Size(12.5, 18.75),
    small=Size(12.5, 18.75),
    note=Size(10.5, 15),
    gap=9,
    label_column=50 * mm,
    ruled_facts=True,
)


YOUTH: Final = replace(
    FAMILY,
    section=Size(14, 18.5),
    part=Size(11.5, 15.5),
    strong=Size(11.5, 15.5),
    body=Size(11.5, 15.5),
    small=Size(11.5, 15.5),
    gap=4,
    ruled_facts=False,
)
"""A young person reads two pages at most."""

STYLES: Final[Mapping[Reader, Style]] = MappingProxyType({"provider": PROVIDER, "parent": FAMILY, "youth": YOUTH})


def style_for(reader: Reader) -> Style:
    return STYLES[reader]
