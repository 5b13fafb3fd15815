"""`ijkpunt calibration …`: what a team's answers to the practice vignettes come to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.commands.options import runs
from desktop.dutch_parser import DutchParser


def add(commands: Any) -> None:
    calibration = commands.add_parser("calibration", help="weegt een team hetzelfde? Uit de oefensituaties")
    kinds = calibration.add_subparsers(dest="what", required=True, parser_class=DutchParser, title="wat", metavar="wat")
    agree = kinds.add_parser("agree", help="tel de antwoordbestanden van een team op; geeft JSON")
    agree.add_argument("files", type=Path, nargs="+", metavar="bestand", help="bewaard met ‘Mijn antwoorden bewaren’")
    agree.add_argument("--pack", type=Path, help="map van een kennispakket; anders het meegeleverde")
    runs(agree, "calibration:agree")
