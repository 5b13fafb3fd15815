"""The page of step 1: who asks, by which route, how urgent."""

from desktop.flow.page import StepPage


class Page(StepPage):
    intro = "Wie meldt, hoe dringend is het, en hoe kijken wij ernaar?"

    def build(self) -> None:
        self.section("De melding")
        self.side_by_side(
            ("report_date", "Wanneer kwam de melding binnen?"),
            ("reporter", "Wie meldt?"),
        )
        self.ask("occasion", "Wat is de aanleiding om nu hulp te vragen?")
        self.ask(
            "urgency",
            "Hoe dringend is het?",
            {
                "geen": "niet dringend",
                "binnen_5_werkdagen": "binnen vijf werkdagen",
                "vandaag": "vandaag nog",
                "acuut_gevaar": "acuut gevaar",
            },
        )
        self.ask("requested_product", "Is er al hulp of een aanbieder genoemd? Door wie?")

        self.section("De route", "De route bepaalt welke vragen er verder gesteld worden.")
        self.ask(
            "track",
            "Wat gaan wij doen?",
            {
                "triage": "eerst kort kijken (triage)",
                "volledig_onderzoek": "volledig onderzoek",
                "verlenging": "verlenging: lopende hulp opnieuw bekijken",
                "herbeoordeling_na_crisis": "opnieuw kijken na een crisis",
                "verwijzing_ligt_er": "er ligt een verwijzing van een arts",
                "GI_besluit": "de gecertificeerde instelling of rechter besloot",
            },
        )
        self.ask("triage_reason", "Waarom is een volledig onderzoek nu niet nodig?")
        self.ask("triage_next", "Wat doet het gezin nu, en wie helpt daarbij?")
        self.ask("triage_call_on", "Wanneer belt u het gezin: helpt het?")
        self.ask("triage_call_told", "Wat zei het gezin toen u belde?")
        self.ask(
            "referral_route",
            "Langs welke weg kwam het gezin bij ons? (code voor het berichtenverkeer)",
            {
                "01 Gemeente": "01 gemeente",
                "02 Huisarts": "02 huisarts",
                "03 Jeugdarts": "03 jeugdarts",
                "04 GI": "04 gecertificeerde instelling",
                "05 Medisch specialist": "05 medisch specialist",
                "06 Zelfverwijzer": "06 zelf gekomen",
                "08 Rechter/OvJ/JJI": "08 rechter, officier van justitie of justitiële inrichting",
            },
        )
        self.ask("referral_on", "Van welke dag is de verwijzing?")
        self.ask("referral_asks", "Waarvoor verwijst de arts?")
        self.ask("ruling", "Welke hulp bepaalde de instelling of de rechter, en waarom?")
        self.side_by_side(
            ("ruling_on", "Van welke dag is dat besluit?"),
            ("ruling_until", "Tot wanneer loopt de maatregel?"),
        )
        self.ask("coordination", "Wat is met de verwijzer, instelling of rechter overlegd, en wanneer?")
        self.ask("after_ruling", "Welke hulp gaat door als de maatregel stopt, en wie regelt dat?")

        self.section("Elkaar verstaan")
        self.ask(
            "interpreter",
            "Is er een tolk nodig?",
            {"geen": "nee", "taal": "ja, voor de taal", "doventolk": "doventolk", "doofblindentolk": "doofblindentolk"},
        )
        self.ask("interpreter_language", "Voor welke taal?")
