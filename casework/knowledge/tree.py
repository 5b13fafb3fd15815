"""A condition as a tree, for who has to say what it asks. What may stand in one is checked before (grammar.py)."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from casework.knowledge.grammar import BINDING, Token, tokens


class Name(NamedTuple):
    """A fact, or `known_<fact>`."""

    name: str


class Given(NamedTuple):
    """What stands in the condition itself."""

    value: str | float | bool


class Not(NamedTuple):
    part: Node


class Pair(NamedTuple):
    left: Node
    sign: str
    right: Node


class OneOf(NamedTuple):
    """`left in [a, b]`."""

    left: Node
    options: tuple[Node, ...]


class Choice(NamedTuple):
    """`test ? yes : no`."""

    test: Node
    yes: Node
    no: Node


Node: TypeAlias = "Name | Given | Not | Pair | OneOf | Choice"


def tree(source: str) -> Node:
    """The tree of a condition that was checked."""
    return _Reader(tokens(source)).choice()


class _Reader:
    def __init__(self, read: list[Token]) -> None:
        self._left = [*read, Token("end", "")][::-1]

    def _next(self) -> str:
        return self._left[-1].text

    def _take(self) -> Token:
        return self._left.pop()

    def choice(self) -> Node:
        test = self._joined(1)
        if self._next() != "?":
            return test
        self._take()
        yes = self.choice()
        self._take()
        return Choice(test, yes, self.choice())

    def _joined(self, least: int) -> Node:
        left = self._single()
        while (binding := BINDING.get(self._next(), 0)) >= least:
            sign = self._take().text
            left = OneOf(left, self._options()) if sign == "in" else Pair(left, sign, self._joined(binding + 1))
        return left

    def _options(self) -> tuple[Node, ...]:
        self._take()
        found = [self._single()]
        while self._take().text == ",":
            found.append(self._single())
        return tuple(found)

    def _single(self) -> Node:
        token = self._take()
        if token.text == "!":
            return Not(self._single())
        if token.text == "(":
            inside = self.choice()
            self._take()
            return inside
        if token.text == "-":
            return Pair(Given(0.0), "-", self._single())
        if token.kind == "name":
            return Given(token.text == "true") if token.text in ("true", "false") else Name(token.text)
        return Given(token.text[1:-1] if token.kind == "text" else float(token.text))
