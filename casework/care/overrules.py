"""How often a signal was followed or deliberately not, and why: what goes back to the owner of a rule (feature 30).

Counts over many cases, never a person, a case or own words. A count below five is not given, nor one from which such a
count could be worked out. Zero is given: that nobody did otherwise tells nothing of anybody.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import Field

from casework.answers import Frozen
from casework.case import Response
from casework.knowledge import Pack
from casework.words import listed

LEAST = 5
ENDINGS = (".json", ".csv")
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

    def words(self, pack: Pack) -> str:
        """19 keer beantwoord: 5 opgevolgd, 14 bewust anders (8 keer ‘het gezin wil het anders’)."""
        if self.followed is None:
            return f"{self.responses} keer beantwoord; de verdeling is te klein om te geven."
        known = pack.texts.get("reasons", {})
        why = [f"{number} keer ‘{known.get(code, code)}’" for code, number in self.reasons.items()]
        return (
            f"{self.responses} keer beantwoord: {self.followed} opgevolgd, {self.otherwise} bewust anders"
            f"{f' ({listed(why)})' if why else ''}."
        )


class OverruleCounts(Frozen):
    schema_: Literal["ijkpunt/overrules/1"] = Field(
        default="ijkpunt/overrules/1", alias="schema", serialization_alias="schema"
    )
    pack: dict[str, str]
    rules: tuple[RuleCount, ...]

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)

    def as_csv(self, pack: Pack) -> str:
        """A line for each rule and a column for each reason, for a spreadsheet; a cell that is not given is empty."""
        codes = list(pack.texts.get("reasons", {}))
        text = io.StringIO()
        out = csv.writer(text, delimiter=";", lineterminator="\r\n")
        out.writerow(("pakket", "versie", "regel", "beantwoord", "opgevolgd", "bewust_anders", *codes))
        for one in self.rules:
            reasons = (one.reasons.get(code, "") for code in codes)
            followed = ("" if count is None else count for count in (one.followed, one.otherwise))
            out.writerow((self.pack["id"], self.pack["version"], one.rule, one.responses, *followed, *reasons))
        return text.getvalue()

    def as_file(self, pack: Pack, ending: str) -> bytes:
        """For a spreadsheet (.csv, which knows UTF-8 by its mark), else JSON."""
        if ending == ".csv":
            return self.as_csv(pack).encode("utf-8-sig")
        return (json.dumps(self.as_json(), ensure_ascii=False, indent=2) + "\n").encode()


def overrule_counts(responses: Iterable[Response], pack: Pack) -> OverruleCounts:
    """The counts per rule, in the order of the pack. A reason the pack does not know counts as another one.

    responses: of every case but the practice families.
    """
    by_rule: dict[str, list[Response]] = {}
    for response in responses:
        by_rule.setdefault(response.rule, []).append(response)
    known = pack.texts.get("reasons", {})
    return OverruleCounts(
        pack={"id": pack.id, "version": pack.version},
        rules=tuple(_of_rule(rule, by_rule[rule], known) for rule in pack.rules if len(by_rule.get(rule, ())) >= LEAST),
    )


def schema() -> dict[str, Any]:
    """The JSON schema of the counts."""
    return OverruleCounts.model_json_schema(by_alias=True)


def _of_rule(rule: str, responses: list[Response], known: Mapping[str, str]) -> RuleCount:
    otherwise = [one for one in responses if one.outcome == "bewust_anders"]
    codes = Counter(one.reason if one.reason in known else _OTHER for one in otherwise)
    return given(rule, len(responses) - len(otherwise), dict.fromkeys((*known, _OTHER), 0) | codes)


def given(rule: str, followed: int, codes: Mapping[str, int]) -> RuleCount:
    """What may be told of a rule. followed: how often it was; codes: how often not, for each reason there
    is, also those nobody gave.
    """
    otherwise = sum(codes.values())
    total = followed + otherwise
    if _small(followed) or _small(otherwise):
        return RuleCount(rule=rule, responses=total, followed=None, otherwise=None, reasons={})
    return RuleCount(rule=rule, responses=total, followed=followed, otherwise=otherwise, reasons=_shown(codes))


def _shown(codes: Mapping[str, int]) -> dict[str, int]:
    """The reasons that may be given, most frequent first: together with what is left out nothing small shows."""
    shown = {
        code: number for code, number in sorted(codes.items(), key=lambda one: (-one[1], one[0])) if number >= LEAST
    }
    while shown and _tells(sum(codes.values()) - sum(shown.values()), len(codes) - len(shown)):
        shown.popitem()
    return shown


def _tells(total: int, reasons: int) -> bool:
    """Whether so many answers over so many reasons that are left out could only be small ones one can name: too few of
    them, or so many that each must be as large as a small number can be.
    """
    return _small(total) or total >= (LEAST - 1) * reasons > 0


def _small(number: int) -> bool:
    return 0 < number < LEAST
