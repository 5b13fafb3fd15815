"""Read a knowledge pack, or say everything that is wrong with it: for each mistake the file, the line and what to do.

A pack is a folder: manifest.yaml, likeness.yaml, sources*.yaml, and the folders of FOLDERS and texts/. A file holds one
entry, a list of entries, or several documents of those. A pack whose manifest says `extends` is an overlay: it holds
only what differs from that base (raw.py says how the two become one).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from casework.codes import STOP_RULES, Level
from casework.knowledge.checklists import Checklist
from casework.knowledge.clients import ReferenceClient
from casework.knowledge.ending import Ending
from casework.knowledge.entry import Path, Text
from casework.knowledge.folder import read_folder
from casework.knowledge.grammar import FactsSchema
from casework.knowledge.likeness import Likeness
from casework.knowledge.manifest import PACK_ID, Manifest, Source
from casework.knowledge.overlay import Entries, laid_over_base
from casework.knowledge.pack import KINDS, THIS_PACK, Pack
from casework.knowledge.products import Product
from casework.knowledge.providers import Provider
from casework.knowledge.provisions import Provision
from casework.knowledge.raw import Place, Raw
from casework.knowledge.receiving import Receiving
from casework.knowledge.recipients import Recipient
from casework.knowledge.rules import Rule
from casework.knowledge.vignettes import Vignette
from casework.mistakes import did_you_mean, in_dutch
from casework.words import listed

M = TypeVar("M", bound=BaseModel)

FOLDERS: Mapping[str, type[BaseModel]] = {
    "rules": Rule,
    "checklists": Checklist,
    "reference-clients": ReferenceClient,
    "products": Product,
    "provisions": Provision,
    "vignettes": Vignette,
    "recipients": Recipient,
    "providers": Provider,
    "receiving": Receiving,
}
_WHAT = {"sources": "bron", **{kind: one for kind, (one, _) in KINDS.items()}}
_SCALE = [level for level in get_args(Level) if level != "andere_wet"]
_TEXTS = TypeAdapter(dict[str, Text])
_WHY = TypeAdapter(dict[Path, Text])


class PackError(Exception):
    """A pack that cannot be used; `mistakes` has `file:line: sentence` for each. endings: of what could be read."""

    def __init__(self, mistakes: list[str], endings: Sequence[Ending] = ()) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes, self.endings = mistakes, endings


def load(
    root: Traversable,
    facts: FactsSchema,
    is_path: Callable[[str], bool] = lambda path: True,
    settings: Collection[str] = (),
    base: Callable[[str], Traversable | None] = lambda name: None,
) -> Pack:
    """The pack in a folder, with every reference resolved. Raises PackError with all mistakes at once.

    facts: what conditions may read. is_path: whether a text names a step, or a field of a step. settings: the
    thresholds the manifest must give. base: the folder of the pack an overlay extends, by its id.
    """
    return _Loading(facts, is_path).pack(root, settings, base)


class _Loading:
    """One reading of one pack; collects the mistakes on the way."""

    def __init__(self, facts: FactsSchema, is_path: Callable[[str], bool]) -> None:
        self._mistakes: set[tuple[str, int, str]] = set()
        self._endings: list[Ending] = []
        self._context: dict[str, Any] = {"facts": facts, "is_path": is_path}

    def pack(self, root: Traversable, settings: Collection[str], base: Callable[[str], Traversable | None]) -> Pack:
        raw, under = self._entries(root, base)
        for name in ("sources", *FOLDERS):  # all ids first: any entry may refer to any other
            self._context[name] = self._ids(raw[name])
        manifest, likeness = self._only(raw["manifest"], Manifest), self._only(raw["likeness"], Likeness)
        if manifest is not None:
            self._note_ending(THIS_PACK, raw["manifest"][0], manifest)
        sources = self._read("sources", raw, Source)
        rules, checklists = self._read("rules", raw, Rule), self._read("checklists", raw, Checklist)
        clients, products = self._read("reference-clients", raw, ReferenceClient), self._read("products", raw, Product)
        provisions, vignettes = self._read("provisions", raw, Provision), self._read("vignettes", raw, Vignette)
        recipients, providers = self._read("recipients", raw, Recipient), self._read("providers", raw, Provider)
        receiving = self._read("receiving", raw, Receiving)
        texts = {one.file.removeprefix("texts/").removesuffix(".yaml"): self._texts(one) for one in raw["texts"]}
        for missing in sorted(set(settings) - manifest.settings.keys() if manifest else ()):
            self._say(raw["manifest"][0].place(("settings",)), f"settings: ‘{missing}’ ontbreekt; vul dit in")
        self._check_stops(rules)
        self._check_codes(rules)
        self._check_neighbours(clients)
        self._check_places(provisions, manifest)
        if self._mistakes or manifest is None or likeness is None:
            raise self._refusal()
        return Pack(
            manifest, sources, rules, checklists, clients, products, likeness, texts, under, provisions, vignettes,
            recipients, providers, receiving, self._endings, self._explained(raw["manifest"][0], manifest),
        )  # fmt: skip

    def _explained(self, raw: Raw, manifest: Manifest) -> list[tuple[str, Place]]:
        return [(one.id, raw.place(("explained_flips", at, "id"))) for at, one in enumerate(manifest.explained_flips)]

    def _refusal(self) -> PackError:
        mistakes = [f"{file}:{line}: {sentence}" for file, line, sentence in sorted(self._mistakes)]
        return PackError(mistakes, self._endings)

    # From folders to entries

    def _entries(self, root: Traversable, base: Callable[[str], Traversable | None]) -> tuple[Entries, str]:
        """Everything in the folder, laid over its base if it has one; and the id and version of that base."""
        if not (root / "manifest.yaml").is_file():
            raise PackError(["manifest.yaml:1: dit bestand ontbreekt; kies de map van een kennispakket"])
        mine = read_folder(root, FOLDERS, self._say)
        name = next((_text(manifest, "extends") for manifest in mine["manifest"]), "")
        if name:
            under = self._base(mine["manifest"][0], base(name) if re.fullmatch(PACK_ID, name) else None)
            return laid_over_base(under, mine, self._say), f"{name} {_text(under['manifest'][0], 'version')}"
        if not mine["likeness"] and not any(file == "likeness.yaml" for file, *_ in self._mistakes):
            why = "dit bestand ontbreekt of is leeg; zonder gewichten kan niet worden vergeleken"
            self._say(("likeness.yaml", 1), why)
        return mine, ""

    def _base(self, manifest: Raw, folder: Traversable | None) -> Entries:
        """What the overlay is laid over. Raises PackError: without its base nothing else about it can be told."""
        name, fault = _text(manifest, "extends"), ""
        if folder is None or not (folder / "manifest.yaml").is_file():
            fault = f"het pakket ‘{name}’ is niet gevonden; zet de map ervan naast deze map"
        else:
            found = read_folder(folder, FOLDERS, self._say, within=f"{name}/")
            if not found["manifest"] or _text(found["manifest"][0], "id") != name:
                fault = f"in de map ‘{name}’ staat een ander pakket; zet het goede ernaast"
            elif _text(found["manifest"][0], "extends"):
                fault = f"‘{name}’ bouwt zelf op een ander pakket; kies dat als basis"
            else:
                return found
        self._say(manifest.place(("extends",)), f"extends: {fault}")
        raise self._refusal()

    def _ids(self, entries: list[Raw]) -> dict[str, Raw]:
        """The entries by id; the second of two equal ids is a mistake that names the first."""
        found: dict[str, Raw] = {}
        for one in entries:
            if (first := found.get(one.name)) is not None:
                where = ":".join(map(str, first.place(("id",))))
                self._say(one.place(("id",)), f"‘{one.name}’ bestaat al ({where}); geef dit een ander id")
            elif one.name:
                found[one.name] = one
        return found

    # From entries to values

    def _only(self, entries: list[Raw], model: type[M]) -> M | None:
        for extra in entries[1:]:
            self._say(extra.place(()), "hier hoort één blok te staan; haal de rest weg")
        return self._value(entries[0], model) if entries else None

    def _read(self, kind: str, raw: Mapping[str, list[Raw]], model: type[M]) -> dict[str, M]:
        """Every entry is checked; of two with one id, only the first counts."""
        found: dict[str, M] = {}
        for one in raw[kind]:
            value = self._value(one, model)
            if value is not None and self._context[kind].get(one.name) is one:
                found[one.name] = value
                self._note_ending(f"{_WHAT[kind]} {one.name}", one, value)
        return found

    def _note_ending(self, what: str, one: Raw, value: BaseModel) -> None:
        if (until := getattr(value, "valid_until", None)) is not None:
            self._endings.append(Ending(what, until, one.place(("valid_until",))))

    def _value(self, one: Raw, model: type[M]) -> M | None:
        try:
            return model.model_validate(one.data, context=self._context)
        except ValidationError as error:
            self._refuse(one, error, model)
            return None

    def _texts(self, one: Raw) -> dict[str, str]:
        adapter = _WHY if one.file == "texts/why.yaml" else _TEXTS
        try:
            return adapter.validate_python(one.data, context=self._context)
        except ValidationError as error:
            self._refuse(one, error, None)
            return {}

    def _refuse(self, one: Raw, error: ValidationError, model: type[BaseModel] | None) -> None:
        for each in error.errors():
            if each["type"] == "default_factory_not_called":  # only ever beside the mistake that caused it
                continue
            field = next((part for part in reversed(each["loc"]) if isinstance(part, str) and part != "[key]"), "")
            named = each["type"] in ("missing", "extra_forbidden")  # those sentences name the field themselves
            about = ", ".join(part for part in (one.name, "" if named else field) if part)
            self._say(one.place(each["loc"]), f"{about}: {in_dutch(each, model)}" if about else in_dutch(each, model))

    # What only shows when everything is there

    def _check_stops(self, rules: Mapping[str, Rule]) -> None:
        for rule in rules.values():
            if (rule.severity == "STOP") != (rule.id in STOP_RULES):
                only = f"alleen {listed(sorted(STOP_RULES))} houden tegen; kies ATTENTION of TIP"
                fault = only if rule.severity == "STOP" else "deze regel houdt altijd tegen; kies STOP"
                self._say(self._context["rules"][rule.id].place(("severity",)), f"{rule.id}, severity: {fault}")

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

    def _check_places(self, provisions: Mapping[str, Provision], manifest: Manifest | None) -> None:
        """A provision stands in a village or municipality that the pack knows."""
        known = {*manifest.villages, *(one.name for one in manifest.municipalities)} if manifest else set[str]()
        for provision in provisions.values() if known else ():
            for field in ("places", "comes_home", "only_for"):
                for at, place in enumerate(getattr(provision, field)):
                    if place not in known:
                        guess = did_you_mean(place, known)
                        self._say(
                            self._context["provisions"][provision.id].place((field, at)),
                            f"{provision.id}, {field}: ‘{place}’ is geen dorp of gemeente van dit pakket{guess}",
                        )

    def _say(self, place: Place, sentence: str) -> None:
        self._mistakes.add((*place, sentence))


def _text(one: Raw, field: str) -> str:
    """A field that must be text, before anything is checked; empty where it is not."""
    found = one.data.get(field) if isinstance(one.data, dict) else None
    return found if isinstance(found, str) else ""


def _wrong_side(level: str, other: str, direction: str) -> str | None:
    if level == other:
        return f"heeft ook niveau ‘{level}’; kies een buur met een ander niveau"
    if level not in _SCALE or other not in _SCALE:
        return None
    lies = "hoger" if _SCALE.index(other) > _SCALE.index(level) else "lager"
    return None if lies == direction else f"heeft niveau ‘{other}’ en ligt {lies}, niet {direction}"
