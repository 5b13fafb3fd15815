"""H10. The decision: which help, how much, how long, why in five stages, what else was possible, who advised."""

from __future__ import annotations

from casework.answers import is_known
from casework.codes import Level
from casework.handover.blocks import Heading, Origin, Thread
from casework.handover.extent import agreed_extent
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, items, origin, remark, stated, table, told, told_one_by_one
from casework.handover.sections import h10_advice, h10_open, h10_stages
from casework.handover.words import clauses, free, known, period_of, said, sentence, words
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice, Expertise, Product
from casework.steps.intake import Intake, comes_by_court, comes_by_doctor
from casework.steps.special_checks import SpecialChecks
from casework.words import counted, day_in_words, registered

_MANAGED = {"zelf": "het gezin zelf", "met_hulp": "het gezin, met hulp", "nee": "het gezin kan dit niet"}
STILL_POSSIBLE = "Jeugdige en ouders mogen altijd nog om een volledig onderzoek vragen."


def blocks(m: Material) -> Blocks:
    step = m.of(DecisionAdvice)
    if text := said(step.decision):
        level = m.of(Comparison).level.known
        rows = [
            ("Besluitadvies", text),
            ("Niveau", level_words(m, level) if level else ""),
            ("Wie beslist", who_decides(m)),
        ]
        yield from facts(rows, origin(step.decision, "decision.decision"))
    if m.is_triage:
        yield from told("Waarom geen volledig onderzoek", m.of(Intake).triage_reason, "intake.triage_reason")
        yield from told("Wat het gezin nu doet", m.of(Intake).triage_next, "intake.triage_next")
        yield from stated("Wij bellen het gezin op", m.of(Intake).triage_call_on, "intake.triage_call_on")
        yield from remark(STILL_POSSIBLE, "intake.track")
    yield from told("Wat er wel is", m.of(Comparison).offered_instead, "comparison.offered_instead")
    for code, product in m.thread.products.items():
        yield from _product(m, code, product)
    yield from _place_sought(step)
    yield from h10_stages.blocks(m)
    yield from told("Motivering", step.motivation, "decision.motivation")
    yield from _alternatives(m)
    yield from h10_advice.blocks(m)
    yield from told("Wie er anders over denkt", step.dissent, "decision.dissent")
    yield from _signed(m)
    yield from h10_open.blocks(m)


def who_decides(m: Material, *, plainly: bool = False) -> str:
    """By the route the help comes by (Jeugdwet 2.3, 2.6 lid 1 e, 3.5): a machine or an adviser never does. `plainly`: a
    sentence for families."""
    intake = m.of(Intake)
    if m.stays_here("intake.referral_route"):
        return ""
    if comes_by_court(intake):
        told = ("de gecertificeerde instelling of de rechter; wij voeren uit",
                "De rechter of de jeugdbescherming beslist over deze hulp.")  # fmt: skip
    elif comes_by_doctor(intake):
        told = ("de arts die verwees; de aanbieder bepaalt met het gezin wat nodig is",
                "De dokter verwees voor deze hulp. De aanbieder kiest samen met het gezin wat nodig is.")  # fmt: skip
    else:
        told = ("het college van de gemeente; dit stuk is het advies daarvoor",
                "De gemeente beslist. Dit stuk is ons advies.")  # fmt: skip
    return told[plainly]


def level_words(m: Material, level: Level) -> str:
    """A level in the words of the region."""
    labels = m.pack.manifest.level_labels if m.pack else {}
    return labels.get(level) or words(level)


def _product(m: Material, code: str, product: Product) -> Blocks:
    path = f"decision.products.{product.id}"
    loose = m.thread.loose_end(code)
    needs = m.thread.needs_of(product) if m.shared("H7") else ()
    yield Thread(code, m.product_names[code], needs, loose, Origin(f"{path}.product"))
    rows = (
        ("Aanbieder", free(product.provider), "provider"),
        ("AGB-code", free(product.provider_agb), "provider_agb"),
        ("Omvang", agreed_extent(m, product), "volume"),
        ("Periode", period_of(product), "start"),
        ("Vorm", known(product.delivery), "delivery"),
        ("Budget: wie beheert het", _MANAGED.get(product.pgb_managed.known or "", ""), "pgb_managed"),
        ("Budget: waarom geen zorg in natura", free(product.pgb_why), "pgb_why"),
        ("Budget: kwaliteit", free(product.pgb_quality), "pgb_quality"),
        ("Categorie (iJw)", free(product.category), "category"),
        ("Productcode (iJw)", free(product.code), "code"),
        ("Contract loopt via", free(product.contract_partner), "contract_partner"),
        ("Wachttijd", _waiting(product), "wait_days"),
        ("Tot die tijd", free(product.bridging), "bridging"),
    )
    yield from told_one_by_one((label, text, f"{path}.{field}") for label, text, field in rows)


def _waiting(product: Product) -> str:
    if not product.wait_days.known:
        return ""
    asked = f", nagevraagd op {known(product.verified_on)}" if is_known(product.verified_on) else ""
    return f"{product.wait_days.known} dagen{asked}"


def _place_sought(step: DecisionAdvice) -> Blocks:
    """That was sought, and what was not there; what single providers answered stays with the team."""
    calls = step.place_search.known or ()
    days = sorted(one.on.known for one in calls if one.on.known is not None)
    if calls:
        when = f", de laatste keer op {day_in_words(days[-1])}" if days else ""
        asked = f"{counted(len(calls), 'keer', 'keer')} gebeld{when}"
        yield from facts([("Gezocht naar een plek", asked)], "decision.place_search")
    yield from told("Aanbod dat er niet was", step.supply_missing, "decision.supply_missing")


def _alternatives(m: Material) -> Blocks:
    step, comparison = m.of(DecisionAdvice), m.of(Comparison)
    special = m.of(SpecialChecks)
    stay = special.stay_alternatives.known or ()
    asked = (step.alternatives, special.family_form_reason)
    if not (step.choices_discussed.known or comparison.chosen.known or stay or any(is_known(one) for one in asked)):
        return
    yield Heading("Wat ook kon", 2)
    if step.choices_discussed.known:
        yield from facts(
            [("Besproken met het gezin", clauses(step.choices_discussed.known))], "decision.choices_discussed"
        )
    yield from told("Overwogen", step.alternatives, "decision.alternatives")
    if stay:
        yield from remark("In plaats van ergens anders wonen is besproken:", "special_checks.stay_alternatives")
        yield from items((sentence(one), Origin("special_checks.stay_alternatives")) for one in stay)
    family_form = "Eerst pleegzorg of een gezinshuis (Jeugdwet 2.3 lid 6)"
    yield from told(family_form, special.family_form_reason, "special_checks.family_form_reason")
    titles = clauses(client_title(m, one) for one in comparison.chosen.known or ())
    yield from facts([("Vergeleken met ijkcliënt", titles)], "comparison.chosen")
    yield from told("Waarom een ijkcliënt wel of niet past", comparison.why, "comparison.why")


def client_title(m: Material, client_id: str) -> str:
    """IJK-07, Boos op school: a reference client is invented, so its title tells nothing about anybody."""
    client = m.pack.reference_clients.get(client_id) if m.pack else None
    alike = (one.title for one in m.assessment.likeness if one.id == client_id)
    title = client.title if client else next(alike, "")
    return f"{client_id}, {title}" if title else client_id


def _signed(m: Material) -> Blocks:
    step = m.of(DecisionAdvice)
    yield from table(
        "Welke deskundigheid is gebruikt",
        ("Waarbij", "Wie", "Discipline", "Registratie", "Hoe"),
        (
            (
                (_stage(one), free(one.name), free(one.discipline), free(one.registration), free(one.how)),
                Origin(f"decision.expertise.{one.id}.name"),
            )
            for one in step.expertise.known or ()
        ),
    )
    signed = _signature(free(step.signed_by), known(step.signer_registration), free(step.signer_number))
    beside = _signature(free(step.cosigned_by), known(step.cosigner_registration), free(step.cosigner_number))
    rows = [
        ("Ondertekend door", m.of_its_time(signed, step.signed_by), "decision.signed_by"),
        ("Medeondertekend door", m.of_its_time(beside, step.cosigned_by), "decision.cosigned_by"),
        ("Meegelezen door", m.who(step.peer_check.known) or said(step.peer_check), "decision.peer_check"),
    ]
    yield from told_one_by_one(rows)
    if step.objection_told.known is True:
        yield from remark("Aan het gezin is uitgelegd hoe bezwaar maken gaat.", "decision.objection_told")


def _stage(one: Expertise) -> str:
    return "" if one.stage.known is None else f"Stap {one.stage.known}"


def _signature(name: str, register: str, number: str) -> str:
    return ", ".join(part for part in (name, registered(register, number)) if part)
