"""What would change it, searched on asking: signals that come or go by one answer, and the cheapest pairs of answers.

Takes tenths of a second, so it is no part of the ordinary weighing. A pair is told only where neither of its answers
does the same alone. Cheapest is what asks least of people: finding something out costs less than changing a life.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from casework.case import Case, SettledCase
from casework.knowledge import UNKNOWN, Fact, Facts, Pack, Unknown, in_force
from casework.knowledge.rules import Rule
from casework.weighing import facts as case_facts
from casework.weighing.assess import Grounds, weigh
from casework.weighing.assessment import FurtherChanges, Together, WouldChange
from casework.weighing.likeness import is_alike, level_of
from casework.weighing.pointing import pointing
from casework.weighing.profile import profile
from casework.weighing.trials import Tried, trials
from casework.weighing.would_change import level_with, nearest_with
from casework.words import in_words

_MOST_SIGNALS, _MOST_PAIRS = 12, 8
_WEIGHTY = ("STOP", "ATTENTION")


def further_changes(case: Case, pack: Pack, today: date) -> FurtherChanges:
    """Same case, same pack, same day: the same answer. Raises PackFault for a condition that cannot be weighed."""
    settled = case.settle(today)
    grounds = weigh(settled, pack)
    tried = list(trials(settled, grounds.facts, pack))
    return FurtherChanges(
        signals=tuple(_signals(tried, grounds.facts, pack, today))[:_MOST_SIGNALS],
        pairs=tuple(_pairs(settled, tried, grounds, pack))[:_MOST_PAIRS],
    )


def _signals(
    tried: Sequence[Tried], facts: Mapping[str, Fact], pack: Pack, today: date
) -> Iterator[WouldChange]:
    """Signals that would come or go, STOP first. Each rule is told once: by the first answer that moves it."""
    rules = [rule for rule in in_force(pack.rules, today) if rule.severity in _WEIGHTY]
    now = _verdicts(rules, facts)
    told: set[str] = set()
    for severity in _WEIGHTY:
        for one in tried:
            reads = [
                rule
                for rule in rules
                if rule.severity == severity and rule.id not in told and rule.when.depends_on & one.changes.keys()
            ]
            for rule_id, verdict in _verdicts(reads, one.facts).items():
                effect = _effect(now[rule_id], verdict, pack.rules[rule_id])
                if effect:
                    told.add(rule_id)
                    yield one.so(effect, "signaal")


def _verdicts(rules: Sequence[Rule], facts: Mapping[str, Fact]) -> dict[str, bool | Unknown]:
    if not rules:
        return {}
    typed = Facts(facts, case_facts.kinds())
    return {rule.id: rule.when.evaluate(typed) for rule in rules}


def _effect(before: bool | Unknown, after: bool | Unknown, rule: Rule) -> str:
    kind = "STOP" if rule.severity == "STOP" else "LET OP"
    if after is True and before is not True:
        return f"dan komt er een {kind} bij: {rule.title}"
    if before is True and after is False:
        return f"dan vervalt {kind}: {rule.title}"
    if before is UNKNOWN and after is False and kind == "STOP":  # what cannot be told holds the handover back
        return f"dan staat vast dat deze STOP niet speelt: {rule.title}"
    return ""


def _pairs(case: SettledCase, tried: Sequence[Tried], grounds: Grounds, pack: Pack) -> Iterator[Together]:
    """Pairs that move the level, then pairs that bring another case of another level nearest; cheapest first."""
    before = next((one.client for one in grounds.compared[:1] if is_alike(one, pack)), None)
    mine, pointed = profile(case, grounds.facts), pointing(grounds.compared, pack)

    def outcome(facts: Mapping[str, Fact]) -> tuple[str | None, str | None]:
        nearest = nearest_with(case, mine, facts, grounds.compared, pack)
        level = level_with(case, facts, grounds.level, pointed, pack)
        return level, None if nearest is None else nearest.client.id

    alone = {id(one): outcome(one.facts) for one in tried}
    pairs = [pair for pair in combinations(tried, 2) if pair[0].answer.field != pair[1].answer.field]
    told: set[tuple[str, ...]] = set()
    others: list[Together] = []
    for first, second in sorted(pairs, key=_cost):
        fields = (first.answer.field, second.answer.field)
        if fields in told:
            continue  # the cheapest answers to these two questions say enough
        level, nearest = outcome(_both(first, second))
        levels, cases = ({alone[id(one)][at] for one in (first, second)} for at in (0, 1))
        if level is not None and level != grounds.level.indicated and level not in levels:
            told.add(fields)
            yield _together(first, second, f"het niveau wijst dan naar {in_words(level)}")
        elif nearest is not None and before is not None and nearest not in cases | {before.id}:
            client = pack.reference_clients[nearest]
            if level_of(client) != level_of(before):
                told.add(fields)
                effect = f"het lijkt dan het meest op ‘{client.title}’, een ander niveau"
                others.append(_together(first, second, effect))
    yield from others


def _both(first: Tried, second: Tried) -> dict[str, Fact]:
    """The facts with both answers: each brings its own changes, and what follows from them."""
    follows = first.facts if "safety_verdict" in first.changes else second.facts
    return {**follows, **first.changes, **second.changes}


def _together(first: Tried, second: Tried, effect: str) -> Together:
    kind = second.kind if first.kind == "eerst_nagaan" else first.kind
    return Together(answers=(first.answer, second.answer), effect=effect, kind=kind)


def _cost(pair: tuple[Tried, Tried]) -> tuple[float, str, str]:
    return sum(map(_steps, pair)), pair[0].answer.field, pair[1].answer.field


def _steps(one: Tried) -> float:
    """Asking what nobody knows costs one; what is known costs two, and one more for every step further on the scale."""
    before, after = one.answer.from_, one.answer.to
    if before is None:
        return 1
    numbers = isinstance(before, int | float) and isinstance(after, int | float)
    return 2 + (max(0, min(abs(after - before) - 1, 2)) if numbers else 0)
