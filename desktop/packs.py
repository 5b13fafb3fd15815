"""Where knowledge packs are found: a folder, with the base of an overlay beside it or among those we ship."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

import resources


def shipped(name: str) -> Traversable | None:
    """A pack that comes with the product, by its id."""
    folder = resources.packs() / name
    return folder if (folder / "manifest.yaml").is_file() else None


def base_beside(folder: Path | None, name: str) -> Traversable | None:
    """The base an overlay asks for: the folder of that name beside it, else the one that is shipped."""
    beside = folder.resolve().parent / name if folder is not None else None
    return beside if beside is not None and (beside / "manifest.yaml").is_file() else shipped(name)
