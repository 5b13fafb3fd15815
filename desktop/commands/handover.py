"""`ijkpunt handover CASE.json --out FILE`: the document for one reader, or what holds it back."""

from __future__ import annotations

from argparse import Namespace

from casework.handover.may_send import held_back
from desktop.commands.common import HELD_BACK, may_write, read_case, read_pack, say, tell, weighed, write_new
from desktop.handover.produce import produce


def run(asked: Namespace) -> int:
    may_write(asked.out, asked.force)
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    assessment = weighed(case, pack, asked.date)
    if missing := held_back(case.settle(asked.date), assessment, asked.reader):
        say({"schema": "ijkpunt/held-back/1", "ready": False, "missing": list(missing)})
        tell("Deze overdracht kan nog niet: zie “missing”.")
        return HELD_BACK
    write_new(asked.out, produce(case, assessment, pack, asked.date, asked.reader, asked.format), asked.force)
    return 0
