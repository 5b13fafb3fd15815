"""The passphrase of a protected copy: drawn from plain words, or typed and then strong enough.

Who gets hold of the file can try as long as they like, so it must be stronger than one that opens a window: seven words
of 355 are about 59 bits.
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

import resources

COUNT = 7
_SHORTEST, _MOST_BYTES, _DIFFERENT = 14, 127, 8
"""127 bytes is what a PDF can have (ISO 32000-2, 7.6.4.3.3)."""


def drawn() -> str:
    """Seven words by lot, with spaces."""
    return " ".join(secrets.choice(_words()) for _ in range(COUNT))


def normal(text: str) -> str:
    """As every program reads it, however the letters with signs were typed."""
    return unicodedata.normalize("NFC", text).strip()


def weakness(text: str) -> str:
    """What is wrong with a passphrase somebody made up, and what would do; empty where it will do."""
    typed = normal(text)
    if len(typed) < _SHORTEST:
        return f"Deze wachtzin is te kort. Neem minstens {_SHORTEST} tekens, bijvoorbeeld vier losse woorden."
    if len(set(typed.casefold())) < _DIFFERENT or typed.replace(" ", "").isdigit():
        return "Deze wachtzin is te makkelijk te raden. Neem vier losse woorden die niet bij elkaar horen."
    if len(typed.encode()) > _MOST_BYTES:
        return f"Deze wachtzin is te lang voor een PDF: hoogstens {_MOST_BYTES} tekens."
    return ""


@cache
def _words() -> tuple[str, ...]:
    lines = resources.passphrase_words().read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
