"""A handover as PDF (tagged, archived, sealed, with its data attached) against plain ReportLab with the same words."""

from __future__ import annotations

import io
from datetime import date
from xml.sax.saxutils import escape

import resources
from bench.timing import medians, told
from casework import casefile
from casework.handover.compose import compose
from casework.handover.plain import plain
from casework.weighing.assess import assess
from desktop.bootstrap import knowledge

_DAY = date(2026, 11, 22)


def run(rounds: int = 15) -> list[str]:
    from desktop.render.pdf import render_pdf

    case = casefile.read((resources.examples() / "jesse.json").read_bytes(), _DAY)
    pack = knowledge()
    document = compose(case.settle(_DAY), assess(case, pack, _DAY), pack, "provider")
    lines = [line for line in plain(document).splitlines() if line.strip()]
    found = medians({"ours": lambda: render_pdf(document), "plain": lambda: _plain_pdf(lines)}, rounds)
    return [told("handover as PDF", found["ours"], found["plain"], "plain ReportLab", "<= 2.5")]


def _plain_pdf(lines: list[str]) -> bytes:
    """The same words as paragraphs in the same font, with nothing of what makes it accessible or durable."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from desktop.render import fonts

    style = ParagraphStyle("plain", fontName=fonts.main_font("regular"), fontSize=10.5, leading=14)
    out = io.BytesIO()
    SimpleDocTemplate(out).build([Paragraph(escape(line), style) for line in lines])
    return out.getvalue()
