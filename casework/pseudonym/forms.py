"""The forms in which Dutch writes a name: possessive, diminutive, plural, and of a place what comes from it."""

from __future__ import annotations

import re
from collections.abc import Iterable

PARTICLES = frozenset(
    {
        *("van", "de", "der", "den", "het", "'t", "ter", "ten", "te", "op", "in", "aan", "bij", "onder", "over", "uit"),
        *("uijt", "von", "zu", "du", "la", "le", "les", "di", "da", "del", "della", "dos", "el", "al", "ben", "bin"),
        *("abu", "ibn", "ould", "st"),
    }
)
"""Words inside a surname that on their own are nobody's name."""

TITLES = frozenset(
    {
        *("dr", "drs", "mr", "ir", "ing", "prof", "ds", "dhr", "mw", "mevr", "mevrouw", "meneer", "heer", "juf"),
        *("juffrouw", "meester", "opa", "oma", "tante", "oom", "zus", "broer", "pake", "beppe", "mama", "papa", "mem"),
        *("heit", "dokter", "zuster", "pleegvader", "pleegmoeder"),
    }
)
"""What may stand before a name in a list of people, and is no part of it."""

TITLE_BEFORE = re.compile(r"(?<!\w)(?:(?:dr|drs|mr|ir|ing|prof|ds)\.?\s+)+$", re.IGNORECASE)
"""The titles right before a name that was found go with it."""

_ALSO_GIVEN = frozenset({"ben", "al", "bin", "del"})
"""Particles that are a first name as well, where they stand first: Ben van der Veen."""

_SPLIT = re.compile(r"[\s\-.]+")
_AND = r"(?:&|\+|en)"
_DIMINUTIVE = "(?:etje|tje|pje|kje|je|ke|ie)"
_POSSESSIVE = "(?:'?s'?|')"
_FROM_PLACE = "(?:'?s|s?er|ster|der|se|e)"


def name_parts(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words of a folded name that can stand for a person, each with the particles before it.

    What stands last is a name, whatever it looks like: Aukje Ben.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    before: tuple[str, ...] = ()
    joined = [word.replace("-", "") for word in name.split() if "-" in word]  # AnneFleur
    words = list(filter(None, _SPLIT.split(name)))
    for at, word in enumerate((*words, *joined)):
        is_name = at >= len(words) - 1 or (at == 0 and word in _ALSO_GIVEN)
        if word in PARTICLES and not is_name:
            before = (*before, word)
        elif word in TITLES or len(word) < 2:
            before = ()
        else:
            found.append((word, before))
            before = ()
    return found


def name_pattern(part: str, before: Iterable[str] = ()) -> str:
    """A part of a name in every form, with its own particles where they stand before it."""
    stems = {part, part + part[-1]}
    if part.endswith("e") and len(part) > 2:
        stems.add(part[:-1])
    if part.endswith("ng"):
        stems.add(part[:-1] + "k")
    small = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
    forms = f"(?:(?:{small}){_DIMINUTIVE}|{re.escape(part)}){_POSSESSIVE}?"
    particles = r"[\s\-]+".join(map(re.escape, before))
    return f"(?:{particles}[\\s\\-]+)?{forms}" if particles else forms


def phrase(words: str) -> str:
    """A folded phrase, however its words are spaced."""
    return r"[\s\-]+".join(
        _AND if word in ("&", "+", "en") else re.escape(word) for word in words.replace("-", " ").split()
    )


def place_pattern(place: str) -> str:
    """A place, and the people and things that come from it: Winsum, Winsumer, Uithuizer, Leenster, Roodeschoolster."""
    stems = {place}
    for ending, instead in (("en", ""), ("e", ""), ("s", ""), ("t", "d")):
        if place.endswith(ending) and len(place) > len(ending) + 3:
            stems.add(place.removesuffix(ending) + instead)
    adjectives = "|".join(sorted(map(phrase, stems), key=len, reverse=True))
    return f"(?:{phrase(place)}|(?:{adjectives}){_FROM_PLACE})(?:s|e)?"
