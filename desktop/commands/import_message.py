"""`ijkpunt incoming MESSAGE.xml --out CASE.json`: a request of a provider (JW315, JW317) as the start of a case."""

from __future__ import annotations

import json
from argparse import Namespace

from desktop.commands.common import UNUSABLE, may_write, read_pack, say, tell, write_new


def run(asked: Namespace) -> int:
    """stdout tells what was not taken over; a message of another version is shown there and nothing is made of it."""
    from casework.ijw.incoming import UnknownMessage
    from desktop.interop.back_office import request_from

    may_write(asked.out, asked.force)
    pack = read_pack(asked.pack)
    try:
        incoming = request_from(asked.message, pack, asked.date)
    except UnknownMessage as unknown:
        content = [{"path": path, "text": text} for path, text in unknown.content]
        say({"schema": "ijkpunt/unknown-message/1", "content": content})
        tell(str(unknown))
        return UNUSABLE
    data = json.dumps(incoming.document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
    write_new(asked.out, data, asked.force)
    say({"schema": "ijkpunt/incoming/1", "message": incoming.kind.number, "case_id": incoming.document["case_id"],
         "notes": list(incoming.notes)})  # fmt: skip
    return 0
