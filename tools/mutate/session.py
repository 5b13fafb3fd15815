"""The tests, run once to see which lines each of them goes through, and then against every mutant in a forked child."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

import pytest
from _pytest.runner import runtestprotocol

from casework.weighing.facts import FACTS
from desktop import bootstrap
from tools.mutate.living import Living, forget
from tools.mutate.mutants import Mutant, Source

Line: TypeAlias = tuple[str, int]

ROOT = Path(__file__).resolve().parents[2]
_MOST_SECONDS = 20.0
"""Of tests for one mutant, by what they took the first time; who lives longer than that has survived."""
_HANGS = 30  # seconds; a mutant that never ends was noticed


@dataclass
class Seen:
    """A test, how long it took and which of our lines it went through."""

    item: pytest.Item
    seconds: float
    lines: frozenset[Line]


@dataclass
class Verdicts:
    killed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)
    never_run: list[Mutant] = field(default_factory=list)
    """No test goes through the line: survived too."""


class Mutating:
    """A plugin of pytest that takes the place of running the tests.

    choose: which of all mutants to try. say: told of each that survives.
    """

    def __init__(
        self, sources: Sequence[Source], choose: Callable[[list[Mutant]], list[Mutant]], say: Callable[[str], None]
    ) -> None:
        self._sources, self._choose, self._say = sources, choose, say
        self.verdicts = Verdicts()
        self.failed: list[str] = []
        """Tests that fail without any mutant: then nothing can be said."""

    def pytest_sessionstart(self) -> None:
        """Before any test is read: examples are the same each time and none is kept."""
        from hypothesis import settings  # pytest wants to be the first to import it

        settings.register_profile("mutate", database=None, derandomize=True, deadline=None)
        settings.load_profile("mutate")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        seen = [self._look(item, then) for item, then in zip_longest(session.items, session.items[1:])]
        if self.failed:
            return True
        self._say(f"{len(seen)} tests in {sum(one.seconds for one in seen):.0f} s")
        living = {source.file: Living(source, importlib.import_module(source.module)) for source in self._sources}
        imported = {one for source in self._sources for one in source.imports()}
        chosen = self._choose([mutant for source in self._sources for mutant in source.mutants(imported)])
        words = {source.file: words_of(source, self._sources) for source in self._sources}
        for number, mutant in enumerate(chosen, start=1):
            tests = self._tests(seen, mutant, words[mutant.file])
            if not tests:
                self.verdicts.never_run.append(mutant)
                self._say(f"no test: {mutant}")
            elif _is_noticed(living[mutant.file], mutant, tests):
                self.verdicts.killed.append(mutant)
            else:
                self.verdicts.survived.append(mutant)
                self._say(f"survived {len(tests)} tests: {mutant}")
            if number % 100 == 0:
                self._say(f"{number} of {len(chosen)}, {len(self.verdicts.killed)} killed")
        return True

    def _look(self, item: pytest.Item, then: pytest.Item | None) -> Seen:
        lines: set[Line] = set()
        names = {str(ROOT / source.file): source.file for source in self._sources}

        def on_call(frame: FrameType, event: str, argument: object) -> Any:
            file = names.get(frame.f_code.co_filename)
            if file is None:
                return None

            def on_line(frame: FrameType, event: str, argument: object) -> Any:
                lines.add((file, frame.f_lineno))
                return on_line

            return on_line(frame, event, argument)

        forget()
        start = time.process_time()
        sys.settrace(on_call)
        try:
            passed = _passes(item, then)
        finally:
            sys.settrace(None)
        if not passed:
            self.failed.append(item.nodeid)
        return Seen(item, time.process_time() - start, frozenset(lines))

    def _tests(self, seen: Sequence[Seen], mutant: Mutant, words: Collection[str]) -> list[pytest.Item]:
        """Those through the line of a mutant (a part of a longer statement may have none); of a constant, those through
        the lines that read it, wherever.
        """
        if mutant.names:
            reading = {line for source in self._sources for line in source.reading(mutant.names)}
            return list(_likeliest(seen, reading, words))
        for line in (mutant.line, mutant.statement):
            if tests := list(_likeliest(seen, {(mutant.file, line)}, words)):
                return tests
        return []


def words_of(source: Source, others: Sequence[Source]) -> set[str]:
    """What the names of its tests hold: the name of the module or its folder, and the rules that rest on it."""
    pack = bootstrap.knowledge()
    path = Path(source.file)
    taken = [(other.module, module, name) for other in others for module, name in other.imports()]
    using = {user for user, module, name in taken if source.module in (module, f"{module}.{name}")}
    facts = {name for name, fact in FACTS.items() if fact.derive.__module__ in {source.module, *using}}
    rules = {f"[{rule.id}:" for rule in pack.rules.values() if rule.when.depends_on & facts}
    return rules | {f"test_{path.stem}", f"test_{path.parent.name}_", f"test_{path.parent.name}.", f"_{path.stem}.py"}


def _likeliest(seen: Sequence[Seen], lines: set[Line], words: Collection[str]) -> Iterator[pytest.Item]:
    """The tests through one of these lines: those of the module first, then those through the fewest others."""

    def order(one: Seen) -> tuple[bool, int]:
        return not any(word in one.item.nodeid for word in words), len(one.lines)

    seconds = 0.0
    for one in sorted((one for one in seen if one.lines & lines), key=order):
        seconds += one.seconds
        if seconds <= _MOST_SECONDS:
            yield one.item


def _is_noticed(living: Living, mutant: Mutant, tests: Sequence[pytest.Item]) -> bool:
    sys.stdout.flush()
    if (child := os.fork()) == 0:
        signal.alarm(_HANGS)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        noticed = True
        try:
            living.become(mutant)
            noticed = not all(_passes(test, then) for test, then in zip_longest(tests, tests[1:]))
        finally:
            os._exit(int(noticed))
    _, status = os.waitpid(child, 0)
    mutant.undo()
    return status != 0


def _passes(item: pytest.Item, then: pytest.Item | None) -> bool:
    """then: the test that comes after it, for what the two share."""
    reports = runtestprotocol(item, log=False, nextitem=then)
    return not any(report.failed for report in reports)
