"""The weighing: one pure function from a case, a pack and a day to an assessment. It points, it never decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.case import Case, SettledCase
from casework.knowledge import Fact, Facts, Pack
from casework.steps import FLOW
from casework.steps.comparison import Comparison
from casework.steps.own_capacity import OwnPossibilities
from casework.weighing import facts as case_facts
from casework.weighing.assessment import (
    AskFirst,
    Assessment,
    ChangeabilityAdvice,
    ConsultationAdvice,
    HandoverState,
    LevelAdvice,
    ResidualNeed,
    Signal,
    UnknownRule,
)
from casework.weighing.changeability import weigh_changeability
from casework.weighing.checklists import ChecklistOutcome
from casework.weighing.completeness import empty_sections
from casework.weighing.level import indicate
from casework.weighing.likeness import (
    Compared,
    compare,
    features_of,
    in_detail,
    is_alike,
    nearest,
    not_compared,
    threshold,
)
from casework.weighing.mirror import mirror
from casework.weighing.pointing import pointing
from casework.weighing.profile import Profile, asked_at, profile
from casework.weighing.receiving import wanted_by_receiver
from casework.weighing.residual import capacity_weighed, residual_needs
from casework.weighing.signals import signals
from casework.weighing.would_change import would_change
from casework.words import in_words

_MOST_ASKED = 3
_HEAVY = ("intensief", "gedwongen_kader")
_NO_ADVICE_NEEDED = (
    ("court_route", "maar hier bepaalt een gecertificeerde instelling of de rechter"),
    ("advice_exception_complete", "maar er is een uitzondering, met reden"),
)
"""What lifts R-EXP-01 besides an advice (brief, end of §3)."""


@dataclass(frozen=True)
class Grounds:
    """What everything else rests on: the facts, the conclusion on changeability, the comparison, the level."""

    facts: Mapping[str, Fact]
    changeability: ChangeabilityAdvice
    residual: tuple[ResidualNeed, ...]
    compared: Sequence[Compared]
    level: LevelAdvice
    checklists: Mapping[str, ChecklistOutcome]


def assess(case: Case, pack: Pack, today: date) -> Assessment:
    """Same case, same pack, same day: the same assessment. Raises PackFault for a condition that cannot be weighed."""
    settled = case.settle(today)
    grounds = weigh(settled, pack)
    typed = Facts(grounds.facts, case_facts.kinds())
    mine = profile(settled, grounds.facts)
    found, unknown = signals(pack, typed, settled.responses, today, case_facts.do_not_apply(settled))
    return Assessment(
        pack={"id": pack.manifest.id, "version": pack.manifest.version},
        date=today.isoformat(),
        coverage=_coverage(mine, pack),
        level=grounds.level,
        changeability=grounds.changeability,
        signals=found,
        unknown_rules=unknown,
        likeness=tuple(in_detail(one, mine, typed, pack, grounds.compared[0]) for one in nearest(grounds.compared)),
        nothing_alike=not any(is_alike(one, pack) for one in grounds.compared[:1]),
        ask_first=_ask_first(mine, grounds.compared, pack),
        not_compared=not_compared(mine, pack),
        would_change=would_change(
            settled, grounds.facts, grounds.level, grounds.changeability, grounds.compared, pack
        ),
        motivation=mirror(settled, grounds.residual),
        residual_need=grounds.residual,
        consultation=_consultation(grounds, found),
        handover=_handover(settled, found, unknown, pack),
        checklists=_checklists(grounds, found),
    )


def weigh(case: SettledCase, pack: Pack) -> Grounds:
    """In the fixed order: facts, changeability, residual need, likeness, level."""
    changeability, residual = weigh_changeability(case, pack), residual_needs(case)
    extra: dict[str, Fact] = {"empty_section_count": len(empty_sections(case, pack))}
    if changeability.conclusion:
        extra["changeability"] = changeability.conclusion
    if capacity_weighed(case):
        extra["residual_count"] = len(residual)
    source = case_facts.FactSource(case, pack, extra)
    facts = case_facts.derived(source)
    compared = compare(profile(case, facts), pack)
    pointed = pointing(compared, pack)
    facts = facts | _from_likeness(case, facts, compared, pointed.near, pack)
    level = _with_what_is_offered(indicate(facts, pointed, pack), case)
    return Grounds(facts, changeability, residual, compared, level, source.checklists)


def _with_what_is_offered(level: LevelAdvice, case: SettledCase) -> LevelAdvice:
    """Without an individual provision there is always something else: the weighing names it (decisions 6)."""
    if level.indicated != "algemeen_voorliggend":
        return level
    step = case.of(OwnPossibilities)
    named = [one.item.known for one in step.prior_provisions.known or () if one.considered.known is not False]
    own = [one.network_can.known or one.parents_can.known for one in step.own_capacity.known or ()]
    offered = [text for text in (*named, *own) if text]
    words = (
        "; ".join(offered) or "noem nog bij eigen mogelijkheden wat er wel is, met een terugkom-afspraak"
    )
    return level.model_copy(update={"reasons": (*level.reasons, f"wat er wel is: {words}")})


def _from_likeness(
    case: SettledCase, facts: Mapping[str, Fact], compared: Sequence[Compared], reference_rank: int | None, pack: Pack
) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    if compared and compared[0].coverage >= threshold(pack, "alike_coverage_min"):
        found["best_similarity"] = round(compared[0].similarity * 100)
    if reference_rank is not None:
        found["reference_median_rank"] = reference_rank
    if case.of(Comparison).chosen.known is not None:
        chosen = case_facts.chosen_clients(case, pack)
        typed = Facts(facts, case_facts.kinds())
        found["chosen_not_when_met"] = any(
            boundary.when.evaluate(typed) is True for client in chosen for boundary in client.not_when
        )
    return found


def _ask_first(mine: Profile, compared: Sequence[Compared], pack: Pack) -> tuple[AskFirst, ...]:
    """The unknown features that weigh most, while the nearest is compared on too little to call it alike or not."""
    known = compared[0].coverage if compared else _coverage(mine, pack)
    if known >= threshold(pack, "alike_coverage_min"):
        return ()
    weights, labels = pack.likeness.weights, pack.likeness.labels
    steps = [step.id for step in FLOW.steps]

    def place(name: str) -> tuple[float, int]:
        """Of equal weight the earliest step first: safety before all."""
        step = asked_at(name).partition(".")[0]
        return -weights[name], steps.index(step) if step in steps else len(steps)

    unknown = sorted((name for name in weights if name not in mine), key=place)[:_MOST_ASKED]
    return tuple(AskFirst(label=labels.get(name, in_words(name)), path=asked_at(name)) for name in unknown)


def _checklists(grounds: Grounds, found: Sequence[Signal]) -> tuple[ChecklistOutcome, ...]:
    """The open checklists, each with the rules behind it that hold now."""
    holds = {signal.rule for signal in found if signal.status != "resolved"}
    return tuple(
        one.model_copy(update={"opened_by": tuple(rule for rule in one.opened_by if rule in holds)})
        for one in grounds.checklists.values()
    )


def _coverage(mine: Mapping[str, object], pack: Pack) -> float:
    """How much of what is compared is known, by weight."""
    compared = {feature for client in pack.reference_clients.values() for feature in features_of(client)}
    weights = {feature: pack.likeness.weights.get(feature, 0.0) for feature in compared}
    total = sum(weights.values())
    return round(sum(weights[feature] for feature in mine if feature in weights) / total, 3) if total else 0.0


def _consultation(grounds: Grounds, found: Sequence[Signal]) -> ConsultationAdvice:
    """Whether the pool must be asked, or had better be asked. `required` means: must still be asked."""
    facts = grounds.facts
    reasons: list[str] = []
    level = facts.get("chosen_level", grounds.level.indicated)
    compulsory = level in _HEAVY or facts.get("product_advice_required") is True
    has_advice = facts.get("advice_finished") is True
    excepted = next((words for fact, words in _NO_ADVICE_NEEDED if facts.get(fact) is True), "")
    if compulsory:
        reasons.append("advies van de expertpool is verplicht bij intensieve hulp")
        if has_advice or excepted:
            reasons.append("dat advies is er, en het is nog geldig" if has_advice else excepted)
    towards = [signal for signal in found if signal.weighs_towards_pool and signal.status != "resolved"]
    reasons += [signal.title for signal in towards]
    if grounds.level.certainty == "laag" and grounds.level.indicated is not None:
        reasons.append("de weging is weinig zeker")
    return ConsultationAdvice(
        required=compulsory and not has_advice and not excepted,
        recommended=not has_advice and (len(towards) >= 2 or any(one.rule == "R-IJK-03" for one in towards)),
        reasons=tuple(reasons),
    )


def _handover(
    case: SettledCase, found: Sequence[Signal], unknown: Sequence[UnknownRule], pack: Pack
) -> HandoverState:
    """Ready depends on STOP and on empty mandatory sections; open ATTENTION is printed as open (decisions 15)."""
    missing = [f"{one.rule}: {one.title}" for one in found if one.severity == "STOP" and one.status != "resolved"]
    missing += [f"{one.rule}: nog niet te beoordelen; nodig: {_named(one.needs)}" for one in unknown if one.stop]
    empty = empty_sections(case, pack)
    missing += [f"{section.code} {section.title} is nog leeg ({section.path})" for section in empty]
    attention = [f"{one.rule}: {one.title}" for one in found if one.severity == "ATTENTION" and one.status == "open"]
    wanted = wanted_by_receiver(case, pack)
    return HandoverState(ready=not missing, missing=tuple(missing), open=tuple(attention), wanted=wanted)


def _named(needs: Sequence[str]) -> str:
    """The facts a rule waits for: in words, with the name of the fact and the question to ask."""
    facts = (case_facts.FACTS[name] for name in needs)
    return "; ".join(f"{fact.meaning} ({fact.name}, {fact.reads[0]})" for fact in facts)
