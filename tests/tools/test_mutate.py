"""The mutants: what is made different, what is left alone, and that the running program really becomes one."""

from __future__ import annotations

import gc
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tools.mutate.living import Living
from tools.mutate.mutants import Mutant, Source

MODULE = '''
"""A module: "not" a text."""
LEAST = 3
TWICE = (LEAST, LEAST + LEAST)
MARKS = {"high": lambda score: score > LEAST}
UNREAD = 5

class Kind:
    weight: int = 4
    def heavy(self, score: int) -> bool:
        return score >= TWICE[1] and not score == 9

def marked(score: int) -> str:
    """Says "code" or a sentence."""
    return "high" if MARKS["high"](score) else "not so very high"
'''


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "toy.py"
    path.write_text(MODULE, encoding="utf-8")
    return Source.read(path, tmp_path)


@pytest.fixture
def module(source: Source, tmp_path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("toy", tmp_path / "toy.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def told(source: Source) -> list[str]:
    return [f"{one.line}: {one.what}" for one in source.mutants(())]


def test_one_thing_at_a_time_in_what_runs(source: Source) -> None:
    assert {one for one in told(source) if one.startswith("11:")} == {
        "11: And -> Or", "11: GtE -> Gt", "11: 1 -> 2", "11: not -> (nothing)", "11: Eq -> NotEq", "11: 9 -> 10",
    }  # fmt: skip
    assert "15: if -> if not" in told(source)
    assert "15: 'high' -> 'high_'" in told(source)


def test_declarations_and_sentences_are_left_alone(source: Source) -> None:
    assert not [one for one in told(source) if "Says" in one or "so very" in one or one.startswith(("9:", "2:"))]


def test_a_constant_nobody_reads_is_a_declaration_until_another_module_takes_it(source: Source) -> None:
    assert not [one for one in told(source) if one.startswith("6:")]
    assert [one for one in source.mutants([("toy", "UNREAD")]) if one.line == 6]


def mutant(source: Source, line: int, what: str) -> Mutant:
    return next(one for one in source.mutants(()) if (one.line, one.what) == (line, what))


def in_a_child(check: Iterator[bool]) -> bool:
    """What comes of it in a process of its own, so that nothing of it stays behind."""
    if (child := os.fork()) == 0:
        os._exit(int(next(check)))
    return os.waitpid(child, 0)[1] != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="mutants live in a forked process")
@pytest.mark.parametrize("frozen", [False, True])
def test_the_program_becomes_the_mutant_and_stays_itself(source: Source, module: ModuleType, frozen: bool) -> None:
    """Also where the tests keep what lives out of the collector's sight: every mutant survived then."""
    if frozen:
        gc.freeze()
    living = Living(source, module)

    def becomes(one: Mutant, outcome: str) -> Iterator[bool]:
        living.become(one)
        yield outcome == f"{module.marked(4)} {module.marked(3)} {module.Kind().heavy(6)}"

    itself = f"{module.marked(4)} {module.marked(3)} {module.Kind().heavy(6)}"
    assert itself == "high not so very high True"
    for line, what, outcome in (
        (11, "GtE -> Gt", "high not so very high False"),
        (15, "if -> if not", "not so very high high True"),
        (3, "3 -> 4", "not so very high not so very high False"),
        (5, "Gt -> GtE", "high high True"),
    ):
        one = mutant(source, line, what)
        assert in_a_child(becomes(one, outcome)), one
    assert itself == f"{module.marked(4)} {module.marked(3)} {module.Kind().heavy(6)}"
