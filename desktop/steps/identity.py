"""The page of step 2: who, where, and who decides along."""

from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

PEOPLE = ListWords(
    text="Wie horen er bij?",
    one="persoon",
    labels={
        "name": "Hoe heet deze persoon?",
        "relation": "Wie is dat voor de jeugdige?",
        "lives_with": "Woont bij de jeugdige?",
        "can_be_called_on": "Wil en kan deze persoon helpen?",
        "reach": "Hoe te bereiken?",
        "birth_date": "Geboortedatum (alleen als het nodig is)",
    },
    options={"relation": {"stiefouder": "stiefouder", "broer_zus": "broer of zus", "vriend_buur": "vriend of buur"}},
    empty=("Er staat nog niemand bij.", "Vraag: wie wonen er in huis, en wie zijn belangrijk voor jullie?"),
    told={"relation": "", "lives_with": "woont bij jeugdige:", "can_be_called_on": "kan helpen:"},
)
CUSTODY = ListWords(
    text="Wie heeft het gezag?",
    one="gezagsdrager",
    labels={
        "person": "Wie?",
        "kind": "Als wat?",
        "source": "Hoe weten wij dat?",
        "checked_on": "Gecontroleerd op",
    },
    options={
        "kind": {"GI-voogd": "voogd van de instelling", "pleegoudervoogd": "pleegouder met voogdij"},
        "source": {"eigen opgave": "alleen van eigen zeggen", "beschikking": "beschikking van de rechter"},
    },
    empty=("Nog niet bekend wie het gezag heeft.", "Vraag ernaar, en controleer het in het gezagsregister."),
    title=("person",),
    told={"kind": "", "source": "volgens", "checked_on": "gecontroleerd op"},
)
HOUSEHOLD = ListWords(
    text="Wie woont waar?",
    one="gezinslid",
    labels={
        "person": "Wie?",
        "where": "Bij wie of waar?",
        "seen": "Gezien of gesproken?",
    },
    empty=("Nog niet bekend wie waar woont.", "Vraag: wie slapen er in welk huis, en zagen wij alle kinderen?"),
    title=("person",),
    told={"where": "woont", "seen": "gezien of gesproken:"},
)
CONSENTS = ListWords(
    text="Wie vindt wat goed?",
    one="toestemming",
    labels={
        "who": "Van wie?",
        "purpose": "Waarvoor?",
        "what": "Welke gegevens?",
        "outcome": "Ja of nee?",
        "form": "Hoe gegeven?",
        "start": "Vanaf",
        "end": "Tot en met",
        "withdrawn_on": "Ingetrokken op",
    },
    options={
        "purpose": {
            "hulp": "voor de hulp zelf",
            "delen_met_aanbieder": "delen met de aanbieder",
            "consult_herleidbaar": "met naam bespreken in de expertpool",
            "school": "overleg met school",
            "huisarts": "overleg met de huisarts",
            "ouders": "delen met ouders",
            "gi": "delen met de jeugdbescherming (GI)",
            "andere_gemeente": "delen met een andere gemeente",
            "wijkteam": "delen met een ander wijkteam",
        },
        "outcome": {"gegeven": "ja", "geweigerd": "nee"},
    },
    empty=("Er is nog geen toestemming.", "Vraag iedere keer: mogen wij dit delen, met wie, en waarvoor?"),
    title=("who",),
    told={"purpose": "", "outcome": "antwoord:", "form": "", "end": "tot en met", "withdrawn_on": "ingetrokken op"},
)


_GENDER = {"0 onbekend": "onbekend", "1 mannelijk": "mannelijk", "2 vrouwelijk": "vrouwelijk"}
_LEGAL_STATUS = {
    "01 RM": "rechterlijke machtiging",
    "02 RM op eigen verzoek": "machtiging op eigen verzoek",
    "03 RM met voorwaardelijk ontslag": "machtiging met voorwaardelijk ontslag",
    "04 OTS": "ondertoezichtstelling",
    "05 IBS": "inbewaringstelling",
    "11 strafrechtelijk tbs": "strafrechtelijk: tbs",
    "12 strafrechtelijk overig": "strafrechtelijk: anders",
}
_REPRESENTATION = {
    "06 voogdij": "voogdij",
    "07 bewindvoering": "bewindvoering",
    "08 mentorschap": "mentorschap",
    "09 curatele": "curatele",
    "10 zaakwaarneming": "zaakwaarneming",
}


class Page(StepPage):
    intro = "Wie is het, welke gemeente is aan zet, en wie beslist mee?"

    def build(self) -> None:
        self._young_person()
        self._municipality()
        self._who_decides()
        self._consent()
        self._family_rights()
        self._messages()
        self._only_if_needed()

    def _young_person(self) -> None:
        self.section("De jeugdige")
        self.side_by_side(("name", "Hoe heet de jeugdige?"), ("birth_date", "Wanneer geboren?"))
        self.list_at("people", PEOPLE)
        self.ask_list("household", HOUSEHOLD)
        self.ask(
            "separated",
            "Zijn de ouders uit elkaar?",
            {
                "nee": "nee",
                "co_ouderschap": "ja, om en om",
                "hoofdverblijf_moeder": "ja, vooral bij moeder",
                "hoofdverblijf_vader": "ja, vooral bij vader",
                "geen_contact": "ja, en geen contact met één van beiden",
            },
        )

    def _municipality(self) -> None:
        self.section("Welke gemeente is aan zet?")
        self.side_by_side(
            ("responsible_municipality", "Verantwoordelijke gemeente"),
            ("own_municipality", "Gemeente van dit team"),
            ("village", "Dorp (alleen voor het eigen team)"),
            ("secret_address", "Is het adres geheim?"),
        )
        self.ask(
            "residence_ground",
            "Waarom is deze gemeente aan zet?",
            {
                "brp_adres": "het adres waar de jeugdige staat ingeschreven",
                "vóór_verblijf": "het adres van vóór het verblijf",
                "moeder_bij_geboorte": "het adres van de moeder bij de geboorte",
                "werkelijk_verblijf": "waar de jeugdige werkelijk is",
            },
        )
        self.ask("moved_during_help", "Is het gezin verhuisd terwijl er hulp liep?")

    def _who_decides(self) -> None:
        self.section("Wie beslist mee?")
        self.ask_list("custody", CUSTODY)
        self.ask("custody_disputed", "Zijn de gezagsdragers het onderling oneens?")
        self.ask("able_to_decide", "Kan de jeugdige dit zelf overzien en beslissen?")

    def _consent(self) -> None:
        self.section("Toestemming")
        self.ask_list("consents", CONSENTS)
        self.ask(
            "help_exception",
            "Kan de hulp door zonder toestemming van de ouders? (12 tot 16 jaar)",
            {
                "ernstig_nadeel": "ja, om ernstig nadeel te voorkomen",
                "wens_jeugdige": "ja, de jeugdige blijft het wensen",
            },
        )
        self.ask("help_exception_reason", "Waarom is dat zo?")
        self.ask(
            "sharing_exception",
            "Mag er gedeeld worden zonder toestemming? Op welke grond?",
            {
                "7.3.4_lid_2": "jeugdige van 12 tot 16 zonder ouders (Jeugdwet 7.3.4 lid 2)",
                "7.3.16": "geen tijd om te vragen, er dreigt ernstig nadeel (Jeugdwet 7.3.16)",
                "maatregel_of_rechter": "maatregel of uitspraak van de rechter",
            },
        )
        self.ask("sharing_exception_reason", "Waarom kan het niet anders?")
        self.ask("sharing_second_reader", "Welke tweede geregistreerde collega keek mee?")
        self.side_by_side(("sharing_second_register", "In welk register?"), ("sharing_second_number", "Welk nummer?"))

    def _family_rights(self) -> None:
        self.section("Rechten van het gezin")
        self.ask("explained", "Is alles uitgelegd op een manier die past bij leeftijd en begrip?")
        self.ask("adviser_told", "Is verteld over de vertrouwenspersoon?")
        self.ask(
            "advocate_offered",
            "Is een onafhankelijke cliëntondersteuner aangeboden?",
            {"ja_wil": "ja, en die komt er", "ja_wil_niet": "ja, maar het gezin wil niet", "nog_niet": "nog niet"},
        )
        self.ask(
            "family_plan",
            "Is aangeboden om eerst zelf een plan te maken? (familiegroepsplan)",
            {
                "aangeboden_wil": "ja, en het gezin wil",
                "aangeboden_wil_niet": "ja, maar het gezin wil niet",
                "niet_passend": "nee, dat past nu niet",
            },
        )
        self.ask("family_plan_reason", "Waarom past een eigen plan nu niet?")

    def _messages(self) -> None:
        self.section("Voor het berichtenverkeer", "Zoals het in de basisregistratie staat.")
        self.side_by_side(
            ("first_names", "Voornamen"),
            ("surname_prefix", "Voorvoegsel"),
            ("surname", "Geslachtsnaam"),
            (
                "bsn_verified_by",
                "Hoe is het burgerservicenummer gecontroleerd?",
                {
                    "BRP": "in de basisregistratie",
                    "andere_gebruiker": "door een andere organisatie die het mag",
                    "nog_niet": "nog niet",
                    "spoed": "nog niet, door spoed",
                },
            ),
        )

    def _only_if_needed(self) -> None:
        self.only_if_needed()
        self.ask("bsn", "Burgerservicenummer (BSN)")
        self.ask("address", "Adres")
        self.side_by_side(
            ("gender", "Geslacht", _GENDER),
            ("phone", "Telefoon"),
            ("email", "E-mailadres"),
            ("legal_status", "Juridische status", _LEGAL_STATUS),
            ("representation", "Wettelijke vertegenwoordiging, anders dan ouders", _REPRESENTATION),
        )
