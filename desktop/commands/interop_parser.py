"""The commands for the back office and the case system, as the command line knows them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMES = ("allocation", "incoming", "filing")


def add(
    commands: Any, case: Callable[[argparse.ArgumentParser], None], date: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add them to the commands. case: adds what every command on a case file takes; date: the reference date."""
    allocation = commands.add_parser("allocation", help="maak het toewijzingsvoorstel voor de backoffice; geeft JSON")
    case(allocation)
    allocation.add_argument("--out", type=Path, help="het bestand dat gemaakt wordt; anders naar het scherm")
    incoming = commands.add_parser("incoming", help="begin een casus met een JW315 of JW317 van een aanbieder")
    incoming.add_argument("message", type=Path, metavar="bericht.xml", help="het bericht")
    incoming.add_argument("--pack", type=Path, help="map van een kennispakket; anders het meegeleverde")
    date(incoming)
    incoming.add_argument("--out", type=Path, required=True, help="het casusbestand dat gemaakt wordt")
    filing = commands.add_parser("filing", help="maak van de overdracht een pakket voor het zaaksysteem")
    case(filing)
    filing.add_argument("--out", type=Path, required=True, help="de nieuwe map, of een bestand dat op .zip eindigt")
    filing.add_argument("--reader", choices=("provider", "parent", "youth"), default="provider", help="voor wie")
    for one in (allocation, incoming, filing):
        one.add_argument("--force", action="store_true", help="vervang een bestaand bestand")


def run(asked: argparse.Namespace) -> int:
    """Run one of them."""
    match asked.command:
        case "allocation":
            from desktop.commands import allocation

            return allocation.run(asked)
        case "incoming":
            from desktop.commands import import_message

            return import_message.run(asked)
        case _:
            from desktop.commands import filing

            return filing.run(asked)
