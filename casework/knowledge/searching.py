"""Looking for words: whatever their case and accents, and from the beginning of a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def tells(text: str, wanted: Sequence[str]) -> bool:
    """Every wanted word (of `words_of`) begins a word of the text."""
    told = words_of(text)
    return all(any(word.startswith(one) for word in told) for one in wanted)


def words_of(text: str) -> list[str]:
    """The words of a text, plain; what is no letter or figure parts them."""
    return "".join(sign if sign.isalnum() else " " for sign in plain(text)).split()


def plain(text: str) -> str:
    """Without case and accents: `Één` is found by `een`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
