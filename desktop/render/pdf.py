"""A document on paper: tagged PDF for people, reading aids and archives, with the same in data attached.

PDF/UA-1 and PDF/A-3a. The same document gives the same bytes.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from casework.handover.blocks import Document
from casework.handover.wording import PRACTICE, file_title, foot_words, reader_words
from desktop.render import archive, seal, writing
from desktop.render import style as s
from desktop.render.canvas import Pen
from desktop.render.characters import clean
from desktop.render.cover import cover, foot
from desktop.render.dates import parse_date
from desktop.render.desk import Desk
from desktop.render.furniture import Furniture
from desktop.render.pieces import Piece, Repeated, fill, nearer, offsets, squeezed
from desktop.render.shaping import forget_words
from desktop.render.sheet import sheet
from desktop.render.structure import Element

_UNDATED = date(2000, 1, 1)
_FOOT_GAP = 8.0
_YOUNG_READER = 2
"""Pages of a young person's version: a few lines too many go along with smaller distances."""
_FEW_LINES = 40.0
"""On a last page no more than this (points): a name under a letter stands with the letter, if closer lines do it."""
_CLOSER = 0.6


def render_pdf(document: Document, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """The document as PDF, with its data as overdracht.json and the given files attached.

    Raises ValueError when a given file is called overdracht.json, TypeError when the data is no JSON.
    """
    data = seal.data_bytes(document.data)
    files = {seal.DATA_NAME: data} | dict(attachments or {})
    if seal.DATA_NAME in (attachments or {}):
        raise ValueError(f"Een bijlage mag niet {seal.DATA_NAME} heten: zo heten de gegevens zelf al.")
    with _uncollected():
        return _made(document, seal.fingerprint(data), files)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector, which looks through all living pieces again and again: a tenth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _made(document: Document, fingerprint: str, files: Mapping[str, bytes]) -> bytes:
    """All pieces are gone when this returns: the collector, on again, need not look through them."""
    try:
        pen, root = _drawn(document, fingerprint)
    finally:
        forget_words()
    return archive.finish(pen, root, _about(document), files)


def _drawn(document: Document, fingerprint: str) -> tuple[Pen, Element]:
    """All pages, and the structure tree of what is on them."""
    root = Element("Document")
    desk = Desk(s.style_for(document.reader), root, notes=document.reader == "provider")
    first = cover(document, desk)
    about_data = foot(document, desk, fingerprint)
    pieces = _on_one_page([*first, *sheet(document, desk)], about_data.height, cover=document.reader == "provider")
    pages = paginate(pieces, about_data.height + _FOOT_GAP)
    too_long = document.reader == "youth" and len(pages) > _YOUNG_READER
    if too_long or (len(pages) > 1 and sum(piece.height for piece in pages[-1]) < _FEW_LINES):
        closer = paginate([nearer(piece, _CLOSER) for piece in pieces], about_data.height + _FOOT_GAP)
        pages = min(pages, closer, key=len)
    pen = Pen()
    furniture = Furniture(document, len(pages))
    writes = writing.has_column(document)
    for number, page in enumerate(pages):
        furniture.under(pen)
        writes = writes and not (number and page[0].fresh_page)  # the rights are nobody's to correct
        if writes:
            beside = offsets(page)[len(first)] if not number and len(page) > len(first) else 0.0
            writing.draw(pen, s.TOP - beside, s.BOTTOM + (0 if number else about_data.height + _FOOT_GAP))
        if not number:
            about_data.draw(pen, s.MARGIN, s.BOTTOM + about_data.height)
        for piece, offset in zip(page, offsets(page), strict=True):
            piece.draw(pen, s.MARGIN, s.TOP - offset)
        furniture.around(pen)
        pen.showPage()
    pen.save()
    return pen, root


def _on_one_page(pieces: list[Piece], foot: float, *, cover: bool) -> list[Piece]:
    """What stands before the first fresh page keeps to one page if smaller distances can do that. A cover for which
    they cannot is followed at once: its last lines have no page to themselves. A family's rights keep their fresh
    page, as the column to write in ends where they begin."""
    ends = next((number for number, piece in enumerate(pieces) if piece.fresh_page), 0)
    if not ends:
        return pieces
    first = squeezed(pieces[:ends], s.TOP - s.BOTTOM - foot - _FOOT_GAP)
    follows = cover and len(paginate(first, foot + _FOOT_GAP)) > 1
    return [*first, replace(pieces[ends], fresh_page=not follows), *pieces[ends + 1 :]]


def paginate(pieces: Sequence[Piece], foot_of_first: float) -> list[list[Piece]]:
    """The pieces over pages. A page opened in the middle of a table begins with the head of that table."""
    room = s.TOP - s.BOTTOM - foot_of_first
    rest = list(pieces)
    pages: list[list[Piece]] = []
    while rest:
        opening = rest[0]
        again = [Repeated(inside=opening.again, height=opening.again.height)] if pages and opening.again else []
        fitting, left = fill(rest, room - sum(head.height for head in again))
        if not fitting:  # higher than a page and cannot be cut: better over the edge than lost
            fitting, left = rest[:1], rest[1:]
        pages.append([*again, *fitting])
        rest, room = left, s.TOP - s.BOTTOM
    return pages


def _about(document: Document) -> archive.About:
    words = ["jeugdhulp", reader_words(document), *([PRACTICE] if document.practice else [])]
    language = "nl-NL" if document.language in ("", "nl") else document.language
    return archive.About(
        title=clean(file_title(document)),
        subject=clean(foot_words(document.cover)),
        keywords=", ".join(words),
        language=language,
        identifier=clean(document.cover.document_id),
        day=parse_date(document.cover.issued_on) or _UNDATED,
    )
