"""The four questions each vignette asks, in which codes they are answered, and how far two answers lie apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from casework.codes import Changeability, Level, PoolNeed, Verdict
from casework.knowledge import Pack
from casework.words import in_words

QuestionId: TypeAlias = Literal["level", "changeability", "safety", "pool"]


@dataclass(frozen=True)
class Question:
    """scale: the codes in order, from light to heavy; empty where they have none. beside: codes outside that order."""

    id: QuestionId
    title: str
    text: str
    scale: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        return (*self.scale, *self.beside)

    def apart(self, one: str, other: str) -> float:
        """0 for the same answer, 1 for as different as can be; on the scale every step counts alike."""
        if one == other:
            return 0.0
        if one in self.scale and other in self.scale:
            return abs(self.scale.index(one) - self.scale.index(other)) / (len(self.scale) - 1)
        return 1.0


QUESTIONS: tuple[Question, ...] = (
    Question(
        "level",
        "Niveau",
        "Welk niveau van hulp past?",
        scale=tuple(code for code in get_args(Level) if code != "andere_wet"),
        beside=("andere_wet",),
    ),
    Question(
        "changeability",
        "Veranderbaar of blijvend",
        "Kan hulp hier iets veranderen?",
        beside=get_args(Changeability),
    ),
    Question(
        "safety",
        "Veiligheid",
        "Is het veilig genoeg?",
        scale=tuple(code for code in get_args(Verdict) if code != "onvoldoende_zicht"),
        beside=("onvoldoende_zicht",),
    ),
    Question("pool", "Expertpool", "Is de expertpool nodig?", scale=get_args(PoolNeed)),
)

_WORDS = {
    "onveilig_hulp_mogelijk": "Onveilig, hulp is mogelijk",
    "nee": "Nee",
    "overweeg": "Overweeg het",
    "verplicht": "Ja, dat moet",
}


def answer_words(question: Question, pack: Pack) -> Mapping[str, str]:
    """Each code of a question as a reader knows it; the names of levels and conclusions are the pack's."""
    known = dict[str, str]((*pack.manifest.level_labels.items(), *_WORDS.items()))
    if "a" in pack.checklists:
        known |= {one.code: one.title for one in pack.checklists["a"].conclusions}
    return {code: known.get(code) or _capital(in_words(code.lower())) for code in question.codes}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
