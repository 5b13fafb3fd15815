"""The data and the seal in the web page of a handover: written for html.py; read here, and by resources/web/reply.js.

Told in docs/inspect.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from desktop.render.seal import MARK, UNSEALED, Carried, data_bytes, fingerprint

_OPENS = b'<script type="application/json" id="ijkpunt-overdracht">'
_CLOSES = b"</script"
_ESCAPED = re.compile(rb"\\(\\|u003[ac])")
_PLAIN = {b"\\": b"\\\\", b"u003c": b"<", b"u003a": b":"}
_MARKS = re.compile(rb'name="ijkpunt-gegevens" content="sha256:([^"]{0,100})"|id="kenmerk">([^<]{0,100})<')
_TAG = re.compile(r"<[^>]*>")


def head(data: Mapping[str, object]) -> str:
    """What stands in the head of the page: the open seal, the mark of the data, and the data itself.

    Every < of the data is written as an escape of JSON, so that no word in it can end the block it stands in; so is
    what looks like a seal, for a file has one.
    """
    plain = data_bytes(data)
    kept = plain.decode().replace("<", "\\u003c").replace(f"{MARK}:", f"{MARK}\\u003a")
    return (
        f'<meta name="ijkpunt-zegel" content="{UNSEALED}">\n'
        f'<meta name="ijkpunt-gegevens" content="sha256:{fingerprint(plain)}">\n'
        f"{_OPENS.decode()}{kept}</script>"
    )


def unsealed(markup: str) -> str:
    """Markup in which nothing looks like a seal, with the same words."""
    return markup.replace(f"{MARK}:", f"{MARK}&#58;")


def words_of(markup: str) -> str:
    """The text of markup of ours, as a browser gives it (textContent)."""
    return unescape(_TAG.sub("", markup))


def read(page: bytes) -> Carried:
    """The data in a page, to the byte as it was issued, and its marks. For pages from anywhere."""
    start = page.find(_OPENS)
    end = page.find(_CLOSES, start)
    if start < 0 or end < 0:
        return Carried(None, _marks(page))
    kept = page[start + len(_OPENS) : end].replace(b"\r\n", b"\n")  # as a browser reads it, after whatever editor
    data = _ESCAPED.sub(lambda found: _PLAIN[found[1]], kept)
    return Carried(data, _marks(page[:start] + page[end:]))


def _marks(page: bytes) -> list[str]:
    return [(one or other).decode("ascii", "replace").strip() for one, other in _MARKS.findall(page)]
