"""How plainly a version for a family reads (B1): how long its sentences are, and which one may want another look.

Only our own words are judged; what somebody said or wrote stays as it is and counts as one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from casework.handover.blocks import Block, Callout, Document, Items, Paragraph, Text
from casework.knowledge.pack import Pack
from casework.knowledge.plain_language import LONGEST_MEAN, LONGEST_SENTENCE, hard_words, sentences

QUOTE = "…"
"""Stands for somebody's own words."""


@dataclass(frozen=True)
class Hard:
    """A sentence that is long or has a hard word, and what to do about it, in Dutch."""

    sentence: str
    advice: str


@dataclass(frozen=True)
class Readable:
    """`mean` is in words per sentence; `hard` in the order of reading, each sentence once."""

    mean: float
    hard: tuple[Hard, ...]

    @property
    def is_plain(self) -> bool:
        return not self.hard and self.mean <= LONGEST_MEAN


def readable(document: Document, pack: Pack) -> Readable:
    """The measure of one version."""
    jargon = pack.texts.get("jargon", {})
    told = [one for text in _texts(document.blocks) for one in sentences(text) if one.strip(f"{QUOTE} .:–")]
    hard = [Hard(one, advice) for one in dict.fromkeys(told) if (advice := _advice(one, jargon))]
    return Readable(mean(len(one.split()) for one in told) if told else 0.0, tuple(hard))


def own_words(runs: Sequence[Text]) -> str:
    """What is ours of a text."""
    return "".join(QUOTE if one.quoted else one.text for one in runs)


def _advice(sentence: str, jargon: Mapping[str, str]) -> str:
    count = len(sentence.split())
    long = [f"{count} woorden: maak er twee zinnen van"] if count > LONGEST_SENTENCE else []
    words = [f"‘{word}’: schrijf liever {better}" for word, better in hard_words(sentence, jargon)]
    return "; ".join([*long, *words])


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Callout):
            yield own_words(block.runs)
        elif isinstance(block, Items):
            yield from (own_words(one.runs) for one in block.items)
