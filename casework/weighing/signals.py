"""The signals: which rules of the pack see something in these facts, and which cannot tell yet.

A rule that holds gives a signal with the facts it rests on, its source and what to do. People answer it; that never
lifts a STOP, which goes only when its condition no longer holds (decisions 15).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from casework.case import Response
from casework.knowledge import UNKNOWN, Facts, Pack, Unknown, in_force
from casework.knowledge.rules import Rule
from casework.steps import FLOW
from casework.weighing.assessment import SeenFact, Signal, Status, UnknownRule
from casework.weighing.facts import FACTS, kinds

_POOL_COUNT = "pool_signal_count"
_SEVERITIES = ("STOP", "ATTENTION", "TIP")
_NUMBERS = {step.id: step.number for step in FLOW.steps}


def signals(
    pack: Pack, facts: Facts, responses: Sequence[Response], today: date, do_not_apply: Collection[str] = ()
) -> tuple[tuple[Signal, ...], tuple[UnknownRule, ...]]:
    """The signals, STOP first and then in the order of the steps, and the rules that wait for a fact.

    A rule that was answered and no longer holds is listed as resolved. do_not_apply: facts that need not be found out;
    a rule that waits for nothing else does not apply either. Raises PackFault for a condition that cannot be weighed.
    """
    verdicts, facts = _verdicts(in_force(pack.rules, today), facts)
    answered = {response.rule for response in responses}
    found = [
        _signal(rule, _status(rule, verdict, answered), facts, pack)
        for rule, verdict in verdicts
        if verdict is True or (verdict is False and rule.id in answered)
    ]
    waiting = [_waits(rule, facts, do_not_apply) for rule, verdict in verdicts if verdict is UNKNOWN]
    return tuple(sorted(found, key=lambda one: _order(one, pack))), tuple(one for one in waiting if one.needs)


def _verdicts(rules: Sequence[Rule], facts: Facts) -> tuple[list[tuple[Rule, bool | Unknown]], Facts]:
    """What each rule says, and the facts with the count of signals in it: rules about that come last (R-EXP-02)."""
    of_themselves = [rule for rule in rules if _POOL_COUNT not in rule.when.depends_on]
    verdicts = [(rule, rule.when.evaluate(facts)) for rule in of_themselves]
    towards_pool = sum(1 for rule, verdict in verdicts if rule.weighs_towards_pool and verdict is True)
    counted = Facts({**facts.values, _POOL_COUNT: towards_pool}, kinds())
    verdicts += [(rule, rule.when.evaluate(counted)) for rule in rules if _POOL_COUNT in rule.when.depends_on]
    return verdicts, counted


def _status(rule: Rule, verdict: bool | Unknown, answered: Collection[str]) -> Status:
    if verdict is False:
        return "resolved"
    return "answered" if rule.id in answered and rule.severity != "STOP" else "open"


def _signal(rule: Rule, status: Status, facts: Facts, pack: Pack) -> Signal:
    return Signal(
        rule=rule.id,
        code=rule.code,
        severity=rule.severity,
        status=status,
        title=rule.title,
        text=rule.text,
        facts=tuple(_seen(name, facts) for name in rule.shows if name in facts.values),
        source="; ".join(pack.sources[name].reference for name in rule.sources),
        action=rule.action,
        action_path=rule.action_path,
        weighs_towards_pool=rule.weighs_towards_pool,
    )


def _seen(name: str, facts: Facts) -> SeenFact:
    """A fact as shown: where in the case it comes from, what it is called and what it holds."""
    fact = FACTS[name]
    return SeenFact(path=fact.reads[0], value=facts.values[name], label=fact.meaning)


def _waits(rule: Rule, facts: Facts, do_not_apply: Collection[str]) -> UnknownRule:
    """What a rule waits for. A fact it asks after by `known_<fact>` it can do without, unless it waits for no other."""
    absent = rule.when.needs(facts)
    decisive = [name for name in absent if name not in rule.when.asks] or absent
    needs = tuple(name for name in decisive if name not in do_not_apply)
    return UnknownRule(rule=rule.id, needs=needs, stop=rule.severity == "STOP")


def _order(signal: Signal, pack: Pack) -> tuple[bool, int, int]:
    step = pack.rules[signal.rule].step.partition(".")[0]
    return signal.status == "resolved", _SEVERITIES.index(signal.severity), _NUMBERS.get(step, 0)
