"""`ijkpunt pool …`: what a coordinator makes of the work of the pool, as the command line knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.options import runs
from desktop.dutch_parser import DutchParser


def add(commands: Any) -> None:
    pool = commands.add_parser("pool", help="wat de expertpool leert: het signaalrapport en nieuwe ijkcliënten")
    kinds = pool.add_subparsers(dest="what", required=True, parser_class=DutchParser, title="wat", metavar="wat")
    report = kinds.add_parser("report", help="het signaalrapport van een kwartaal, zonder personen")
    report.add_argument("--quarter", required=True, help="het kwartaal, zoals 2026-4")
    report.add_argument("--out", type=Path, required=True, help="het bestand dat gemaakt wordt: .pdf of .xlsx")
    drafts = kinds.add_parser("drafts", help="zet wat het panel aannam als ijkcliënt in de map van een kennispakket")
    drafts.add_argument("--out", type=Path, required=True, metavar="map", help="de map van het kennispakket")
    options.reference_date(drafts)
    options.force(report)
    for one in (report, drafts):
        options.home(one)
        one.add_argument("--passphrase-file", type=Path, help="bestand met de wachtzin; anders wordt erom gevraagd")
    runs(report, "pool:report")
    runs(drafts, "pool:drafts")
