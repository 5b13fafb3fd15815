"""The commands on a case file and on a document, and the window itself, as the command line knows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.options import runs

_FORMATS = ("pdf", "html", "text", "json")
_DOCUMENTS = ("full", "announcement", "addendum", "withdrawal", "receipt")
_KINDS = ("case", "facts", "assessment", "handover", "reply", "allocation", "pack", "overrules")


def add(commands: Any) -> None:
    demo = commands.add_parser("demo", help="oefengezinnen, in een map die weer verdwijnt")
    demo.add_argument("--out", type=Path, help="zonder scherm: waar de PDF komt")
    runs(demo, "demo:run")
    weigh = commands.add_parser("weigh", help="weeg een casusbestand; geeft JSON")
    options.case(weigh)
    runs(weigh, "weigh:run")
    handover = commands.add_parser("handover", help="maak de overdracht van een casusbestand")
    options.case(handover)
    handover.add_argument("--reader", choices=options.READERS, default="provider", help="voor wie; anders de aanbieder")
    options.out(handover, _FORMATS)
    handover.add_argument("--kind", choices=_DOCUMENTS, default="full",
                          help="wat: anders het hele stuk (receipt: overzicht voor het gezin)")  # fmt: skip
    handover.add_argument("--previous", type=Path, metavar="stuk", help="het vorige stuk: json, pdf of webpagina")
    handover.add_argument("--text", help="de aanvulling, of de reden van het intrekken")
    handover.add_argument("--number", type=int, default=1, help="de hoeveelste aanvulling; anders 1")
    options.protect(handover)
    options.force(handover)
    runs(handover, "handover:run")
    access = commands.add_parser("access", help="inzagedossier: alles wat er over iemand is bewaard")
    options.case(access)
    access.add_argument("--for", choices=("jeugdige", "ouder"), required=True, help="wie erom vraagt")
    access.add_argument("--person", metavar="id", help="welke ouder, als er meer zijn met gezag")
    access.add_argument("--choices", type=Path, metavar="json", help="wat er over anderen is beslist")
    access.add_argument("--letter", choices=("toegang", "hulpverlening"), help="de brief bij dit deel van het dossier")
    options.out(access, ("pdf", "text", "json"))
    options.protect(access)
    options.force(access)
    runs(access, "access:run")
    rebuild = commands.add_parser("rebuild", help="maak een overdracht opnieuw uit haar overdracht.json")
    rebuild.add_argument("file", type=Path, metavar="overdracht.json", help="de gegevens uit de overdracht")
    options.out(rebuild, _FORMATS)
    options.force(rebuild)
    runs(rebuild, "rebuild:run")
    inspect = commands.add_parser("inspect", help="is deze overdracht, of dit antwoord, zoals het hoort?")
    inspect.add_argument("file", type=Path, metavar="bestand", help="pdf, webpagina (html) of antwoord (json)")
    inspect.add_argument("--against", type=Path, metavar="overdracht", help="hoort dit antwoord bij deze overdracht?")
    runs(inspect, "inspect:run")
    schema = commands.add_parser("schema", help="wat er in de bestanden staat")
    schema.add_argument("kind", choices=_KINDS, metavar="soort", help=", ".join(_KINDS))
    runs(schema, "schema:run")
