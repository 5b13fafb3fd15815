"""The structure tree of a PDF: what a page says, apart from where it lies.

Elements are made in reading order while the document is laid out; the canvas notes on which page their words landed;
`write` turns the finished tree into PDF objects (ISO 32000-1 §14.7, the way PDF/UA-1 wants it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


class Marked(NamedTuple):
    """A stretch of a page's content that belongs to an element."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link on a page that belongs to an element; `number` counts the links of the whole document."""

    page: int
    number: int


Attribute: TypeAlias = str | tuple[float, ...]


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. `attributes` must hold the owner `O`; names are strings, rectangles are tuples of points."""

    tag: str
    attributes: dict[str, Attribute] = field(default_factory=dict)
    alternative: str = ""
    identity: str = ""
    kids: list[Element | Marked | Annotated] = field(default_factory=list)

    def add(
        self, tag: str, attributes: Mapping[str, Attribute] | None = None, alternative: str = "", identity: str = ""
    ) -> Element:
        kid = Element(tag, dict(attributes or {}), alternative, identity)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


def write(pdf: Pdf, root: Element, links: Sequence[Object]) -> None:
    """Hangs the tree into the catalogue and numbers pages and links, so that content and tree find each other."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners = _Owners([page.obj for page in pdf.pages], links)
    tree.K = Array([owners.element(pdf, root, tree)])
    numbers: list[Object | int] = []
    for number, found in enumerate(owners.of_page):
        numbers.extend([number, pdf.make_indirect(Array([found[mark] for mark in sorted(found)]))])
    for number, owner in sorted(owners.of_link.items()):
        links[number].StructParent = len(owners.pages) + number
        numbers.extend([len(owners.pages) + number, owner])
    for number, page in enumerate(owners.pages):
        page.StructParents = number
        page.Tabs = Name.S
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(owners.pages) + len(links)
    names = sorted(((str(found.ID), found) for found in owners.named), key=lambda pair: pair[0])
    if names:
        pairs = [part for name, found in names for part in (String(name), found)]
        tree.IDTree = Dictionary(Kids=Array([pdf.make_indirect(_leaf(names, pairs))]))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _leaf(names: Sequence[tuple[str, Object]], pairs: Sequence[Object]) -> Dictionary:
    return Dictionary(Names=Array(pairs), Limits=Array([String(names[0][0]), String(names[-1][0])]))


class _Owners:
    """Makes the objects and remembers which element owns which stretch of content, which link, which name."""

    def __init__(self, pages: Sequence[Object], links: Sequence[Object]) -> None:
        self.pages = pages
        self.links = links
        self.of_page: list[dict[int, Object]] = [{} for _ in pages]
        self.of_link: dict[int, Object] = {}
        self.named: list[Object] = []

    def element(self, pdf: Pdf, element: Element, parent: Object) -> Object:
        home = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        # Text is read many times faster than an object is put together: all that refers to nothing goes in as text.
        attributes = "".join(f"/{key}{_attribute(value)}" for key, value in element.attributes.items())
        told = f"/A<<{attributes}>>" if attributes else ""
        made = pdf.make_indirect(Object.parse(f"<</Type/StructElem/S/{element.tag}{told}>>".encode()))
        made.P = parent
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.identity:
            made.ID = String(element.identity)
            self.named.append(made)
        if home is not None:
            made.Pg = self.pages[home]
        made.K = Array([self._kid(pdf, kid, made, home) for kid in element.kids])
        return made

    def _kid(self, pdf: Pdf, kid: Element | Marked | Annotated, owner: Object, home: int | None) -> Object | int:
        if isinstance(kid, Element):
            return self.element(pdf, kid, owner)
        if isinstance(kid, Annotated):
            self.of_link[kid.number] = owner
            return Dictionary(Type=Name.OBJR, Pg=self.pages[kid.page], Obj=self.links[kid.number])
        self.of_page[kid.page][kid.number] = owner
        if kid.page == home:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.number)


def _attribute(value: Attribute) -> str:
    return f"/{value}" if isinstance(value, str) else f"[{' '.join(f'{round(number, 2)}' for number in value)}]"
