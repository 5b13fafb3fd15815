"""Putting a mutant into the running program: the code of living functions is replaced, and constants are set anew.

That saves starting anew for every mutant. It is done in a forked child, which ends after its tests.
"""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from types import CodeType, FunctionType, ModuleType
from typing import TypeAlias

from tools.mutate.mutants import Mutant, Source

_Key: TypeAlias = tuple[str, int, int | None]
_OURS = ("casework.", "tests.")


class Living:
    """The functions of one module that are alive, by where they stand in it."""

    def __init__(self, source: Source, module: ModuleType) -> None:
        self._source, self._module = source, module
        self._file = str(module.__file__)
        self._functions: dict[_Key, list[FunctionType]] = {}
        gc.unfreeze()  # what the tests keep out of the collector's sight is alive all the same
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename == self._file:
                self._functions.setdefault(_key(one.__code__), []).append(one)

    def become(self, mutant: Mutant) -> None:
        """From now on this process runs the mutant."""
        mutant.change()
        forget()
        if mutant.names:
            self._set_anew(mutant.names)
        else:
            for code in _codes(compile(self._source.tree, self._file, "exec")):
                for function in self._functions.get(_key(code), ()):
                    function.__code__ = code

    def _set_anew(self, names: tuple[str, ...]) -> None:
        constants, scratch = self._source.constants(), dict(vars(self._module))
        for name in names:
            old = vars(self._module)[name]
            statement = ast.Module(body=[constants[name]], type_ignores=[])
            exec(compile(statement, self._file, "exec"), scratch)
            ours = [module for own, module in list(sys.modules.items()) if own.startswith(_OURS)]
            for module in (self._module, *ours):
                held = vars(module)
                if name in held and held[name] is old:
                    held[name] = scratch[name]


def forget() -> None:
    """Empty what the casework keeps (`@cache`), so that every test calculates for itself."""
    for name, module in list(sys.modules.items()):
        if name.startswith("casework."):
            for one in vars(module).values():
                if isinstance(one, _lru_cache_wrapper):
                    one.cache_clear()


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _key(code: CodeType) -> _Key:
    """Where it stands; of lambdas on one line the first instruction with a column of its own tells them apart."""
    column = next((place[2] for place in code.co_positions() if place[2]), None)
    return code.co_qualname, code.co_firstlineno, column
