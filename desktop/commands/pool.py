"""`ijkpunt pool …`: the signal report and the adopted drafts of a coordinator's home, without a window."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.common import read_pack, say, write_new
from desktop.commands.unlocked import pool_of


def report(asked: Namespace) -> int:
    """Figures only: sentences go along where a person reads them first, in the window."""
    from desktop.pool.report import report_file, report_of, settle

    with pool_of(asked) as desk:
        made = report_of(desk, asked.quarter)
        write_new(asked.out, report_file(made, asked.out), asked.force)
        settle(desk, made)
        say({"quarter": made.quarter, "final": made.final, "sections": len(made.sections)})
    return 0


def drafts(asked: Namespace) -> int:
    """The adopted drafts as files of a pack; nothing is written where the pack would not be whole with them."""
    from desktop.pool.drafts import drafts as kept
    from desktop.pool.drafts import pack_files, write_into

    pack = read_pack(asked.out)
    with pool_of(asked) as desk:
        files = pack_files(kept(desk), pack, asked.date)
        write_into(asked.out, files)
        say({"written": sorted(files)})
    return 0
