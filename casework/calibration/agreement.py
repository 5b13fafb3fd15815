"""How far answers agree with a reference, beyond what guessing would give: weighted kappa with an interval.

Kappa: Cohen (1968), Psychological Bulletin 70(4), 213-220. Weights in equal steps: Cicchetti and Allison (1971),
American Journal of EEG Technology 11. Names of the sizes: Landis and Koch (1977), Biometrics 33(1), 159-174;
a rule of thumb and no more. Interval: the answers of one person hang together, and so do the answers to one vignette,
so people and vignettes are both drawn anew: Owen (2007), Annals of Applied Statistics 1(2), 386-411.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

Apart: TypeAlias = Callable[[str, str], float]
"""How far two answers lie apart: 0 is the same; only the proportions between the others matter."""

Cell: TypeAlias = tuple[str, str]
"""An answer and its reference."""

DRAWS = 1000
"""Enough for two decimals of a 95 % interval."""

_SEED = 20260101
"""Fixed, so that the same answers always give the same interval."""

_FEWEST_USABLE = DRAWS // 2
_SIZES = ((0.2, "gering"), (0.4, "matig"), (0.6, "redelijk"), (0.8, "goed"))


@dataclass(frozen=True)
class Rating:
    """One answer of one person to one vignette, and the reference beside it."""

    person: str
    vignette: str
    own: str
    reference: str


@dataclass(frozen=True)
class Agreement:
    """kappa: 1 is always alike, 0 no more than guessing; None where there is nothing to disagree about. low, high: the
    bounds of the 95 % interval, None where it cannot be told. ratings: how many answers it rests on.
    """

    kappa: float | None
    low: float | None
    high: float | None
    ratings: int

    @property
    def size(self) -> str:
        """The name Landis and Koch would give it, in Dutch; empty without kappa."""
        if self.kappa is None:
            return ""
        if self.kappa < 0:
            return "slecht"
        return next((name for most, name in _SIZES if self.kappa <= most), "zeer goed")


def agreement(ratings: Sequence[Rating], apart: Apart) -> Agreement:
    """Kappa of all answers against their references, pooled over people, with its 95 % interval."""
    found = Counter((one.own, one.reference) for one in ratings)
    drawn = sorted(value for table in _drawn_anew(ratings) if (value := kappa(table, apart)) is not None)
    enough = len(drawn) >= _FEWEST_USABLE
    return Agreement(
        kappa=kappa({cell: found[cell] for cell in sorted(found)}, apart),
        low=_quantile(drawn, 0.025) if enough else None,
        high=_quantile(drawn, 0.975) if enough else None,
        ratings=len(ratings),
    )


def _drawn_anew(ratings: Sequence[Rating]) -> Iterator[Mapping[Cell, int]]:
    """Tables as they might have been: as many people and as many vignettes, each drawn with replacement.

    Everything goes by number and in a fixed order: this is the one slow place, and who came first must not matter.
    """
    random = Random(_SEED)
    cells = sorted({(one.own, one.reference) for one in ratings})
    vignettes = sorted({one.vignette for one in ratings})
    cell_at = {cell: at for at, cell in enumerate(cells)}
    vignette_at = {vignette: at for at, vignette in enumerate(vignettes)}
    answers: dict[str, list[tuple[int, int]]] = {person: [] for person in sorted({one.person for one in ratings})}
    for one in ratings:
        answers[one.person].append((vignette_at[one.vignette], cell_at[one.own, one.reference]))
    people = list(answers.values())
    for _ in range(DRAWS if ratings else 0):
        times = [0] * len(vignettes)
        for vignette in random.choices(range(len(vignettes)), k=len(vignettes)):
            times[vignette] += 1
        counts = [0] * len(cells)
        for person in random.choices(people, k=len(people)):
            for vignette, cell in person:
                counts[cell] += times[vignette]
        yield dict(zip(cells, counts, strict=True))


def kappa(table: Mapping[Cell, int], apart: Apart) -> float | None:
    """1 minus the distance that was found over the distance that chance would give. None where chance gives none."""
    own: Counter[str] = Counter()
    reference: Counter[str] = Counter()
    for (mine, theirs), count in table.items():
        own[mine] += count
        reference[theirs] += count
    total = own.total()
    by_chance = sum(apart(a, b) * m * n for a, m in own.items() for b, n in reference.items())
    if not total or not by_chance:
        return None
    return 1 - sum(apart(a, b) * count for (a, b), count in table.items()) * total / by_chance


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Between the two nearest, in a straight line."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
