"""`ijkpunt pack …`: the words of each command for the care of content, and the way to the file that does it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.options import runs
from desktop.dutch_parser import DutchParser


def add(commands: Any) -> None:
    pack = commands.add_parser("pack", help="het onderhoud van een kennispakket")
    kinds = pack.add_subparsers(dest="what", required=True, parser_class=DutchParser, title="wat", metavar="wat")
    check = kinds.add_parser("check", help="alle fouten met bestand en regel, en wat binnenkort verloopt")
    _folder(check)
    diff = kinds.add_parser("diff", help="wat verandert er tussen twee pakketten, en voor wie?")
    diff.add_argument("old", type=Path, metavar="oud", help="map of .ijkpak")
    diff.add_argument("new", type=Path, metavar="nieuw", help="map of .ijkpak")
    keygen = kinds.add_parser("keygen", help="maak een sleutel om pakketten mee te tekenen")
    keygen.add_argument("--out", type=Path, required=True, help="het sleutelbestand; de publieke helft komt ernaast")
    keygen.add_argument("--plain", action="store_true", help="zonder wachtzin: wie het bestand leest, kan tekenen")
    sign = kinds.add_parser("sign", help="teken een pakket, als elk verschil is uitgelegd")
    sign.add_argument("pack", type=Path, metavar="map", help="map van het pakket")
    sign.add_argument("--key", type=Path, help="het sleutelbestand; anders de sleutel van het apparaat van --home")
    options.home(sign)
    sign.add_argument("--out", type=Path, required=True, help="het bestand dat gemaakt wordt (.ijkpak)")
    sign.add_argument("--previous", type=Path, help="het pakket waar dit op volgt: map of .ijkpak")
    overrules = kinds.add_parser("overrules", help="hoe vaak signalen zijn opgevolgd of niet, voor de eigenaar")
    options.home(overrules)
    overrules.add_argument("--out", type=Path, help="het bestand (.json of .csv); anders op stdout")
    for asks in (keygen, sign, overrules):
        asks.add_argument("--passphrase-file", type=Path, help="bestand met de wachtzin; anders wordt erom gevraagd")
    install = kinds.add_parser("install", help="zet een getekend pakket in uw map, naast wat er al staat")
    install.add_argument("file", type=Path, metavar="bestand", help="het getekende pakket (.ijkpak)")
    options.home(install)
    install.add_argument("--issuer-key", type=Path, help="publieke sleutel van de uitgever, om die te vertrouwen")
    algorithm = kinds.add_parser("algorithm", help="de algoritmekaart, en wat in het Algoritmeregister komt")
    _folder(algorithm)
    algorithm.add_argument("--out", type=Path, required=True, help="de map waar de drie bestanden komen")
    for one in (sign, overrules, algorithm):
        options.force(one)
    for dated in (check, diff, sign, install, algorithm):
        options.reference_date(dated)
    runs(check, "pack:check")
    runs(diff, "pack_diff:run")
    runs(keygen, "pack_sign:keygen")
    runs(sign, "pack_sign:run")
    runs(install, "pack_install:run")
    runs(overrules, "pack_overrules:run")
    runs(algorithm, "pack_algorithm:run")


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, nargs="?", metavar="map", help="map van het pakket; anders het meegeleverde")
