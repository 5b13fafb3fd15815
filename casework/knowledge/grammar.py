"""What may stand in a condition, checked before it ever runs: words, kinds and values.

Conditions are a part of CEL: facts, texts, numbers, true and false; `== != < <= > >= in + - * /`; `&& || !`; `? :`;
brackets. No functions, no lists but those after `in`, no null: derive a fact instead. CEL itself finds a wrong kind
only when it happens to get there, and `||` and `&&` swallow it; here every part is checked, also what seldom runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from pydantic_core import PydanticCustomError

from casework.mistakes import did_you_mean, mistake
from casework.words import listed

FactKind: TypeAlias = Literal["text", "number", "bool"] | frozenset[str]
"""What a fact holds; a set of texts is a choice: no other value ever occurs."""

FactsSchema: TypeAlias = Mapping[str, FactKind]
"""Every fact a condition may name. `known_<fact>` comes with it and is not listed."""

KNOWN: Final = "known_"

_MOST_TOKENS = 200  # also keeps the recursion below shallow
_DEEPEST = 30

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<text>"[^"\\\n]*"|'[^'\\\n]*')
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<sign>\|\||&&|=[<>]|[=!<>]=|[-!<>()?:,\[\]+*/])
  | (?P<wrong>\S)
)""",
    re.VERBOSE | re.ASCII,
)
_INSTEAD = {
    "=": "==",
    "=>": ">=",
    "=<": "<=",
    "&": "&&",
    "|": "||",
    "and": "&&",
    "or": "||",
    "not": "!",
    "en": "&&",
    "of": "||",
    "niet": "!",
    "True": "true",
    "False": "false",
}
BINDING = {
    "||": 1,
    "&&": 2,
    "==": 3,
    "!=": 3,
    "<": 3,
    "<=": 3,
    ">": 3,
    ">=": 3,
    "in": 3,
    "+": 4,
    "-": 4,
    "*": 5,
    "/": 5,
}
_KIND_NAMES = {"text": "een tekst", "number": "een getal", "bool": "waar of onwaar"}


class Token(NamedTuple):
    kind: str
    text: str


class Checked(NamedTuple):
    """A condition that holds together: as CEL reads it, and the facts it reads or asks after by `known_`."""

    cel: str
    reads: frozenset[str]
    asks: frozenset[str]


class _Part(NamedTuple):
    kind: FactKind
    shown: str


def check(source: str, facts: FactsSchema) -> Checked:
    """Check a condition against the facts there are. Raises a Dutch mistake (casework.mistakes) at the first error."""
    found = tokens(source)
    _Checker(found, facts).condition()
    names = {token.text for token in found if token.kind == "name"} - {"true", "false", "in"}
    asks = {name.removeprefix(KNOWN) for name in names if name not in facts}
    return Checked(" ".join(map(_as_cel, found)), frozenset(names & facts.keys()), frozenset(asks))


def _as_cel(token: Token) -> str:
    """Every number is a double: CEL calculates with equal kinds only, so `days / 7` would fail on a double."""
    return f"{token.text}.0" if token.kind == "number" and "." not in token.text else token.text


def tokens(source: str) -> list[Token]:
    """The words and signs of a condition, in order. Raises a Dutch mistake at what cannot stand in one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(source):
        kind, text = str(match.lastgroup), match[str(match.lastgroup)]
        if text in _INSTEAD:
            raise mistake(f"gebruik in een voorwaarde {_INSTEAD[text]} in plaats van ‘{text}’")
        if kind == "wrong":
            raise mistake(f"‘{source[match.start('wrong') :][:20].strip()}’ is niet te lezen in een voorwaarde")
        found.append(Token(kind, text))
    if not found:
        raise mistake("deze voorwaarde is leeg; schrijf een voorwaarde, of true als het altijd geldt")
    if len(found) > _MOST_TOKENS:
        raise mistake("deze voorwaarde is te lang; leid een nieuw gegeven af, of splits de regel")
    return found


class _Checker:
    """Reads the tokens once, from left to right, and gives the kind of every part."""

    def __init__(self, tokens: list[Token], facts: FactsSchema) -> None:
        self._tokens = [*tokens, Token("end", "")]
        self._facts = facts
        self._at = 0
        self._depth = 0

    def condition(self) -> None:
        self._bool(self._choice())
        if self._next.kind != "end":
            raise self._wrong()

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _expect(self, sign: str) -> None:
        if self._next.text != sign:
            raise self._wrong(f"; hier hoort ‘{sign}’")
        self._at += 1

    def _wrong(self, hint: str = "") -> PydanticCustomError:
        where = f"bij ‘{self._next.text}’" if self._next.text else "aan het eind"
        return mistake(f"de voorwaarde klopt niet {where}{hint or '; kijk naar haakjes, && en ||'}")

    def _choice(self) -> _Part:
        """`a`, or `a ? b : c`."""
        test = self._joined(1)
        if self._next.text != "?":
            return test
        self._at += 1
        self._bool(test)
        yes = self._choice()
        self._expect(":")
        no = self._choice()
        self._alike(yes, no)
        return yes

    def _joined(self, least: int) -> _Part:
        """Parts joined by signs that bind at least this tightly."""
        left = self._single()
        compared = False
        while (binding := BINDING.get(self._next.text, 0)) >= least:
            sign = self._take().text
            if binding == 3 and compared:
                raise mistake("twee vergelijkingen achter elkaar; zet && of || ertussen")
            compared = binding == 3
            left = self._listing(left) if sign == "in" else self._pair(left, sign, self._joined(binding + 1))
        return left

    def _single(self) -> _Part:
        token = self._take()
        if token.kind == "number":
            return _Part("number", token.text)
        if token.kind == "text":
            return _Part(frozenset({token.text[1:-1]}), token.text[1:-1])
        if token.kind == "name" and token.text != "in":
            return _Part(self._fact(token.text), token.text)
        if token.text == "!":
            return self._bool(self._single())
        if token.text == "-":
            return self._number(self._single(), token.text)
        if token.text == "(":
            return self._bracketed()
        self._at -= 1
        raise self._wrong()

    def _bracketed(self) -> _Part:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise mistake("te veel haakjes in elkaar; leid een nieuw gegeven af, of splits de regel")
        inner = self._choice()
        self._expect(")")
        self._depth -= 1
        return inner

    def _fact(self, name: str) -> FactKind:
        if name in ("true", "false"):
            return "bool"
        if self._next.text == "(":
            raise mistake(f"‘{name}(…)’: functies kunnen niet in een voorwaarde; leid een nieuw gegeven af")
        if name in self._facts:
            return self._facts[name]
        if name.startswith(KNOWN) and name.removeprefix(KNOWN) in self._facts:
            return "bool"
        guess = did_you_mean(name, self._facts) or "; zie ‘ijkpunt schema facts’"
        raise mistake(f"‘{name}’ is geen bekend gegeven{guess}")

    def _listing(self, left: _Part) -> _Part:
        """`left in [a, b]`."""
        self._expect("[")
        self._alike(left, self._single())
        while self._next.text == ",":
            self._at += 1
            self._alike(left, self._single())
        self._expect("]")
        return _Part("bool", "in")

    def _pair(self, left: _Part, sign: str, right: _Part) -> _Part:
        if sign in ("&&", "||"):
            self._bool(left), self._bool(right)
        elif sign in ("==", "!="):
            self._alike(left, right)
        else:
            self._number(left, sign), self._number(right, sign)
        return _Part("number" if sign in "+-*/" else "bool", f"{left.shown} {sign} {right.shown}")

    def _bool(self, part: _Part) -> _Part:
        if part.kind != "bool":
            raise mistake(f"‘{part.shown}’ is {_kind_name(part.kind)}, niet waar of onwaar; vergelijk het met iets")
        return part

    def _number(self, part: _Part, sign: str) -> _Part:
        if part.kind != "number":
            raise mistake(f"‘{part.shown}’ is {_kind_name(part.kind)}; {sign} kan alleen bij getallen")
        return part

    def _alike(self, left: _Part, right: _Part) -> None:
        """Both of one kind; of two choices, at least one value in common."""
        if isinstance(left.kind, frozenset) and isinstance(right.kind, frozenset):
            if not left.kind & right.kind:
                choice, value = sorted((left, right), key=lambda part: len(part.kind), reverse=True)
                options = listed(sorted(choice.kind), last="of")
                raise mistake(f"‘{value.shown}’ komt niet voor bij ‘{choice.shown}’; kies {options}")
        elif _kind_name(left.kind) != _kind_name(right.kind):
            raise mistake(
                f"‘{left.shown}’ is {_kind_name(left.kind)} en ‘{right.shown}’ is "
                f"{_kind_name(right.kind)}; vergelijk gelijke soorten"
            )


def _kind_name(kind: FactKind) -> str:
    return _KIND_NAMES["text" if isinstance(kind, frozenset) else kind]
