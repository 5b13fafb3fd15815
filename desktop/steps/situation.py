"""The page of step 5: what is going on and what goes well. A life domain stays closed until a reason opens it."""

from collections.abc import Mapping

from casework.steps.situation import Situation
from desktop.cases.open_case import OpenCase
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

DOMAIN_WORDS: Mapping[str, str] = {
    "ontwikkeling_kind": "ontwikkeling van het kind",
    "gedrag_emotie": "gedrag en gevoel",
    "gezin_opvoeding": "gezin en opvoeding",
    "ouders_gezondheid": "gezondheid van ouders",
    "school_werk": "school en werk",
    "vrije_tijd_vrienden": "vrije tijd en vrienden",
    "wonen_geld": "wonen en geld",
    "gezondheid_lichaam": "lichaam en gezondheid",
    "middelen": "alcohol, drugs, gamen",
    "politie_justitie": "politie en justitie",
    "netwerk": "netwerk",
}
_AREAS = {
    "basis_individueel": "lichte hulp aan de jeugdige",
    "onderwijs": "zorg en onderwijs",
    "basis_ggz": "psychische klachten (basis-ggz)",
    "gezin_lvb": "gezin met een licht verstandelijke beperking",
    "verblijf": "ergens anders wonen",
    "logeren": "logeren, ouders ontlasten",
    "intensief_ambulant": "intensieve hulp thuis",
}
_GROUPS = {
    "ASS": "autisme",
    "angst_stemming": "angst of somberheid",
    "hechting": "hechting",
    "LVB_kind": "licht verstandelijke beperking, kind",
    "LVB_ouder": "licht verstandelijke beperking, ouder",
    "middelen": "middelen",
    "somatisch": "lichamelijke ziekte",
    "KOPP_KVO": "ouder met psychische of verslavingsproblemen",
}
_BURDEN = {"0": "geen", "1": "een beetje", "2": "duidelijk", "3": "ernstig"}
_SUPPORT = {"0": "geen", "1": "weinig", "2": "redelijk", "3": "veel"}


def _opened(case: OpenCase) -> Mapping[str, str]:
    """The domains that a reason opened; all of them where the route does not ask for reasons."""
    domains = case.settled.of(Situation).domains.known or ()
    opened = {one.domain.known for one in domains if (one.necessity.known or "").strip()}
    asks_reasons = case.counts("situation.domains")
    return {key: words for key, words in DOMAIN_WORDS.items() if key in opened or not asks_reasons}


DOMAINS = ListWords(
    text="Welke leefgebieden gaan open, en waarom?",
    one="leefgebied",
    labels={
        "domain": "Welk leefgebied?",
        "necessity": "Welke vraag of zorg maakt dit nodig?",
        "strengths": "Wat gaat hier goed?",
    },
    options={"domain": DOMAIN_WORDS},
    empty=("Alle leefgebieden zijn dicht.", "Open alleen wat nodig is om de vraag te begrijpen, en schrijf waarom."),
    told={"necessity": "nodig omdat", "strengths": "goed:"},
    opened_by={"strengths": "necessity"},
)
PROBLEMS = ListWords(
    text="Wat speelt er?",
    one="probleem",
    labels={
        "domain": "In welk (open) leefgebied?",
        "since": "Sinds wanneer?",
        "frequency": "Hoe vaak?",
        "description": "Wat gebeurt er precies?",
        "where": "Waar speelt het?",
        "distress": "Hoeveel last geeft het?",
        "impairment": "Hoezeer hindert het in het dagelijks leven?",
        "diagnosis": "Diagnose? (alleen als nodig)",
        "diagnosed_by": "Door wie en wanneer vastgesteld?",
    },
    options={"domain": DOMAIN_WORDS, "distress": _BURDEN, "impairment": _BURDEN},
    choices={"domain": _opened},
    empty=("Er staat nog geen probleem.", "Vraag: wat gebeurt er, waar, hoe vaak, en wie heeft er last van?"),
    title=("description", "domain"),
    told={"domain": "", "since": "sinds", "distress": "last:", "impairment": "hindert:"},
)


class Page(StepPage):
    intro = "Wat is er aan de hand, en wat gaat goed? Alleen wat nodig is om de vraag te begrijpen."

    def build(self) -> None:
        self.ask_list("domains", DOMAINS)
        self.ask_list("problems", PROBLEMS)

        self.section("Het geheel")
        self.ask("problem_area", "Waar hoort dit het meest bij?", _AREAS)
        self.ask("other_areas", "En ook nog bij?", _AREAS)
        self.ask("severity_child", "Hoe ernstig is het alles bij elkaar voor de jeugdige?", _BURDEN)
        self.ask("network", "Hoeveel steun is er van familie, vrienden en buren?", _SUPPORT)
        self.ask("family_capacity", "Hoeveel kan het gezin nu zelf dragen?", _SUPPORT)

        self.section("School")
        self.ask(
            "school_type",
            "Waar gaat de jeugdige naar school?",
            {
                "regulier": "gewone school",
                "SO": "speciaal onderwijs",
                "thuiszitter": "staat ingeschreven, zit thuis",
                "geen onderwijs": "geen school",
                "nog niet schoolgaand": "nog te jong voor school",
            },
        )
        self.ask(
            "school_consulted",
            "Is er met school overlegd?",
            {"ja": "ja", "niet_nodig": "niet nodig", "geen_toestemming": "nee, geen toestemming"},
        )
        self.ask("school_consulted_reason", "Waarom is overleg met school niet nodig?")

        self.only_if_needed()
        self.ask(
            "iq_level",
            "Wat is bekend over het niveau van begrijpen?",
            {
                "onbekend": "niet bekend",
                "boven_85": "IQ boven 85",
                "70_85": "IQ 70 tot 85",
                "50_70": "IQ 50 tot 70",
                "onder_50": "IQ onder 50",
            },
        )
        self.ask("target_groups", "Waar hoort de jeugdige of het gezin bij?", _GROUPS)
