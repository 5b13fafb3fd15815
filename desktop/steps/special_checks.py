"""The page of step 11: special checks, each asked only where a rule or age opens it."""

from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

BIG_FIVE = ListWords(
    text="Wat is er geregeld voor als de jeugdige 18 wordt?",
    one="onderdeel",
    labels={
        "block": "Waarover gaat het?",
        "status": "Hoe staat het ervoor?",
        "who": "Wie regelt het?",
        "by": "Wanneer?",
        "needed": "Wat is nog nodig?",
        "own_words": "Wat zegt de jeugdige er zelf van?",
    },
    options={
        "block": {
            "support": "mensen om op te leunen",
            "wonen": "wonen",
            "school_werk": "school of werk",
            "inkomen": "geld",
            "welzijn": "gezond en veilig",
        },
    },
    empty=(
        "Nog niets geregeld voor 18 jaar.",
        "Bespreek vijf dingen: steun, wonen, school of werk, geld, en je goed voelen.",
    ),
    told={"status": "", "needed": "nodig:", "by": "op"},
)


class Page(StepPage):
    intro = "Vragen die er alleen staan als leeftijd, niveau of verblijf daarom vraagt."

    def build(self) -> None:
        self.section("Op weg naar 18")
        self.ask_list("big_five", BIG_FIVE)
        self.ask(
            "extended_help",
            "Blijft jeugdhulp nodig na de achttiende verjaardag?",
            {"ja": "ja", "nee": "nee", "nog_niet_besloten": "nog niet besloten"},
        )
        self.ask(
            "extended_help_ground",
            "Op welke grond?",
            {
                "voortzetting": "hulp die doorgaat",
                "bepaald_voor_18": "besloten vóór 18",
                "hervatting_binnen_half_jaar": "opnieuw nodig binnen een half jaar",
                "pleegzorg_21": "pleegzorg tot 21",
                "jeugdstrafrecht": "jeugdstrafrecht",
            },
        )
        self.ask("after_eighteen", "Welke wet neemt het over, en wie regelt dat?")

        self.section("Bij intensieve hulp")
        self.ask("lighter_done_well", "Is lichtere hulp geprobeerd, en goed uitgevoerd?")
        self.ask("threat_of_placement", "Dreigt de jeugdige uit huis te moeten?")
        self.ask("steady_carer", "Is er een vaste opvoeder die meedoet?")
        self.ask("reasons_against", "Wat pleit tegen deze hulp?")

        self.section("Bij hulp die al loopt")
        self.ask("stops_or_waits", "Wat stopt of wacht als de nieuwe hulp begint?")
        self.ask("respite_nights", "Hoeveel nachten logeerde het kind tot nu toe, alles bij elkaar?")

        self.section("Bij verblijf")
        self.ask("stay_alternatives", "Welke andere mogelijkheden zijn echt besproken?")
        self.ask("family_form_reason", "Is eerst gekeken naar een pleeggezin of gezinshuis? Zo niet, waarom?")
