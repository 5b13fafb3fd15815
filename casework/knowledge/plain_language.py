"""Is what families read written plainly (B1)? Length of sentences, and jargon with a better word (texts/jargon.yaml).

A measure finds what to look at again; it does not make a text good. So these are warnings, each with the place, the
sentence and what to do. Words that the glossary explains are allowed: families meet them anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from statistics import mean

from casework.knowledge.pack import Pack

LONGEST_SENTENCE = 20
"""Words."""

LONGEST_MEAN = 12
"""Words in a sentence, over all of one kind of text."""

_JARGON = "jargon"
_READ_BY_FAMILIES = (
    "rights", "rights-youth", "letter-toegang", "letter-toegang-youth", "letter-hulpverlening",
    "letter-hulpverlening-youth", "glossary", "why",
)  # fmt: skip
_END = re.compile(r"(?<=[.!?])[’”\")]?\s+")


def language_warnings(pack: Pack) -> list[str]:
    """What in the texts for families is too long or too hard, in Dutch; empty where all is plain."""
    return [warning for kind, texts in family_texts(pack).items() for warning in told_plainly(kind, texts, pack)]


def told_plainly(kind: str, texts: Mapping[str, str], pack: Pack) -> Iterator[str]:
    """The warnings about texts of one kind, by key: each sentence, and the length of all of them together."""
    jargon = pack.texts.get(_JARGON, {})
    lengths: list[int] = []
    for key, text in texts.items():
        for sentence in sentences(text):
            count = len(sentence.split())
            lengths.append(count)
            if count > LONGEST_SENTENCE:
                yield f"{kind}, {key}: ‘{sentence}’ telt {count} woorden; maak er twee zinnen van"
            for word, better in hard_words(sentence, jargon):
                yield f"{kind}, {key}: ‘{sentence}’ heeft het woord ‘{word}’; schrijf liever: {better}"
    if lengths and mean(lengths) > LONGEST_MEAN:
        yield f"{kind}: een zin telt gemiddeld {mean(lengths):.0f} woorden; maak de zinnen korter"


def sentences(text: str) -> list[str]:
    """The sentences of a text. The first line of several is a heading, which need not end in a full stop."""
    heading, _, rest = text.strip().partition("\n")
    parts = [heading, rest] if rest else [heading]
    return [found for part in parts for one in _END.split(part) if (found := " ".join(one.split()))]


def hard_words(sentence: str, jargon: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words to replace, as they stand in the sentence, each with what is better. A key `evalue*` is a beginning."""
    for word, better in jargon.items():
        if found := _pattern(word).search(sentence):
            yield found[0], better


def family_texts(pack: Pack) -> dict[str, dict[str, str]]:
    """Everything a family reads in a pack: by kind of text, then by key."""
    found = {f"texts/{name}.yaml": dict(pack.texts.get(name, {})) for name in _READ_BY_FAMILIES}
    found["checklists"] = {
        f"{checklist.id}.{item.id}": item.text for checklist in pack.checklists.values() for item in checklist.items
    }
    found["reference-clients"] = {
        f"{client.id}.{field}": text
        for client in pack.reference_clients.values()
        for field, text in (
            ("story", client.story),
            ("child_voice", client.child_voice),
            ("parent_voice", client.parent_voice),
        )
        if text
    }
    found["provisions"] = {f"{one.id}.what": one.what for one in pack.provisions.values()}
    found["recipients"] = {
        f"{one.id}.{section}": why for one in pack.recipients.values() for section, why in one.held_back.items()
    }
    return found


@cache
def _pattern(word: str) -> re.Pattern[str]:
    ending = r"\w*" if word.endswith("*") else ""
    return re.compile(rf"(?<!\w){re.escape(word.removesuffix('*'))}{ending}(?!\w)", re.IGNORECASE)
