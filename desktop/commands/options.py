"""What commands have in common on the command line: a case, a day, and which function runs them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import today
from desktop.commands.common import Unusable

if TYPE_CHECKING:  # heavy: loaded when it is used
    from desktop.handover.produce import Format

READERS = ("provider", "parent", "youth")
_BY_NAME: dict[str, Format] = {".pdf": "pdf", ".html": "html", ".htm": "html", ".txt": "text", ".json": "json"}


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


def out(parser: argparse.ArgumentParser, forms: Sequence[str]) -> None:
    """The file that is made, and in which of these forms; see `form`."""
    parser.add_argument("--out", type=Path, required=True, help="het bestand dat gemaakt wordt")
    parser.add_argument("--format", choices=forms, help="anders wat de naam van het bestand zegt, en anders pdf")
    parser.set_defaults(forms=forms)


def form(asked: argparse.Namespace) -> Format:
    """The form asked for, else the one that the name of the file says, else a PDF. Raises Unusable."""
    said: Format = asked.format or _BY_NAME.get(asked.out.suffix.lower(), "pdf")
    if said not in asked.forms:
        raise Unusable(f"{asked.out}: dit stuk is er niet als {said}. Kies een andere naam, of een --format: "
                       f"{', '.join(asked.forms)}.")  # fmt: skip
    return said


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

    day: date | None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # 20261122 and 2026-W47-7 are dates to Python, not to who reads this
        raise argparse.ArgumentTypeError(f"schrijf de peildatum als 2026-11-22, niet als “{text}”")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"kies een peildatum van {FIRST_YEAR} tot en met {LAST_YEAR}")
    return day
