"""Types and style, checked by the tools themselves with the settings in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("casework", "db", "desktop", "resources", "tools.mutate", "tools.verapdf")
SCRIPTS = ("run", "tools.lock")
TYPED = [*(part for name in PACKAGES for part in ("-p", name)), *(part for name in SCRIPTS for part in ("-m", name))]
CHECKS = {
    "the product and the scripts beside it are typed strictly": ["mypy", *TYPED],
    "the style is one style": ["ruff", "check", "--no-cache", "."],
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_quality(command: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
