"""The design tokens: every colour by role, the type scale and the spacing. The only place where they are written."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme as #RRGGBB, by what they are for, and the two line widths that differ per theme.

    `…_soft` grounds carry `ink`, `ink_quiet` and their own colour as text. `line` is decoration and never means
    anything; `edge` is the border of whatever can be operated.
    """

    name: str
    window: str
    surface: str
    sunken: str
    bar: str
    on_bar: str
    on_bar_quiet: str
    ink: str
    ink_quiet: str
    line: str
    edge: str
    primary: str
    on_primary: str
    primary_soft: str
    focus: str
    focus_on_bar: str
    mark: str
    stop: str
    stop_soft: str
    care: str
    care_edge: str
    care_soft: str
    tip: str
    tip_soft: str
    good: str
    good_soft: str
    expert: str
    expert_soft: str
    frame: float = 1.0
    border: float = 1.5

    def colour(self, role: str) -> str:
        """The colour of a role; KeyError for a role that does not exist."""
        value = self.__dict__[role]
        if not isinstance(value, str):
            raise KeyError(role)
        return value


LIGHT: Final = Tokens(
    name="light",
    window="#EBF0EF",
    surface="#FFFFFF",
    sunken="#F4F7F6",
    bar="#12343C",
    on_bar="#F2F7F6",
    on_bar_quiet="#B5CACC",
    ink="#16272C",
    ink_quiet="#475B61",
    line="#D2DCDA",
    edge="#6F8287",
    primary="#0D5A68",
    on_primary="#FFFFFF",
    primary_soft="#DCECED",
    focus="#1455D9",
    focus_on_bar="#9CC4FF",
    mark="#FFF3B8",
    stop="#9E2418",
    stop_soft="#FBE8E4",
    care="#744700",
    care_edge="#B06A00",
    care_soft="#FBEFD6",
    tip="#2B5597",
    tip_soft="#E6EEF9",
    good="#1F6537",
    good_soft="#E2F0E5",
    expert="#5A4394",
    expert_soft="#EEEAF8",
)

DARK: Final = Tokens(
    name="dark",
    window="#0F1719",
    surface="#182427",
    sunken="#121D20",
    bar="#091012",
    on_bar="#E9F1F1",
    on_bar_quiet="#9DB4B8",
    ink="#E7EEED",
    ink_quiet="#AABCBF",
    line="#2C3B3F",
    edge="#7C9196",
    primary="#74C6CF",
    on_primary="#06272D",
    primary_soft="#173A41",
    focus="#9CC4FF",
    focus_on_bar="#9CC4FF",
    mark="#4A4113",
    stop="#FFA193",
    stop_soft="#3B1F1B",
    care="#F3C163",
    care_edge="#F3C163",
    care_soft="#362A10",
    tip="#A3C5F7",
    tip_soft="#1B2C45",
    good="#8AD39F",
    good_soft="#173322",
    expert="#C7B8F3",
    expert_soft="#2B2543",
)

HIGH_CONTRAST: Final = Tokens(
    name="high_contrast",
    window="#000000",
    surface="#000000",
    sunken="#000000",
    bar="#000000",
    on_bar="#FFFFFF",
    on_bar_quiet="#FFFFFF",
    ink="#FFFFFF",
    ink_quiet="#FFFFFF",
    line="#FFFFFF",
    edge="#FFFFFF",
    primary="#FFFF00",
    on_primary="#000000",
    primary_soft="#000000",
    focus="#00FFFF",
    focus_on_bar="#00FFFF",
    mark="#3A3A00",
    stop="#FFB4A8",
    stop_soft="#000000",
    care="#FFD75E",
    care_edge="#FFD75E",
    care_soft="#000000",
    tip="#A8D0FF",
    tip_soft="#000000",
    good="#7CFF9B",
    good_soft="#000000",
    expert="#E0CCFF",
    expert_soft="#000000",
    frame=2.0,
    border=2.0,
)

THEMES: Final = MappingProxyType({tokens.name: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)})


@dataclass(frozen=True)
class TextStyle:
    """One step of the type scale: size in px at 100 %, weight, and letter-spacing in per cent of the size."""

    px: float
    weight: int = 400
    spacing: float = 0.0


TYPE: Final = MappingProxyType(
    {
        "title": TextStyle(24, 700, -1.2),
        "heading": TextStyle(18, 700),
        "question": TextStyle(16.5, 700),
        "body": TextStyle(15),
        "small": TextStyle(13.5),
        "label": TextStyle(13),
        "signal": TextStyle(13, 700, 4),
    }
)

CONTROL: Final = 34
SMALL_BUTTON: Final = 28
CHIP: Final = 24
CLOCK: Final = 26
RADIUS_CHIP: Final = 5
RADIUS_CONTROL: Final = 6
RADIUS_SHEET: Final = 8
READING_WIDTH: Final = 680
SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)
"""The text sizes a user may choose, times what the system itself enlarges."""
