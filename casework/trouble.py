"""Trouble we know: `str(error)` is a Dutch sentence that says what is the matter and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


class Trouble(Exception):
    """Something that can go wrong without being a fault of ours: shown to the user as it stands."""


def why_not(act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> str:
    """Do something; the sentence of what stood in the way, empty where nothing did."""
    try:
        act(*args, **kwargs)
    except Trouble as trouble:
        return str(trouble)
    return ""
