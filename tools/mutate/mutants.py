"""What can be made different in a module: one comparison, number, code or condition at a time.

Left alone: annotations, docstrings, decorators and fields of classes (declarations: other tests hold those), and texts
with a blank in them (wording is held by the golden documents).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OTHER_NAME = {"any": "all", "all": "any", "min": "max", "max": "min", "any_of": "all_of", "all_of": "any_of"}
_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_/+-]*")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Mutant:
    """One difference. change: puts it into the tree of the module; undo: takes it out again.

    statement: the line on which the innermost statement begins. names: of a constant of the module, itself and the
    constants that rest on it; empty inside a function.
    """

    file: str
    line: int
    statement: int
    what: str
    change: Callable[[], None]
    undo: Callable[[], None]
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Source:
    """A module as a tree that mutants change for a moment."""

    file: str
    tree: ast.Module

    @classmethod
    def read(cls, path: Path, root: Path) -> Source:
        return cls(path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")))

    @property
    def module(self) -> str:
        return self.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def constants(self) -> dict[str, ast.stmt]:
        """The assignments of the module itself, by name; aliases of types are none."""
        found: dict[str, ast.stmt] = {}
        for statement in self.tree.body:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    if not ast.unparse(value).startswith(("Literal[", "Callable[")):
                        found[name] = statement
                case ast.AnnAssign(target=ast.Name(id=name), annotation=kind, value=ast.expr()):
                    if "TypeAlias" not in ast.unparse(kind):
                        found[name] = statement
        return found

    def reading(self, names: Collection[str]) -> Iterator[tuple[str, int]]:
        """The lines on which functions read one of these names."""
        for function in _functions(self.tree):
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and node.id in names:
                    yield self.file, node.lineno

    def imports(self) -> Iterator[tuple[str, str]]:
        """Module and name of what it takes from others."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                yield from ((node.module or "", one.name) for one in node.names)

    def mutants(self, imported: Collection[tuple[str, str]]) -> Iterator[Mutant]:
        """imported: what other modules take, by module and name; what nobody reads when it runs is a declaration."""
        constants, used = self.constants(), self._read()
        used |= {name for module, name in imported if module == self.module}
        for function in _functions(self.tree):
            for statement in function.body:
                yield from self._within(statement, ())
        for name, statement in constants.items():
            names = _resting_on(name, constants)
            if names & used:
                yield from self._within(statement, tuple(n for n in constants if n in names))

    def _read(self) -> set[str]:
        """The names that functions of this module read."""
        bodies = [statement for function in _functions(self.tree) for statement in function.body]
        return {node.id for one in bodies for node in ast.walk(one) if isinstance(node, ast.Name)}

    def _within(self, statement: ast.stmt, names: tuple[str, ...]) -> Iterator[Mutant]:
        for node, inner in _walk(statement, statement):
            line = getattr(node, "lineno", inner.lineno)
            for what, change, undo in _differences(node):
                yield Mutant(self.file, line, inner.lineno, what, change, undo, names)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Those of the module and of its classes; what stands inside a function belongs to it."""
    for statement in tree.body:
        if isinstance(statement, _FUNCTIONS):
            yield statement
        elif isinstance(statement, ast.ClassDef):
            yield from (one for one in statement.body if isinstance(one, _FUNCTIONS))


def _resting_on(name: str, constants: dict[str, ast.stmt]) -> set[str]:
    found = {name}
    for other, statement in constants.items():  # in the order of the module: what rests on a constant comes after it
        if found & {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}:
            found.add(other)
    return found


def _walk(node: ast.AST, inner: ast.stmt) -> Iterator[tuple[ast.AST, ast.stmt]]:
    """A part and all below it, each with the innermost statement around it."""
    if isinstance(node, ast.Raise | ast.Assert) or _is_docstring(node):
        return
    inner = node if isinstance(node, ast.stmt) else inner
    yield node, inner
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child, inner)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


Difference: TypeAlias = tuple[str, Callable[[], None], Callable[[], None]]


def _differences(node: ast.AST) -> Iterator[Difference]:
    """What, and how to put it there and take it away again."""
    match node:
        case ast.Compare(ops=signs):
            for place, sign in enumerate(signs):
                other = _OTHER[type(sign)]()
                changed = [*signs[:place], other, *signs[place + 1 :]]
                yield _swap(node, "ops", changed, f"{type(sign).__name__} -> {type(other).__name__}")
        case ast.BoolOp(op=sign) | ast.BinOp(op=sign) | ast.AugAssign(op=sign) if type(sign) in _OTHER:
            other = _OTHER[type(sign)]()
            yield _swap(node, "op", other, f"{type(sign).__name__} -> {type(other).__name__}")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _swap(node, "operand", _opposite(operand), "not -> (nothing)")
        case ast.Constant(value=bool(value)):
            yield _swap(node, "value", not value, f"{value} -> {not value}")
        case ast.Constant(value=int(value) | float(value)):
            yield _swap(node, "value", value + 1, f"{value} -> {value + 1}")
        case ast.Constant(value=str(value)) if _CODE.fullmatch(value):
            yield _swap(node, "value", f"{value}_", f"{value!r} -> {value + '_'!r}")
        case ast.Name(id=name) if name in _OTHER_NAME:
            yield _swap(node, "id", _OTHER_NAME[name], f"{name} -> {_OTHER_NAME[name]}")
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield _swap(node, "test", _opposite(test), "if -> if not")
        case ast.comprehension(ifs=[_, *_]):
            yield _swap(node, "ifs", [], "filter -> none")
        case _:
            return


def _swap(node: ast.AST, field: str, other: object, what: str) -> Difference:
    old = getattr(node, field)
    return what, lambda: setattr(node, field, other), lambda: setattr(node, field, old)


def _opposite(test: ast.expr) -> ast.expr:
    return ast.copy_location(ast.UnaryOp(op=ast.Not(), operand=test), test)
