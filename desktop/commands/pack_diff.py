"""`ijkpunt pack diff OUD NIEUW`: the difference as JSON on stdout, and in words on stderr."""

from __future__ import annotations

from argparse import Namespace

from casework.care.difference import difference
from desktop.commands.common import say, tell
from desktop.commands.pack_source import no_fault, read_any
from desktop.packs import practice_families


def run(asked: Namespace) -> int:
    old, new = read_any(asked.old), read_any(asked.new)
    with no_fault():
        found = difference(old, new, practice_families(asked.date), asked.date)
    say(found.as_json())
    for sentence in found.words:
        tell(f"{sentence}.")
    return 0
