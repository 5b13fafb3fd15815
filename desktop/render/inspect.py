"""Is this file still the handover that was issued? For files from anywhere, so nothing in them is trusted.

The mechanism is told in docs/inspect.md.
"""

from __future__ import annotations

import io
import json
import logging
import re
from dataclasses import dataclass, field
from typing import Any, Literal

import pikepdf
from pikepdf import Pdf
from pikepdf.settings import set_qpdf_limits

from desktop.render import html_data, seal
from desktop.render.seal import Carried

Status = Literal["as_issued", "file_changed", "data_altered", "not_ours"]

LARGEST_FILE = 32 * 2**20
_LARGEST_STREAM = 64 * 2**20
_HEADER_WITHIN = 1024
_IS_PAGE = re.compile(rb"<!doctype html|<html", re.IGNORECASE)
_IN_METADATA = re.compile(re.escape(seal.DATA_NAME) + r" sha256:([0-9A-Za-z]*)")

# What is wrong with a file is told in Dutch; the library's own lines would come on top of that.
logging.getLogger("pikepdf").setLevel(logging.CRITICAL)

# A small file can unpack to more than a computer holds, or nest deeper than it can follow. For the whole process:
# nothing of ours comes near.
set_qpdf_limits(
    flate_max_memory=_LARGEST_STREAM,
    png_max_memory=_LARGEST_STREAM,
    run_length_max_memory=_LARGEST_STREAM,
    tiff_max_memory=_LARGEST_STREAM,
    dct_max_memory=_LARGEST_STREAM,
    max_stream_filters=4,
    parser_max_nesting=100,
    doc_max_warnings=100,
)


@dataclass(frozen=True)
class Inspection:
    """`data` is what is attached, also where it was altered; None where there is nothing to read.

    `fingerprint` is the SHA-256 of the data, where it is as it was issued; else empty.
    """

    status: Status
    data: dict[str, Any] | None = None
    reasons: list[str] = field(default_factory=list)
    fingerprint: str = ""


class _Unreadable(Exception):
    """In Dutch, why."""


def inspect(file: bytes) -> Inspection:
    """A PDF or a web page. Never raises for what is in it. The reasons are Dutch sentences for the one who asked."""
    if len(file) > LARGEST_FILE:
        return Inspection("not_ours", reasons=["Dit bestand is groter dan 32 MB. Zo groot maakt IJkpunt ze niet."])
    if b"%PDF-" in file[:_HEADER_WITHIN]:
        try:
            found = _read(file)
        except _Unreadable as why:
            if seal.has_seal(file):
                return Inspection("data_altered", reasons=[f"{why} De gegevens zijn daardoor niet te controleren."])
            return Inspection("not_ours", reasons=[str(why)])
        return _judge(file, found, f"De bijlage {seal.DATA_NAME}")
    if _IS_PAGE.search(file[:_HEADER_WITHIN]):
        return _judge(file, html_data.read(file), f"Het blok {seal.DATA_NAME} in deze pagina")
    return Inspection("not_ours", reasons=["Dit is geen pdf en geen webpagina."])


def _judge(file: bytes, found: Carried, where: str) -> Inspection:
    if not found.marks:
        return Inspection("not_ours", reasons=["Dit bestand draagt geen kenmerk van IJkpunt."])
    if found.data is None:
        return Inspection("data_altered", reasons=[f"{where} is weg."])
    data, mark = _json(found.data), seal.fingerprint(found.data)
    if any(one != mark for one in found.marks):
        return Inspection("data_altered", data, [f"{where} past niet bij het kenmerk dat bij uitgifte is vastgelegd."])
    if data is None:
        return Inspection("data_altered", reasons=[f"{where} is niet te lezen."])
    if not seal.unbroken(file):
        reason = "De gegevens zijn zoals uitgegeven. Het bestand zelf is daarna veranderd of opnieuw bewaard."
        return Inspection("file_changed", data, [reason], mark)
    return Inspection("as_issued", data, [], mark)


def _read(file: bytes) -> Carried:
    """The attached data and every mark of it that the file carries."""
    try:
        with Pdf.open(io.BytesIO(file)) as pdf:
            attached = pdf.attachments.get(seal.DATA_NAME)
            data = None if attached is None else attached.get_file().read_bytes()
            return Carried(data, _marks(pdf))
    except pikepdf.PasswordError:
        raise _Unreadable("Dit bestand is met een wachtwoord beveiligd. Open het eerst zonder wachtwoord.") from None
    except Exception as error:  # a stranger's file may fail anywhere in the library: none of it may stop us
        raise _Unreadable("Dit bestand is beschadigd of geen gewone pdf.") from error


def _marks(pdf: Pdf) -> list[str]:
    """What was laid down when the file was made, in the old dictionary and in the metadata: all must agree."""
    out = [str(pdf.docinfo[seal.DATA_KEY])] if seal.DATA_KEY in pdf.docinfo else []
    if "/Metadata" in pdf.Root:
        out += _IN_METADATA.findall(pdf.Root.Metadata.read_bytes().decode("utf-8", "replace"))
    return out


def _json(data: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
