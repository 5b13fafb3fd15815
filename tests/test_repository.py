"""What lies in the repository: locks that are whole, notices, fictional people, nothing left unfinished."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from stdnum.nl import bsn

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("casework", "db", "desktop", "resources", "tests", "bench", "tools", "docs")
TEXT = {".py", ".md", ".yml", ".yaml", ".json", ".toml", ".lock", ".spec", ".java", ".txt", ".svg", ".sql"}
LARGEST_FILE = 2_000_000  # bytes
FICTIONAL_BSN = range(999_900_006, 999_999_991)


def files() -> list[Path]:
    beside = [path for path in ROOT.iterdir() if path.is_file()]
    return beside + [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]


def texts() -> dict[str, str]:
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files() if path.suffix in TEXT}


def locked(name: str) -> dict[str, str]:
    """Package to version, as a lock file has it."""
    pins = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


def test_the_locks_fulfil_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = locked("requirements.lock"), locked("requirements-dev.lock")
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    asked = [(text, runtime) for text in needed]
    asked += [(text, development) for text in project["project"]["optional-dependencies"]["dev"]]
    for requirement, lock in [(Requirement(text), lock) for text, lock in asked]:
        version = lock.get(canonicalize_name(requirement.name))
        assert version and version in requirement.specifier, f"{requirement} is not locked: python -m tools.lock"


def test_the_development_lock_contains_the_runtime_lock() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_hashes_and_names_no_registry(name: str) -> None:
    content = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", content.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in content and "--index-url" not in content


def test_no_file_is_large() -> None:
    assert not [path for path in files() if path.stat().st_size > LARGEST_FILE and ".git" not in path.parts]


def test_every_font_has_its_notice() -> None:
    fonts = ROOT / "resources" / "fonts"
    families = {path.name.partition("-")[0] for path in fonts.glob("*.ttf")}
    assert families and families == {path.stem.partition("-")[2] for path in fonts.glob("OFL-*.txt")}


def test_no_text_names_the_place_where_it_was_written() -> None:
    places = (f"{ROOT}/", f"{Path.home()}/")
    assert not [name for name, text in texts().items() for place in places if place in text]


def test_nothing_is_left_unfinished() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
    assert not [name for name, text in texts().items() if name != "LICENSE" and marks.search(text)]


def test_every_citizen_number_is_one_of_the_test_range() -> None:
    """Nine digits that pass the eleven test could be a real person's, wherever they stand."""
    found = {(name, number) for name, text in texts().items() for number in re.findall(r"\b\d{9}\b", text)}
    real = {(name, number) for name, number in found if bsn.is_valid(number) and int(number) not in FICTIONAL_BSN}
    assert not real
