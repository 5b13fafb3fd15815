"""A question to the pool, made ready from the case: whoever asks checks it and adds, and begins on no blank page.

What is typed here is still the case's own. Only `request` makes something that may be sent, from words that may leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from casework.case import SettledCase
from casework.codes import Discipline, Level
from casework.consultation.consultation import Type
from casework.knowledge import Pack
from casework.mistakes import as_typed
from casework.pool.bodies import Request
from casework.pool.leaving import Ground, Leaving
from casework.pseudonym import CoarseData, CoarseHelp, CoarseProfile, coarse_profile
from casework.steps.comparison import Comparison
from casework.steps.help_history import Help, HelpHistory, by_start
from casework.trouble import Trouble
from casework.weighing.assessment import LEVELS, Assessment
from casework.words import in_words

MOST_SUB_QUESTIONS = 3
_MOST_CLIENTS = 3
_SUB = "sub_"
_ASKS_FOR_ADVICE = frozenset({"R-EXP-01", "R-EXP-02"})


@dataclass(frozen=True)
class Words:
    """What is in somebody's own words: everything that is scanned before it leaves."""

    question: str = ""
    sub_1: str = ""
    sub_2: str = ""
    sub_3: str = ""
    tried: str = ""
    option_a: str = ""
    option_b: str = ""
    deadline_reason: str = ""

    def as_texts(self) -> dict[str, str]:
        """The texts that are there, by name."""
        found = {one.name: str(getattr(self, one.name)).strip() for one in fields(self)}
        return {name: text for name, text in found.items() if text}

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of what a question cannot do without."""
        return tuple(name for name in ("question", "option_a", "option_b") if not str(getattr(self, name)).strip())


@dataclass(frozen=True)
class Draft:
    """A question as it is proposed. because: why this type, in one sentence."""

    type: Type
    because: str
    words: Words
    discipline: Discipline
    opened_by: tuple[str, ...]
    clients_seen: tuple[str, ...]
    asked_level: Level | None
    theme: str
    providers: tuple[str, ...]
    profile: CoarseProfile


def proposal(case: SettledCase, found: Assessment, pack: Pack, coarse: CoarseData) -> Draft:
    """The question this case asks, as far as the case itself can tell."""
    profile = coarse_profile(case, pack, coarse)
    required = found.consultation.required
    level = case.of(Comparison).level.known or found.level.indicated
    options = _options(case, found, pack)
    return Draft(
        type="VERPLICHT_ADVIES" if required else "CONSULTATIE",
        because=(found.consultation.reasons or ("Advies is hier verplicht.",))[0] if required else "",
        words=replace(_asked(options, _sub_questions(found, profile)), tried=_tried(case, profile)),
        discipline=_discipline(level, profile),
        opened_by=tuple(one.rule for one in found.signals if one.weighs_towards_pool or one.rule in _ASKS_FOR_ADVICE),
        clients_seen=_clients(case, found, pack),
        asked_level=level,
        theme=pack.likeness.value_labels.get("problem_area", {}).get(profile.problem_area, ""),
        providers=tuple(dict.fromkeys(one.provider for one in profile.help if one.provider)),
        profile=profile,
    )


def request(
    draft: Draft,
    leaving: Mapping[str, Leaving],
    *,
    family_informed: bool,
    family_joins: bool | None = None,
    ground: Ground | None = None,
    with_profile: Sequence[str] | None = None,
    tied: Sequence[str] = (),
) -> Request:
    """What may be sent. with_profile: the labels of the profile that go along, None is all of them; tied: see Request.

    Raises Trouble where a text of the draft is not among what may leave, is not the text that was decided on, or is
    too long.
    """
    for name, text in draft.words.as_texts().items():
        if name not in leaving or _before(leaving[name]) != text:
            raise Trouble("De tekst is veranderd na het zoeken. Zoek opnieuw en beslis dan. Er is nog niets verstuurd.")
    after = {name: leaving[name].after for name in draft.words.as_texts()}
    return as_typed(Request, {
        "type": draft.type,
        "question": after.get("question", ""),
        "sub_questions": tuple(text for name, text in after.items() if name.startswith(_SUB)),
        "tried": after.get("tried", ""),
        "option_a": after.get("option_a", ""),
        "option_b": after.get("option_b", ""),
        "discipline": draft.discipline,
        "deadline_reason": after.get("deadline_reason", ""),
        "opened_by": draft.opened_by,
        "clients_seen": draft.clients_seen,
        "profile": tuple(one for one in draft.profile.told if with_profile is None or one[0] in with_profile),
        "asked_level": draft.asked_level,
        "theme": draft.theme,
        "providers": draft.providers,
        "tied": tuple(tied),
        "consent": "herleidbaar" if ground else "anoniem",
        "ground": ground.words if ground else "",
        "readers": ground.readers if ground else (),
        "family_informed": family_informed,
        "family_joins": family_joins,    })  # fmt: skip



def _before(leaving: Leaving) -> str:
    return getattr(leaving, "before", "") or getattr(leaving, "text", "")


# -- what the case itself can tell


def _asked(options: Sequence[str], subs: Sequence[str]) -> Words:
    first, second, *_ = (*options, "", "")
    question = f"Wat past hier beter: ‘{_small(first)}’ of ‘{_small(second)}’?" if second else ""
    sub_1, sub_2, sub_3, *_ = (*subs, "", "", "")
    return Words(question, sub_1, sub_2, sub_3, option_a=first, option_b=second)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _options(case: SettledCase, found: Assessment, pack: Pack) -> list[str]:
    """The levels that can both be defended; where there is only one, that and a lighter one."""
    named = (case.of(Comparison).level.known, found.level.indicated, *found.level.defensible)
    levels = list(dict.fromkeys(one for one in named if one))
    if len(levels) == 1 and levels[0] in LEVELS[1:]:
        levels.append(LEVELS[LEVELS.index(levels[0]) - 1])
    return [pack.manifest.level_labels.get(one) or in_words(one) for one in levels]


def _sub_questions(found: Assessment, profile: CoarseProfile) -> list[str]:
    subs = []
    if found.changeability.conclusion in (None, "ONVOLDOENDE_ZICHT", "GEMENGD"):
        subs.append("Wat is hier te veranderen, en wat blijft? Waaraan ziet u dat?")
    if profile.features.get("help_effect") in ("nee", "afgevlakt"):
        subs.append("Eerdere hulp hielp niet genoeg. Wat moet er nu anders?")
    unknown = [one.label for one in found.would_change if one.from_ is None and one.label]
    if unknown:
        subs.append(f"Moeten wij dit eerst weten: {_small(unknown[0]).rstrip('?')}?")
    if found.nothing_alike and not found.ask_first:
        subs.append("Geen ijkcliënt lijkt genoeg. Wat weegt hier het zwaarst?")
    return subs[:MOST_SUB_QUESTIONS]


def _tried(case: SettledCase, profile: CoarseProfile) -> str:
    """The help so far, a line each, in the order of the profile: by its start."""
    every = by_start(case.of(HelpHistory).help.known or (), case.today)
    return "\n".join(_one_tried(one, told) for one, told in zip(every, profile.help, strict=True))


def _one_tried(one: Help, told: CoarseHelp) -> str:
    parts = [_small(told.told)]
    parts += [f"wat hielp: {_bare(one.helped.known)}"] if one.helped.known else []
    parts += [f"wat niet: {_bare(one.did_not_help.known)}"] if one.did_not_help.known else []
    return f"– {'; '.join(parts)}."


def _bare(words: str) -> str:
    return words.strip().rstrip(".")


def _clients(case: SettledCase, found: Assessment, pack: Pack) -> tuple[str, ...]:
    """The reference clients that were chosen, then those that were shown as most alike."""
    shown = (one.id for one in found.likeness[:_MOST_CLIENTS])
    names = dict.fromkeys((*(case.of(Comparison).chosen.known or ()), *shown))
    return tuple(name for name in names if name in pack.reference_clients)


_BY_GROUP: Mapping[str, Discipline] = {
    "middelen": "verslaving",
    "LVB_kind": "LVB",
    "LVB_ouder": "LVB",
    "trauma": "trauma_veiligheid",
    "eetstoornis": "kinder_jeugdpsychiatrie",
    "angst_stemming": "kinder_jeugdpsychiatrie",
    "KOPP_KVO": "systeemtherapie",
    "scheiding": "systeemtherapie",
    "somatisch": "jeugdarts",
}
"""The first that fits: what asks for the most particular knowledge stands first."""


def _discipline(level: Level | None, profile: CoarseProfile) -> Discipline:
    """Who is likely to know most about this; whoever asks may choose another."""
    if level == "gedwongen_kader":
        return "gedwongen_kader"
    if profile.features.get("safety") == "onveilig":
        return "trauma_veiligheid"
    if profile.problem_area == "verblijf":
        return "pleegzorg_verblijf"
    for group, discipline in _BY_GROUP.items():
        if group in profile.target_groups:
            return discipline
    return "onderwijs" if profile.problem_area == "onderwijs" else "orthopedagogiek_gz"
