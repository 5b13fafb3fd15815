"""A raw answer (as in a case file) taken apart and put together: the value, how it is known, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from casework.questions import Question, Shape
from casework.words import in_words

NONANSWERS: Mapping[str, str] = {
    "unknown": "weet ik niet",
    "not_asked": "niet gevraagd",
    "declined": "wil niet zeggen",
    "not_applicable": "niet van toepassing…",
}
SOURCES = ("jeugdige", "ouder", "school", "huisarts", "aanbieder", "dossier", "eigen_waarneming", "expert")
KINDS = ("feit", "waarneming", "mening", "hypothese")
_FEW = 6
_SCALES: Mapping[tuple[int, int], Mapping[int, str]] = {(0, 3): {0: "geen", 1: "weinig", 2: "duidelijk", 3: "veel"}}


@dataclass(frozen=True)
class Given:
    """A raw answer taken apart. `unanswered` and `reason` for a real non-answer; all None where nothing was said."""

    value: Any = None
    source: str | None = None
    kind: str | None = None
    on: str | None = None
    unanswered: str | None = None
    reason: str | None = None

    @classmethod
    def of(cls, raw: Any) -> Given:
        if isinstance(raw, dict) and "unanswered" in raw:
            return cls(unanswered=raw["unanswered"], reason=raw.get("reason"))
        if isinstance(raw, dict) and "value" in raw:
            return cls(raw["value"], raw.get("source"), raw.get("kind"), raw.get("on"))
        return cls(raw)

    @property
    def raw(self) -> Any:
        """As in a case file; None to clear."""
        if self.unanswered:
            return {"unanswered": self.unanswered, **({"reason": self.reason} if self.reason else {})}
        if self.value is None:
            return None
        known = {"source": self.source, "kind": self.kind, "on": self.on}
        told = {name: value for name, value in known.items() if value}
        return {"value": self.value, **told} if told else self.value

    def with_value(self, value: Any, *, judged_on: str | None) -> Given:
        """Another value, said in the same way; a judgement gets its day when it is first given."""
        if value is None:
            return Given()
        return replace(self, value=value, on=self.on or judged_on, unanswered=None, reason=None)


def chip_options(question: Question, words: Mapping[str, str]) -> Mapping[str, str] | None:
    """The answers as chips, by key, where there are few; None where another input suits better."""
    if question.shape is Shape.YES_NO:
        return {"true": words.get("true", "ja"), "false": words.get("false", "nee")}
    if question.shape is Shape.CHOICE and len(question.options) <= _FEW:
        return {option: words.get(option, in_words(option)) for option in question.options}
    if question.shape is Shape.NUMBER and question.bounds:
        low, high = question.bounds
        scale = _SCALES.get(question.bounds, {})
        return {str(n): words.get(str(n), scale.get(n, str(n))) for n in range(low, high + 1)}
    return None


def chip_key(question: Question, value: Any) -> str | None:
    """The key of the chip that stands for a value."""
    if value is None:
        return None
    return str(value).lower() if question.shape is Shape.YES_NO else str(value)


def chip_value(question: Question, key: str) -> Any:
    if question.shape is Shape.YES_NO:
        return key == "true"
    return int(key) if question.shape is Shape.NUMBER else key
