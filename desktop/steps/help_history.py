"""The page of step 7: what help there was and is, with its effect."""

from collections.abc import Mapping

from casework.handover.timeline import timeline_of
from desktop.cases.open_case import OpenCase
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage
from desktop.pictures.timeline import TimelineView
from desktop.steps.situation import DOMAIN_WORDS


def _products(case: OpenCase) -> Mapping[str, str]:
    return {product.id: product.name for product in case.pack.products.values()}


HELP = ListWords(
    text="Welke hulp was er, en welke loopt nog?",
    one="hulp",
    labels={
        "name": "Welke hulp?",
        "provider": "Van welke aanbieder?",
        "start": "Begonnen op",
        "running": "Loopt nog?",
        "end": "Gestopt op",
        "gfm_level": "Hoe zwaar?",
        "goal": "Waarvoor was het?",
        "goal_area": "Op welk leefgebied?",
        "for_whom": "Voor wie?",
        "result": "Is het doel gehaald?",
        "gain": "Werd het er beter van?",
        "extensions": "Hoe vaak verlengd?",
        "end_reason": "Waarom gestopt? (code)",
        "helped": "Wat hielp?",
        "did_not_help": "Wat hielp niet?",
    },
    options={
        "goal_area": DOMAIN_WORDS,
        "gfm_level": {
            "G0": "vrij toegankelijk",
            "G1": "basisondersteuning",
            "G2": "geïndiceerd, thuis of dichtbij",
            "G3": "intensief of verblijf",
            "G4": "crisis",
            "G5": "gedwongen of gesloten",
        },
        "gain": {"ja": "ja", "afgevlakt": "eerst wel, nu niet meer", "nee": "nee", "onbekend": "niet bekend"},
        "result": {"bereikt": "ja, gehaald", "deels": "deels", "niet": "nee", "onbekend": "niet bekend"},
    },
    choices={"name": _products},
    empty=("Er staat nog geen hulp.", "Vraag: welke hulp was er eerder, van wie, en werd het er beter van?"),
    none="Er was en is geen hulp",
    title=("name", "provider"),
    told={"provider": "van", "start": "vanaf", "end": "tot", "running": "loopt nog:", "result": "doel gehaald:"},
)

OWN_TALKS = ListWords(
    text="Welke gesprekken voerde het team zelf, als hulp?",
    one="gesprek",
    labels={
        "on": "Op welke dag?",
        "who": "Met wie?",
        "by": "Wie van het team?",
        "what": "Wat deden jullie?",
        "effect": "Wat leverde het op?",
    },
    empty=("Er staat nog geen gesprek.", "Het team kan zelf een tot vijf gesprekken voeren. Zet ze hier."),
    none="Het team gaf zelf geen hulp",
    title=("what",),
    told={"on": "op", "who": "met", "by": "door", "effect": "leverde op:"},
)


class Page(StepPage):
    intro = "Welke hulp was er al, wat loopt er nog, en wat leverde het op?"

    def build(self) -> None:
        self.life = TimelineView()
        self.life.opened.connect(self.leads)
        self.add(self.life)
        self.ask_list("help", HELP)

        self.section("Crisis en regie")
        self.ask("crisis", "Was er het afgelopen jaar een crisis?")
        self.ask("crisis_end", "Wanneer was de crisis voorbij?")
        self.ask("crisis_told", "Wat gebeurde er, en wat hielp om het rustig te krijgen?")
        self.ask("crisis_changed", "Wat is nu anders dan voor de crisis?")
        self.ask("crisis_again", "Wie belt wie als het weer misgaat, en wat doet ieder dan?")
        self.ask("coordinator_now", "Wie houdt nu het overzicht over alle hulp?")
        self.ask(
            "lasting",
            "Is dit een vraag die voorbijgaat, of een die blijft?",
            {"eenmalig": "die voorbijgaat", "chronisch": "die blijft"},
        )
        self.ask_checklist("c")

        self.section(
            "Hulp van het team zelf",
            "Dit is het dossier van de hulp, niet van het besluit. Het gaat alleen mee als het gezin dat wil.",
        )
        self.ask_list("own_talks", OWN_TALKS)
        self.ask("own_talks_shared", "Vindt het gezin goed dat dit deel meegaat naar de aanbieder?")

    def redraw(self) -> None:
        self.life.show_timeline(timeline_of(self.case.settled, self.case.pack))
