"""Step 13. The proposed decision (stage 5): product, extent and period, or a refusal, with reasons. People decide."""

from typing import Annotated, Any, Literal

from pydantic import Field

from casework.answers import Answer, Day
from casework.codes import Frequency, Unit
from casework.flow import Problem, Step
from casework.questions import Answers, Count, Flag, Record, Stage, ask
from casework.steps.handover import look_again

Decision = Literal[
    "toekennen", "deels_toekennen", "afwijzen", "andere_wet", "basisondersteuning_zonder_beschikking", "triage_klaar"
]
Registration = Literal["SKJ", "BIG", "geen"]
ChangeReason = Literal[
    "01 administratieve correctie (vervallen)",
    "02 cliënt overleden",
    "03 contractwijziging",
    "04 verlenging",
    "05 verkorting",
    "06 uitstroom naar ander domein",
    "07 verhuizing naar andere gemeente",
    "08 wijziging leveringsvorm",
    "09 overstap naar andere aanbieder",
    "10 nieuwe bekostiging",
    "11 gemeentelijke herindeling",
    "12 geïnitieerd door aanbieder",
    "13 verwijderd",
    "14 administratieve correctie",
]
AllocationNumber = Annotated[int, Field(ge=0, le=999_999_999, strict=True)]


def _changes(case: Any, here: Any) -> bool:
    return here.change_reason.known is not None


def _personal_budget(case: Any, here: Any) -> bool:
    return bool(here.delivery.known == "pgb")


class Product(Record):
    """One chosen form of help, with the names and codes of iJw 3.2."""

    product: Answer[str] = ask("catalogus_id", required=True)
    provider: Answer[str] = ask("aanbieder_id")
    provider_agb: Answer[str] = ask("aanbieder_agb")
    category: Answer[str] = ask("categorie_JZ020")
    code: Answer[str] = ask("code")
    volume: Answer[Count] = ask("volume")
    unit: Answer[Unit] = ask("eenheid")
    frequency: Answer[Frequency] = ask("frequentie")
    start: Answer[Day] = ask("ingangsdatum", required=True)
    end: Answer[Day] = ask("einddatum")
    budget: Answer[Count] = ask("budget", "Hele euro's.")
    delivery: Answer[Literal["zin", "pgb"]] = ask("leveringsvorm")
    pgb_managed: Answer[Literal["zelf", "met_hulp", "nee"]] = ask(
        "pgb_kan_beheren", "Jeugdwet 8.1.1 lid 2 a.", required=True, judgement=True, applies=_personal_budget
    )
    pgb_why: Answer[str] = ask(
        "pgb_waarom_geen_zin", "Jeugdwet 8.1.1 lid 2 b.", required=True, long=True, applies=_personal_budget
    )
    pgb_quality: Answer[str] = ask(
        "pgb_kwaliteit", "Jeugdwet 8.1.1 lid 2 c.", required=True, long=True, applies=_personal_budget
    )
    covers: Answer[tuple[str, ...]] = ask("dekt_resthulpvraag[]", required=True, refers="needs.needs")
    contracted: Answer[Flag] = ask("aanbieder_gecontracteerd")
    contract_partner: Answer[str] = ask("contractpartner", "Wie het contract heeft, als dat een ander is.")
    verified_on: Answer[Day] = ask(
        "aanbieder_nagevraagd_op", "Dag waarop contract en wachttijd zijn nagevraagd.", behind_us=True
    )
    wait_days: Answer[Count] = ask("wachttijd_dagen")
    bridging: Answer[str] = ask("overbrugging", long=True)
    provider_reference: Answer[str] = ask(
        "referentie_aanbieder", "Van de aanbieder die hierom vroeg (JW315 of JW317); anders leeg."
    )
    change_reason: Answer[ChangeReason] = ask(
        "reden_wijziging", "iJw JZ002. Alleen als een toewijzing die er al is verandert."
    )
    allocation_number: Answer[AllocationNumber] = ask(
        "toewijzing_nummer", "Het nummer van de toewijzing die verandert.", applies=_changes
    )


PlaceAnswer = Literal["plek", "wachtlijst", "geen_plek", "past_niet", "belt_terug"]


class PlaceCall(Record):
    """Somebody was asked for a place (seed:003: half days go by with calling)."""

    provider: Answer[str] = ask("aanbieder", required=True)
    on: Answer[Day] = ask("datum", required=True, behind_us=True)
    spoke: Answer[str] = ask("gesproken_met")
    outcome: Answer[PlaceAnswer] = ask("antwoord", required=True)
    wait_days: Answer[Count] = ask("wachttijd_dagen")
    note: Answer[str] = ask("toelichting", long=True)


class Expertise(Record):
    """Whose expertise was used at which stage, recognisable by discipline (CRvB 2017:1477)."""

    stage: Answer[Stage] = ask("stap", required=True)
    name: Answer[str] = ask("naam", required=True)
    discipline: Answer[str] = ask("discipline", required=True)
    registration: Answer[str] = ask("registratie")
    how: Answer[str] = ask("hoe_geraadpleegd")


class Review(Record):
    on: Answer[Day] = ask("datum", required=True)
    who: Answer[str] = ask("wie")


def _grants(case: Any, here: Any) -> bool:
    return here.decision.known in ("toekennen", "deels_toekennen", "basisondersteuning_zonder_beschikking")


def _refuses(case: Any, here: Any) -> bool:
    return here.decision.known in ("afwijzen", "deels_toekennen", "andere_wet")


def _not_triage(case: Any, here: Any) -> bool:
    return bool(here.decision.known != "triage_klaar")


class DecisionAdvice(Answers):
    decision: Answer[Decision] = ask("besluit", required=True, judgement=True)
    products: Answer[tuple[Product, ...]] = ask("product[]", required=True, applies=_grants)
    place_search: Answer[tuple[PlaceCall, ...]] = ask(
        "plek_zoeken[]", "Wie is gebeld, wanneer, en wat was het antwoord.", may_be_empty=True, applies=_grants
    )
    supply_missing: Answer[str] = ask(
        "gemist_aanbod", "Wat dit gezin nodig had en er niet was; zonder namen.", long=True, applies=_not_triage
    )
    request: Answer[str] = ask("wat_vragen_wij", "De vraag aan de aanbieder in één zin.", applies=_grants)
    choices_discussed: Answer[tuple[str, ...]] = ask("keuzemogelijkheden_besproken", required=True, applies=_not_triage)
    alternatives: Answer[str] = ask(
        "alternatieven_overwogen", "Wat ook kon, en waarom niet.", long=True, applies=_not_triage
    )
    objection_told: Answer[Flag] = ask("bezwaarclausule", "De weg van bezwaar is uitgelegd.", applies=_refuses)
    coordinator: Answer[str] = ask("regievoerder", required=True, person=True, applies=_not_triage)
    coordination: Answer[Literal["op_afstand", "maandelijks", "wekelijks"]] = ask(
        "regie_intensiteit", applies=_not_triage
    )
    reviews: Answer[tuple[Review, ...]] = ask("evaluatie[]", required=True, applies=_grants)
    plan_expected: Answer[Day] = ask(
        "plan_aanbieder_verwacht_op", "Uiterlijk zes weken na de start (Jeugdwet 4.1.3).", applies=_grants
    )
    expertise: Answer[tuple[Expertise, ...]] = ask("deskundigheid[]", applies=_not_triage)
    motivation: Answer[str] = ask(
        "motivering", "In de vijf stappen van het stappenplan.", required=True, long=True, dated=True
    )
    dissent: Answer[str] = ask("dissent", "Wie er anders over denkt, en waarom.", long=True)
    peer_check: Answer[str] = ask("collegiale_toets", required=True, person=True, applies=_not_triage)
    signed_by: Answer[str] = ask("ondertekend_door", "Wie het besluitadvies ondertekent.", dated=True)
    signer_registration: Answer[Registration] = ask("registratie")
    signer_number: Answer[str] = ask("registratie_nummer")
    signer_valid_until: Answer[Day] = ask("registratie_geldig_tot")
    cosigned_by: Answer[str] = ask("medeondertekend_door", dated=True)
    cosigner_registration: Answer[Registration] = ask("medeondertekend_registratie")
    cosigner_number: Answer[str] = ask("medeondertekend_nummer")
    cosigner_valid_until: Answer[Day] = ask("medeondertekend_geldig_tot")


def _from_before(here: DecisionAdvice, case: Any) -> list[Problem]:
    return look_again(case, here, "decision")


STEP = Step("decision", 13, "Besluitadvies", DecisionAdvice, stage=5, also_missing=_from_before)
