"""Reading direction: which letters run to the left, and in which order the parts of a line are drawn.

The implicit part of the Unicode bidirectional algorithm (UAX #9: P2–P3, W1–W7, N1–N2, I1–I2, L2). Explicit direction
marks are taken out before (see characters.py) and paired brackets get no treatment of their own: a line of Dutch with
a name or a sentence in Arabic or Hebrew in it, or the other way round, comes out right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

T = TypeVar("T")
_HARDLY = 10
"""One Latin letter in so many: a name in a sentence of another script."""

_SORTS = {"L": "l", "R": "r", "AL": "r", "EN": "n", "WS": " "}
_AGE = re.compile(r"(?<=r)\. *(?P<number>n+)(?= *l)")
"""A number behind a mark after such letters that goes on in Latin, by sort: of “ليلى, 14 jaar” the 14 goes with jaar,
where the algorithm (W2, N1) would put it before the name."""

_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RIGHT_TO_LEFT = re.compile(_LETTER)
_STRETCH = re.compile(f"({_LETTER}+(?: +{_LETTER}+)*)")


def runs_left(text: str) -> bool:
    """Whether any letter of the text is of a script written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def stretches(text: str) -> list[str]:
    """The text in parts: words of such a script that stand together, and what stands between them."""
    return [part for part in _STRETCH.split(text) if part]


def in_dutch(text: str) -> str:
    """The text for who orders letters by itself, with each such stretch set apart (FSI, PDI) in a Dutch line (LRM)."""
    if not runs_left(text) or begins_right(text):
        return text
    return "\u200e" + "".join(f"\u2068{part}\u2069" if runs_left(part) else part for part in stretches(text))


def begins_right(text: str) -> bool:
    """Whether a paragraph as a whole runs to the left: it opens with such a letter and hardly holds Latin (P2–P3).

    The documents are Dutch: “ليلى, 14 jaar” is Dutch that opens with a name, and would be turned round.
    """
    strong = [kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")]
    return bool(strong) and strong[0] != "L" and strong.count("L") * _HARDLY < len(strong)


def levels(text: str) -> list[int]:
    """The embedding level of each character; even runs to the right, odd to the left. One paragraph at a time."""
    kinds = [bidirectional(char) or "L" for char in text]
    base = int(begins_right(text))
    if not base:
        for found in _AGE.finditer("".join(_SORTS.get(kind, ".") for kind in kinds)):
            kinds[found.start("number") : found.end("number")] = ["L"] * len(found["number"])
    kinds = _neutrals(_numbers(_weak(kinds, "LR"[base])), "LR"[base])
    return [base + _step(kind, base) for kind in kinds]


def _step(kind: str, base: int) -> int:
    if base:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], start: str) -> list[str]:
    """W1–W3: marks follow their letter, digits after Arabic letters are Arabic numbers."""
    before = strong = start
    out = []
    for kind in kinds:
        if kind == "NSM":
            kind = before
        if kind == "EN" and strong == "AL":
            kind = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        before = kind
        out.append(kind)
    return ["R" if kind == "AL" else kind for kind in out]


def _numbers(kinds: list[str]) -> list[str]:
    """W4–W6: what stands in or against a number belongs to it. W7 is left to `_neutrals`."""
    last = len(kinds) - 1
    for i, kind in enumerate(kinds):
        if kind in ("ES", "CS") and 0 < i < last and kinds[i - 1] == kinds[i + 1]:
            around = kinds[i - 1]
            if around == "EN" or (around == "AN" and kind == "CS"):
                kinds[i] = around
    out: list[str] = []
    for kind, group in groupby(kinds):
        size = len(list(group))
        follows = kinds[len(out) + size] if len(out) + size < len(kinds) else ""
        if kind == "ET" and "EN" in (follows, out[-1] if out else ""):
            kind = "EN"
        elif kind not in ("L", "R", "EN", "AN"):
            kind = "ON"
        out.extend([kind] * size)
    return out


def _neutrals(kinds: list[str], start: str) -> list[str]:
    """W7, N1 and N2: numbers after Latin letters are Latin; the rest goes with its neighbours or with the paragraph."""
    strong = start
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
    out: list[str] = []
    for kind, group in groupby(kinds):
        size = len(list(group))
        if kind == "ON":
            before = out[-1] if out else start
            after = kinds[len(out) + size] if len(out) + size < len(kinds) else start
            sides = {"L" if side == "L" else "R" for side in (before, after)}
            kind = sides.pop() if len(sides) == 1 else start
        out.extend([kind] * size)
    return out


def visual(parts: Sequence[T], level: Callable[[T], int]) -> list[T]:
    """L2: the parts of one line in the order they are drawn, from left to right."""
    order = list(parts)
    for height in range(max(map(level, order), default=0), 0, -1):
        stretches = [(deep, list(group)) for deep, group in groupby(order, key=lambda part: level(part) >= height)]
        order = [part for deep, group in stretches for part in (reversed(group) if deep else group)]
    return order
