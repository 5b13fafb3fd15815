"""`ijkpunt allocation CASE.json [--out FILE]`: the proposal for the back office, or what stands in its way."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.common import HELD_BACK, may_write, read_case, read_pack, say, tell, weighed, write_new


def run(asked: Namespace) -> int:
    """The proposal on stdout or in a file; exit 3 with what is missing where there can be none yet."""
    from desktop.interop.back_office import proposal

    if asked.out is not None:
        may_write(asked.out, asked.force)
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    made = proposal(case, weighed(case, pack, asked.date), pack, asked.date)
    if made.document is None:
        missing = [f"{one.words} ({one.path})" if one.path else one.words for one in made.missing]
        say({"schema": "ijkpunt/held-back/1", "ready": False, "missing": missing})
        tell("Dit toewijzingsvoorstel kan nog niet: zie “missing”.")
        return HELD_BACK
    if asked.out is None:
        say(made.document)
    else:
        write_new(asked.out, made.as_bytes(), asked.force)
    return 0
