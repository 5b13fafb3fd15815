"""Asking for a passphrase on the command line: from a file, from the keyboard unseen, or as a line of input."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from desktop.commands.common import Unusable, read_bytes

_MOST_BYTES = 10_000


def asked_for(file: Path | None, question: str) -> str:
    """The passphrase; never an argument, which everyone on the machine could read. Raises Unusable."""
    if file is not None:
        try:
            return read_bytes(file, _MOST_BYTES).decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise Unusable(f"{file} is geen tekst. Zet de wachtzin op één regel in een tekstbestand.") from error
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass(f"{question}: ")
    line = sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
    if not line:
        raise Unusable("Er is een wachtzin nodig. Geef die als regel op de invoer, of met --passphrase-file.")
    return line
