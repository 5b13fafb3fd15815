"""Write the two lock files anew from pyproject.toml: `python -m tools.lock` (needs `uv` on the path).

The development lock is resolved first and holds the runtime one to the same versions, so that an environment made for
the tests also runs the app. The build backend is locked along, for `run.py` installs the app itself without fetching.
No registry address is written: each machine uses its own.
"""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST_PYTHON = "3.11"
EDITABLE_INSTALL = "editables"  # hatchling asks for it only when it makes an editable install


def build_requirements() -> str:
    """What building the app itself needs, one requirement a line."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return "\n".join([*project["build-system"]["requires"], EDITABLE_INSTALL])


def compile_lock(name: str, *options: str) -> None:
    """Resolve the dependencies for every system and supported Python into the lock file `name`."""
    command = ["uv", "pip", "compile", "pyproject.toml", "-", *options, "--universal", "--upgrade", "--generate-hashes"]
    command += ["--python-version", OLDEST_PYTHON, "--no-emit-index-url", "--no-annotate", "--no-header", "--quiet"]
    subprocess.run([*command, "--output-file", name], cwd=ROOT, input=build_requirements(), text=True, check=True)


if __name__ == "__main__":
    compile_lock("requirements-dev.lock", "--extra", "dev")
    compile_lock("requirements.lock", "--constraints", "requirements-dev.lock")
