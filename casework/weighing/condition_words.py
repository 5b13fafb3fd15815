"""What a condition asks, in Dutch: with the meaning of each fact, made from the condition itself.

A *not* is carried inward, so that every line tells what is so: `!(known_x && x)` reads *x: nee of niet bekend*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from casework.knowledge import Condition
from casework.knowledge.grammar import KNOWN
from casework.knowledge.tree import Choice, Given, Name, Node, Not, OneOf, Pair, tree
from casework.weighing.facts import FACTS
from casework.words import in_words, listed


class Claim(NamedTuple):
    """Something that is so. subject: what it is about, in words; said: what about it, one thing or the other."""

    subject: str
    said: tuple[str, ...]


class Several(NamedTuple):
    """All of them hold, or at least one of them."""

    parts: tuple[Part, ...]
    every: bool


Part: TypeAlias = "Claim | Several"

_KNOWN, _UNKNOWN = "bekend", "niet bekend"
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_THE_OTHER_WAY = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_REACHES = {"<": "minder dan {}", "<=": "{} of minder", ">": "meer dan {}", ">=": "{} of meer"}
_COUNTS: Mapping[tuple[str, object], str] = {
    ("<", 1): "geen",
    ("<=", 0): "geen",
    ("==", 0): "geen",
    (">", 0): "1 of meer",
}
_RECKONED = {"+": "plus", "-": "min", "*": "maal", "/": "gedeeld door"}


def condition_words(condition: Condition) -> str:
    """When it holds, as one Dutch line without a full stop."""
    said = _said(_part(tree(condition.source), holds=True), inside=False)
    return f"{said[:1].upper()}{said[1:]}"


def _part(node: Node, *, holds: bool) -> Part:
    """What must be so for this to be true (holds), or to be false."""
    match node:
        case Not(part):
            return _part(part, holds=not holds)
        case Choice(test, yes, no):
            first = _several((_part(test, holds=True), _part(yes, holds=holds)), every=True)
            second = _several((_part(test, holds=False), _part(no, holds=holds)), every=True)
            return _several((first, second), every=False)
        case Pair(left, "&&" | "||" as sign, right):
            return _several((_part(left, holds=holds), _part(right, holds=holds)), every=(sign == "&&") is holds)
        case Pair(left, sign, right):
            return _compared(left, sign if holds else _OPPOSITE[sign], right)
        case OneOf(left, options):
            named = listed([_value(one) for one in options], last="of")
            return Claim(_value(left), (named if holds else f"iets anders dan {named}",))
        case Name(name) if name not in FACTS:
            return Claim(_meaning(name.removeprefix(KNOWN)), (_KNOWN if holds else _UNKNOWN,))
        case Given(value):
            return Several((), every=(value is True) is holds)
        case _:
            return Claim(_value(node), ("ja" if holds else "nee",))


def _compared(left: Node, sign: str, right: Node) -> Claim:
    if isinstance(left, Given) and not isinstance(right, Given):
        left, sign, right = right, _THE_OTHER_WAY.get(sign, sign), left
    if terms := list(_counted(left)):
        counted = f"van deze {len(terms)} ({'; '.join(_said(term, inside=True) for term in terms)})"
        return Claim(counted, (_reaches(sign, _value(right)),))
    counts = isinstance(left, Name) and left.name.endswith("_count") and isinstance(right, Given)
    short = _COUNTS.get((sign, right.value)) if counts and isinstance(right, Given) else None
    return Claim(_value(left), (short or _reaches(sign, _value(right)),))


def _reaches(sign: str, value: str) -> str:
    if sign in _REACHES:
        return _REACHES[sign].format(value)
    return value if sign == "==" else f"niet {value}"


def _counted(node: Node) -> Iterator[Part]:
    """`(a ? 1 : 0) + (b ? 1 : 0)`: how many of them hold. Nothing where it is another sum."""
    match node:
        case Pair(left, "+", Choice(test, Given(1.0), Given(0.0))):
            if before := list(_counted(left)):
                yield from (*before, _part(test, holds=True))
        case Choice(test, Given(1.0), Given(0.0)):
            yield _part(test, holds=True)


def _several(parts: tuple[Part, ...], *, every: bool) -> Part:
    """Together, without what says nothing more, and what is about one subject in one."""
    flat: list[Part] = []
    for part in parts:
        same = isinstance(part, Several) and (part.every is every or not part.parts)
        if isinstance(part, Several) and not part.parts and part.every is not every:
            return part  # false settles an and, true settles an or
        flat.extend(part.parts if isinstance(part, Several) and same else (part,))
    found: list[Part] = []
    for part in flat:
        at = next((i for i, one in enumerate(found) if isinstance(one, Claim) and isinstance(part, Claim)
                   and one.subject == part.subject), None)  # fmt: skip
        joined = None if at is None else _joined(found[at], part, every=every)
        if at is None or joined is None:
            found.append(part)
        else:
            found[at] = joined
    return found[0] if len(found) == 1 else Several(tuple(found), every)


def _joined(one: Part, other: Part, *, every: bool) -> Claim | None:
    """Two claims about one subject as one; None where they are not to be put in fewer words."""
    assert isinstance(one, Claim) and isinstance(other, Claim)
    if not every:
        said = tuple(dict.fromkeys((*one.said, *other.said)))
        return Claim(one.subject, tuple(sorted(said, key=lambda words: words == _UNKNOWN)))
    if (_KNOWN,) in (one.said, other.said):
        return other if one.said == (_KNOWN,) else one  # what is so, is known
    if one == other:
        return one
    return Claim(one.subject, (f"{one.said[0]} en {other.said[0]}",)) if len(one.said) == len(other.said) == 1 else None


def _said(part: Part, *, inside: bool) -> str:
    if isinstance(part, Claim):
        last = ", of " if any(" of " in one for one in part.said) else " of "
        return f"{part.subject}: {last.join(one for one in (', '.join(part.said[:-1]), part.said[-1]) if one)}"
    if not part.parts:
        return "altijd" if part.every else "nooit"
    sign = "; en " if part.every else "; of "
    whole = sign.join(_said(one, inside=True) for one in part.parts)
    return f"({whole})" if inside else whole


def _value(node: Node) -> str:
    match node:
        case Name(name):
            return _meaning(name)
        case Given(value):
            return f"{value:g}".replace(".", ",") if isinstance(value, float) else _code(in_words(value))
        case Pair(left, sign, right):
            return f"{_value(left)} {_RECKONED[sign]} {_value(right)}"
    return _said(_part(node, holds=True), inside=True)


def _meaning(name: str) -> str:
    return FACTS[name].meaning


def _code(words: str) -> str:
    """A code in capitals as a word: GEEN_WINST, but not LVB."""
    return words.lower() if words.isupper() and max(map(len, words.split())) > 3 else words
