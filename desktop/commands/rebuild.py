"""`ijkpunt rebuild OVERDRACHT.json --out FILE`: the same document again, from its data alone."""

from __future__ import annotations

from argparse import Namespace

from casework.handover.again import MAX_BYTES, document_of
from desktop.commands.common import may_write, read_bytes, write_new
from desktop.commands.options import form
from desktop.handover.produce import rendered


def run(asked: Namespace) -> int:
    may_write(asked.out, asked.force)
    document = document_of(read_bytes(asked.file, MAX_BYTES))
    write_new(asked.out, rendered(document, form(asked)), asked.force)
    return 0
