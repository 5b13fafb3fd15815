"""What a consult tells about a family besides the question: a whitelist of coarse fields (brief §8.7), and no more.

A new question in a step never ends up here by itself: only what is named below goes along.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from casework.answers import Frozen
from casework.case import SettledCase
from casework.knowledge import Pack
from casework.pseudonym.coarse import CoarseData
from casework.pseudonym.dates import told_relative
from casework.pseudonym.labels import letters
from casework.steps.help_history import Help, HelpHistory, by_start
from casework.steps.identity import Identity
from casework.weighing.facts import derive
from casework.weighing.profile import profile as features_of
from casework.words import age_on, counted, in_words, months_between

_BANDS = ((4, "0–3"), (8, "4–7"), (12, "8–11"), (16, "12–15"), (18, "16–17"))
_SEX = {"1 mannelijk": "jongen", "2 vrouwelijk": "meisje"}
_PARENTS = ("moeder", "vader", "stiefouder")
_SCORES = ("severity", "impairment", "distress", "family_capacity", "network", "motivation_child", "motivation_parent")
_CODES = ("age_band", "sex", "problem_area", "family_form", "region_part", "school")
_FEATURES = ("duration", "safety", "help_history", "help_effect", "changeability", "settings")


class CoarseHelp(Frozen):
    """One form of help: what kind (a product of the pack, or only its level), by whom as a letter, and how long ago."""

    kind: str
    provider: str
    when: str
    lasted: str
    gain: str

    @property
    def told(self) -> str:
        return ", ".join(filter(None, (self.kind, self.provider, self.when, self.lasted, self.gain)))


class CoarseProfile(Frozen):
    """Values are codes, as the warnings need them; `told` is what a reader sees. Empty is unknown or left out."""

    age_band: str
    sex: str
    problem_area: str
    target_groups: tuple[str, ...]
    flags: tuple[str, ...]
    features: Mapping[str, str]
    scores: Mapping[str, int]
    help: tuple[CoarseHelp, ...]
    family_form: str
    region_part: str
    school: str
    told: tuple[tuple[str, str], ...]
    """Label and words of each field, in order, without what is empty."""


def coarse_profile(case: SettledCase, pack: Pack, data: CoarseData, *, with_sex: bool = False) -> CoarseProfile:
    """The profile on the day the case was settled. with_sex: only where the question needs it."""
    identity = case.of(Identity)
    found = features_of(case, derive(case, pack, {}))
    born = identity.birth_date.known
    part = None if identity.secret_address.known else data.part_of(identity.responsible_municipality.known)
    codes: dict[str, str] = {
        "age_band": _band(age_on(born, case.today)) if born else "",
        "sex": _SEX.get(identity.gender.known or "", "") if with_sex else "",
        "problem_area": str(found.get("problem_area", "")),
        "family_form": _family_form(case),
        "region_part": part.name if part else "",
        "school": str(found.get("school", "")),
    }
    several = {name: _sorted(found.get(name)) for name in ("target_groups", "flags")}
    features = {name: str(found[name]) for name in _FEATURES if name in found}
    scores = {name: int(str(found[name])) for name in _SCORES if name in found}
    helped = _help(case, pack)
    told = [(name, _word(name, value, pack)) for name, value in codes.items() if value]
    told += [(name, ", ".join(_word(name, one, pack) for one in values)) for name, values in several.items() if values]
    told += [(name, _word(name, value, pack)) for name, value in features.items()]
    told += [(name, f"{value} van 3") for name, value in scores.items()]
    told += [("help", one.told) for one in helped]
    return CoarseProfile(
        age_band=codes["age_band"],
        sex=codes["sex"],
        problem_area=codes["problem_area"],
        family_form=codes["family_form"],
        region_part=codes["region_part"],
        school=codes["school"],
        target_groups=several["target_groups"],
        flags=several["flags"],
        features=features,
        scores=scores,
        help=helped,
        told=tuple((_label(name, pack), words) for name, words in told),
    )


def only(profile: CoarseProfile, labels: Container[str], pack: Pack) -> CoarseProfile:
    """The profile as it goes along when a person left out every line but those with these labels."""

    def kept(name: str) -> bool:
        return _label(name, pack) in labels

    return profile.model_copy(
        update={
            **{name: "" for name in _CODES if not kept(name)},
            **{name: () for name in ("target_groups", "flags", "help") if not kept(name)},
            "features": {name: value for name, value in profile.features.items() if kept(name)},
            "scores": {name: value for name, value in profile.scores.items() if kept(name)},
            "told": tuple(one for one in profile.told if one[0] in labels),
        }
    )


def _band(age: int) -> str:
    return next((name for under, name in _BANDS if age < under), "18+")


def _family_form(case: SettledCase) -> str:
    if any(one.relation.known == "pleegouder" and one.lives_with.known for one in case.people):
        return "pleeggezin"
    if case.of(Identity).separated.known not in (None, "nee"):
        return "ouders gescheiden"
    with_child = sum(one.relation.known in _PARENTS and one.lives_with.known is True for one in case.people)
    if with_child:
        return "één opvoeder" if with_child == 1 else "twee opvoeders"
    return "anders" if any(one.lives_with.known is not None for one in case.people) else ""


def _help(case: SettledCase, pack: Pack) -> tuple[CoarseHelp, ...]:
    """The help in order of its start; a provider has one letter throughout, by who came first."""
    every = by_start(case.of(HelpHistory).help.known or (), case.today)
    named = dict.fromkeys(name.strip().lower() for one in every if (name := one.provider.known))
    letter = {name: f"Aanbieder {letters(at)}" for at, name in enumerate(named, 1)}
    return tuple(_one(one, letter.get((one.provider.known or "").strip().lower(), ""), case, pack) for one in every)


def _one(one: Help, provider: str, case: SettledCase, pack: Pack) -> CoarseHelp:
    start, until = one.start.known, case.today if one.running.known else one.end.known
    product = pack.products.get(one.name.known or "")
    level = pack.manifest.gfm_labels.get(one.gfm_level.known or "", "") if one.gfm_level.known else ""
    months = months_between(start, until) if start and until and start <= until else 0
    gain = {"ja": "hielp", "afgevlakt": "hielp steeds minder", "nee": "hielp niet"}.get(one.gain.known or "", "")
    return CoarseHelp(
        kind=product.name if product else level or "hulp",
        provider=provider,
        when=f"begon {told_relative(start.isoformat(), case.today)}" if start else "",
        lasted="loopt nog" if one.running.known else f"duurde {counted(months, 'maand', 'maanden')}" if months else "",
        gain=gain,
    )


def _sorted(value: object) -> tuple[str, ...]:
    return tuple(sorted(value)) if isinstance(value, frozenset) else ()


_LABELS = {
    "age_band": "leeftijdsgroep",
    "sex": "geslacht",
    "family_form": "gezinsvorm",
    "region_part": "deel van de regio",
    "help": "hulp",
}


def _label(name: str, pack: Pack) -> str:
    return _LABELS.get(name) or pack.likeness.labels.get(name, in_words(name))


def _word(name: str, value: str, pack: Pack) -> str:
    return (
        f"{value} jaar" if name == "age_band" else pack.likeness.value_labels.get(name, {}).get(value, in_words(value))
    )
