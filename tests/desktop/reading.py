"""Reads a PDF the way a reading aid does: the structure tree in order, each element with the text that is its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf

Mark = tuple[int, int]
_BFCHAR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")


@dataclass
class Node:
    """An element: its tag, its own text, what is below it."""

    tag: str
    text: str = ""
    alternative: str = ""
    kids: list[Node] = field(default_factory=list)
    raw: Object | None = None

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def all_text(self) -> str:
        return "".join(node.text for node in self.walk())

    def tagged(self, *tags: str) -> list[Node]:
        return [node for node in self.walk() if node.tag in tags]


@dataclass
class Read:
    """A whole file: its tree, what lies on its pages outside the tree, and the open Pdf itself."""

    pdf: Pdf
    root: Node
    artifacts: list[str]

    @property
    def text(self) -> str:
        """Everything, in reading order."""
        return " ".join(node.text for node in self.root.walk() if node.tag != "Link" and node.text)


def read(file: bytes) -> Read:
    pdf = Pdf.open(io.BytesIO(file))
    marks: dict[Mark, str] = {}
    artifacts = []
    for number, page in enumerate(pdf.pages):
        found, outside = _page(page)
        marks |= {(number, mark): text for mark, text in found.items()}
        artifacts.append(outside)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return Read(pdf, _node(pdf.Root.StructTreeRoot.K[0], marks, numbers), artifacts)


def _node(element: Object, marks: dict[Mark, str], pages: dict[tuple[int, int], int]) -> Node:
    node = Node(str(element.S)[1:], alternative=str(element.get("/Alt", "")), raw=element)
    for kid in element.get("/K", []):
        if not isinstance(kid, Object) or not isinstance(kid, Dictionary):
            node.text += marks[pages[element.Pg.objgen], int(kid)]
        elif kid.get("/Type") == Name.MCR:
            node.text += marks[pages[kid.Pg.objgen], int(kid.MCID)]
        elif kid.get("/Type") != Name.OBJR:
            node.kids.append(_node(kid, marks, pages))
            if node.kids[-1].tag == "Link":  # part of a sentence
                node.text += node.kids[-1].text
    return node


def _page(page: Page) -> tuple[dict[int, str], str]:
    """The text of each marked stretch, and of all artifacts together. Text outside both fails."""
    maps: dict[str, dict[int, str]] = {}
    for name, font in page.Resources.Font.items():
        pairs = _BFCHAR.findall(font.ToUnicode.read_bytes())
        maps[name] = {int(code, 16): chr(int(char, 16)) for code, char in pairs}
    marks: dict[int, str] = {}
    outside, opened, font_name = "", [], ""
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            opened.append((str(operands[0]), operands[1] if operator == "BDC" else Dictionary()))
            spoken = opened[-1][1].get("/ActualText")
            if spoken is not None:
                outside = _put(opened[:-1], marks, outside, str(spoken))
        elif operator == "EMC":
            opened.pop()
        elif operator == "Tf":
            font_name = str(operands[0])
        elif operator == "Tj" and not (opened and "/ActualText" in opened[-1][1]):
            text = "".join(maps[font_name][code] for code in bytes(operands[0]))
            outside = _put(opened, marks, outside, text)
    return marks, outside


def _put(opened: list[tuple[str, Object]], marks: dict[int, str], outside: str, text: str) -> str:
    assert opened, f"words that are neither content nor artifact: {text}"
    tag, properties = opened[0]
    if tag == "/Artifact":
        return outside + text + " "
    number = int(properties["/MCID"])
    marks[number] = marks.get(number, "") + text
    return outside
