"""How often a signal was followed or deliberately not, and why: what goes back to the owner of a rule (feature 30).

Counts over many cases, never a person, a case or own words. A count below five is not given, nor one from which such a
count could be worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import Field

from casework.answers import Frozen
from casework.case import Case, Response
from casework.knowledge import Pack

LEAST = 5
_OTHER = "anders"


class RuleCount(Frozen):
    """One rule. followed and otherwise: None where one of them is too small to give. reasons: by code; those too small
    to give are left out.
    """

    rule: str
    responses: int = Field(ge=LEAST)
    followed: int | None
    otherwise: int | None
    reasons: dict[str, int]


class OverruleCounts(Frozen):
    schema_: Literal["ijkpunt/overrules/1"] = Field(
        default="ijkpunt/overrules/1", alias="schema", serialization_alias="schema"
    )
    pack: dict[str, str]
    rules: tuple[RuleCount, ...]

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)


def overrule_counts(cases: Iterable[Case], pack: Pack) -> OverruleCounts:
    """The counts per rule, in the order of the pack; practice families do not count. A reason the pack does not know
    counts as another one.
    """
    by_rule: dict[str, list[Response]] = {}
    for case in cases:
        for response in () if case.practice else case.responses:
            by_rule.setdefault(response.rule, []).append(response)
    known = pack.texts.get("reasons", {})
    return OverruleCounts(
        pack={"id": pack.id, "version": pack.version},
        rules=tuple(_count(rule, by_rule[rule], known) for rule in pack.rules if len(by_rule.get(rule, ())) >= LEAST),
    )


def schema() -> dict[str, Any]:
    """The JSON schema of the counts."""
    return OverruleCounts.model_json_schema(by_alias=True)


def _count(rule: str, responses: list[Response], known: Mapping[str, str]) -> RuleCount:
    otherwise = [one for one in responses if one.outcome == "bewust_anders"]
    followed = len(responses) - len(otherwise)
    if _small(followed) or _small(len(otherwise)):
        return RuleCount(rule=rule, responses=len(responses), followed=None, otherwise=None, reasons={})
    codes = Counter(one.reason if one.reason in known else _OTHER for one in otherwise)
    return RuleCount(
        rule=rule, responses=len(responses), followed=followed, otherwise=len(otherwise), reasons=_shown(codes)
    )


def _shown(codes: Counter[str]) -> dict[str, int]:
    """The reasons that may be given, most frequent first: together with what is left out nothing small shows."""
    shown = {
        code: number for code, number in sorted(codes.items(), key=lambda one: (-one[1], one[0])) if number >= LEAST
    }
    if shown and _small(codes.total() - sum(shown.values())):
        shown.popitem()
    return shown


def _small(number: int) -> bool:
    return 0 < number < LEAST
