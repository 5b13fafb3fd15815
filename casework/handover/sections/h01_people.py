"""H1. Who it is about, who decides along, and what may be shared. No BSN, no phone numbers, no address."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Heading, Origin, Withheld
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, table, told, told_one_by_one
from casework.handover.wording import BSN
from casework.handover.words import after_a_word, free, known, said, words
from casework.steps.identity import Consent, Identity
from casework.steps.intake import Intake
from casework.words import day_in_words, listed

_PURPOSE = {
    "hulp": "de hulp zelf",
    "school": "delen met school",
    "huisarts": "delen met de huisarts",
    "ouders": "delen met ouders",
    "gi": "delen met de jeugdbescherming",
    "andere_gemeente": "delen met een andere gemeente",
    "wijkteam": "delen met een ander wijkteam",
}


def blocks(m: Material) -> Blocks:
    yield from told_one_by_one(_who(m))
    yield from _custody(m)
    yield from _consents(m)
    yield from _household(m)
    yield from _held_back(m)


def _who(m: Material) -> list[tuple[str, str, str]]:
    identity, intake = m.of(Identity), m.of(Intake)
    born = said(identity.birth_date)
    interpreter = known(intake.interpreter)
    language = free(intake.interpreter_language)
    spoken = f"{interpreter}: {language}" if language else interpreter or said(intake.interpreter)
    municipality = "" if identity.secret_address.known is True else free(identity.responsible_municipality)
    return [
        ("Jeugdige", free(identity.name), "identity.name"),
        ("Geboren", f"{born} ({m.age} jaar)" if m.age is not None else born, "identity.birth_date"),
        ("Tolk", spoken, "intake.interpreter"),
        ("Gemeente", municipality, "identity.responsible_municipality"),
        ("Ouders", "" if identity.separated.known == "nee" else said(identity.separated), "identity.separated"),
        ("Kwam binnen via", after_a_word(known(intake.referral_route)), "intake.referral_route"),
    ]


def _custody(m: Material) -> Blocks:
    identity = m.of(Identity)
    found = identity.custody.known
    if found is None:
        yield from facts([("Gezag", said(identity.custody))], "identity.custody")
        return
    yield from table(
        "Wie heeft gezag",
        ("Gezag", "Als", "Hoe wij dit weten", "Nagekeken op"),
        (
            (
                (m.introduced(one.person.known), known(one.kind), known(one.source), known(one.checked_on)),
                Origin(f"identity.custody.{one.id}.person"),
            )
            for one in found
        ),
    )
    if identity.custody_disputed.known is True:
        yield from facts(
            [("Let op", "De ouders of voogden met gezag zijn het onderling niet eens.")], "identity.custody_disputed"
        )


def _consents(m: Material) -> Blocks:
    identity = m.of(Identity)
    yield from table(
        "Wie vindt wat goed",
        ("Wie", "Waarvoor", "Antwoord", "Geldt"),
        (
            (
                (m.introduced(one.who.known), _purpose(one), _outcome(one), _validity(one)),
                Origin(f"identity.consents.{one.id}.who"),
            )
            for one in identity.consents.known or ()
        ),
    )
    if identity.consents.known is None:
        yield from facts([("Toestemming", said(identity.consents))], "identity.consents")
    if is_known(identity.sharing_exception):
        ground = words(identity.sharing_exception.known)
        yield from facts([("Delen zonder toestemming mag door", ground)], "identity.sharing_exception")
        yield from told("Reden", identity.sharing_exception_reason, "identity.sharing_exception_reason")
        yield from facts([("Meegekeken", m.second_reader)], "identity.sharing_second_reader")
    if is_known(identity.help_exception):
        yield from told(
            "Hulp zonder akkoord van ouders", identity.help_exception_reason, "identity.help_exception_reason"
        )


def _purpose(consent: Consent) -> str:
    purpose, what = _PURPOSE.get(consent.purpose.known or "", known(consent.purpose)), free(consent.what)
    return f"{purpose}: {what}" if what else purpose


def _outcome(consent: Consent) -> str:
    if consent.withdrawn_on.known is not None:
        return f"ingetrokken op {day_in_words(consent.withdrawn_on.known)}"
    form = known(consent.form)
    outcome = known(consent.outcome) or "gegeven"
    return f"{outcome}, {form}" if form else outcome


def _validity(consent: Consent) -> str:
    start, end = known(consent.start), known(consent.end)
    return " ".join(part for part in (f"vanaf {start}" if start else "", f"tot en met {end}" if end else "") if part)


def _household(m: Material) -> Blocks:
    identity = m.of(Identity)
    secret = identity.secret_address.known is True
    rows = [
        (
            (m.introduced(one.person.known), "" if secret else free(one.where)),
            Origin(f"identity.household.{one.id}.person"),
        )
        for one in identity.household.known or ()
    ]
    if rows:
        yield Heading("Gezin", 2)
        yield from table("Wie hoort bij het gezin", ("Wie", "Woont"), rows)


def _held_back(m: Material) -> Blocks:
    """What sort of thing stays behind, and why; never the content."""
    identity = m.of(Identity)
    secret = identity.secret_address.known is True
    kept = [
        BSN if is_known(identity.bsn) else "",
        "adres" if is_known(identity.address) and not secret else "",
        *(("telefoon", "e-mail") if _can_be_reached(m) else ()),
    ]
    if any(kept):
        yield Withheld(listed([what for what in kept if what]), "Niet nodig om dit stuk te lezen.")
    if secret:
        yield Withheld("adres, woonplaats, school en gemeente", "Het adres van deze jeugdige is geheim.")


def _can_be_reached(m: Material) -> bool:
    identity = m.of(Identity)
    reaches = (identity.phone, identity.email, *(person.reach for person in m.case.people))
    return any(is_known(reach) for reach in reaches)
