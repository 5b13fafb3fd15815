"""A text made comparable: without accents, soft hyphens and typographic quotes, with the way back to where it stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {
    **dict.fromkeys("’‘‛`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ß": "s",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """The one character to compare by, or nothing for what has no width or only adds an accent."""
    if char in _PLAIN:
        return _PLAIN[char]
    base = unicodedata.normalize("NFD", char)[0]
    return "" if unicodedata.combining(base) else base


@lru_cache(maxsize=4096)
def _low(char: str) -> str:
    return char.lower()[:1]


@dataclass(frozen=True)
class Folded:
    """`clean` keeps capitals, `low` has none; both have the same length. `at` leads back to the text as given."""

    clean: str
    low: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as given; what has no width and follows goes along."""
        return self.at[start], self.at[end] if end < len(self.at) - 1 else self.at[-1]


def fold(text: str) -> Folded:
    if text.isascii():
        return Folded(text, text.lower(), tuple(range(len(text) + 1)))
    kept = [(at, plain) for at, char in enumerate(text) if (plain := _plain(char))]
    clean = "".join(plain for _, plain in kept)
    return Folded(clean, "".join(map(_low, clean)), (*(at for at, _ in kept), len(text)))


def folded(name: str) -> str:
    """A name as it is compared: no accents, no capitals, single spaces."""
    return re.sub(r"\s+", " ", fold(name).low).strip()
