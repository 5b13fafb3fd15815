"""`ijkpunt pool …`: the signal report of a coordinator's home, without a window."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.common import say, write_new
from desktop.commands.unlocked import pool_of


def report(asked: Namespace) -> int:
    """Figures only: sentences go along where a person reads them first, in the window."""
    from desktop.pool.report import report_file, report_of

    with pool_of(asked) as desk:
        made = report_of(desk, asked.quarter)
        write_new(asked.out, report_file(made, asked.out), asked.force)
        say({"quarter": made.quarter, "final": made.final, "sections": len(made.sections)})
    return 0
