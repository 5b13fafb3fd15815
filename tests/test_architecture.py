"""The shape of the house: which room may know which, how large a file may be, and that each step is a pair of files."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter import api as _configured  # noqa: F401 (importing it sets import-linter up)
from importlinter.application.use_cases import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from casework.steps import STEPS

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = ("casework", "db", "desktop", "resources")
CODE = (*PRODUCT, "tests", "bench", "tools")
LONGEST_FILE = 350  # lines
PINNED_TWINS = {"pydantic_core", "shiboken6"}  # their other half, which we declare, asks for exactly one version
NETWORK = {"ftplib", "http", "smtplib", "socket", "socketserver", "ssl", "urllib.request", "PySide6.QtNetwork"}


def python_files(*folders: str) -> list[Path]:
    return [*ROOT.glob("*.py"), *(path for folder in folders for path in (ROOT / folder).rglob("*.py"))]


def imported(path: Path) -> Iterator[str]:
    """The dotted names of the modules, and of what is taken from them, that a file imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_import_contracts_of_pyproject_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    kept = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None, no_logo=True)
    assert kept, capsys.readouterr().out


def test_the_product_imports_nothing_that_reaches_a_network() -> None:
    reaching = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in python_files(*PRODUCT)
        for name in imported(path)
        if name in NETWORK or name.partition(".")[0] in NETWORK
    }
    assert not reaching


def test_the_product_imports_only_what_it_declares() -> None:
    """What another package happens to bring along is gone on the day that package changes its mind."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    known, carriers = {*sys.stdlib_module_names, *PRODUCT, *PINNED_TWINS}, packages_distributions()
    undeclared = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in python_files(*PRODUCT)
        for name in {module.partition(".")[0] for module in imported(path)} - known
        if not declared & {canonicalize_name(carrier) for carrier in carriers.get(name, [])}
    }
    assert not undeclared


def test_no_layout_is_asked_for_an_item() -> None:
    """PySide6 keeps an item after Qt threw it away: `desktop.theme.layouts.laid_out` says what comes of that."""
    asking = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in python_files(*CODE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("itemAt", "itemAtPosition")
    }
    assert not asking


def test_no_file_is_too_long() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_bytes().splitlines()) for path in python_files(*CODE)}
    assert not {f"{path}: {length} lines" for path, length in lengths.items() if length > LONGEST_FILE}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_each_step_is_a_pair_of_files_with_its_name(step) -> None:
    for folder, holds in (("casework", "its answers"), ("desktop", "its page")):
        file = f"{folder}/steps/{step.id}.py"
        assert (ROOT / file).is_file(), f"{file} with {holds} is missing"
    assert step.answers.__module__ == f"casework.steps.{step.id}"


def test_steps_are_numbered_as_they_stand_in_the_list() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))
