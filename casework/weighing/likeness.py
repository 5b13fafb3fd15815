"""The nearest reference clients, with what is the same and what differs in words (brief §5.2, decisions 16).

A weighted Gower likeness over the features both sides have: what is unknown drops out of numerator and denominator and
lowers coverage instead. Excluded outright: a safety two steps apart, an age more than four years off. Likeness
calibrates; it is never a ground to refuse (CRvB: the individual investigation leads).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from casework.knowledge import Condition, Facts, Pack, PackFault, ReferenceClient
from casework.weighing.assessment import LEVELS, Boundary, Feature, Level, Likeness
from casework.weighing.profile import Profile, Value
from casework.words import counted, in_words

_SHOWN = 5
_ORDERED: Mapping[str, Sequence[Value]] = {
    "severity": (0, 1, 2, 3),
    "impairment": (0, 1, 2, 3),
    "distress": (0, 1, 2, 3),
    "settings": (1, 2, 3),
    "duration": ("kort", "3_12", "lang", "levenslang"),
    "safety": ("geen", "zorgen", "onveilig"),
    "family_capacity": (0, 1, 2, 3),
    "network": (0, 1, 2, 3),
    "help_history": ("geen", "een_licht", "meer_licht", "indicatie", "intensief"),
    "motivation_child": (0, 1, 2, 3),
    "motivation_parent": (0, 1, 2, 3),
}
_SAME_FROM = {"target_groups": 0.5, "age": 0.99}
_EXCLUDES = {
    "age": "de leeftijd verschilt meer dan vier jaar",
    "safety": "de veiligheid verschilt twee stappen",
}


@dataclass(frozen=True)
class Compared:
    """How near one reference client is: likeness per feature, weighed together."""

    client: ReferenceClient
    similarity: float
    coverage: float
    parts: Mapping[str, float]
    known: float = 0.0
    """The weight of what both sides have: what `similarity` was divided by."""


@cache
def features_of(client: ReferenceClient) -> Mapping[str, Value | tuple[int, int]]:
    """What a reference client is compared on: its features that are filled, its age and its problem area."""
    filled = {name: value for name, value in dict(client.features).items() if value is not None}
    return {"age": (client.age.min, client.age.max), "problem_area": client.problem_area, **filled}


def level_of(client: ReferenceClient) -> Level:
    """The level as the weighing points to it: no individual provision is what is free for all (contract)."""
    return LEVELS[0] if client.level == "geen_individuele_voorziening" else client.level


def rank(level: Level) -> int | None:
    """Where a level stands from light to heavy; None for another law, which stands beside the line."""
    return LEVELS.index(level) if level in LEVELS else None


def compare(mine: Profile, pack: Pack) -> list[Compared]:
    """Every reference client that is not excluded, nearest first. Deterministic: ties go by id."""
    weights = pack.likeness.weights
    found = [one for client in pack.reference_clients.values() if (one := _compare(mine, client, weights)) is not None]
    return sorted(found, key=_place)


def _place(one: Compared) -> tuple[float, float, str]:
    return -one.similarity, -one.coverage, one.client.id


def _compare(mine: Profile, client: ReferenceClient, weights: Mapping[str, float]) -> Compared | None:
    parts: dict[str, float] = {}
    total = known = likeness = 0.0
    for feature, theirs in features_of(client).items():
        weight = weights.get(feature, 0.0)
        total += weight
        if (own := mine.get(feature)) is None:
            continue
        part = _likeness(feature, own, theirs)
        if part is None:
            return None
        parts[feature] = part
        known += weight
        likeness += weight * part
    if not known:
        return None
    return Compared(client, likeness / known, known / total, parts, known)


def nearest_if(compared: Sequence[Compared], changes: Mapping[str, Value], pack: Pack) -> Compared | None:
    """The nearest with these features otherwise, reckoned from what was compared: quick enough to try many.

    Who was excluded stays so: a change of safety or age asks for `compare`. `compared` is nearest first, so the search
    ends where even a perfect match on what changes would not do.
    """
    weights = pack.likeness.weights
    least = min((one.known for one in compared), default=0.0)
    gain = sum(weights.get(feature, 0.0) for feature in changes) / least if least else 0.0
    best: Compared | None = None
    for old in compared:
        if best is not None and old.similarity + gain < best.similarity:
            break
        one = _with(old, changes, weights)
        if one is not None and (best is None or _place(one) < _place(best)):
            best = one
    return best


def _with(old: Compared, changes: Mapping[str, Value], weights: Mapping[str, float]) -> Compared | None:
    theirs, parts = features_of(old.client), dict(old.parts)
    known, likeness, total = old.known, old.similarity * old.known, old.known / old.coverage
    for feature, own in changes.items():
        if feature not in theirs:
            continue
        part, weight = _likeness(feature, own, theirs[feature]), weights.get(feature, 0.0)
        if part is None:
            return None
        known += 0.0 if feature in parts else weight
        likeness += weight * (part - parts.get(feature, 0.0))
        parts[feature] = part
    return Compared(old.client, likeness / known, known / total, parts, known) if known else None


def not_compared(mine: Profile, pack: Pack) -> tuple[str, ...]:
    """How many reference clients are excluded, and why, in words."""
    left_out = dict.fromkeys(_EXCLUDES, 0)
    for client in pack.reference_clients.values():
        if (feature := excluded_by(mine, client)) is not None:
            left_out[feature] += 1
    return tuple(
        f"{counted(left_out[feature], 'ijkcliënt', 'ijkcliënten')} niet vergeleken: {why}"
        for feature, why in _EXCLUDES.items()
        if left_out[feature]
    )


def excluding(client: ReferenceClient) -> set[str]:
    """The features of a reference client that can make a comparison impossible."""
    return _EXCLUDES.keys() & features_of(client).keys()


def excluded_by(mine: Profile, client: ReferenceClient) -> str | None:
    """The feature that makes a comparison impossible, if any."""
    theirs = features_of(client)
    for feature in _EXCLUDES:
        own = mine.get(feature)
        if own is not None and feature in theirs and _likeness(feature, own, theirs[feature]) is None:
            return feature
    return None


@lru_cache(maxsize=4096)
def _likeness(feature: str, own: Value, theirs: Value | tuple[int, int]) -> float | None:
    """0 to 1, or None where the two cannot be compared at all."""
    if feature == "age":
        assert isinstance(theirs, tuple)
        return _age(int(str(own)), theirs)
    if isinstance(own, frozenset) and isinstance(theirs, frozenset):
        return len(own & theirs) / len(own | theirs) if own | theirs else 1.0
    if (scale := _ORDERED.get(feature)) is not None and own in scale and theirs in scale:
        apart = abs(scale.index(own) - scale.index(theirs))
        return None if feature == "safety" and apart >= 2 else 1 - apart / (len(scale) - 1)
    return 1.0 if own == theirs else 0.0


def _age(own: int, theirs: tuple[int, int]) -> float | None:
    """No penalty up to one year outside the range, linear to four, then not comparable."""
    apart = max(theirs[0] - own, own - theirs[1], 0)
    if apart > 4:
        return None
    return 1.0 if apart <= 1 else 1 - (apart - 1) / 3


def is_alike(one: Compared, pack: Pack) -> bool:
    """Near enough, on enough known features, to calibrate with."""
    return one.similarity >= threshold(pack, "alike_min") and one.coverage >= threshold(pack, "alike_coverage_min")


def threshold(pack: Pack, name: str) -> float:
    """A threshold of likeness.yaml. Raises PackFault where the pack lacks it."""
    if name not in pack.likeness.thresholds:
        raise PackFault(f"in likeness.yaml ontbreekt de drempel ‘{name}’; vul haar in onder ‘thresholds’")
    return pack.likeness.thresholds[name]


def nearest(compared: Sequence[Compared]) -> list[Compared]:
    """The five nearest, at least one of them of another level than the nearest: almost the same, another outcome."""
    shown = list(compared[:_SHOWN])
    if len({level_of(one.client) for one in shown}) == 1:
        other = next((one for one in compared if level_of(one.client) != level_of(shown[0].client)), None)
        shown[_SHOWN - 1 :] = [other] if other is not None else shown[_SHOWN - 1 :]
    return shown


def median_rank(compared: Sequence[Compared], pack: Pack) -> int | None:
    """The middle level of the three nearest that are alike, as a rank in LEVELS; None where nothing is alike."""
    ranks = sorted(r for one in compared[:3] if is_alike(one, pack) and (r := rank(level_of(one.client))) is not None)
    return ranks[len(ranks) // 2] if ranks else None


def in_detail(one: Compared, mine: Profile, facts: Facts, pack: Pack, first: Compared | None = None) -> Likeness:
    """One reference client in words: what is the same, what differs, what is unknown, which *wanneer niet* it meets.

    `first` is the nearest of all: a case of another level says what tips it.
    """
    boundaries = tuple(Boundary(text=no.text, state=_state(no.when, facts)) for no in one.client.not_when)
    same: list[Feature] = []
    different: list[Feature] = []
    unknown: list[str] = []
    for feature, theirs in features_of(one.client).items():
        label = pack.likeness.labels.get(feature, in_words(feature))
        if feature not in one.parts:
            unknown.append(label)
            continue
        row = Feature(feature=feature, label=label, client=words_of(feature, mine[feature], pack),
                      reference=words_of(feature, theirs, pack))  # fmt: skip
        (same if one.parts[feature] >= _SAME_FROM.get(feature, 0.99) else different).append(row)
    return Likeness(
        id=one.client.id,
        title=one.client.title,
        problem_area=one.client.problem_area,
        level=level_of(one.client),
        similarity=round(one.similarity, 3),
        coverage=round(one.coverage, 3),
        same=tuple(same),
        different=tuple(different),
        unknown=tuple(unknown),
        not_when=tuple(boundary.text for boundary in boundaries if boundary.state == "geldt"),
        boundaries=boundaries,
        tipping=_tipping(one, first, mine, pack),
        why_here=one.client.why_here,
    )


def _state(when: Condition, facts: Facts) -> Literal["geldt", "geldt_niet", "onbekend"]:
    verdict = when.evaluate(facts)
    return "geldt" if verdict is True else "geldt_niet" if verdict is False else "onbekend"


def _tipping(one: Compared, first: Compared | None, mine: Profile, pack: Pack) -> str:
    """What tips it to the other level: as the nearest says of its neighbour, else the heaviest difference with us."""
    if first is None or level_of(one.client) == level_of(first.client):
        return ""
    said = next((to.tipping for to in first.client.neighbours if to.id == one.client.id), None)
    if said is not None:
        return said
    weights, theirs = pack.likeness.weights, features_of(one.client)
    loss = {name: weights.get(name, 0.0) * (1 - part) for name, part in one.parts.items()}
    feature = max(loss, key=lambda name: (loss[name], name), default=None)
    if feature is None or loss[feature] <= 0:
        return ""
    label = pack.likeness.labels.get(feature, in_words(feature))
    here, there = words_of(feature, mine[feature], pack), words_of(feature, theirs[feature], pack)
    return f"{label[:1].upper()}{label[1:]}: hier {here}, bij deze ijkcliënt {there}"


def words_of(feature: str, value: Value | tuple[int, int], pack: Pack) -> str:
    if isinstance(value, tuple):
        return f"{value[0]} jaar" if value[0] == value[1] else f"{value[0]} tot en met {value[1]} jaar"
    if feature == "age":
        return f"{value} jaar"
    labels = pack.likeness.value_labels.get(feature, {})
    if isinstance(value, frozenset):
        return ", ".join(sorted(labels.get(item, in_words(item)) for item in value)) or "geen"
    return labels.get(str(value), in_words(value))
