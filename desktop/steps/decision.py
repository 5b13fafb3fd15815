"""The page of step 13: the proposed decision with its reasons. People decide."""

from collections.abc import Mapping

from casework.knowledge import in_force
from casework.steps.decision import DecisionAdvice
from desktop.cases.open_case import OpenCase
from desktop.flow.list_words import ListWords
from desktop.flow.own_signature import OwnSignature
from desktop.flow.page import StepPage
from desktop.interop.allocation_check import AllocationCheck
from desktop.weighing.motivation import MotivationButton

_REGISTERS = {"SKJ": "SKJ", "BIG": "BIG", "geen": "geen register"}


def _catalogue(case: OpenCase) -> Mapping[str, str]:
    return {product.id: product.name for product in case.pack.products.values()}


def _providers(case: OpenCase) -> Mapping[str, str]:
    """The names of the register; another name can be typed too."""
    return {one.name: one.name for one in in_force(case.pack.providers, case.today)}


def _loose(case: OpenCase, product: str) -> str:
    mine = next((one for one in case.case.step(DecisionAdvice).products.known or () if one.id == product), None)
    return "dekt nog geen behoefte" if mine is not None and mine.product.known and not mine.covers.known else ""


PRODUCTS = ListWords(
    text="Welke hulp komt er?",
    one="product",
    labels={
        "product": "Welk product uit het productenboek?",
        "provider": "Welke aanbieder?",
        "covers": "Welke behoeften dekt dit?",
        "provider_agb": "AGB-code aanbieder",
        "category": "Categorie (JZ020)",
        "code": "Productcode",
        "volume": "Hoeveel",
        "unit": "Eenheid",
        "frequency": "Per",
        "start": "Begint op",
        "end": "Eindigt op",
        "budget": "Budget in euro’s",
        "delivery": "Hoe geleverd",
        "pgb_managed": "Kan het gezin het budget beheren?",
        "pgb_why": "Waarom past zorg in natura niet?",
        "pgb_quality": "Hoe is geregeld dat de hulp goed en veilig is?",
        "contracted": "Heeft de gemeente een contract met deze aanbieder?",
        "contract_partner": "Wie heeft het contract, als dat een ander is?",
        "verified_on": "Wanneer is dat nagevraagd?",
        "wait_days": "Wachttijd in dagen",
        "bridging": "Wat doen wij tot de hulp begint?",
        "provider_reference": "Referentie van de aanbieder, als die hierom vroeg",
        "change_reason": "Waarom verandert een toewijzing die er al is?",
        "allocation_number": "Nummer van die toewijzing",
    },
    options={
        "unit": {
            "01 minuut": "minuten",
            "04 uur": "uren",
            "14 etmaal": "etmalen",
            "16 dagdeel": "dagdelen",
            "82 stuks output": "keer (resultaat)",
            "83 euro": "euro",
            "84 stuks inspanning": "keer (inspanning)",
        },
        "frequency": {"1 dag": "dag", "2 week": "week", "4 maand": "maand", "6 totaal": "hele periode"},
        "delivery": {"zin": "zorg in natura", "pgb": "persoonsgebonden budget"},
        "pgb_managed": {"zelf": "ja, zelf", "met_hulp": "ja, met hulp", "nee": "nee"},
    },
    choices={"product": _catalogue, "provider": _providers},
    empty=("Er is nog geen hulp gekozen.", "Kies pas een product als duidelijk is welke behoefte overblijft."),
    code="P",
    title=("product",),
    told={
        "covers": "voor",
        "provider": "door",
        "volume": "",
        "unit": "",
        "frequency": "per",
        "start": "vanaf",
        "end": "tot",
    },
    heads={
        "product": "Wat en van wie",
        "provider_agb": "Voor het berichtenverkeer",
        "contracted": "Contract en wachten",
        "provider_reference": "Als er al een verzoek of toewijzing ligt",
    },
    note=_loose,
)
PLACES = ListWords(
    text="Wie is gebeld voor een plek?",
    one="aanbieder",
    labels={
        "provider": "Welke aanbieder?",
        "on": "Op welke dag?",
        "spoke": "Met wie gesproken?",
        "outcome": "Wat was het antwoord?",
        "wait_days": "Wachttijd in dagen",
        "note": "Wat is er afgesproken?",
    },
    options={
        "outcome": {
            "plek": "er is plek",
            "wachtlijst": "wachtlijst",
            "geen_plek": "geen plek",
            "past_niet": "past niet bij de vraag",
            "belt_terug": "belt terug",
        },
    },
    choices={"provider": _providers},
    empty=("Er is nog niemand gebeld.", "Schrijf elk telefoontje op: dan hoeft een collega niet opnieuw te bellen."),
    none="Er hoefde niemand gebeld te worden",
    title=("provider",),
    told={"outcome": "", "on": "op", "wait_days": "wachten, dagen:"},
)
REVIEWS = ListWords(
    text="Wanneer kijken wij of het werkt?",
    one="evaluatie",
    labels={"on": "Op welke dag?", "who": "Met wie?"},
    empty=("Er is nog geen evaluatie afgesproken.", "Spreek een dag af waarop u samen kijkt wat er veranderd is."),
    told={"who": "met"},
)
EXPERTISE = ListWords(
    text="Welke deskundigheid is gebruikt, en bij welke stap?",
    one="deskundige",
    labels={
        "stage": "Bij welke stap van het stappenplan?",
        "how": "Hoe geraadpleegd?",
        "name": "Naam",
        "discipline": "Vakgebied",
        "registration": "SKJ- of BIG-nummer",
    },
    options={
        "stage": {
            "1": "1 de vraag",
            "2": "2 wat er speelt",
            "3": "3 wat nodig is",
            "4": "4 eigen kracht",
            "5": "5 besluit",
        },
    },
    empty=("Er staat nog geen deskundigheid.", "Noem bij elke stap wie keek, met vakgebied en registratie."),
    title=("name",),
    told={"discipline": "", "stage": "bij stap"},
)


class Page(StepPage):
    intro = "Wat stelt u voor, en waarom? De weging wijst aan, u beslist."

    def build(self) -> None:
        self.ask(
            "decision",
            "Wat stelt u voor?",
            {
                "toekennen": "hulp toekennen",
                "deels_toekennen": "deels toekennen",
                "afwijzen": "afwijzen",
                "andere_wet": "een andere wet",
                "basisondersteuning_zonder_beschikking": "basisondersteuning of vrij toegankelijk, zonder beschikking",
                "triage_klaar": "klaar na de eerste blik (triage)",
            },
        )
        self.ask_list("products", PRODUCTS)
        check = AllocationCheck(self.case, self.inside)
        check.go_to.connect(self.lead)
        self.add(check)
        self.ask("request", "Wat vragen wij de aanbieder, in één zin?")

        self.section("Een plek zoeken")
        self.ask_list("place_search", PLACES)
        self.ask("supply_missing", "Welke hulp had dit gezin nodig, en was er niet? (zonder namen)")

        self.section("Afgewogen met het gezin")
        self.ask("choices_discussed", "Welke mogelijkheden zijn met het gezin besproken?")
        self.ask("alternatives", "Wat kon ook, en waarom kiest u dat niet?")
        self.ask("objection_told", "Is uitgelegd hoe het gezin bezwaar kan maken?")

        self.section("Motivering")
        self.ask("motivation", "Waarom is dit het besluit? Volg de vijf stappen.")
        self.add(MotivationButton(self.case, self.inside))
        self.ask("dissent", "Denkt iemand er anders over? Wie, en waarom?")
        self.ask_list("expertise", EXPERTISE)

        self.section("Regie en opnieuw kijken")
        self.ask("coordinator", "Wie houdt de regie?")
        self.ask(
            "coordination",
            "Hoe dichtbij?",
            {"op_afstand": "op afstand", "maandelijks": "elke maand", "wekelijks": "elke week"},
        )
        self.ask_list("reviews", REVIEWS)
        self.ask("plan_expected", "Wanneer verwacht u het plan van de aanbieder? (uiterlijk zes weken na de start)")

        self.section("Toets en ondertekening")
        self.ask("peer_check", "Welke collega keek mee?")
        self.add(OwnSignature(self.case, self.inside))
        self.side_by_side(
            ("signed_by", "Wie ondertekent?"),
            ("signer_registration", "Register", _REGISTERS),
            ("signer_number", "Registratienummer"),
            ("signer_valid_until", "Geldig tot en met"),
            ("cosigned_by", "Wie ondertekent mee, als dat nodig is?"),
            ("cosigner_registration", "Register", _REGISTERS),
            ("cosigner_number", "Registratienummer"),
            ("cosigner_valid_until", "Geldig tot en met"),
        )
