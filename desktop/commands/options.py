"""What commands have in common on the command line: a case, a day, and which function runs them."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from desktop.clock import today

READERS = ("provider", "parent", "youth")


def runs(parser: argparse.ArgumentParser, function: str) -> None:
    """`module:function` inside desktop.commands, loaded when the command is given."""
    parser.set_defaults(run=function)


def case(parser: argparse.ArgumentParser) -> None:
    """A case file, the pack to weigh it with and the reference date."""
    parser.add_argument("case", type=Path, metavar="casus.json", help="casusbestand")
    parser.add_argument("--pack", type=Path, help="map van een kennispakket; anders het meegeleverde")
    reference_date(parser)


def reference_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=_day, default=today(), help="peildatum, jjjj-mm-dd; anders vandaag")


def force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="vervang een bestaand bestand")


def protect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--protect", type=Path, metavar="wachtzin.txt",
                        help="ernaast een kopie die alleen opengaat met de wachtzin in dit bestand")  # fmt: skip


def home(parser: argparse.ArgumentParser) -> None:
    """The home, also after the command; before it is as good."""
    parser.add_argument("--home", type=Path, default=argparse.SUPPRESS, help="map met uw gegevens")


def _day(text: str) -> date:
    from casework.answers import FIRST_YEAR, LAST_YEAR  # heavy: the window comes by here too, and must not wait for it

    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"schrijf de peildatum als 2026-11-22, niet als “{text}”") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"kies een peildatum van {FIRST_YEAR} tot en met {LAST_YEAR}")
    return day
