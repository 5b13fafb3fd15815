"""Which characters reach a page, and as what. Whatever somebody typed is text: nothing in it is ever markup."""

from __future__ import annotations

import re
import unicodedata

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]*[^\s<>“”\".,;:!?)\]]")
"""A web address in running text, without the full stop or bracket that closes the sentence."""

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
# Explicit direction marks can make a sentence show other words than it stores; the plain algorithm does without.
_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
_NO_CHARACTER = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MANY_BREAKS = re.compile("\n[ \n]*\n")


def clean(text: str) -> str:
    """The same words in one spelling: breaks as \\n (two at most in a row), blanks as one space, letters composed.

    Invisible direction marks go; control characters and halves of surrogate pairs become a visible replacement sign.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _HIDDEN.sub("", _BLANKS.sub(" ", _BREAKS.sub("\n", text)))
    text = _MANY_BREAKS.sub("\n\n", _NO_CHARACTER.sub("\ufffd", text))
    return unicodedata.normalize("NFC", text)


def may_hold_address(text: str) -> bool:
    """Whether it is worth looking for an address: nearly never."""
    return "http" in text or "www." in text


def is_mark(char: str) -> bool:
    """Whether the character sits on the letter before it."""
    return unicodedata.combining(char) != 0


def named(char: str) -> str:
    """[U+4E2D]: what is drawn for a character no shipped font has a shape for."""
    return f"[U+{ord(char):04X}]"
