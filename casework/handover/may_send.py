"""Whether a document may go out, asked at every export in every form (brief §2.3; Jeugdwet 7.3.4, 7.3.11, 7.3.16).

Consent of who decides, by age and custody (weighing/facts/consent). Without it only on a ground that is named in law,
with a reason, and when a second registered professional looked along: by name, register and number, and nobody who
signs.
"""

from __future__ import annotations

from casework.actors import digits, is_same_name
from casework.answers import is_known
from casework.case import SettledCase
from casework.handover.blocks import Kind, Reader
from casework.handover.may_read import refusal
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover, announced_unanswered
from casework.steps.identity import Identity
from casework.weighing.assessment import Assessment
from casework.weighing.facts.consent import NAMELESS, YOUNG_PERSON, exception_holds, missing_for_sharing
from casework.words import listed

CONSENT = "R-TOEST-01"
"""The rule that stops a handover without consent."""

_SECOND = ("sharing_second_reader", "sharing_second_register", "sharing_second_number")
_SECOND_READER = f"identity.{_SECOND[0]}"
_ASK_FIRST = "Vraag het aan wie erover gaat en leg het vast bij stap 2"


def held_back(case: SettledCase, assessment: Assessment, reader: Reader, kind: Kind = "full") -> tuple[str, ...]:
    """Every reason why this document may not go out, and what to do; empty where it may.

    An announcement from which nobody can tell who it is needs no consent, and a withdrawal tells nothing.
    """
    if kind == "receipt":
        return tuple(filter(None, [refusal(case, reader)]))
    if kind == "withdrawal":
        return ()
    if kind == "announcement":
        return () if is_known(case.of(Handover).recipient) else ("Vul bij stap 14 in naar wie dit gaat.",)
    consent, whose = without_consent(case), not_yet_from(case)
    told = [f"{one}{whose}" if one.startswith(f"{CONSENT}: ") else one for one in assessment.handover.missing]
    found = [*told, *([] if any(one.startswith(CONSENT) for one in told) else [consent]), _too_early(case, reader)]
    return tuple(filter(None, [*found, refusal(case, reader)]))


def mended_at(case: SettledCase, reader: Reader) -> str:
    """The path of the question that answers the first of what `held_back` says beside the STOP signals."""
    if exception_holds(case) and without_consent(case):
        identity = case.of(Identity)
        return next((f"identity.{one}" for one in _SECOND if not is_known(identity.answer(one))), _SECOND_READER)
    if _too_early(case, reader):
        return "handover.full_early_reason"
    return "identity.consents"


def has_consent(case: SettledCase) -> bool:
    """Everybody who decides agreed to share with the recipient."""
    return missing_for_sharing(case) == frozenset()


def without_consent(case: SettledCase) -> str:
    """Why the recipient may not read it, in Dutch; empty where it may."""
    if has_consent(case):
        return ""
    if not exception_holds(case):
        return (
            f"Er is geen toestemming om te delen met wie dit krijgt{not_yet_from(case)}. {_ASK_FIRST}. "
            "Zonder toestemming mag het alleen op een grond uit de wet, met een reden."
        )
    return _second_reader(case)


def not_yet_from(case: SettledCase) -> str:
    """The end of a sentence: whose consent misses, by name where somebody gave it; empty where nobody's does."""
    missing = missing_for_sharing(case)
    if not missing or exception_holds(case):
        return ""
    name = case.of(Identity).name.known
    known = {YOUNG_PERSON: f"{name} (jeugdige)" if name else "de jeugdige"}
    told = {NAMELESS if one.startswith(NAMELESS) else known.get(one) or case.person(one) or one for one in missing}
    return f"; nog niet van: {listed(sorted(told))}"


def _second_reader(case: SettledCase) -> str:
    identity, decision = case.of(Identity), case.of(DecisionAdvice)
    needed = (identity.sharing_second_reader, identity.sharing_second_register, identity.sharing_second_number)
    if not all(is_known(one) for one in needed):
        return (
            "Dit gaat zonder toestemming. Laat een tweede geregistreerde collega meekijken, en vul bij stap 2 naam, "
            "register (SKJ of BIG) en nummer in."
        )
    name, number = needed[0].known or "", digits(needed[2].known or "")
    signer, own = decision.signed_by.known or "", digits(decision.signer_number.known or "")
    if (signer and is_same_name(name, signer)) or (own and number == own):
        return "Wie meekeek en wie ondertekent zijn dezelfde. Laat bij stap 2 een andere collega meekijken."
    return ""


def _too_early(case: SettledCase, reader: Reader) -> str:
    step = case.of(Handover)
    if reader != "provider" or not announced_unanswered(step) or is_known(step.full_early_reason):
        return ""
    return (
        "De aanbieder heeft de aankondiging nog niet aangenomen. Wacht op het antwoord, of schrijf bij stap 14 op "
        "waarom het hele stuk nu al gaat."
    )
