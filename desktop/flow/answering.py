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
    "not_applicable": "niet van toepassing",
}
_SAYS_SO = {"onbekend": "unknown", "0 onbekend": "unknown", "niet_gevraagd": "not_asked"}
SOURCES = ("jeugdige", "ouder", "school", "huisarts", "aanbieder", "dossier", "eigen_waarneming", "expert")
KINDS = ("feit", "waarneming", "mening", "hypothese")
FEW = 6
"""As many answers as are shown side by side; more go into a list that opens."""


def nonanswers_of(question: Question) -> Mapping[str, str]:
    """The non-answers a question offers: none that is among its answers already, such as *niet bekend*."""
    said = {_SAYS_SO.get(option) for option in question.options}
    return {key: words for key, words in NONANSWERS.items() if key not in said}


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

    @property
    def is_blank(self) -> bool:
        """Nothing was said: no value (an empty list is one) and no non-answer."""
        return self.value is None and not self.unanswered

    def with_value(self, value: Any, *, judged_on: str | None, anew: bool = False) -> Given:
        """Another value, said in the same way; a judgement gets its day when it is first given, and when it is given
        anew."""
        if value is None:
            return Given()
        on = judged_on if anew else self.on or judged_on
        return replace(self, value=value, on=on, unanswered=None, reason=None)


def options_of(question: Question, words: Mapping[str, str]) -> Mapping[str, str] | None:
    """The answers to choose from, by key, in words; None where the answer is typed. `words` overrules."""
    if question.shape is Shape.YES_NO:
        return {"true": words.get("true", "ja"), "false": words.get("false", "nee")}
    if question.shape is Shape.NUMBER and question.bounds and question.bounds[1] - question.bounds[0] < FEW:
        low, high = question.bounds
        return {str(n): words.get(str(n), str(n)) for n in range(low, high + 1)}
    if question.shape in (Shape.CHOICE, Shape.CHOICES):
        return {option: words.get(option, in_words(option)) for option in question.options}
    return None


def key_of(question: Question, value: Any) -> Any:
    """The key of the option that stands for a value."""
    if value is None or question.shape not in (Shape.YES_NO, Shape.NUMBER):
        return value
    return str(value).lower()


def value_of(question: Question, key: Any) -> Any:
    """The value an option stands for."""
    if key is None or question.shape not in (Shape.YES_NO, Shape.NUMBER):
        return key
    return key == "true" if question.shape is Shape.YES_NO else int(key)
