"""Reading an XML file from outside, of which anything may be wrong on purpose.

Expat of the standard library, with everything refused that can make a small file large or reach beyond itself: document
types, and so entities and external entities too; depth and number of elements are limited. Another library would bring
a schema validator that we do not want (messages may differ a little from the schema) and one more thing to keep safe.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from casework.ijw.element import Element
from casework.trouble import Trouble
from desktop.bootstrap import read_whole

MAX_BYTES = 25_000_000
"""iJw allows no larger file (OP179)."""
MAX_DEPTH = 20
MAX_ELEMENTS = 100_000

_BETWEEN = " "
"""Between namespace and name; it cannot stand in either."""


class UnreadableXml(Trouble):
    """A file that is refused; the sentence says why and what to do."""


def read_file(path: Path) -> Element:
    """The root of the message in a file. Raises UnreadableXml, and Trouble where it cannot be read.

    A file that is too large is refused before it is read, with how large it is.
    """
    if path.is_file() and (size := path.stat().st_size) > MAX_BYTES:
        raise UnreadableXml(f"{path.name} is te groot ({size // 1_000_000} MB). Een bericht van iJw is hoogstens "
                            f"{MAX_BYTES // 1_000_000} MB. Er is niets gelezen.")  # fmt: skip
    return read(read_whole(path, MAX_BYTES))


def read(data: bytes) -> Element:
    """The root element of an XML document. Raises UnreadableXml."""
    if len(data) > MAX_BYTES:
        raise UnreadableXml(f"Dit bestand is groter dan {MAX_BYTES // 1_000_000} MB. Er is niets gelezen.")
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    tree = _Tree()
    parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
    parser.CharacterDataHandler = tree.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableXml(
            f"Dit bestand is geen goede XML: regel {error.lineno}, teken {error.offset + 1}. "
            "Vraag de afzender om het opnieuw te sturen."
        ) from error
    except (LookupError, ValueError) as error:  # a coding of letters that nobody knows
        raise UnreadableXml("Dit bestand gebruikt een onbekende lettercodering. Vraag het in UTF-8.") from error
    return tree.root


def _refuse_doctype(*_: object) -> None:
    raise UnreadableXml("In dit bestand staat een documenttype (DOCTYPE). Dat hoort niet in een bericht van iJw en kan "
                        "kwaad: er is niets gelezen. Vraag de afzender om een gewoon bericht.")  # fmt: skip


class _Tree:
    """Builds the elements while the parser goes through the file."""

    def __init__(self) -> None:
        self._top = Element("")
        self._open = [self._top]
        self._texts: list[list[str]] = [[]]
        self._count = 0

    @property
    def root(self) -> Element:
        return self._top.children[0]

    def start(self, name: str, attributes: object) -> None:
        self._count += 1
        if len(self._open) > MAX_DEPTH:
            raise UnreadableXml(f"Dit bestand is dieper genest dan een bericht kan zijn (meer dan {MAX_DEPTH} lagen).")
        if self._count > MAX_ELEMENTS:
            raise UnreadableXml(f"Dit bestand heeft meer dan {MAX_ELEMENTS} onderdelen; zo groot is geen bericht.")
        namespace, _, local = name.rpartition(_BETWEEN)
        element = Element(local, namespace)
        self._open[-1].children.append(element)
        self._open.append(element)
        self._texts.append([])

    def end(self, name: str) -> None:
        self._open.pop().text = "".join(self._texts.pop()).strip()

    def text(self, data: str) -> None:
        self._texts[-1].append(data)
