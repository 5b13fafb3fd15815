"""What the checklists b to g came to, as facts: their conclusions, and the few counts that rules rest on.

A fact is unknown while its checklist is closed, or while too little in it is known to conclude anything.
"""

from __future__ import annotations

from casework.steps.special_checks import SpecialChecks
from casework.weighing.checklists import respite, safety
from casework.weighing.facts.logic import certain, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact

_RESPITE = (
    "LOGEREN_EIGEN_KRING",
    "LOGEREN_PLEK_PAST_NIET",
    "LOGEREN_INDICATIE",
    "LOGEREN_VRIJWILLIG",
    "LOGEREN_OVERDAG",
)
_LAWS = (
    "JEUGDWET_VOORZIET",
    "AFBAKENING_WLZ",
    "AFBAKENING_ZVW",
    "AFBAKENING_WMO",
    "AFBAKENING_ONDERWIJS",
    "PREVENTIEF_EERST",
    "GEEN_ANDERE_WET",
)
_INTENSIVE = ("INTENSIEF_KAN", "NOG_NIET_INTENSIEF")
_STAY = ("VERBLIJF_KAN", "NOG_GEEN_VERBLIJF")


def _concludes(given: FactSource, checklist: str, *among: str) -> str | None:
    """The conclusion of a checklist that leads, of these if any are named."""
    found = given.checklists.get(checklist)
    return next((code for code in found.conclusions if not among or code in among), None) if found else None


@fact("wat vragenlijst b (op weg naar 18) aanwijst", "checklists.b", "special_checks.big_five",
      options=("BIG5_OP_ORDE", "BIG5_OPEN", "BIG5_BEZIG"))  # fmt: skip
def checklist_b(given: FactSource) -> str | None:
    return _concludes(given, "b")


@fact("wat vragenlijst c (stapeling en keten) aanwijst", "checklists.c", "help_history.help",
      options=("STAPELING", "KETEN_NA_CRISIS"))  # fmt: skip
def checklist_c(given: FactSource) -> str | None:
    return _concludes(given, "c")


@fact("volgens vragenlijst c stapelt hulp zich op", "checklists.c", "help_history.help")
def checklist_stacking(given: FactSource) -> bool | None:
    return _concludes(given, "c", "STAPELING") is not None if "c" in given.checklists else None


@fact("volgens vragenlijst c is er een keten na een crisis", "checklists.c", "help_history.crisis")
def checklist_chain(given: FactSource) -> bool | None:
    return _concludes(given, "c", "KETEN_NA_CRISIS") is not None if "c" in given.checklists else None


@fact("wat vragenlijst d (andere wetten) aanwijst", "checklists.d", "own_capacity.other_laws", options=_LAWS)
def checklist_d(given: FactSource) -> str | None:
    return _concludes(given, "d")


@fact("wat vragenlijst e (logeren) aanwijst", "checklists.e", "own_capacity.more_than_usual", options=_RESPITE)
def checklist_e(given: FactSource) -> str | None:
    return _concludes(given, "e")


@fact("hoe zwaar de ouders het hebben (0 goed – 4 het gaat niet meer)", "checklists.e")
def respite_overload(given: FactSource) -> float | None:
    return respite.overload(given.asked("e"))


@fact("draagkracht en wat logeren brengt zijn opnieuw besproken", "checklists.e")
def respite_prolonging_weighed(given: FactSource) -> bool | None:
    return respite.prolonging_weighed(given.asked("e"))


@fact("wat vragenlijst f aanwijst over intensieve hulp", "checklists.f", "special_checks.lighter_done_well",
      options=_INTENSIVE)  # fmt: skip
def checklist_f(given: FactSource) -> str | None:
    return _concludes(given, "f", *_INTENSIVE)


@fact("wat vragenlijst f aanwijst over verblijf", "checklists.f", "special_checks.stay_alternatives", options=_STAY)
def checklist_f_stay(given: FactSource) -> str | None:
    return _concludes(given, "f", *_STAY)


@fact("wat vragenlijst g (veiligheid) aanwijst", "checklists.g", "safety.verdict",
      options=("MELDEN", "HULP_MET_AFSPRAKEN", "ZICHT_NODIG", "VEILIG_GENOEG"))  # fmt: skip
def checklist_g(given: FactSource) -> str | None:
    return _concludes(given, "g")


@fact("tekenen van onveiligheid die zijn gezien of gehoord", "checklists.g")
def safety_sign_count(given: FactSource) -> int | None:
    asked = given.asked("g")
    unsure = sum(1 for item in safety.SIGNS if asked.at_all(item) is None)
    return certain(len(safety.signs(asked)), unsure, 1)


@fact("er staat wat stopt of wacht als dit start", "special_checks.stops_or_waits")
def stops_or_waits_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(SpecialChecks).stops_or_waits)


answer(SpecialChecks, "respite_nights", "nachten logeren tot nu toe")
