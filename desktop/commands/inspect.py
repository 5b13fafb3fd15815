"""`ijkpunt inspect FILE`: is this handover as it was issued, or is this a reply, and to which handover?

Exit 0, 4, 5 or 6 (docs/inspect.md).
"""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.common import Unusable, read_bytes, say

if TYPE_CHECKING:  # heavy: loaded when they are used
    from casework.handover.replies import Issued

_EXIT = {"as_issued": 0, "file_changed": 4, "data_altered": 5, "not_ours": 6,
         "reply": 0, "belongs": 0, "does_not_belong": 5}  # fmt: skip


_IS_DATA = re.compile(rb'\A\W*schema": *"ijkpunt/handover/')
_LOOSE = "Dit zijn de losse gegevens van een overdracht. Die dragen geen zegel: controleer de pdf of de webpagina."


def run(asked: Namespace) -> int:
    from desktop.render.inspect import LARGEST_FILE, inspect

    file = read_bytes(asked.file, LARGEST_FILE)
    if file[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        told = _reply(file, asked.against)
    elif asked.against is not None:
        raise Unusable(f"{asked.file} is geen antwoord. --against vergelijkt een antwoord met een overdracht.")
    else:
        found = inspect(file)
        told = {"status": found.status, "kind": _kind(found.data), "reasons": list(found.reasons), "data": found.data}
    say({"schema": "ijkpunt/inspection/1", **told})
    return _EXIT[told["status"]]


def _kind(data: dict[str, Any] | None) -> str | None:
    """What sort of document it says it is; a handover from before there were others does not say so."""
    head = data.get("document") if data else None
    return str(head.get("kind", "full")) if isinstance(head, dict) else None


def _reply(file: bytes, against: Path | None) -> dict[str, Any]:
    from casework.handover.replies import in_words, stranger
    from casework.handover.reply import ReplyError, read

    try:
        reply = read(file)
    except ReplyError as error:
        return {"status": "not_ours", "reasons": [_LOOSE] if _IS_DATA.search(file) else error.mistakes, "data": None}
    what = f"Antwoord op overdracht {reply.document_id}, versie {reply.version}: {in_words(reply)}."
    data = reply.model_dump(mode="json", by_alias=True)
    if against is None:
        return {"status": "reply", "reasons": [what], "data": data}
    if why := stranger(reply, [_handover(against)]):
        return {"status": "does_not_belong", "reasons": [what, why], "data": data}
    return {"status": "belongs", "reasons": [what, f"Dit antwoord hoort bij {against.name}."], "data": data}


def _handover(path: Path) -> Issued:
    """What a handover says it is; its data must be as issued, for a reply answers the data. Raises Trouble."""
    from casework.handover.replies import Issued
    from desktop.handover.issued_file import issued_document
    from desktop.render.inspect import LARGEST_FILE

    found = issued_document(path, read_bytes(path, LARGEST_FILE))
    return Issued(found.reference.id, found.reference.version, found.fingerprint)
