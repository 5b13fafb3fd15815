"""Checklist g: is it safe enough to go on? (meldcode; seed:001; brief §4g)

People judge; the verdict of step 3 is the outcome. It never becomes a number, and too little sight is an outcome too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casework.steps.safety import Safety
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint

READS = ()

SIGNS = ("VE02", "VE03", "VE04", "VE05", "VE06", "VE07")
"""The questions whose yes, or a bit, is a sign that it may not be safe."""

_OUTCOMES: Mapping[str, str] = {
    "acuut_of_structureel_onveilig": "MELDEN",
    "onveilig_hulp_mogelijk": "HULP_MET_AFSPRAKEN",
    "zorgen_onder_controle": "HULP_MET_AFSPRAKEN",
    "onvoldoende_zicht": "ZICHT_NODIG",
    "veilig": "VEILIG_GENOEG",
}


def signs(asked: Asked) -> list[str]:
    return [item for item in SIGNS if asked.at_all(item)]


def conclusions(asked: Asked) -> Iterator[str]:
    verdict = asked.case.of(Safety).verdict.known
    if verdict is not None:
        yield _OUTCOMES[verdict]
    elif asked.says("VE01") == "nee":
        yield "ZICHT_NODIG"


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    step, seen = asked.case.of(Safety), signs(asked)
    if asked.by_hand and step.verdict.known is None:
        yield OpenPoint(text="geef uw oordeel over de veiligheid", path="safety.verdict")
    if step.verdict.known == "veilig" and seen:
        again = "het oordeel is veilig, en er is een teken gezien: kijk er opnieuw naar"
        yield OpenPoint(text=again, path="safety.verdict")
    if asked.says("VE01") in ("nee", "een_beetje"):
        yield asked.point("VE01", "zie en spreek alle kinderen in huis")
    if "VE06" in seen and step.suicide_risk.known in (None, "niet_gevraagd"):
        yield OpenPoint(text="vraag vandaag door over zelfdoding", path="safety.suicide_risk")
    if seen:
        yield from (asked.point(item, text) for item, text in _TO_DEEPEN if asked.says(item) is None)
        if not step.agreements.known:
            agree = "maak veiligheidsafspraken: wat, wie, tot wanneer, en wat als"
            yield OpenPoint(text=agree, path="safety.agreements")


_TO_DEEPEN = (
    ("VE09", "vraag wat er is gebeurd, hoe vaak, sinds wanneer en wie het weet"),
    ("VE10", "kijk of het kind jong of kwetsbaar is"),
    ("VE11", "vraag naar wapens, dreiging en strijd rond een scheiding"),
    ("VE12", "zoek wat het vandaag al veiliger maakt"),
    ("VE14", "vraag of een ouder zelf hulp heeft, en of daar naar de kinderen is gevraagd"),
)
