"""How far answers agree with a reference, beyond what guessing would give: weighted kappa with an interval.

Kappa: Cohen (1968), Psychological Bulletin 70(4), 213-220. Weights in equal steps: Cicchetti and Allison (1971),
American Journal of EEG Technology 11. Names of the sizes: Landis and Koch (1977), Biometrics 33(1), 159-174;
a rule of thumb and no more. Interval: the answers of one person hang together, and so do the answers to one vignette,
so people and vignettes are both drawn anew: Owen (2007), Annals of Applied Statistics 1(2), 386-411.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

Apart: TypeAlias = Callable[[str, str], float]
"""How far two answers lie apart: 0 is the same; only the proportions between the others matter."""

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
    random = Random(_SEED)
    people, vignettes = (sorted({getattr(one, by) for one in ratings}) for by in ("person", "vignette"))
    drawn = []
    for _ in range(DRAWS if ratings else 0):
        of_person, of_vignette = (Counter(random.choices(group, k=len(group))) for group in (people, vignettes))
        table: Counter[tuple[str, str]] = Counter()
        for one in ratings:
            table[one.own, one.reference] += of_person[one.person] * of_vignette[one.vignette]
        if (found := kappa(table, apart)) is not None:
            drawn.append(found)
    drawn.sort()
    enough = len(drawn) >= _FEWEST_USABLE
    return Agreement(
        kappa=kappa(Counter((one.own, one.reference) for one in ratings), apart),
        low=_quantile(drawn, 0.025) if enough else None,
        high=_quantile(drawn, 0.975) if enough else None,
        ratings=len(ratings),
    )


def kappa(table: Mapping[tuple[str, str], int], apart: Apart) -> float | None:
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
