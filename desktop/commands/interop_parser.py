"""The commands for the back office and the case system, as the command line knows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.options import runs


def add(commands: Any) -> None:
    allocation = commands.add_parser("allocation", help="maak het toewijzingsvoorstel voor de backoffice; geeft JSON")
    options.case(allocation)
    allocation.add_argument("--out", type=Path, help="het bestand dat gemaakt wordt; anders naar het scherm")
    runs(allocation, "allocation:run")
    incoming = commands.add_parser("incoming", help="begin een casus met een JW315 of JW317 van een aanbieder")
    incoming.add_argument("message", type=Path, metavar="bericht.xml", help="het bericht")
    incoming.add_argument("--pack", type=Path, help="map van een kennispakket; anders het meegeleverde")
    options.reference_date(incoming)
    incoming.add_argument("--out", type=Path, required=True, help="het casusbestand dat gemaakt wordt")
    runs(incoming, "import_message:run")
    filing = commands.add_parser("filing", help="maak van de overdracht een pakket voor het zaaksysteem")
    options.case(filing)
    filing.add_argument("--out", type=Path, required=True, help="de nieuwe map, of een bestand dat op .zip eindigt")
    filing.add_argument("--reader", choices=options.READERS, default="provider", help="voor wie")
    runs(filing, "filing:run")
    for one in (allocation, incoming, filing):
        options.force(one)
