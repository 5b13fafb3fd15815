"""The page of step 9: own possibilities, ordinary solutions and other laws, and the need that is left."""

from desktop.directory.from_case import DirectoryButton
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage
from desktop.weighing.residual import ResidualBlock

OWN = ListWords(
    text="Wat kunnen ouders en netwerk zelf, per behoefte?",
    one="weging van eigen kracht",
    labels={
        "need": "Bij welke behoefte?",
        "parents_can": "Wat kunnen ouders zelf doen?",
        "network_can": "Wat kan het netwerk doen? Wie?",
        "caregiver_capacity": "Hoeveel kunnen ouders nu aan?",
        "availability": "Hoeveel tijd is er naast werk en zorg?",
        "above_usual": "Is het meer dan ouders gewoonlijk doen?",
        "sufficient": "Is eigen kracht genoeg voor deze behoefte?",
        "reasons": "Waarom wel of niet?",
        "ordinance_article": "Welk artikel van de verordening?",
    },
    options={
        "caregiver_capacity": {"goed": "voldoende", "kwetsbaar": "net genoeg", "overbelast": "te veel gevraagd"},
        "sufficient": {"voldoende": "ja", "deels": "voor een deel", "onvoldoende": "nee"},
    },
    empty=("Eigen kracht is nog niet gewogen.", "Vraag bij elke behoefte: wat kunnen jullie zelf, en wie helpt mee?"),
    title=("need",),
    told={"parents_can": "ouders:", "network_can": "netwerk:", "sufficient": "genoeg:"},
)
PRIOR = ListWords(
    text="Welke gewone oplossingen zijn bekeken?",
    one="oplossing",
    labels={
        "item": "Welke oplossing of voorziening?",
        "covers": "Welke behoeften vangt dit op?",
        "considered": "Overwogen?",
        "tried": "Geprobeerd?",
        "waiting": "Hoe lang wachten?",
        "why": "Waarom wel of niet?",
    },
    empty=("Er staat nog geen gewone oplossing.", "Denk aan een groep, een maatje, de school, een loket in de buurt."),
    none="Er is geen gewone oplossing die past",
    told={"covers": "voor", "tried": "geprobeerd:", "waiting": "wachten:"},
)
OTHER_LAWS = ListWords(
    text="Hoort iets bij een andere wet?",
    one="andere wet",
    labels={
        "law": "Welke wet?",
        "status": "Hoe staat het ervoor?",
        "bridge": "Wat doen wij tot die tijd?",
        "covers": "Welke behoeften vangt dit op?",
    },
    options={
        "law": {
            "Wlz": "Wlz (langdurige zorg)",
            "Zvw": "Zvw (zorgverzekering)",
            "Wmo": "Wmo (ondersteuning thuis)",
            "participatiewet": "Participatiewet",
        },
    },
    empty=("Er staat nog geen andere wet.", "De vragen hierboven wijzen de weg."),
    none="Er is geen andere wet die dit regelt",
    told={"status": "", "covers": "voor", "bridge": "tot die tijd:"},
)


class Page(StepPage):
    intro = "Wat kan het gezin zelf, met gewone oplossingen of een andere wet? Wat blijft er dan over?"

    def build(self) -> None:
        self.section("Eigen kracht")
        self.ask_list("own_capacity", OWN)

        self.section("Gewone oplossingen")
        self.side_by_side(
            ("general_offer_fits", "Kan een groep, training, maatje of loket helpen?"),
            ("general_offer_tried", "Is dat geprobeerd?"),
        )
        self.ask_list("prior_provisions", PRIOR)
        self.add(DirectoryButton(self.case, self.inside))

        self.section("Andere wetten", "Kies wat klopt. Twijfel is ook een antwoord.")
        self.side_by_side(
            ("permanent_supervision", "Is er blijvend toezicht of dag en nacht zorg nodig?"),
            ("due_to_disability", "Komt dat door een beperking of ziekte?"),
            ("more_than_usual", "Is het meer dan gewoon is voor deze leeftijd?"),
            ("medical_care", "Is er verpleging, medische of paramedische zorg nodig?"),
            ("parents_own_need", "Is het eigenlijk een vraag van de ouder zelf?"),
            ("aimed_at_learning", "Is de hulp vooral nodig om te leren op school?"),
            ("school_support_used", "Zette school haar eigen ondersteuning al in?"),
            ("several_causes", "Spelen er ook opvoeding, gedrag of psychische klachten mee?"),
        )
        self.ask_list("other_laws", OTHER_LAWS)
        self.ask_checklist("d")

        self.section("Vervoer")
        self.ask("transport_needed", "Is er vervoer nodig naar de hulp?")
        self.ask(
            "transport_ground",
            "Waarom kan het gezin dat niet zelf?",
            {
                "medische_noodzaak": "om medische redenen",
                "zelfredzaamheid": "de jeugdige kan niet zelf reizen",
                "geen": "het gezin kan het zelf",
            },
        )
        self.ask("transport_money", "Is geld het probleem?")
        self.ask("transport_solution", "Wat is de oplossing?")

        self.section("Wat blijft er over?")
        self.add(ResidualBlock(self.case, self.inside))
        self.ask("residual", "Voor welke behoeften is dan nog hulp nodig?")
