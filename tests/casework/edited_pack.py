"""The shipped pack with a few lines changed, as a policy officer would: by hand, in YAML."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path

import resources
from casework.edits import is_path
from casework.knowledge import Pack, load
from casework.weighing import facts
from casework.weighing.thresholds import SETTINGS

MANIFEST = "manifest.yaml"


def read(root: Traversable) -> Pack:
    return load(root, facts.kinds(), is_path, SETTINGS, lambda name: resources.packs() / name)


@cache
def shipped() -> Pack:
    return read(resources.packs() / "groningen")


def edited(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """A copy of the pack in which each change (file, old, new) was made once."""
    if not folder.exists():
        with as_file(resources.packs() / "groningen") as original:
            shutil.copytree(original, folder)
    for name, old, new in changes:
        path = folder / name
        before = path.read_text(encoding="utf-8")
        assert old in before, f"{old!r} is not in {name}"
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
    return folder


def next_version(folder: Path, *changes: tuple[str, str, str], explained: str = "") -> Path:
    """The same as the version after the one that is shipped. explained: YAML for explained_flips."""
    version = f"version: {shipped().version}\n"
    following = f"version: {shipped().version}.1\nfollows: {shipped().version}\n"
    flips = f"explained_flips:\n{explained}\n" if explained else ""
    return edited(folder, (MANIFEST, version, following + flips), *changes)
