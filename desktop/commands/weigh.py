"""`ijkpunt weigh CASE.json`: the assessment as JSON."""

from __future__ import annotations

from argparse import Namespace

from casework.weighing.assess import assess
from desktop.commands.common import read_case, read_pack, say


def run(asked: Namespace) -> int:
    case = read_case(asked.case, asked.date)
    say(assess(case, read_pack(asked.pack), asked.date).as_json())
    return 0
