"""`ijkpunt weigh CASE.json`: the assessment as JSON."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.common import read_case, read_pack, say, weighed


def run(asked: Namespace) -> int:
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    say(weighed(case, pack, asked.date).as_json())
    return 0
