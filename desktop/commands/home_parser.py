"""`ijkpunt backup`: what one does with the home itself, as the command line knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.options import runs


def add(commands: Any) -> None:
    backup = commands.add_parser("backup", help="een reservekopie van uw map met gegevens")
    backup.add_argument("--out", type=Path, required=True, metavar="map", help="de map waar zij komt, zoals een stick")
    options.home(backup)
    backup.add_argument("--passphrase-file", type=Path, help="bestand met de wachtzin; anders wordt erom gevraagd")
    runs(backup, "home:backup")
