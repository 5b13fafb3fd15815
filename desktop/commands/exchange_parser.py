"""`ijkpunt exchange …`: the keys of this device, the address book, and the post of the pool, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.options import runs
from desktop.dutch_parser import DutchParser

POOL_ROLES = ("aanvrager", "coordinator", "expert")
DISCIPLINES = (
    "kinder_jeugdpsychiatrie", "orthopedagogiek_gz", "LVB", "systeemtherapie", "verslaving", "trauma_veiligheid",
    "gedwongen_kader", "pleegzorg_verblijf", "onderwijs", "jeugdarts", "ervaringsdeskundige",
)  # fmt: skip
"""As casework has them (a test holds them together): the window comes by here too, and must not wait for it."""


def add(commands: Any) -> None:
    exchange = commands.add_parser("exchange", help="sleutels, adresboek en post van de expertpool")
    kinds = exchange.add_subparsers(dest="what", required=True, parser_class=DutchParser, title="wat", metavar="wat")
    start = kinds.add_parser("start", help="maak de sleutels van dit apparaat")
    start.add_argument("--role", choices=POOL_ROLES, required=True, help="wie u bent in de pool")
    start.add_argument("--name", required=True, help="uw naam, zoals collega's die zien")
    for name, words in (("team", "uw team"), ("organisation", "waar u werkt"), ("number", "SKJ- of BIG-nummer")):
        start.add_argument(f"--{name}", default="", help=words)
    start.add_argument("--discipline", choices=DISCIPLINES, help="van een expert")
    start.add_argument("--register", choices=("SKJ", "BIG", "geen"), default="geen", help="waar u geregistreerd staat")
    start.add_argument("--joins", action="store_true", help="een tweede coördinator: de pool is er al")
    start.add_argument("--new", action="store_true", help="begin een nieuwe map als er nog geen is")
    request = kinds.add_parser("request", help="de aanmelding van dit apparaat, voor de coördinator")
    enrol = kinds.add_parser("enrol", help="laat een apparaat toe")
    enrol.add_argument("file", type=Path, metavar="aanmelding.json", help="de aanmelding")
    directory = kinds.add_parser("directory", help="het adresboek, om door te geven")
    trust = kinds.add_parser("trust", help="vertrouw de coördinator van een adresboek")
    trust.add_argument("file", type=Path, metavar="adresboek.json", help="het adresboek")
    for compares in (enrol, trust):
        compares.add_argument("--fingerprint", required=True, help="de vingerafdruk, zoals de ander die voorlas")
    prolong = kinds.add_parser("prolong", help="vertrouw een apparaat weer twaalf maanden")
    revoke = kinds.add_parser("revoke", help="vertrouw een apparaat nooit meer")
    for one in (prolong, revoke):
        one.add_argument("device", metavar="apparaat", help="het kenmerk van het apparaat (zie status)")
    revoke.add_argument("--reason", required=True, help="waarom")
    status = kinds.add_parser("status", help="wat is bewaard, verzonden, en wat wacht")
    post = {
        "send": kinds.add_parser("send", help="breng de post naar een map, stick of share"),
        "receive": kinds.add_parser("receive", help="lees de post uit een map"),
        "sync": kinds.add_parser("sync", help="breng en lees in één keer"),
    }
    for name, parser in post.items():
        parser.add_argument("folder", type=Path, metavar="map", help="de map waar de post ligt")
        runs(parser, f"exchange:{name}")
    resend = kinds.add_parser("resend", help="laat wat al weg was opnieuw wachten, om nog eens te brengen")
    resend.add_argument("--days", type=int, choices=range(1, 367), metavar="DAGEN", default=7,
                        help="van de laatste zoveel dagen (standaard 7)")  # fmt: skip
    for made in (request, directory):
        made.add_argument("--out", type=Path, required=True, help="het bestand dat gemaakt wordt")
        options.force(made)
    for parser, name in ((start, "start"), (request, "request"), (enrol, "enrol"), (directory, "directory"),
                         (trust, "trust"), (prolong, "prolong"), (revoke, "revoke"), (status, "status"),
                         (resend, "resend")):  # fmt: skip
        runs(parser, f"exchange:{name}")
    for parser in (start, request, enrol, directory, trust, prolong, revoke, status, resend, *post.values()):
        _unlocked(parser)


def _unlocked(parser: argparse.ArgumentParser) -> None:
    options.home(parser)
    parser.add_argument("--passphrase-file", type=Path, help="bestand met de wachtzin; anders wordt erom gevraagd")
