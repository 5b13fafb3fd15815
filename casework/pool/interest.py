"""Which experts work for a provider a case is about: reckoned where the names are known, so that none has to leave.

A question carries providers as letters. Only who had better not answer travels with it, and only to the coordinator.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from casework.case import SettledCase
from casework.pool.parties import Party
from casework.steps.decision import DecisionAdvice
from casework.steps.help_history import HelpHistory

_FORM = frozenset(["stichting", "vereniging", "cooperatie", "bv", "nv", "vof", "de", "het", "een"])
"""Words that say what sort of organisation it is, or nothing at all."""


def providers_of(case: SettledCase) -> tuple[str, ...]:
    """The providers a case names: of the help so far and of what is proposed."""
    so_far = [one.provider.known for one in case.of(HelpHistory).help.known or ()]
    proposed = [one.provider.known for one in case.of(DecisionAdvice).products.known or ()]
    return tuple(dict.fromkeys(name for name in (*so_far, *proposed) if name))


def tied_to(experts: Iterable[Party], providers: Iterable[str]) -> tuple[Party, ...]:
    """Who works for one of these providers. A name in the other counts too: ‘Fictema’ is ‘Stichting Fictema Noord’."""
    named = [words for one in providers if (words := _words(one))]
    return tuple(one for one in experts if any(_same(_words(one.organisation), words) for words in named))


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _words(name: str) -> tuple[str, ...]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain.replace(".", "")) if word not in _FORM)
