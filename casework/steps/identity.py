"""Step 2. Who, where, and who decides along: identity, responsible municipality, custody and consent.

Sources: Jeugdwet 1.1 (woonplaats), 7.2 (BSN), 7.3.4, 7.3.5, 7.3.15, 7.3.16 (consent); iJw rule OP002.
"""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, Flag, Record, ask
from casework.words import age_on

CustodyKind = Literal["ouder", "voogd", "GI-voogd", "pleegoudervoogd"]
CustodySource = Literal["gezagsregister", "beschikking", "eigen opgave"]
Purpose = Literal[
    "hulp", "delen_met_aanbieder", "consult_herleidbaar", "school", "huisarts", "ouders", "gi", "andere_gemeente",
    "wijkteam",
]  # fmt: skip
"""`ouders`: from 16 the young person decides whether parents may read along (Jeugdwet 7.3.4, 7.3.11)."""
SharingException = Literal["7.3.4_lid_2", "7.3.16", "maatregel_of_rechter"]
LegalStatus = Literal[
    "01 RM",
    "02 RM op eigen verzoek",
    "03 RM met voorwaardelijk ontslag",
    "04 OTS",
    "05 IBS",
    "11 strafrechtelijk tbs",
    "12 strafrechtelijk overig",
]
Representation = Literal["06 voogdij", "07 bewindvoering", "08 mentorschap", "09 curatele", "10 zaakwaarneming"]


class Custodian(Record):
    """Somebody with custody, and how we know (never on one parent's word alone)."""

    person: Answer[str] = ask("persoon", required=True, person=True)
    kind: Answer[CustodyKind] = ask("soort", required=True)
    source: Answer[CustodySource] = ask("bron", required=True)
    checked_on: Answer[Day] = ask("gecontroleerd_op", behind_us=True)


class HouseholdMember(Record):
    person: Answer[str] = ask("persoon", required=True, person=True)
    where: Answer[str] = ask("waar_woont", "Bij wie of waar deze persoon woont.")
    seen: Answer[Flag] = ask("gezien_of_gesproken", "Bij kinderen in huis: gezien of gesproken.")


class Consent(Record):
    """One consent: by whom, for what, from and until when. Without `antwoord` it counts as given."""

    who: Answer[str] = ask("wie", "`jeugdige`, of een persoon.", required=True, person=True)
    purpose: Answer[Purpose] = ask("waarvoor", required=True)
    what: Answer[str] = ask("wat", "Welke gegevens.")
    outcome: Answer[Literal["gegeven", "geweigerd"]] = ask("antwoord")
    start: Answer[Day] = ask("ingangsdatum")
    end: Answer[Day] = ask("einddatum")
    form: Answer[Literal["mondeling", "schriftelijk"]] = ask("vorm")
    withdrawn_on: Answer[Day] = ask("ingetrokken_op", "Dag van intrekken.", behind_us=True)


def _exception(case: Any, here: Any) -> bool:
    return here.sharing_exception.known is not None


def _may_be(case: Any, here: Any, first: int, last: int) -> bool:
    """Of this age today, or of an age nobody knows yet."""
    born = here.birth_date.known
    return born is None or born > case.today or first <= age_on(born, case.today) <= last


class Identity(Answers):
    name: Answer[str] = ask("naam", required=True)
    birth_date: Answer[Day] = ask("geboortedatum", required=True)
    bsn: Answer[str] = ask("bsn", "Elfproef; nooit in een consult, logboek of bestandsnaam.", sensitive=True)
    bsn_verified_by: Answer[Literal["BRP", "andere_gebruiker", "nog_niet", "spoed"]] = ask(
        "bsn_geverifieerd_via", required=True
    )
    residence_ground: Answer[Literal["brp_adres", "vóór_verblijf", "moeder_bij_geboorte", "werkelijk_verblijf"]] = ask(
        "woonplaats_grond", required=True
    )
    responsible_municipality: Answer[str] = ask("verantwoordelijke_gemeente", required=True)
    own_municipality: Answer[str] = ask("eigen_gemeente", "De gemeente van dit team.")
    village: Answer[str] = ask("dorpskern", "Alleen voor het eigen team; nooit in een consult.")
    address: Answer[str] = ask("adres", sensitive=True)
    gender: Answer[Literal["0 onbekend", "1 mannelijk", "2 vrouwelijk"]] = ask(
        "geslacht", "iJw COD046. Leeg: de backoffice neemt het uit de basisregistratie.", sensitive=True
    )
    first_names: Answer[str] = ask("voornamen", "Voor de toewijzing, als de naam niet vanzelf te splitsen is.")
    surname_prefix: Answer[str] = ask("voorvoegsel")
    surname: Answer[str] = ask("geslachtsnaam")
    phone: Answer[str] = ask("telefoon", sensitive=True)
    email: Answer[str] = ask("emailadres", sensitive=True)
    legal_status: Answer[LegalStatus] = ask("juridische_status", "iJw WJ232.", sensitive=True)
    representation: Answer[Representation] = ask(
        "wettelijke_vertegenwoordiging", "iJw WJ003. Leeg: volgt uit het gezag (voogdij).", sensitive=True
    )
    secret_address: Answer[Flag] = ask("geheim_adres")
    moved_during_help: Answer[Flag] = ask("verhuisd_tijdens_hulp", "Jeugdwet 2.7a.")
    custody: Answer[tuple[Custodian, ...]] = ask("gezag[]", required=True)
    custody_disputed: Answer[Flag] = ask("gezag_oneens", "Gezagsdragers zijn het onderling niet eens.", judgement=True)
    household: Answer[tuple[HouseholdMember, ...]] = ask("gezinsleden[]")
    separated: Answer[
        Literal["nee", "co_ouderschap", "hoofdverblijf_moeder", "hoofdverblijf_vader", "geen_contact"]
    ] = ask("gescheiden_situatie")
    consents: Answer[tuple[Consent, ...]] = ask("toestemming[]", required=True)
    able_to_decide: Answer[Flag] = ask(
        "kan_zelf_beslissen",
        "Wilsbekwaam voor dit besluit, vanaf twaalf jaar; zonder antwoord: ja.",
        judgement=True,
        applies=lambda case, here: _may_be(case, here, 12, 200),
    )
    help_exception: Answer[Literal["ernstig_nadeel", "wens_jeugdige"]] = ask(
        "uitzondering_hulp_12_15",
        "Jeugdwet 7.3.4 lid 2: zonder ouders, om ernstig nadeel te voorkomen of omdat de "
        "jeugdige het weloverwogen blijft wensen.",
        applies=lambda case, here: _may_be(case, here, 12, 15),
    )
    help_exception_reason: Answer[str] = ask(
        "uitzondering_hulp_reden",
        required=True,
        long=True,
        applies=lambda case, here: here.help_exception.known is not None,
    )
    sharing_exception: Answer[SharingException] = ask(
        "uitzondering_delen", "De wettelijke grond om zonder toestemming te delen."
    )
    sharing_exception_reason: Answer[str] = ask(
        "uitzondering_delen_reden", required=True, long=True, applies=_exception
    )
    sharing_second_reader: Answer[str] = ask(
        "uitzondering_delen_meelezer", "Tweede geregistreerde professional die meekeek.", applies=_exception
    )
    sharing_second_register: Answer[Literal["SKJ", "BIG"]] = ask(
        "uitzondering_delen_meelezer_register", applies=_exception
    )
    sharing_second_number: Answer[str] = ask("uitzondering_delen_meelezer_nummer", applies=_exception)
    explained: Answer[Flag] = ask("uitleg_gegeven", "Passend bij leeftijd en begrip (Jeugdwet 7.3.2).", required=True)
    adviser_told: Answer[Flag] = ask("vertrouwenspersoon_geinformeerd", "Jeugdwet 2.5.", required=True)
    advocate_offered: Answer[Literal["ja_wil", "ja_wil_niet", "nog_niet"]] = ask(
        "clientondersteuner_aangeboden", required=True
    )
    family_plan: Answer[Literal["aangeboden_wil", "aangeboden_wil_niet", "niet_passend"]] = ask(
        "familiegroepsplan", required=True
    )
    family_plan_reason: Answer[str] = ask(
        "familiegroepsplan_reden", required=True, applies=lambda case, here: here.family_plan.known == "niet_passend"
    )


STEP = Step("identity", 2, "Wie, waar, wie beslist", Identity)
