"""The announcement: what a provider needs to say whether there is room, and nothing of the story (need to know).

A name only where everybody who decides agreed to share; then too nothing but the name. The full one follows on yes.
"""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Callout, Heading, Items, Origin, Paragraph, Text
from casework.handover.material import Material
from casework.handover.may_send import has_consent
from casework.handover.parts import Blocks, facts, remark
from casework.handover.twin_sent import Announced
from casework.handover.words import free
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover
from casework.steps.identity import Identity
from casework.steps.intake import Intake
from casework.words import day_in_words, registered

_BANDS = ((4, "0 tot en met 3 jaar"), (8, "4 tot en met 7 jaar"), (12, "8 tot en met 11 jaar"),
          (16, "12 tot en met 15 jaar"), (18, "16 of 17 jaar"), (200, "18 jaar of ouder"))  # fmt: skip
_URGENCY = {
    "geen": "geen spoed",
    "binnen_5_werkdagen": "binnen 5 werkdagen",
    "vandaag": "vandaag",
    "acuut_gevaar": "acuut gevaar: wij bellen u",
}


def announced(m: Material) -> Announced:
    """The facts of the announcement."""
    identity, decision = m.of(Identity), m.of(DecisionAdvice)
    starts = [one.start.known for one in m.thread.products.values() if one.start.known is not None]
    secret = identity.secret_address.known is True
    place = next((one for one in (identity.responsible_municipality, identity.own_municipality) if is_known(one)), None)
    where = "" if secret or place is None else str(place.known).strip()
    return Announced(
        help=tuple(dict.fromkeys(m.product_names.values())),
        asked_of=free(m.of(Handover).recipient),
        region=where or (m.pack.manifest.region.capitalize() if m.pack else ""),
        age_band=next((band for below, band in _BANDS if m.age is not None and m.age < below), ""),
        urgency=_URGENCY.get(m.of(Intake).urgency.known or "", ""),
        start=min(starts, default=None),
        sender=free(decision.signed_by) or m.coordinator,
        contact=m.reach,
    )


def name_told(m: Material) -> str:
    """The young person's name where everybody who decides agreed, else nothing."""
    return m.name if has_consent(m.case) and is_known(m.of(Identity).name) else ""


def columns(m: Material, told: Announced) -> tuple[tuple[str, tuple[str, ...]], ...]:
    decision = m.of(DecisionAdvice)
    registration = registered(decision.signer_registration.known or "", free(decision.signer_number))
    lines = (("Van", (told.sender, registration)), ("Voor", (told.asked_of,)))
    return tuple((head, tuple(line for line in one if line)) for head, one in lines if any(one))


def blocks(m: Material, told: Announced) -> Blocks:
    yield Callout("ask", "Heeft u plek?", (Text("Laat binnen vijf werkdagen weten of u deze vraag aanneemt."),))
    yield from facts(
        [
            ("Voor wie", name_told(m) or "de naam volgt als u de vraag aanneemt"),
            ("Leeftijd", told.age_band),
            ("Deel van de regio", told.region),
            ("Hoe snel", told.urgency),
            ("Gewenste start", "" if told.start is None else day_in_words(told.start)),
            ("Wie u kunt bellen", m.reachable(m.contact or told.sender)),
        ],
        "decision.products",
    )
    yield Heading("Welke hulp")
    if told.help:
        yield Items(tuple(Paragraph((Text(name),), Origin("decision.products")) for name in told.help))
    else:
        yield from remark("Dat is nog niet gekozen. Wij denken graag met u mee.")
    yield Heading("Wat hier niet in staat")
    yield from remark(
        "Dit is een kort bericht vooraf. Het verhaal van het gezin staat er met opzet niet in. Neemt u de vraag aan, "
        "dan krijgt u het hele stuk."
    )
    yield Heading("Uw antwoord")
    yield from remark("Kreeg u dit als webpagina? Dan kunt u daarin antwoorden. Bellen kan ook.")

