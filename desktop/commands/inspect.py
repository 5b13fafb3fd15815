"""`ijkpunt inspect FILE`: is this handover as it was issued? Exit 0, 4, 5 or 6 (contract)."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.common import read_bytes, say

_EXIT = {"as_issued": 0, "file_changed": 4, "data_altered": 5, "not_ours": 6}


def run(asked: Namespace) -> int:
    from desktop.render.inspect import LARGEST_FILE, inspect

    found = inspect(read_bytes(asked.file, LARGEST_FILE))
    say({"schema": "ijkpunt/inspection/1", "status": found.status, "reasons": list(found.reasons), "data": found.data})
    return _EXIT[found.status]
