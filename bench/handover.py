"""A handover of six pages as PDF (tagged, archived, sealed, with its data attached) against plain ReportLab."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import escape

import resources
from bench.timing import medians, told
from casework import casefile
from casework.handover.blocks import Document
from casework.handover.compose import compose
from casework.handover.page import page_of
from casework.handover.plain import plain
from casework.weighing.assess import assess
from desktop.bootstrap import knowledge

_DAY = date(2026, 11, 22)
PAGES = 6


def run(rounds: int = 15) -> list[str]:
    from desktop.render.pdf import render_pdf

    whole, short = example(), six_pages()
    out = []
    for name, document in (("handover of six pages", short), ("handover of Jesse, whole", whole)):
        found = medians({"ours": lambda d=document: render_pdf(d), "plain": lambda d=document: plain_pdf(d)}, rounds)
        out.append(told(name, found["ours"], found["plain"], "plain ReportLab", "<= 2"))
    return out


def example() -> Document:
    """The provider's version of the fullest practice family."""
    case = casefile.read((resources.examples() / "jesse.json").read_bytes(), _DAY)
    pack = knowledge()
    return compose(case.settle(_DAY), assess(case, pack, _DAY), pack, "provider")


def six_pages() -> Document:
    """As much of it as we put on six pages: text, tables, lists, frames, the network map and the life line."""
    whole = example()
    for count in range(len(whole.blocks), 0, -1):
        blocks = whole.blocks[:count]
        page = page_of(whole.cover, blocks).model_dump(mode="json")
        part = replace(whole, blocks=blocks, data={**whole.data, "page": page})
        if _pages(part) == PAGES:
            return part
    raise ValueError("this document never has six pages")


def _pages(document: Document) -> int:
    import pikepdf

    from desktop.render.pdf import render_pdf

    with pikepdf.open(io.BytesIO(render_pdf(document))) as pdf:
        return len(pdf.pages)


def plain_pdf(document: Document) -> bytes:
    """The same words as paragraphs in the same font, with nothing of what makes it accessible or durable."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from desktop.render import fonts

    style = ParagraphStyle("plain", fontName=fonts.main_font("regular"), fontSize=10.5, leading=14)
    out = io.BytesIO()
    lines = (line for line in plain(document).splitlines() if line.strip())
    SimpleDocTemplate(out).build([Paragraph(escape(line), style) for line in lines])
    return out.getvalue()
