"""run.py where it cannot simply work: a sentence that says what to do, and nothing half done taken as done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what run.py reads, and no environment yet."""
    for name in ("run.py", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "run.py", *arguments]
    return subprocess.run(command, cwd=checkout, env=os.environ | environment, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("tset", 2)])
def test_help_is_given_to_who_asks_and_to_who_mistypes(checkout: Path, argument: str, code: int) -> None:
    asked = run(checkout, argument)
    assert asked.returncode == code and "run.py test" in asked.stdout
    assert not (checkout / ".venv").exists()


def test_without_packages_to_be_had_it_says_so_and_tries_again_next_time(checkout: Path) -> None:
    for _ in range(2):
        stuck = run(checkout, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
        assert stuck.returncode == 1
        assert "tart daarna opnieuw" in stuck.stderr and "Traceback" not in stuck.stderr
    assert not list(checkout.glob(".venv/*.installed"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux asks for system libraries")
def test_a_missing_system_library_is_named_where_no_package_manager_is(checkout: Path) -> None:
    source = (checkout / "run.py").read_text(encoding="utf-8")
    (checkout / "run.py").write_text(source.replace("libEGL.so.1", "libEGL.so.0"), encoding="utf-8")
    stuck = run(checkout, PATH="")
    assert stuck.returncode == 1 and "libegl1" in stuck.stderr
    assert not (checkout / ".venv").exists()
