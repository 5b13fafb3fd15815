"""Read a knowledge pack, or say everything that is wrong with it: for each mistake the file, the line and what to do.

A pack is a folder: manifest.yaml, likeness.yaml, sources*.yaml, and the folders of FOLDERS and texts/. A file holds one
entry, a list of entries, or several documents of those.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from casework.knowledge.checklists import Checklist
from casework.knowledge.clients import ReferenceClient
from casework.knowledge.codes import Level
from casework.knowledge.entry import Path, Text
from casework.knowledge.grammar import FactsSchema
from casework.knowledge.likeness import Likeness
from casework.knowledge.manifest import Manifest, Source
from casework.knowledge.pack import Pack
from casework.knowledge.products import Product
from casework.knowledge.rules import Rule
from casework.knowledge.yamlfile import MAX_BYTES, Loc, Unreadable, YamlFile, read_yaml
from casework.mistakes import did_you_mean, in_dutch

M = TypeVar("M", bound=BaseModel)

FOLDERS: Mapping[str, type[BaseModel]] = {
    "rules": Rule,
    "checklists": Checklist,
    "reference-clients": ReferenceClient,
    "products": Product,
}
_SCALE = [level for level in get_args(Level) if level != "andere_wet"]
_TEXTS = TypeAdapter(dict[str, Text])
_WHY = TypeAdapter(dict[Path, Text])


class PackError(Exception):
    """A pack that cannot be used; `mistakes` has `file:line: sentence` for each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class _Raw:
    """An entry as read: its data, and where it stands."""

    file: str
    yaml: YamlFile
    loc: Loc
    data: Any

    @property
    def name(self) -> str:
        """What it calls itself: its id, for the sentences."""
        own = self.data.get("id") if isinstance(self.data, dict) else None
        return own if isinstance(own, str) else ""

    def place(self, loc: Loc = ()) -> tuple[str, int]:
        """File and line of the entry, or of a value in it."""
        return self.file, self.yaml.line((*self.loc, *loc))


def load(
    root: Traversable,
    facts: FactsSchema,
    is_path: Callable[[str], bool] = lambda path: True,
    settings: Collection[str] = (),
) -> Pack:
    """The pack in a folder, with every reference resolved. Raises PackError with all mistakes at once.

    facts: what conditions may read. is_path: whether a text names a step, or a field of a step. settings: the
    thresholds the manifest must give.
    """
    return _Loading(facts, is_path).pack(root, settings)


class _Loading:
    """One reading of one pack; collects the mistakes on the way."""

    def __init__(self, facts: FactsSchema, is_path: Callable[[str], bool]) -> None:
        self._mistakes: set[tuple[str, int, str]] = set()
        self._context: dict[str, Any] = {"facts": facts, "is_path": is_path}

    def pack(self, root: Traversable, settings: Collection[str]) -> Pack:
        raw: dict[str, list[_Raw]] = {name: [] for name in ("manifest", "likeness", "sources", "texts", *FOLDERS)}
        for name, file, found in self._files(root):
            raw[name] += self._entries(found, file, whole=name == "texts")
        for name in ("sources", *FOLDERS):  # all ids first: any entry may refer to any other
            self._context[name] = self._ids(raw[name])
        manifest, likeness = self._only(raw["manifest"], Manifest), self._only(raw["likeness"], Likeness)
        sources = self._read("sources", raw, Source)
        rules, checklists = self._read("rules", raw, Rule), self._read("checklists", raw, Checklist)
        clients, products = self._read("reference-clients", raw, ReferenceClient), self._read("products", raw, Product)
        texts = {one.file.removeprefix("texts/").removesuffix(".yaml"): self._texts(one) for one in raw["texts"]}
        for missing in sorted(set(settings) - manifest.settings.keys() if manifest else ()):
            self._say(raw["manifest"][0].place(("settings",)), f"settings: ‘{missing}’ ontbreekt; vul dit in")
        self._check_codes(rules)
        self._check_neighbours(clients)
        if self._mistakes or manifest is None or likeness is None:
            raise PackError([f"{file}:{line}: {sentence}" for file, line, sentence in sorted(self._mistakes)])
        return Pack(manifest, sources, rules, checklists, clients, products, likeness, texts)

    # From folder to entries

    def _files(self, root: Traversable) -> Iterator[tuple[str, str, YamlFile]]:
        """Every YAML file as (kind, path in the pack, contents); what is not known is a mistake, never passed over."""
        if not (root / "manifest.yaml").is_file():
            raise PackError(["manifest.yaml:1: dit bestand ontbreekt; kies de map van een kennispakket"])
        for item in _sorted(root):
            if item.is_dir() and not item.name.startswith((".", "_")):
                if item.name not in (*FOLDERS, "texts"):
                    guess = did_you_mean(item.name, (*FOLDERS, "texts"))
                    self._say((item.name, 1), f"deze map hoort niet in een kennispakket{guess}")
                    continue
                for file in _sorted(item):
                    yield from self._file(item.name, f"{item.name}/{file.name}", file)
            elif item.is_file():
                kind = "sources" if fnmatch(item.name, "sources*.yaml") else item.name.removesuffix(".yaml")
                yield from self._file(kind, item.name, item)
        if not (root / "likeness.yaml").is_file():
            self._say(("likeness.yaml", 1), "dit bestand ontbreekt; zonder gewichten kan niet worden vergeleken")

    def _file(self, kind: str, path: str, file: Traversable) -> Iterator[tuple[str, str, YamlFile]]:
        if file.name.endswith(".yml"):
            self._say((path, 1), "hernoem dit bestand: de naam eindigt op .yaml")
        if not file.name.endswith(".yaml"):
            return
        if kind not in ("manifest", "likeness", "sources", "texts", *FOLDERS):
            self._say((path, 1), "dit bestand hoort hier niet; zet het in een map of haal het weg")
            return
        try:
            with file.open("rb") as stream:
                found = read_yaml(stream.read(MAX_BYTES + 1))
        except Unreadable as error:
            self._say((path, error.line), error.sentence)
            return
        for line, key in found.doubled:
            self._say((path, line), f"‘{key}’ staat er twee keer; houd er één over")
        yield kind, path, found

    def _entries(self, found: YamlFile, file: str, whole: bool) -> Iterator[_Raw]:
        for number, document in enumerate(found.documents):
            if isinstance(document, list) and not whole:
                yield from (_Raw(file, found, (number, at), data) for at, data in enumerate(document))
            elif document != "":
                yield _Raw(file, found, (number,), document)

    def _ids(self, entries: list[_Raw]) -> dict[str, _Raw]:
        """The entries by id; the second of two equal ids is a mistake that names the first."""
        found: dict[str, _Raw] = {}
        for one in entries:
            if (first := found.get(one.name)) is not None:
                where = ":".join(map(str, first.place(("id",))))
                self._say(one.place(("id",)), f"‘{one.name}’ bestaat al ({where}); geef dit een ander id")
            elif one.name:
                found[one.name] = one
        return found

    # From entries to values

    def _only(self, entries: list[_Raw], model: type[M]) -> M | None:
        for extra in entries[1:]:
            self._say(extra.place(), "hier hoort één blok te staan; haal de rest weg")
        return self._value(entries[0], model) if entries else None

    def _read(self, kind: str, raw: Mapping[str, list[_Raw]], model: type[M]) -> dict[str, M]:
        """Every entry is checked; of two with one id, only the first counts."""
        found: dict[str, M] = {}
        for one in raw[kind]:
            value = self._value(one, model)
            if value is not None and self._context[kind].get(one.name) is one:
                found[one.name] = value
        return found

    def _value(self, one: _Raw, model: type[M]) -> M | None:
        try:
            return model.model_validate(one.data, context=self._context)
        except ValidationError as error:
            self._refuse(one, error, model)
            return None

    def _texts(self, one: _Raw) -> dict[str, str]:
        adapter = _WHY if one.file == "texts/why.yaml" else _TEXTS
        try:
            return adapter.validate_python(one.data, context=self._context)
        except ValidationError as error:
            self._refuse(one, error, None)
            return {}

    def _refuse(self, one: _Raw, error: ValidationError, model: type[BaseModel] | None) -> None:
        for each in error.errors():
            if each["type"] == "default_factory_not_called":  # only ever beside the mistake that caused it
                continue
            field = next((part for part in reversed(each["loc"]) if isinstance(part, str) and part != "[key]"), "")
            named = each["type"] in ("missing", "extra_forbidden")  # those sentences name the field themselves
            about = ", ".join(part for part in (one.name, "" if named else field) if part)
            self._say(one.place(each["loc"]), f"{about}: {in_dutch(each, model)}" if about else in_dutch(each, model))

    # What only shows when everything is there

    def _check_codes(self, rules: Mapping[str, Rule]) -> None:
        owners: dict[str, str] = {}
        for rule in rules.values():
            if (owner := owners.setdefault(rule.code, rule.id)) != rule.id:
                self._say(
                    self._context["rules"][rule.id].place(("code",)),
                    f"{rule.id}, code: ‘{rule.code}’ is al van {owner}; geef deze regel een eigen code",
                )

    def _check_neighbours(self, clients: Mapping[str, ReferenceClient]) -> None:
        """A neighbour stands across a level, on the side it is said to stand."""
        for client in clients.values():
            for at, neighbour in enumerate(client.neighbours):
                other = clients.get(neighbour.id)
                if other and (fault := _wrong_side(client.level, other.level, neighbour.direction)):
                    self._say(
                        self._context["reference-clients"][client.id].place(("neighbours", at, "id")),
                        f"{client.id}, neighbours: {other.id} {fault}",
                    )

    def _say(self, place: tuple[str, int], sentence: str) -> None:
        self._mistakes.add((*place, sentence))


def _wrong_side(level: str, other: str, direction: str) -> str | None:
    if level == other:
        return f"heeft ook niveau ‘{level}’; kies een buur met een ander niveau"
    if level not in _SCALE or other not in _SCALE:
        return None
    lies = "hoger" if _SCALE.index(other) > _SCALE.index(level) else "lager"
    return None if lies == direction else f"heeft niveau ‘{other}’ en ligt {lies}, niet {direction}"


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda item: item.name)
