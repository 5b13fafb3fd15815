"""Plain warnings where a rare combination stays recognisable, also without a name (brief §8.7).

How many young people fit is estimated: the young people of the part of the region, times the shares of age, sex and the
two rarest features. Not of all features: they hang together in life, and multiplying them all would warn about
everybody, which is to warn about nobody. The shares are concept data: the figure is an order of magnitude, and told so.
"""

from __future__ import annotations

from math import prod

from casework.knowledge import Pack
from casework.pseudonym.coarse import CoarseData
from casework.pseudonym.profile import CoarseProfile
from casework.words import counted, in_words, listed

_RAREST = 2
_ALWAYS = ("age_band", "sex")


def rare_warnings(profile: CoarseProfile, pack: Pack, data: CoarseData) -> tuple[str, ...]:
    """Dutch sentences for the person who sends; none where at least `data.at_least` young people are likely to fit."""
    expected = expected_count(profile, data)
    if expected >= data.at_least:
        return ()
    number = f"ongeveer {counted(round(expected), 'jongere', 'jongeren')}" if expected >= 1 else "minder dan 1 jongere"
    where = profile.region_part or "een deel van de regio"
    words = [_word(name, value, pack) for name, value, _ in _telling(profile, data)]
    return (
        f"Deze beschrijving past naar schatting bij {number} in {where}. In een klein dorp is het gezin dan "
        "herkenbaar, ook zonder naam.",
        f"Wat het meest opvalt: {listed(words)}. Laat weg wat voor de vraag niet nodig is, of zeg het grover.",
        "Dit is een ruwe schatting, geen telling. Kijk zelf of iemand uit de buurt dit gezin hierin zou zien.",
    )


def expected_count(profile: CoarseProfile, data: CoarseData) -> float:
    """About how many young people of the part of the region fit; of the smallest part where none is told."""
    part = next((one for one in data.region_parts if one.name == profile.region_part), None)
    young = part.young if part else min(one.young for one in data.region_parts)
    return young * prod(share for _, _, share in _telling(profile, data))


def _telling(profile: CoarseProfile, data: CoarseData) -> list[tuple[str, str, float]]:
    """Age and sex, and the rarest of the rest."""
    every = sorted(_shares(profile, data), key=lambda one: one[2])
    rarest = [one for one in every if one[0] not in _ALWAYS][:_RAREST]
    return [one for one in every if one[0] in _ALWAYS or one in rarest]


def _shares(profile: CoarseProfile, data: CoarseData) -> list[tuple[str, str, float]]:
    """Feature, value and share of everything in the profile that is less than general."""
    said: list[tuple[str, str]] = [
        *((name, getattr(profile, name)) for name in ("age_band", "sex", "family_form", "school")),
        *profile.features.items(),
        *(("target_groups", one) for one in profile.target_groups),
        *(("flags", one) for one in profile.flags),
    ]
    return [(name, value, data.shares[name][value]) for name, value in said if value in data.shares.get(name, {})]


def _word(name: str, value: str, pack: Pack) -> str:
    if name == "age_band":
        return f"{value} jaar"
    return pack.likeness.value_labels.get(name, {}).get(value, in_words(value))
