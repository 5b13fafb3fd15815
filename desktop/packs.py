"""Where knowledge packs are found: a folder, a signed file, what was installed in a home, and what we ship."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:  # heavy: loaded where they are used
    from datetime import date

    from casework.case import Case


def shipped(name: str) -> Traversable | None:
    """The folder of a pack that comes with the product, by its id."""
    folder = resources.packs() / name
    return folder if (folder / "manifest.yaml").is_file() else None


def base_beside(folder: Traversable | None, name: str) -> Traversable | None:
    """The base an overlay asks for: the folder of that name beside it, else the one that is shipped."""
    beside = folder.resolve().parent / name if isinstance(folder, Path) else None
    return beside if beside is not None and (beside / "manifest.yaml").is_file() else shipped(name)


def installed(home: Path, id_: str, version: str) -> Path | None:
    """The folder of a version that was installed in a home: what a running case asks for. None if it is not there."""
    from db.packs import Shelf

    found = Shelf(home).find(id_, version)
    return None if found is None else found.folder


def current(home: Path) -> Path | None:
    """The folder of the pack that was installed last in a home: what new cases get. None: the one that is shipped."""
    from db.packs import Shelf

    found = Shelf(home).current()
    return None if found is None else found.folder


def issuer(home: Path) -> str:
    """Whose key signed the pack that was installed last in a home; empty where none was."""
    from db.packs import Shelf

    shelf = Shelf(home)
    found = shelf.current()
    return "" if found is None else shelf.issuer(found)


def altered(home: Path) -> bool:
    """Whether the pack that was installed last in a home is no longer as it was signed."""
    from db.packs import Shelf

    shelf = Shelf(home)
    found = shelf.current()
    return found is not None and shelf.altered(found)


def versions(home: Path, id_: str) -> tuple[str, ...]:
    """The versions of a pack that were installed in a home, oldest first."""
    from db.packs import Shelf

    return tuple(one.version for one in Shelf(home).versions(id_))


def files_of(folder: Traversable, id_: str) -> dict[str, bytes]:
    """Every YAML file of a pack, by its name in a release: `<id>/rules/x.yaml`."""
    found: dict[str, bytes] = {}
    for item in folder.iterdir():
        if item.is_dir() and not item.name.startswith((".", "_")):
            found |= {f"{id_}/{item.name}/{file.name}": file.read_bytes() for file in _yaml(item)}
    return found | {f"{id_}/{file.name}": file.read_bytes() for file in _yaml(folder)}


def _yaml(folder: Traversable) -> list[Traversable]:
    return [item for item in folder.iterdir() if item.is_file() and item.name.endswith(".yaml")]


def practice_families(today: date) -> dict[str, Case]:
    """The practice families that are shipped, by the name of their file: with them a new pack is tried."""
    from casework import casefile

    files = sorted(resources.examples().iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".json"): casefile.read(file.read_bytes(), today)
        for file in files
        if file.name.endswith(".json")
    }
