"""A knowledge pack: everything the field knows, read and checked, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from casework.knowledge.checklists import Checklist
from casework.knowledge.clients import ReferenceClient
from casework.knowledge.ending import Ending, soon
from casework.knowledge.entry import Data, Entry
from casework.knowledge.expressions import PackFault
from casework.knowledge.likeness import Likeness
from casework.knowledge.manifest import Manifest, Source
from casework.knowledge.products import Product
from casework.knowledge.providers import Provider
from casework.knowledge.provisions import Provision
from casework.knowledge.raw import Place
from casework.knowledge.receiving import Receiving
from casework.knowledge.recipients import Recipient
from casework.knowledge.rules import Rule
from casework.knowledge.vignettes import Vignette
from casework.words import counted, day_in_words

E = TypeVar("E", bound=Entry)

THIS_PACK = "dit kennispakket"
KINDS: Mapping[str, tuple[str, str]] = {
    "rules": ("regel", "regels"),
    "checklists": ("vragenlijst", "vragenlijsten"),
    "reference-clients": ("ijkcliënt", "ijkcliënten"),
    "products": ("product", "producten"),
    "provisions": ("voorziening", "voorzieningen"),
    "vignettes": ("oefensituatie", "oefensituaties"),
    "recipients": ("ontvanger", "ontvangers"),
    "providers": ("aanbieder", "aanbieders"),
    "receiving": ("eis van ontvangers", "eisen van ontvangers"),
}
"""The folders of entries, and what one of each and many are called."""

LONGEST_STORY = 120  # words (brief §5.2)
LONGEST_VIGNETTE = 200  # words: more is reading, not weighing


@dataclass(frozen=True)
class Pack:
    """Every mapping is by id, in the order of the files; every reference in it resolves.

    texts: by the name of the file in texts/, then by key. why: why a question is asked, by its path. base: id and
    version of the pack this one is laid over, or nothing. endings: all of it that holds until a day. explained: the ids
    under explained_flips, each with where it stands.
    """

    manifest: Manifest
    sources: Mapping[str, Source]
    rules: Mapping[str, Rule]
    checklists: Mapping[str, Checklist]
    reference_clients: Mapping[str, ReferenceClient]
    products: Mapping[str, Product]
    likeness: Likeness
    texts: Mapping[str, Mapping[str, str]]
    base: str = ""
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    vignettes: Mapping[str, Vignette] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    providers: Mapping[str, Provider] = field(default_factory=dict)
    receiving: Mapping[str, Receiving] = field(default_factory=dict)
    endings: Sequence[Ending] = ()
    explained: Sequence[tuple[str, Place]] = ()

    @property
    def id(self) -> str:
        return self.manifest.id

    @property
    def version(self) -> str:
        return self.manifest.version

    @property
    def why(self) -> Mapping[str, str]:
        return self.texts.get("why", {})

    def setting(self, name: str, otherwise: float | None = None) -> float:
        """A threshold of the manifest, or what counts where the pack leaves it open.

        Raises PackFault where there is neither; `load` can check beforehand that the pack has all it must have.
        """
        found = self.manifest.settings.get(name, otherwise)
        if found is None:
            raise PackFault(f"in manifest.yaml ontbreekt de instelling ‘{name}’; vul haar in onder ‘settings’")
        return found


def in_force(entries: Mapping[str, E], day: date) -> list[E]:
    """The entries that hold on a day and were not withdrawn."""
    return [entry for entry in entries.values() if entry.in_force(day)]


def warnings(pack: Pack, today: date) -> list[str]:
    """What a maintainer should look at, in Dutch: what expires, what was never checked, what is still a concept."""
    found = [*_early(pack, today), *(one.told(today) for one in soon(pack.endings, today))]
    for number in pack.manifest.emergency_numbers:
        if not number.number or number.checked_on is None:
            found.append(f"noodnummer {number.title}: nog niet {'nagebeld' if number.number else 'ingevuld'}")
    for client in pack.reference_clients.values():
        if (words := len(client.story.split())) > LONGEST_STORY:
            found.append(f"ijkcliënt {client.id}: het verhaal telt {words} woorden; hoogstens {LONGEST_STORY}")
    for vignette in pack.vignettes.values():
        if (words := len(vignette.story.split())) > LONGEST_VIGNETTE:
            found.append(f"oefensituatie {vignette.id}: het verhaal telt {words} woorden; hoogstens {LONGEST_VIGNETTE}")
    return [*found, *(f"{words} nog in concept" for words in concepts(pack))]


def expiring(pack: Pack, today: date) -> list[str]:
    """What expired or will within 60 days: the pack, a source, or any of its entries; and a pack before its day."""
    return [*_early(pack, today), *(one.words(today) for one in soon(pack.endings, today))]


def concepts(pack: Pack) -> list[str]:
    """How much of each kind no professional has confirmed yet: 100 regels."""
    counts = ((one, many, sum(entry.status == "concept" for entry in of.values())) for one, many, of in _kinds(pack))
    return [counted(number, one, many) for one, many, number in counts if number]


def _kinds(pack: Pack) -> Iterator[tuple[str, str, Mapping[str, Entry]]]:
    return ((one, many, getattr(pack, kind.replace("-", "_"))) for kind, (one, many) in KINDS.items())


def expiring_pack(pack: Pack, today: date) -> str:
    """That a pack as a whole does not hold yet, expired or will within 60 days, as a sentence; else empty."""
    over = [one.words(today) for one in soon(pack.endings, today) if one.what == THIS_PACK]
    return "".join(f"{one[0].upper()}{one[1:]}." for one in (*_early(pack, today), *over))


def _early(pack: Pack, today: date) -> list[str]:
    first = pack.manifest.valid_from
    return [] if today >= first else [f"{THIS_PACK} geldt pas vanaf {day_in_words(first)}; gebruik het niet eerder"]


def schema() -> dict[str, Any]:
    """The JSON schema of each kind of file in a pack (`ijkpunt schema pack`)."""
    kinds: dict[str, type[Data]] = {
        "manifest.yaml": Manifest,
        "sources*.yaml": Source,
        "likeness.yaml": Likeness,
        "rules/": Rule,
        "checklists/": Checklist,
        "reference-clients/": ReferenceClient,
        "products/": Product,
        "provisions/": Provision,
        "vignettes/": Vignette,
        "recipients/": Recipient,
        "providers/": Provider,
        "receiving/": Receiving,
    }
    return {name: kind.model_json_schema() for name, kind in kinds.items()}
