"""A YAML file as plain text values, with the line of each: nothing is guessed, nothing is executed.

Every scalar stays text, so that an unquoted `no` never becomes False; pydantic converts what a field asks for. Anchors,
aliases and tags are refused: a pack has no use for them, and a few lines of aliases can fill any memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 12

Loc: TypeAlias = tuple[int | str, ...]

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is ten times as quick, where it was built

_TABS = "gebruik spaties, geen tabs"
_HINTS = (
    ("tab", _TABS),
    ("'\\t'", _TABS),
    ("mapping values are not allowed", 'een dubbele punt of inspringing die hier niet kan; zet de tekst tussen " "'),
    ("cannot start any token", 'dit teken kan hier niet beginnen; zet de tekst tussen " "'),
    ("unexpected end of stream", "er ontbreekt een aanhalingsteken"),
    ("']'", "er ontbreekt een ] of een komma"),
    ("'}'", "er ontbreekt een } of een komma"),
    ("escape", "een \\ met een onbekend teken; gebruik enkele aanhalingstekens"),
)
_HINT = "de opmaak klopt hier niet; kijk naar inspringing, streepjes, dubbele punten en aanhalingstekens"


class Unreadable(Exception):
    """A file that cannot be read further: the line, from one, and a Dutch sentence."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line, self.sentence = line, sentence


@dataclass(frozen=True)
class YamlFile:
    """documents: mappings, lists and texts. lines: where each value stands. doubled: keys given twice, with line."""

    documents: list[Any]
    lines: dict[Loc, int]
    doubled: list[tuple[int, str]]

    def line(self, loc: Loc) -> int:
        """The line of a value, or of the nearest value around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_yaml(data: bytes) -> YamlFile:
    """The documents in a file; the first part of every location is the number of the document. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable(1, f"dit bestand is groter dan {MAX_BYTES // 1000} kB; splits het")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(data.count(b"\n", 0, error.start) + 1, "geen UTF-8; sla het bestand op als UTF-8") from error
    reader = _Reader(text)
    try:
        documents = list(reader.documents())
    except yaml.MarkedYAMLError as error:
        line = getattr(error.problem_mark, "line", 0) + 1
        raise Unreadable(line, _hint(str(error.problem), (*text.splitlines(), "")[line - 1])) from error
    except yaml.reader.ReaderError as error:
        where = text[: error.position].count("\n") + 1
        raise Unreadable(where, "een onzichtbaar teken dat niet mag; typ deze regel opnieuw") from error
    if all(document == "" for document in documents):
        raise Unreadable(1, "dit bestand is leeg; vul het of haal het weg")
    return YamlFile(documents, reader.lines, reader.doubled)


def _hint(problem: str, line: str) -> str:
    """line: the text where it went wrong; of a tab before it the C parser does not always say so."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _TABS
    return next((hint for sign, hint in _HINTS if sign in problem), _HINT)


class _Reader:
    """Turns the parser's events into values, once, noting lines on the way."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.lines: dict[Loc, int] = {}
        self.doubled: list[tuple[int, str]] = []

    def documents(self) -> Iterator[Any]:
        number = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                yield self._value(next(self._events), (number,))
                number += 1

    def _value(self, event: Any, loc: Loc) -> Any:
        line = event.start_mark.line + 1
        self.lines.setdefault(loc, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise Unreadable(line, '& en * om te verwijzen kunnen niet; schrijf de tekst uit of zet hem tussen " "')
        if event.tag:
            raise Unreadable(line, 'een ! aan het begin kan niet; zet de tekst tussen " "')
        if len(loc) > MAX_DEPTH:
            raise Unreadable(line, f"meer dan {MAX_DEPTH} lagen diep; maak het platter")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc)
        return event.value

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            key = self._value(event, (*loc, "?"))  # a key has no place of its own
            if not isinstance(key, str):
                raise Unreadable(line, "de naam van een veld is één woord of tekst, geen lijst of blok")
            if key in found:
                self.doubled.append((line, key))
                self._value(next(self._events), (*loc, "?"))
                continue
            self.lines[*loc, key] = line
            found[key] = self._value(next(self._events), (*loc, key))
        return found

    def _sequence(self, loc: Loc) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*loc, len(found))))
        return found
