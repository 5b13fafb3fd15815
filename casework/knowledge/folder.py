"""From the folder of a pack to its entries as they stand there; what is not known is a mistake, never passed over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from fnmatch import fnmatch
from importlib.resources.abc import Traversable
from typing import TypeAlias

from casework.knowledge.raw import Place, Raw
from casework.knowledge.yamlfile import MAX_BYTES, Loc, Unreadable, YamlFile, read_yaml
from casework.mistakes import did_you_mean

Say: TypeAlias = Callable[[Place, str], None]
"""Takes down a mistake: where, and a Dutch sentence."""

WHOLE = ("manifest", "likeness", "sources", "texts")
"""The kinds beside the folders of entries."""


def read_folder(root: Traversable, folders: Collection[str], say: Say, within: str = "") -> dict[str, list[Raw]]:
    """The entries in a folder by kind. within: goes before the name of a file where a mistake is told."""
    found: dict[str, list[Raw]] = {kind: [] for kind in (*WHOLE, *folders)}
    for kind, file, yaml in _Folder(folders, say, within).files(root):
        found[kind] += _entries(yaml, file, within, whole=kind == "texts")
    return found


def _entries(yaml: YamlFile, file: str, within: str, whole: bool) -> Iterator[Raw]:
    def placed(start: Loc) -> Callable[[Loc], Place]:
        return lambda loc: (within + file, yaml.line((*start, *loc)))

    for number, document in enumerate(yaml.documents):
        if isinstance(document, list) and not whole:
            yield from (Raw(file, data, placed((number, at))) for at, data in enumerate(document))
        elif document != "":
            yield Raw(file, document, placed((number,)))


class _Folder:
    def __init__(self, folders: Collection[str], say: Say, within: str) -> None:
        self._folders, self._tell, self._within = folders, say, within

    def files(self, root: Traversable) -> Iterator[tuple[str, str, YamlFile]]:
        """Every YAML file as (kind, path in the pack, contents)."""
        for item in _sorted(root):
            if item.is_dir() and not item.name.startswith((".", "_")):
                if item.name not in (*self._folders, "texts"):
                    guess = did_you_mean(item.name, (*self._folders, "texts"))
                    self._say(item.name, 1, f"deze map hoort niet in een kennispakket{guess}")
                    continue
                for file in _sorted(item):
                    yield from self._file(item.name, f"{item.name}/{file.name}", file)
            elif item.is_file():
                kind = "sources" if fnmatch(item.name, "sources*.yaml") else item.name.removesuffix(".yaml")
                yield from self._file(kind, item.name, item)

    def _file(self, kind: str, path: str, file: Traversable) -> Iterator[tuple[str, str, YamlFile]]:
        if file.name.endswith(".yml"):
            self._say(path, 1, "hernoem dit bestand: de naam eindigt op .yaml")
        if not file.name.endswith(".yaml"):
            return
        if kind not in (*WHOLE, *self._folders):
            self._say(path, 1, "dit bestand hoort hier niet; zet het in een map of haal het weg")
            return
        try:
            with file.open("rb") as stream:
                found = read_yaml(stream.read(MAX_BYTES + 1))
        except Unreadable as error:
            self._say(path, error.line, error.sentence)
            return
        except OSError:  # a folder of that name, a link to nowhere, or no access
            self._say(path, 1, "dit bestand kan niet worden gelezen; kijk of het een bestand is en of u erbij mag")
            return
        for line, key in found.doubled:
            self._say(path, line, f"‘{key}’ staat er twee keer; houd er één over")
        yield kind, path, found

    def _say(self, path: str, line: int, sentence: str) -> None:
        self._tell((self._within + path, line), sentence)


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda item: item.name)
