"""`ijkpunt pack check`: every mistake in a knowledge pack with file and line, and what to look at soon.

What expires is told of a pack with mistakes too.
"""

from __future__ import annotations

from argparse import Namespace

from casework.care.remarks import explains_nothing, remarks
from casework.knowledge.ending import soon
from desktop.commands.common import UnusablePack, read_pack, say, tell
from desktop.packs import practice_families


def check(asked: Namespace) -> int:
    try:
        pack = read_pack(asked.pack)
    except UnusablePack as unusable:
        for one in soon(unusable.why.endings, asked.date):
            tell(one.told(asked.date))
        raise
    for remark in (*explains_nothing(pack, practice_families(asked.date)), *remarks(pack, asked.date)):
        tell(remark)
    say(
        {
            "schema": "ijkpunt/pack-check/1",
            "pack": {"id": pack.id, "version": pack.version},
            "base": pack.base or None,
            "rules": len(pack.rules),
            "checklists": len(pack.checklists),
            "reference_clients": len(pack.reference_clients),
            "products": len(pack.products),
            "provisions": len(pack.provisions),
            "vignettes": len(pack.vignettes),
            "recipients": len(pack.recipients),
            "providers": len(pack.providers),
            "receiving": len(pack.receiving),
            "sources": len(pack.sources),
        }
    )
    return 0
