"""What a choice at a review leads to: a sentence, and a button that goes where it is worked out."""

from __future__ import annotations

from typing import NamedTuple

from casework.steps.intake import Intake
from desktop.cases.open_case import OpenCase


class NextStep(NamedTuple):
    """words: what it asks. act: the words of the button. path: where it leads."""

    words: str
    act: str
    path: str


_STEPS = {
    "doel_bereikt": NextStep("Vier wat gelukt is. Spreek af wie het gezin belt als het weer moeilijk wordt.",
                             "Schrijf het afbouwplan", "needs.step_down"),
    "afschalen": NextStep("Schrijf op hoe het minder wordt, en wat het gezin dan zelf doet.",
                          "Schrijf het afbouwplan", "needs.step_down"),
    "stoppen_met_plan": NextStep("Stoppen kan met een plan: wie neemt het over, en wanneer belt u terug?",
                                 "Schrijf het afbouwplan", "needs.step_down"),
    "verlengen": NextStep(
        "Verlengen gaat nooit vanzelf. Het loopt via de route verlenging: eerst de korte vragen en uw conclusie in "
        "stap 8, dan in stap 11 wat er veranderde, waarom langer, hoeveel minder en tot wanneer. Zet in stap 13 de "
        "nieuwe periode.",
        "Begin de route verlenging", "checklists.a.VC12"),
    "andere_aanpak": NextStep("Kijk opnieuw wat er moet gebeuren, nog zonder product.",
                              "Ga naar wat nodig is", "needs.needs"),
    "ander_doel": NextStep("Zet het nieuwe doel in de woorden van het gezin, met een cijfer voor nu.",
                           "Ga naar de doelen", "needs.goals"),
}  # fmt: skip


def next_step(case: OpenCase, choice: str | None) -> NextStep | None:
    """None where nothing follows from the choice but the next talk."""
    step = _STEPS.get(choice or "")
    if step is not None and choice == "verlengen" and prolongs(case):
        return step._replace(act="Ga naar de vragen voor verlengen")
    return step


def prolongs(case: OpenCase) -> bool:
    """Does the case follow the route of prolonging already?"""
    return case.case.step(Intake).track.known == "verlenging"
