"""`ijkpunt pack check`: every mistake in a knowledge pack with file and line, and what to look at soon."""

from __future__ import annotations

from argparse import Namespace

from casework.knowledge import warnings
from desktop.commands.common import read_pack, say, tell


def check(asked: Namespace) -> int:
    pack = read_pack(asked.pack)
    for warning in warnings(pack, asked.date):
        tell(warning)
    say(
        {
            "pack": {"id": pack.id, "version": pack.version},
            "rules": len(pack.rules),
            "checklists": len(pack.checklists),
            "reference_clients": len(pack.reference_clients),
            "products": len(pack.products),
            "sources": len(pack.sources),
        }
    )
    return 0
