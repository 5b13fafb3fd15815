"""A person decides on every hit; only then is there a text that may leave.

`Resolved` cannot be built while a hit is undecided, and whoever sends asks for a `Resolved`: that is the whole guard.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casework.pseudonym.kinds import Hit
from casework.pseudonym.known import Known
from casework.pseudonym.lexicon import Lexicon
from casework.pseudonym.scan import scan
from casework.trouble import Trouble

NOT_RECOGNISABLE: Literal["niet herkenbaar"] = "niet herkenbaar"


@dataclass(frozen=True)
class Replace:
    """The proposed label stands there instead."""


@dataclass(frozen=True)
class Keep:
    """It stays, because it leads to nobody; the reason is kept with the request."""

    reason: Literal["niet herkenbaar"] = NOT_RECOGNISABLE


@dataclass(frozen=True)
class OwnWording:
    """Other words stand there instead; empty takes the hit out."""

    words: str


Decision: TypeAlias = Replace | Keep | OwnWording


@dataclass(frozen=True)
class Resolved:
    """A text of which every hit was decided on. `decisions` go by the start of the hit.

    Raises Trouble when a hit is undecided, when a decision belongs to no hit, or when hits do not fit the text.
    """

    before: str
    hits: tuple[Hit, ...]
    decisions: Mapping[int, Decision]

    def __post_init__(self) -> None:
        if open_hits := undecided(self.hits, self.decisions):
            raise Trouble(
                f"{len(open_hits)} van de {len(self.hits)} plekken zijn nog niet beslist. Kies bij elke plek: "
                "vervangen, laten staan of eigen woorden. Er is nog niets verstuurd."
            )
        starts = [hit.start for hit in self.hits]
        bounds = [0, *(at for hit in self.hits for at in (hit.start, hit.end)), len(self.before)]
        if set(self.decisions) - set(starts) or bounds != sorted(bounds):
            raise Trouble("De tekst is veranderd na het zoeken. Zoek opnieuw en beslis dan.")

    @property
    def after(self) -> str:
        """The text that may leave: pseudonymised, never anonymous."""
        return apply(self.before, self.hits, self.decisions)

    @property
    def kept(self) -> tuple[Hit, ...]:
        """What a person left standing, for the log."""
        return tuple(hit for hit in self.hits if isinstance(self.decisions[hit.start], Keep))


def resolve(
    text: str, hits: tuple[Hit, ...], decisions: Mapping[int, Decision], known: Known, lexicon: Lexicon
) -> Resolved:
    """The text resolved, with own wording searched as well. Raises Trouble as `Resolved` does, and when own wording
    brings back something the case knows."""
    for decision in decisions.values():
        if isinstance(decision, OwnWording):
            for hit in scan(decision.words, known, lexicon):
                if hit.known:
                    name = decision.words[hit.start : hit.end]
                    raise Trouble(
                        f"In uw eigen woorden staat ‘{name}’ uit deze casus. Zeg het zonder, of kies vervangen."
                    )
    return Resolved(text, hits, decisions)


def undecided(hits: tuple[Hit, ...], decisions: Mapping[int, Decision]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.start not in decisions)


def apply(text: str, hits: tuple[Hit, ...], decisions: Mapping[int, Decision]) -> str:
    """The text with each decision carried out. A hit nobody decided on is replaced: a preview never shows too much."""
    parts, last = [], 0
    for hit in hits:
        parts += [text[last : hit.start], _instead(text, hit, decisions.get(hit.start, Replace()))]
        last = hit.end
    return "".join([*parts, text[last:]])


def _instead(text: str, hit: Hit, decision: Decision) -> str:
    match decision:
        case Keep():
            return text[hit.start : hit.end]
        case OwnWording(words):
            return words
        case Replace():
            return hit.proposed
