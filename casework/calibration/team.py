"""What a team's answers come to: for each question the agreement with the reference, and what to talk about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean
from typing import Any

from casework.calibration.agreement import Agreement, Rating, agreement
from casework.calibration.answers import AnswerSheet, joined, reference
from casework.calibration.questions import QUESTIONS, QuestionId
from casework.knowledge import Pack
from casework.words import counted

FEWEST_PEOPLE = 5
"""Below this a figure could be led back to somebody; the same floor as everywhere counts are given."""

FEWEST_VIGNETTES = 50
"""Answered vignettes, over all people: with fewer the interval is so wide that it says nothing."""

_MOST_TO_DISCUSS = 3


@dataclass(frozen=True)
class Team:
    """people and weighed: how many, and how many vignettes they answered together. held_back: why there is no figure,
    in Dutch; else empty. discuss: ids of the vignettes where answers lay furthest from the reference, furthest first.
    left_out: answers on a vignette, or a version of it, that this pack does not have.
    """

    people: int
    weighed: int
    left_out: int
    held_back: str
    agreements: Mapping[QuestionId, Agreement]
    discuss: tuple[str, ...]

    def as_json(self, pack: Pack) -> dict[str, Any]:
        """As on the command line (`ijkpunt/calibration-team/1`)."""
        return {
            "schema": "ijkpunt/calibration-team/1",
            "pack": {"id": pack.id, "version": pack.version},
            "people": self.people,
            "weighed": self.weighed,
            "left_out": self.left_out,
            "held_back": self.held_back or None,
            "agreement": {
                name: {"kappa": _rounded(one.kappa), "low": _rounded(one.low), "high": _rounded(one.high),
                       "n": one.ratings, "words": in_words(one)}
                for name, one in self.agreements.items()
            },
            "discuss": [{"id": one, "title": pack.vignettes[one].title} for one in self.discuss],
        }  # fmt: skip


def team(sheets: Iterable[AnswerSheet], pack: Pack) -> Team:
    """The team behind the sheets; a sheet that came twice counts once."""
    counted_in: list[AnswerSheet] = []
    ratings: dict[QuestionId, list[Rating]] = {question.id: [] for question in QUESTIONS}
    apart: dict[str, list[float]] = defaultdict(list)
    weighed = left_out = 0
    for sheet in joined(sheets).values():
        known = {
            vignette: own
            for vignette, own in sheet.answers.items()
            if vignette in pack.vignettes and pack.vignettes[vignette].version == own.version
        }
        left_out += len(sheet.answers) - len(known)
        weighed += len(known)
        counted_in += [sheet] if known else []
        for vignette, own in known.items():
            for question in QUESTIONS:
                mine, right = own.answer(question), reference(pack.vignettes[vignette], question).answer
                ratings[question.id].append(Rating(sheet.id, vignette, mine, right))
                apart[vignette].append(question.apart(mine, right))
    held_back = _too_few(len(counted_in), weighed)
    return Team(
        people=len(counted_in),
        weighed=weighed,
        left_out=left_out,
        held_back=held_back,
        agreements={} if held_back else {one.id: agreement(ratings[one.id], one.apart) for one in QUESTIONS},
        discuss=() if held_back else _furthest(apart),
    )


def in_words(one: Agreement) -> str:
    """An agreement as a sentence, for the screen and for who cannot see the picture."""
    if one.kappa is None:
        return "Hier valt niets te berekenen: iedereen en het voorbeeld gaven steeds hetzelfde antwoord."
    between = ""
    if one.kappa == 1:  # drawn again, the same comes out each time: that is no certainty
        between = " Iedereen koos steeds het voorbeeld; hoeveel ruimte daaromheen zit, is zo niet te zien."
    elif one.low is not None and one.high is not None:
        bounds = f"{figure(one.low)} en {figure(one.high)}"
        between = f" Met andere mensen en situaties had het tussen {bounds} kunnen liggen."
    return f"{figure(one.kappa)}: {one.size}.{between}"


def figure(value: float) -> str:
    """0,62."""
    return f"{value:.2f}".replace(".", ",").replace("-0,00", "0,00")


def title_of(question: QuestionId) -> str:
    return next(one.title for one in QUESTIONS if one.id == question)


def _too_few(people: int, weighed: int) -> str:
    if people >= FEWEST_PEOPLE and weighed >= FEWEST_VIGNETTES:
        return ""
    return (
        f"Er zijn antwoorden van {counted(people, 'persoon', 'personen')} op samen "
        f"{counted(weighed, 'situatie', 'situaties')}. Vanaf {FEWEST_PEOPLE} personen en samen {FEWEST_VIGNETTES} "
        "situaties zegt een getal iets, en is het niet naar iemand te herleiden."
    )


def _furthest(apart: Mapping[str, list[float]]) -> tuple[str, ...]:
    """Only where enough people answered: else one could see whose answer it was."""
    means = {name: mean(found) for name, found in apart.items() if len(found) >= FEWEST_PEOPLE * len(QUESTIONS)}
    ordered = sorted((name for name, value in means.items() if value), key=lambda name: (-means[name], name))
    return tuple(ordered[:_MOST_TO_DISCUSS])


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
