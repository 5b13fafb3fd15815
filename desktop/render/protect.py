"""A copy of a PDF that opens with a passphrase only (AES-256, ISO 32000-2 revision 6).

PDF/A may not be encrypted, so the copy stands beside the file for the archive and no longer calls itself PDF/A. Reading
aids keep their way in: everything but changing is allowed to who has the passphrase.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
from pikepdf import Encryption, Pdf, Permissions

from casework.trouble import Trouble

MARK = "-beveiligd"
_PDF_A = re.compile(rb"\s*<pdfaid:(part|conformance)>\w</pdfaid:\1>")


def protected_name(path: Path) -> Path:
    """inzage.pdf becomes inzage-beveiligd.pdf: the name says it, also where a program shows no lock."""
    return path.with_name(f"{path.stem}{MARK}{path.suffix}")


def protected(file: bytes, passphrase: str) -> bytes:
    """The same pages and data, encrypted. Raises Trouble for what is no open PDF."""
    allowed = Permissions(accessibility=True, extract=True, modify_annotation=False, modify_assembly=False,
                          modify_form=False, modify_other=False)  # fmt: skip
    lock = Encryption(owner=passphrase, user=passphrase, R=6, allow=allowed)
    out = io.BytesIO()
    try:
        with Pdf.open(io.BytesIO(file)) as pdf:
            if "/Metadata" in pdf.Root:
                stream = pdf.Root.Metadata
                stream.write(_PDF_A.sub(b"", stream.read_bytes()))
            pdf.save(out, encryption=lock, fix_metadata_version=False)
    except pikepdf.PasswordError as error:
        raise Trouble("Dit bestand heeft al een wachtzin. Kies het bestand zonder wachtzin.") from error
    except pikepdf.PdfError as error:
        raise Trouble("Dit bestand is geen PDF, of het is beschadigd. Kies een PDF van IJkpunt.") from error
    return out.getvalue()
