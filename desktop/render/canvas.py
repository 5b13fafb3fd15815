"""A ReportLab canvas on which everything drawn is either content of an element or an artifact: PDF/UA knows no third.

Coordinates are points from the lower left corner of the page, as in PDF.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from desktop.render import fonts
from desktop.render.structure import Annotated, Element, Marked
from desktop.render.style import PAGE_HEIGHT, PAGE_WIDTH


class Link(NamedTuple):
    """A rectangle on a page (points) that opens an address."""

    page: int
    rectangle: tuple[float, float, float, float]
    address: str


@cache
def _operator(ink: str, name: str) -> str:
    """The PDF operator that makes this the ink to fill (rg) or to stroke (RG) with."""
    parts = (int(ink[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return f"{' '.join(f'{part:.4g}' for part in parts)} {name}"


class _Outline(PDFPathObject):
    """A path with its numbers to two decimals, like all that is drawn here: ReportLab's own way of writing them was a
    tenth of the time a page with drawings takes."""

    _code_append: Any

    def moveTo(self, x: float, y: float) -> None:
        self._code_append(f"{x:.2f} {y:.2f} m")

    def lineTo(self, x: float, y: float) -> None:
        self._code_append(f"{x:.2f} {y:.2f} l")

    def curveTo(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        self._code_append(f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {x3:.2f} {y3:.2f} c")


class Pen(Canvas):
    """Draws pages and notes what belongs to which element. `save` first, then read `pages` and `links`."""

    # Of ReportLab's canvas: the operators of this page, and the document being made.
    _code: list[str]
    _doc: Any

    def __init__(self) -> None:
        self.buffer = io.BytesIO()
        self.links: list[Link] = []
        self._marks = 0
        self._headings = 0
        self._inside = False
        # ReportLab would name Helvetica on every page, which no archive accepts unless it is embedded.
        super().__init__(
            self.buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=0,  # pikepdf compresses everything once, on saving
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.main_font("regular"),  # type: ignore[arg-type]  # the stubs say number
        )

    @property
    def page(self) -> int:
        """The page being drawn, counted from 0."""
        return int(self.getPageNumber()) - 1

    def showPage(self) -> None:
        super().showPage()
        self._marks = 0

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element. Within an artifact it stays one: a repeated table head."""
        if self._inside:
            yield
            return
        element.kids.append(Marked(self.page, self._marks))
        with self._marked(f"/{element.tag} <</MCID {self._marks}>> BDC"):
            self._marks += 1
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """What is drawn inside is for the eye alone: lines, grounds, heads and feet of pages."""
        if self._inside:
            yield
            return
        more = f" /Subtype /{subtype}" if subtype else ""
        with self._marked(f"/Artifact <</Type /{kind}{more}>> BDC"):
            yield

    @contextmanager
    def spoken(self, text: str) -> Iterator[None]:
        """The glyphs inside stand for this text."""
        code = (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper()
        self._code.append(f"/Span <</ActualText <{code}>>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        self._code.append(opening)
        self._inside = True
        yield
        self._inside = False
        self._code.append("EMC")

    def words(self, x: float, y: float, font: str, size: float, ink: str, text: str) -> None:
        """One stretch of text in one font, its baseline starting at x, y."""
        face = fonts.font(font)
        shown = "".join(
            f"{face.getSubsetInternalName(subset, self._doc)} {size:g} Tf <{codes.hex()}> Tj "
            for subset, codes in face.splitString(text, self._doc)
        )
        self._code.append(f"BT {_operator(ink, 'rg')} 1 0 0 1 {x:.2f} {y:.2f} Tm {shown}ET")

    def fill(self, ink: str) -> None:
        """Sets what the next shapes are filled with."""
        self._code.append(_operator(ink, "rg"))

    def stroke(self, ink: str, width: float, dash: Sequence[float] = ()) -> None:
        """Sets how the next lines are drawn."""
        pattern = " ".join(f"{part:g}" for part in dash)
        self._code.append(f"{_operator(ink, 'RG')} {width:g} w [{pattern}] 0 d")

    def beginPath(self) -> _Outline:
        return _Outline()

    def roundRect(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: float = 1, fill: float = 0
    ) -> None:
        path = self.beginPath()
        path.roundRect(x, y, width, height, radius)
        self.drawPath(path, int(stroke), int(fill))

    def ellipse(self, x1: float, y1: float, x2: float, y2: float, stroke: float = 1, fill: float = 0) -> None:
        path = self.beginPath()
        path.ellipse(x1, y1, x2 - x1, y2 - y1)
        self.drawPath(path, int(stroke), int(fill))

    def segments(self, ends: Iterable[tuple[float, float, float, float]]) -> None:
        """Straight lines from x, y to x, y, stroked in one go."""
        path = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in ends)
        self._code.append(f"{path} S")

    def hairline(self, x: float, y: float, width: float, ink: str) -> None:
        """A horizontal line for the eye."""
        with self.artifact():
            self.stroke(ink, 0.6)
            self.segments([(x, y, x + width, y)])

    def link(self, element: Element, rectangle: tuple[float, float, float, float], address: str) -> None:
        """Makes a rectangle of the page open an address, as part of a Link element."""
        if not self._inside:
            element.kids.append(Annotated(self.page, len(self.links)))
            self.links.append(Link(self.page, rectangle, address))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry in the outline; level 0 is the outermost."""
        if not self._inside:
            self._headings += 1
            key = f"heading{self._headings}"
            self.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
            self.addOutlineEntry(title, key, level)
