"""`ijkpunt calibration agree FILE…`: the agreement of a team as JSON on stdout, and in words on stderr."""

from __future__ import annotations

from argparse import Namespace

from casework.calibration.answers import MAX_BYTES, read_sheet
from casework.calibration.team import in_words, team, title_of
from desktop.commands.common import read_bytes, read_pack, say, tell


def agree(asked: Namespace) -> int:
    """One file that cannot be read stops all: a figure over half a team would be another figure."""
    sheets = [read_sheet(read_bytes(path, MAX_BYTES), path.name) for path in asked.files]
    pack = read_pack(asked.pack)
    found = team(sheets, pack)
    say(found.as_json(pack))
    if found.held_back:
        tell(f"Nog geen uitkomst. {found.held_back}")
    for question, one in found.agreements.items():
        tell(f"{title_of(question)}: {in_words(one)}")
    return 0
