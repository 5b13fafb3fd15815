"""`ijkpunt incoming MESSAGE.xml --out CASE.json`: a request of a provider (JW315, JW317) as the start of a case."""

from __future__ import annotations

import json
from argparse import Namespace

from desktop.commands.common import UNUSABLE, may_write, read_pack, say, tell, write_new


def run(asked: Namespace) -> int:
    """stdout tells what was not taken over; a message of another version is shown there and nothing is made of it."""
    from casework import casefile
    from casework.ijw.incoming import UnknownMessage, start_of_case
    from desktop.interop.xml import read_file

    may_write(asked.out, asked.force)
    message, pack = read_file(asked.message), read_pack(asked.pack)
    try:
        incoming = start_of_case(message, pack)
    except UnknownMessage as unknown:
        content = [{"path": path, "text": text} for path, text in unknown.content]
        say({"schema": "ijkpunt/unknown-message/1", "content": content})
        tell(str(unknown))
        return UNUSABLE
    casefile.check(incoming.document, asked.date)
    data = json.dumps(incoming.document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
    write_new(asked.out, data, asked.force)
    say({"schema": "ijkpunt/incoming/1", "message": incoming.kind.number, "case_id": incoming.document["case_id"],
         "notes": list(incoming.notes)})  # fmt: skip
    return 0
