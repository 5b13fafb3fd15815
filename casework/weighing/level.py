"""The level of help the facts point to, what else is defensible, how certain, and why (decisions 6 and 18).

The order is fixed: safety and the legal route, other law, changeability, residual need, likeness. Likeness only chooses
within what the facts leave open; it alone never lowers a level. It points, it never decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casework.knowledge import Fact, Pack
from casework.weighing.assessment import LEVELS, Certainty, Level, LevelAdvice
from casework.weighing.pointing import Pointed
from casework.words import listed

Facts = Mapping[str, Fact]

_DECISIVE = {
    "safety_verdict": "hoe veilig het is",
    "max_impairment": "hoeveel last dit dagelijks geeft",
    "severity_child": "hoe ernstig het geheel is",
    "settings_count": "op welke plekken het speelt",
    "problem_months": "sinds wanneer het speelt",
    "help_history_class": "welke hulp er al was",
    "family_capacity": "wat het gezin kan dragen",
    "changeability": "of het kan veranderen",
    "residual_count": "wat eigen kracht niet dekt",
}


@dataclass(frozen=True)
class Range:
    """The levels the facts leave open, as ranks in LEVELS, with the reasons."""

    low: int
    high: int
    reasons: tuple[str, ...]


def indicate(facts: Facts, pointed: Pointed, pack: Pack) -> LevelAdvice:
    """Where the facts point. Null where there is not enough to go by."""
    if (settled := _safety_and_route(facts)) or (settled := _other_law(facts)):
        return settled
    if (need := _by_need(facts, pack)) is None:
        return LevelAdvice(
            indicated=None, certainty="laag", reasons=(f"nog te weinig bekend: {_still_unknown(facts)}",)
        )
    return _within(_by_changeability(facts, need), pointed, facts)


def _safety_and_route(facts: Facts) -> LevelAdvice | None:
    acute = facts.get("safety_verdict") == "acuut_of_structureel_onveilig"
    first = "het is acuut of structureel onveilig: eerst veiligheid, met Veilig Thuis"
    if facts.get("track") == "GI_besluit" or facts.get("referral_route") in ("04 GI", "08 Rechter/OvJ/JJI"):
        court = "een gecertificeerde instelling of de rechter bepaalt welke hulp nodig is (Jeugdwet 2.4, 3.5)"
        reasons = (first, court) if acute else (court,)
        return LevelAdvice(
            indicated="gedwongen_kader", defensible=("gedwongen_kader",), certainty="hoog", reasons=reasons
        )
    if acute:
        council = "een verzoek tot onderzoek bij de Raad kan aan de orde zijn (Jeugdwet 2.4)"
        defensible: tuple[Level, ...] = ("intensief", "gedwongen_kader")
        return LevelAdvice(indicated="intensief", defensible=defensible, certainty="midden", reasons=(first, council))
    return None


def _other_law(facts: Facts) -> LevelAdvice | None:
    """Another law goes first, unless several causes play: then the Youth Act must provide (Jeugdwet 1.2 lid 2).

    Lasting supervision by a disability is the Wlz's, however severe. The other laws only point away while nobody found
    that the child itself is clearly troubled or unsafe: then several causes are likely, and the need leads.
    """
    if facts.get("several_causes") is True:
        return None
    sure = facts.get("several_causes") is False
    light = _number(facts, "severity_child") <= 1 and not _unsafe(facts)
    found = [words for fact, words, always in _OTHER_LAW if facts.get(fact) is True and (always or sure or light)]
    if not found:
        return None
    reasons = (*found, "overbrugging door jeugdhulp blijft mogelijk tot de andere wet helpt")
    if not sure:
        reasons = (*reasons, _ASK_CAUSES)
    return LevelAdvice(
        indicated="andere_wet",
        defensible=("andere_wet", "basisondersteuning"),
        certainty="midden" if sure else "laag",
        reasons=reasons,
    )


_ASK_CAUSES = (
    "nog niet gevraagd: spelen er ook opvoed-, gedrags- of psychische oorzaken? "
    "Dan moet de Jeugdwet voorzien (1.2 lid 2)"
)
_OTHER_LAW = (
    ("wlz_signs", "blijvend toezicht door een beperking, meer dan bij deze leeftijd hoort: de Wlz gaat voor", True),
    ("zvw_signs", "verpleging of medische zorg: de zorgverzekering gaat voor", False),
    ("wmo_signs", "het is een vraag van de ouder zelf: de Wmo is er voor volwassenen", False),
    ("education_signs", "de hulp is nodig om te leren, en school zette eigen ondersteuning nog niet in", False),
)


def _by_need(facts: Facts, pack: Pack) -> Range | None:
    """The range of the need; none where too little is known. Danger weighs before what the family can do itself."""
    danger = _unsafe(facts) or _placement_threatens(facts)
    if facts.get("residual_count") == 0 and facts.get("need_count", 0) and not danger:
        return Range(0, 0, ("eigen kracht, netwerk en gewone oplossingen dekken elke behoefte",))
    if not danger and facts.get("max_impairment") is None and facts.get("severity_child") is None:
        return None
    heavy = [words for holds, words in _weights(facts, pack) if holds]
    count = len(heavy)
    reasons = tuple(heavy) or ("er is weinig dat op zwaardere hulp wijst",)
    if _placement_threatens(facts) or (_number(facts, "severity_child") >= 3 and _unsafe(facts)):
        return Range(3, 3, (*reasons, "uithuisplaatsing dreigt, of ernstig en onveilig"))
    if _number(facts, "severity_child") >= 3 and count >= pack.setting("level_many"):
        return Range(3, 3, (*reasons, "ernstig, en op veel punten zwaar"))
    if facts.get("intensive_help_running") is True:
        return Range(2, 3, (*reasons, "er loopt al intensieve hulp of verblijf"))
    if _unsafe(facts) or _number(facts, "severity_child") >= 3:
        return Range(2, 3, reasons)
    if count >= pack.setting("level_many"):
        return Range(2, 2, reasons)
    if count >= pack.setting("level_some"):
        return Range(1, 2, reasons)
    recent = _number(facts, "problem_months") < pack.setting("level_recent_months")
    return Range(0, 1, reasons) if recent and count == 0 else Range(1, 1, reasons)


def _weights(facts: Facts, pack: Pack) -> Sequence[tuple[bool, str]]:
    return (
        (_number(facts, "max_impairment") >= 2, "het dagelijks leven is duidelijk belemmerd"),
        (_number(facts, "settings_count") >= 2, "het speelt op meer plekken"),
        (_number(facts, "problem_months") >= pack.setting("level_long_months"), "het duurt al lang"),
        (_light_help_fell_short(facts), "lichte hulp was niet genoeg"),
        (_number(facts, "severity_child") >= 2, "het geheel is duidelijk ernstig"),
        (_carers_low(facts), "het gezin kan weinig dragen"),
        (_number(facts, "safety_level") >= 1, "er zijn zorgen over de veiligheid"),
    )


def _carers_low(facts: Facts) -> bool:
    capacity = facts.get("family_capacity")
    return facts.get("carer_overloaded") is True or (capacity is not None and float(capacity) <= 1)


def _unsafe(facts: Facts) -> bool:
    return _number(facts, "safety_level") >= 2


def _light_help_fell_short(facts: Facts) -> bool:
    """More than one light form of help went before, and none of what ended reached its goal."""
    heavier = facts.get("help_history_class") in ("meer_licht", "indicatie", "intensief")
    return heavier and facts.get("ended_help_reached") is not True


def _placement_threatens(facts: Facts) -> bool:
    return facts.get("threat_of_placement") is True


def _number(facts: Facts, name: str) -> float:
    """A fact as a number; what is not known weighs nothing, and lowers the certainty instead."""
    value = facts.get(name)
    return float(value) if value is not None else 0.0


def _by_changeability(facts: Facts, need: Range) -> Range:
    """Shift the range by what help can still do; never where it is unsafe, or where nothing is left to help with."""
    conclusion = _conclusion(facts)
    if need.high == 0 or _unsafe(facts):
        return need
    if conclusion == "DOEL_BEREIKT":
        return Range(0, min(need.high, 1), (*need.reasons, "de doelen zijn gehaald: afschalen of licht volgen"))
    if conclusion == "GEEN_WINST":
        lower = max(need.low - 1, min(need.low, 1))
        return Range(lower, need.high, (*need.reasons, "deze hulp geeft geen winst meer: andere of lichtere hulp"))
    if conclusion == "CHRONISCH":
        lightest = "een blijvende vraag: de lichtste vorm die volstaat"
        return Range(1 if need.high <= 2 else need.low, need.high, (*need.reasons, lightest))
    return need


def _conclusion(facts: Facts) -> Fact | None:
    """On changeability: that of the people, else that of the checklist."""
    return facts.get("changeability_chosen", facts.get("changeability"))


def _within(range_: Range, pointed: Pointed, facts: Facts) -> LevelAdvice:
    """Choose within the range: what the nearest reference clients surely point to, else the lightest that is open."""
    reasons = list(range_.reasons)
    chosen, open_ranks = range_.low, set(range(range_.low, range_.high + 1))
    if pointed.least is not None:
        chosen = min(max(pointed.least, range_.low), range_.high)
    if pointed.near is not None:
        if pointed.near < range_.low:
            reasons.append("ijkcliënten die lijken kregen lichtere hulp; gelijkenis alleen verlaagt nooit een niveau")
        elif chosen < min(pointed.near, range_.high):
            reasons.append("ijkcliënten die lijken kregen zwaardere hulp; wat nog onbekend is, kan dat anders maken")
        elif range_.low != range_.high:
            reasons.append("binnen wat de feiten openlaten wijzen de meest gelijkende ijkcliënten de weg")
        open_ranks |= {pointed.near} if pointed.near > range_.high else set()
    return LevelAdvice(
        indicated=LEVELS[chosen],
        defensible=tuple(LEVELS[rank] for rank in sorted(open_ranks)),
        certainty=_certainty(range_, pointed, facts),
        reasons=tuple(reasons),
    )


def _certainty(range_: Range, pointed: Pointed, facts: Facts) -> Certainty:
    """Certain only where nothing is open, nothing that decides is unknown, and the reference clients surely agree."""
    known = sum(facts.get(fact) is not None for fact in _DECISIVE)
    no_sight = facts.get("safety_verdict") in (None, "onvoldoende_zicht")
    if known < 0.6 * len(_DECISIVE) or no_sight or _conclusion(facts) == "ONVOLDOENDE_ZICHT":
        return "laag"
    agrees = pointed.least == pointed.most == range_.low == range_.high
    return "hoog" if known == len(_DECISIVE) and agrees else "midden"


def _still_unknown(facts: Facts) -> str:
    return listed([words for fact, words in _DECISIVE.items() if facts.get(fact) is None])
