"""A handover as a file: one document, in the form that was asked."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casework.case import Case
from casework.handover.blocks import Document, Reader
from casework.handover.kinds import Wanted, compose_wanted
from casework.handover.may_send import held_back
from casework.knowledge import Pack
from casework.trouble import Trouble
from casework.weighing.assessment import Assessment

Format = Literal["pdf", "html", "text", "json"]
FORMATS: tuple[Format, ...] = ("pdf", "html", "text", "json")
ENDINGS: dict[Format, str] = {"pdf": ".pdf", "html": ".html", "text": ".txt", "json": ".json"}


def produce(
    case: Case, assessment: Assessment, pack: Pack, today: date, reader: Reader = "provider", form: Format = "pdf"
) -> bytes:
    """The bytes of a handover: for the same case, pack, day and reader the same.

    Raises Trouble for a version that may not be made for its reader, whoever asks for it.
    """
    return rendered(issued(case, assessment, pack, today, Wanted(reader)), form)


def issued(case: Case, assessment: Assessment, pack: Pack, today: date, wanted: Wanted) -> Document:
    """The document that is asked for, where it may go out now. Raises Trouble for one that may not: nothing that
    leaves gets around this."""
    settled = case.settle(today)
    if reasons := held_back(settled, assessment, wanted.reader, wanted.kind):
        raise Trouble(" ".join(reasons))
    return compose_wanted(settled, assessment, pack, wanted)


def rendered(document: Document, form: Format) -> bytes:
    """A document in a form. Renderers load when first used."""
    match form:
        case "pdf":
            from desktop.render.pdf import render_pdf

            return render_pdf(document)
        case "html":
            from desktop.render.html import render_html

            return render_html(document).encode("utf-8")
        case "text":
            from casework.handover.plain import plain

            return plain(document).encode("utf-8")
        case "json":
            from desktop.render.seal import data_bytes

            return data_bytes(document.data)
