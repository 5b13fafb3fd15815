"""Words that may leave a case: pseudonymised with every hit decided on, or with names on a ground the law knows.

What is said to the pool is made from these and from nothing else, so that no text leaves by accident.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from casework.case import SettledCase
from casework.pseudonym import Resolved
from casework.trouble import Trouble
from casework.weighing.facts.consent import NAMELESS, YOUNG_PERSON, missing_for_named_consult
from casework.words import listed


@dataclass(frozen=True)
class Ground:
    """Why a question may go out with names, and who alone may read it. Make it with `on_consent` or `on_urgency`.

    urgent: what threatens, where that is the ground; the question itself is urgent then too.
    """

    words: str
    readers: tuple[str, ...]
    urgent: str = ""

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise Trouble("Schrijf op waarom deze vraag met namen mag.")
        if not self.readers:
            raise Trouble("Kies wie deze vraag met namen mag lezen.")


@dataclass(frozen=True)
class Identifiable:
    """A text that goes out as it was written, names and all."""

    text: str
    ground: Ground

    @property
    def after(self) -> str:
        return self.text


Leaving: TypeAlias = Resolved | Identifiable


def without_consent(case: SettledCase) -> str:
    """Why consent does not carry a question with names, in Dutch; empty where it does (brief §2.3)."""
    missing = missing_for_named_consult(case)
    if missing is None:
        return "Vul in stap 2 de geboortedatum, het gezag en de toestemmingen in."
    if not missing:
        return ""
    names = sorted({_told(case, one) for one in missing})
    return f"De toestemming voor een herleidbaar consult ontbreekt nog van {listed(names)}. Leg die vast in stap 2."


def _told(case: SettledCase, one: str) -> str:
    if one == YOUNG_PERSON:
        return "de jeugdige"
    return NAMELESS if one.startswith(NAMELESS) else case.person(one) or one


def on_consent(case: SettledCase, readers: Iterable[str]) -> Ground:
    """Raises Trouble while somebody's consent is missing."""
    if why := without_consent(case):
        raise Trouble(why)
    return Ground("toestemming volgens leeftijd en gezag (Jeugdwet 7.3.4 en 7.3.11)", tuple(readers))


def on_urgency(reason: str, readers: Iterable[str]) -> Ground:
    """No time to ask, and serious harm threatens (Jeugdwet 7.3.16). Raises Trouble without a reason."""
    if not reason.strip():
        raise Trouble("Schrijf op welk ernstig nadeel dreigt, en waarom toestemming niet kan worden afgewacht.")
    return Ground(f"spoed (Jeugdwet 7.3.16): {reason.strip()}", tuple(readers), urgent=reason.strip())
