"""The words the scan guesses with: ordinary words, names, places, and the words that announce a name.

They are data (resources/pseudonym); this module only reads them. Places come from the pack as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable

import yaml

from casework.pseudonym.folded import folded

_FROM_PLACE = ("er", "ers", "ster", "der", "se")


@dataclass(frozen=True)
class Lexicon:
    """All folded. `ordinary`: words that need be nobody's name. `capitals`: names that lead to nobody (laws, national
    organisations, languages, games). `roles`: words after which a name follows, also without a capital. `titles`: the
    same, but only before a capital. `school_words`, `provider_words`: what the name of one begins with."""

    ordinary: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    places: frozenset[str] = field(repr=False)
    capitals: frozenset[str] = field(repr=False)
    roles: frozenset[str]
    titles: frozenset[str]
    verbs: frozenset[str]
    to_places: frozenset[str]
    school_words: frozenset[str]
    provider_words: frozenset[str]
    street_endings: tuple[str, ...]

    @cached_property
    def place_forms(self) -> frozenset[str]:
        """Places of one word, and what is called after them: Winsumer, Uithuizer, Leenster."""
        found: set[str] = set()
        for place in (one for one in self.places if " " not in one):
            stems = {place, place.removesuffix("en"), place.removesuffix("e")}
            found |= {place, *(stem + end for stem in stems if len(stem) > 3 for end in _FROM_PLACE)}
        return frozenset(found)


def read_lexicon(folder: Traversable, places: Iterable[str] = ()) -> Lexicon:
    """The lexicon in a folder, with the places of the pack added. Raises KeyError or YAMLError for a broken build."""
    cues = yaml.safe_load((folder / "cues.yaml").read_text(encoding="utf-8"))
    gazetteer = yaml.safe_load((folder / "places.yaml").read_text(encoding="utf-8"))["places"]
    return Lexicon(
        ordinary=_words(folder, "words.txt") | _words(folder, "words-more.txt"),
        names=_words(folder, "given-names.txt") | _words(folder, "surnames.txt"),
        places=frozenset(map(folded, (*gazetteer, *places))),
        capitals=_words(folder, "capitals.txt"),
        roles=frozenset(cues["roles"]),
        titles=frozenset(cues["titles"]),
        verbs=frozenset(cues["verbs"]),
        to_places=frozenset(cues["to_places"]),
        school_words=frozenset(cues["school_words"]),
        provider_words=frozenset(cues["provider_words"]),
        street_endings=tuple(cues["street_endings"]),
    )


def _words(folder: Traversable, name: str) -> frozenset[str]:
    """The words of a text file; a line that begins with # is a remark."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in fold_line(line))


def fold_line(line: str) -> list[str]:
    return folded(line).split()
