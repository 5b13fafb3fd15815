"""The command `ijkpunt`: the window when nothing else is asked, and every command of the contract."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from casework.trouble import Trouble
from desktop.commands import (
    calibration_parser,
    case_parser,
    exchange_parser,
    home_parser,
    interop_parser,
    pack_parser,
    pool_parser,
)
from desktop.commands.common import UNUSABLE, tell
from desktop.commands.options import runs
from desktop.dutch_parser import DutchParser

GROUPS = (case_parser, pack_parser, interop_parser, calibration_parser, exchange_parser, pool_parser, home_parser)
"""THE LIST: each adds its commands and says which function runs them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code of the contract."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = _parser().parse_args(arguments)
    try:
        return _run(asked)
    except Trouble as trouble:
        tell(str(trouble))
    except OSError as error:  # of the machine, where no command knew better words
        tell(f"{error.filename or 'Een bestand'} kan niet worden gebruikt: {_reason(error)}")
    return UNUSABLE


def _reason(error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "die naam is te lang. Kies een kortere."
    return "controleer de naam, de schijf en of u er toegang toe hebt, en probeer het opnieuw."


def _run(asked: argparse.Namespace) -> int:
    if asked.smoke is not None:
        from desktop.commands import demo

        return demo.smoke(asked.smoke)
    module, function = asked.run.split(":")
    code: int = getattr(import_module(f"desktop.commands.{module}"), function)(asked)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(prog="ijkpunt", description="Besluitondersteuning voor de toegang tot jeugdhulp. U beslist.")
    parser.add_argument("--home", type=Path, help="map met uw eigen casussen")
    parser.add_argument("--smoke", type=Path, metavar="PDF", help="rijd het programma zonder scherm naar een PDF")
    runs(parser, "window:run")
    commands = parser.add_subparsers(dest="command", parser_class=DutchParser, title="commando's", metavar="commando")
    for group in GROUPS:
        group.add(commands)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
