"""`ijkpunt allocation CASE.json [--out FILE]`: the proposal for the back office, or what stands in its way."""

from __future__ import annotations

import json
from argparse import Namespace

from desktop.commands.common import HELD_BACK, may_write, read_case, read_pack, say, tell, weighed, write_new


def run(asked: Namespace) -> int:
    """No allocation without a handover that may go out: a code and a volume are not the whole story."""
    from casework.ijw.propose import propose

    if asked.out is not None:
        may_write(asked.out, asked.force)
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    held_back = weighed(case, pack, asked.date).handover
    proposed = propose(case.settle(asked.date), pack)
    if proposed.allocation is None or not held_back.ready:
        unmet = [f"{one.rule}: {one.text} ({one.path})" for one in proposed.unmet]
        say({"schema": "ijkpunt/held-back/1", "ready": False, "missing": [*unmet, *held_back.missing]})
        tell("Dit toewijzingsvoorstel kan nog niet: zie “missing”.")
        return HELD_BACK
    document = proposed.allocation.as_json()
    if asked.out is None:
        say(document)
    else:
        write_new(asked.out, json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n", asked.force)
    return 0
