"""The page of step 3: safe enough to go on?"""

from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

AGREEMENTS = ListWords(
    text="Welke afspraken over veiligheid zijn er?",
    one="afspraak",
    labels={
        "what": "Wat is afgesproken?",
        "who": "Wie doet dat?",
        "until": "Tot wanneer?",
        "otherwise": "Wat gebeurt er als het niet lukt?",
    },
    empty=("Er zijn nog geen afspraken over veiligheid.", "Vraag: wat doen jullie als het misgaat, en wie bel je dan?"),
    none="Er zijn geen afspraken nodig",
    told={"who": "door", "until": "tot", "otherwise": "anders:"},
)


class Page(StepPage):
    intro = "Is het veilig genoeg om door te gaan?"

    def build(self) -> None:
        self.section("Het kind zelf")
        self.ask(
            "spoken_alone",
            "Is de jeugdige alleen gesproken?",
            {"ja": "ja", "nee_te_jong": "nee, daarvoor te jong", "nee_reden": "nee, om een andere reden"},
        )
        self.ask("not_alone_reason", "Waarom niet?")
        self.ask("other_children", "Zijn er nog andere kinderen in huis?")
        self.ask("other_children_checked", "Is voor ieder kind apart gekeken of het veilig is?")

        self.section("Oordeel")
        self.ask(
            "verdict",
            "Hoe veilig is het?",
            {
                "veilig": "veilig",
                "zorgen_onder_controle": "zorgen, maar onder controle",
                "onveilig_hulp_mogelijk": "onveilig, hulp is mogelijk",
                "acuut_of_structureel_onveilig": "acuut of structureel onveilig",
                "onvoldoende_zicht": "wij zien nog te weinig",
            },
        )
        self.ask("plan_for_sight", "Wie spreekt het kind, en wanneer?")
        self.ask_list("agreements", AGREEMENTS)
        self.ask_checklist("g")

        self.section("Veilig Thuis en meldcode", "Wat hier over de meldcode staat, gaat nooit mee in een document.")
        self.ask(
            "veilig_thuis",
            "Is er overlegd met Veilig Thuis?",
            {"nee": "nee", "advies": "ja, advies gevraagd", "melding": "ja, gemeld"},
        )
        self.ask("veilig_thuis_on", "Wanneer was dat?")
        self.ask(
            "reporting_code_step",
            "Welke stap van de meldcode is het laatst gezet?",
            {
                "1": "1 signalen",
                "2": "2 overleg",
                "3": "3 gesprek",
                "4": "4 wegen",
                "5": "5 beslissen",
            },
        )

        self.only_if_needed()
        self.ask(
            "suicide_risk",
            "Denkt de jeugdige aan zelfdoding?",
            {
                "niet_gevraagd": "niet naar gevraagd",
                "nee": "nee",
                "ja_laag": "ja, risico is laag",
                "ja_hoog": "ja, risico is hoog",
            },
        )
        self.ask("crisis_route_started", "Is dezelfde dag de crisisroute ingezet?")
