"""The command `ijkpunt`: the window when nothing else is asked, and every command of the contract."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from casework.trouble import Trouble
from desktop.clock import today
from desktop.commands import interop_parser, pack_parser
from desktop.commands.common import UNUSABLE, tell
from desktop.dutch_parser import DutchParser

_READERS = ("provider", "parent", "youth")
_FORMATS = ("pdf", "html", "text", "json")
_KINDS = ("case", "facts", "assessment", "handover", "allocation", "pack")


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
        return UNUSABLE


def _run(asked: argparse.Namespace) -> int:
    if asked.smoke is not None:
        from desktop.commands import demo

        return demo.smoke(asked.smoke)
    match asked.command:
        case "weigh":
            from desktop.commands import weigh

            return weigh.run(asked)
        case "handover":
            from desktop.commands import handover

            return handover.run(asked)
        case "inspect":
            from desktop.commands import inspect

            return inspect.run(asked)
        case "schema":
            from desktop.commands import schema

            return schema.run(asked)
        case "pack":
            return pack_parser.run(asked)
        case name if name in interop_parser.NAMES:
            return interop_parser.run(asked)
        case "demo":
            from desktop.commands import demo

            return demo.run(asked)
        case _:
            from desktop.commands import window

            return window.run(asked)


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(prog="ijkpunt", description="Besluitondersteuning voor de toegang tot jeugdhulp. U beslist.")
    parser.add_argument("--home", type=Path, help="map met uw eigen casussen")
    parser.add_argument("--smoke", type=Path, metavar="PDF", help="rijd het programma zonder scherm naar een PDF")
    commands = parser.add_subparsers(dest="command", parser_class=DutchParser, title="commando's", metavar="commando")
    demo = commands.add_parser("demo", help="oefengezinnen, in een map die weer verdwijnt")
    demo.add_argument("--out", type=Path, help="zonder scherm: waar de PDF komt")
    weigh = commands.add_parser("weigh", help="weeg een casusbestand; geeft JSON")
    _case(weigh)
    handover = commands.add_parser("handover", help="maak de overdracht van een casusbestand")
    _case(handover)
    handover.add_argument("--out", type=Path, required=True, help="het bestand dat gemaakt wordt")
    handover.add_argument("--reader", choices=_READERS, default="provider", help="voor wie; anders de aanbieder")
    handover.add_argument("--format", choices=_FORMATS, default="pdf", help="anders pdf")
    handover.add_argument("--force", action="store_true", help="vervang een bestaand bestand")
    inspect = commands.add_parser("inspect", help="is deze overdracht zoals hij is uitgegeven?")
    inspect.add_argument("file", type=Path, metavar="bestand", help="de pdf")
    schema = commands.add_parser("schema", help="wat er in de bestanden staat")
    schema.add_argument("kind", choices=_KINDS, metavar="soort", help=", ".join(_KINDS))
    pack_parser.add(commands, _date)
    interop_parser.add(commands, _case, _date)
    return parser


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=Path, metavar="casus.json", help="casusbestand")
    parser.add_argument("--pack", type=Path, help="map van een kennispakket; anders het meegeleverde")
    _date(parser)


def _date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=_day, default=today(), help="peildatum, jjjj-mm-dd; anders vandaag")


def _day(text: str) -> date:
    from casework.answers import FIRST_YEAR, LAST_YEAR

    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"schrijf de peildatum als 2026-11-22, niet als “{text}”") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"kies een peildatum van {FIRST_YEAR} tot en met {LAST_YEAR}")
    return day


if __name__ == "__main__":
    raise SystemExit(main())
