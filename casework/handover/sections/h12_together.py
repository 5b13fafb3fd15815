"""H12. Working together: who keeps the overview, who else helps, when everybody looks again."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Origin
from casework.handover.material import Material
from casework.handover.parts import Blocks, items, remark, stated, table, told, told_one_by_one
from casework.handover.words import free, known, said
from casework.steps.decision import DecisionAdvice, Review
from casework.steps.handover import Handover
from casework.steps.help_history import HelpHistory
from casework.steps.intake import Intake
from casework.steps.special_checks import SpecialChecks
from casework.words import day_in_words


def blocks(m: Material) -> Blocks:
    step = m.of(DecisionAdvice)
    rows = [
        ("Regievoerder", m.introduced(step.coordinator.known) or said(step.coordinator), "decision.coordinator"),
        ("Contact van de regievoerder", known(step.coordination), "decision.coordination"),
        ("Plan van de aanbieder uiterlijk op", known(step.plan_expected), "decision.plan_expected"),
        ("Warme overdracht", known(m.of(Handover).warm), "handover.warm"),
    ]
    yield from told_one_by_one(rows)
    yield from _route(m.of(Intake))
    yield from _network(m)
    yield from _others(m)
    reviews = step.reviews.known or ()
    yield from items((_review(m, one), Origin(f"decision.reviews.{one.id}.on")) for one in reviews)


def _route(intake: Intake) -> Blocks:
    """What a doctor asked, or a certified institution or court decided, and what was agreed with them."""
    yield from told("Waarvoor de arts verwijst", intake.referral_asks, "intake.referral_asks")
    yield from stated("Verwijzing van", intake.referral_on, "intake.referral_on")
    yield from told("Wat de instelling of de rechter bepaalde", intake.ruling, "intake.ruling")
    yield from stated("Besluit van", intake.ruling_on, "intake.ruling_on")
    yield from stated("Maatregel tot en met", intake.ruling_until, "intake.ruling_until")
    yield from told("Als de maatregel stopt", intake.after_ruling, "intake.after_ruling")
    whom = "de instelling of de rechter" if is_known(intake.ruling) else "de verwijzer"
    yield from told(f"Afgestemd met {whom}", intake.coordination, "intake.coordination")


def _network(m: Material) -> Blocks:
    """The network of highly specialised help: one intake, one person to call, and when all meet again."""
    step = m.of(SpecialChecks)
    if step.hsj_joined.known is not True:
        return
    intake = " met ".join(part for part in (known(step.hsj_intake_on), free(step.hsj_intake_with)) if part)
    rows = [
        ("Netwerk hoogspecialistische jeugdhulp", "doet mee", "special_checks.hsj_joined"),
        ("Eén aanspreekpunt", m.introduced(step.hsj_contact.known), "special_checks.hsj_contact"),
        ("Gezamenlijke intake", intake, "special_checks.hsj_intake_on"),
        ("Volgend overleg met allen", known(step.hsj_next_meeting), "special_checks.hsj_next_meeting"),
    ]
    yield from told_one_by_one(rows)
    yield from remark("Niemand laat los voor de basis op orde is, of van iemand is.", "special_checks.big_five")


def _others(m: Material) -> Blocks:
    running = [one for one in m.of(HelpHistory).help.known or () if one.running.known is True]
    if not running or not m.shared("H6"):
        return
    yield from table(
        "Wie helpt nog meer",
        ("Hulp", "Aanbieder", "Doel"),
        (
            ((free(one.name), free(one.provider), free(one.goal)), Origin(f"help_history.help.{one.id}.name"))
            for one in running
        ),
    )
    if len({one.provider.known for one in running if is_known(one.provider)}) > 1:
        yield from remark("Er helpen meer aanbieders tegelijk. Spreek af wie wat doet, en wie wat niet meer doet.")
    stops = m.of(SpecialChecks).stops_or_waits
    yield from told("Wat stopt of wacht nu dit begint", stops, "special_checks.stops_or_waits")


def _review(m: Material, review: Review) -> str:
    if review.on.known is None:
        return ""
    together = f", met {m.who(review.who.known)}" if is_known(review.who) else ""
    return f"Samen kijken op {day_in_words(review.on.known)}{together}."
