"""The page of step 14: handing over, and what comes back."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casework.handover.reply import OUTCOMES, REASONS, USEFULNESS
from casework.handover.trend import trends_of
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage
from desktop.following.review import ReviewNext, ReviewScores
from desktop.following.scores import LIST as SCORES
from desktop.following.to_come import ToCome
from desktop.handover.take_reply import reply_button
from desktop.pictures.goal_trend import TrendView

_READ = {
    "akkoord": "ja, akkoord",
    "akkoord_met_aanvulling": "ja, met een aanvulling",
    "oneens_toch_delen": "ja, oneens, mag toch gedeeld",
    "oneens_niet_delen": "ja, oneens, wil niet delen",
    "niet_mogelijk": "nee, dat kon niet",
}


def _sections(case: OpenCase) -> Mapping[str, str]:
    """The sections of the handover by code; loaded here, for only this step needs them."""
    from casework.handover.sections import SECTIONS

    return {section.code: f"{section.number}. {section.title}" for section in SECTIONS}


SECTIONS = ListWords(
    text="Gaan alle onderdelen mee?",
    one="keuze over een onderdeel",
    labels={
        "section": "Welk onderdeel?",
        "shared": "Gaat het mee?",
        "reason": "Waarom wel of niet?",
        "empty_because": "Als het leeg is: waarom is het hier niet van toepassing?",
    },
    choices={"section": _sections},
    empty=("Er is nog niet gekozen.", "Bespreek met het gezin wat zij niet willen delen, en waarom."),
    none="Alle onderdelen gaan mee",
    told={"shared": "gaat mee:", "reason": "omdat", "empty_because": "leeg omdat"},
)
def _statements(case: OpenCase) -> Mapping[str, str]:
    """The statements that stay here, by path: one is chosen on the page of the handover, where it can be read."""
    from casework.handover.need_to_know import where_said

    paths = (case.raw(f"handover.statements.{one}.where") for one in case.order("handover.statements"))
    return {path: where_said(path) for path in paths if isinstance(path, str)}


STATEMENTS = ListWords(
    text="Zijn er uitspraken die niet meegaan?",
    one="uitspraak",
    labels={"where": "Welke uitspraak?", "reason": "Waarom gaat die niet mee?"},
    choices={"where": _statements},
    empty=("Alle uitspraken gaan mee.", "Open de overdracht, klik op een zin en kies ‘Niet delen’."),
    none="Alle uitspraken gaan mee",
    told={"reason": "omdat"},
)
ROLES = {
    "aanbieder": "aanbieder van de hulp",
    "school": "school",
    "huisarts": "huisarts",
    "gi": "jeugdbescherming (GI)",
    "andere_gemeente": "andere gemeente",
    "wijkteam": "ander wijkteam",
    "expert": "expert of tweede mening",
}
_GROUNDS = {
    "toestemming": "toestemming",
    "zonder_naam": "zonder naam, niemand is te herkennen",
    "7.3.4_lid_2": "Jeugdwet 7.3.4 lid 2",
    "7.3.16": "spoed (Jeugdwet 7.3.16)",
    "maatregel_of_rechter": "maatregel of uitspraak van de rechter",
}
SENDINGS = ListWords(
    text="Wat ging al uit?",
    one="verzending",
    labels={
        "document": "Nummer",
        "version": "Versie",
        "kind": "Wat was het?",
        "reader": "Voor wie geschreven?",
        "recipient": "Naar wie?",
        "recipient_role": "Wat voor ontvanger is dat?",
        "sent_on": "Op welke dag?",
        "via": "Hoe verstuurd?",
        "ground": "Op welke grond?",
        "second_reader": "Wie keek mee?",
        "second_reader_registration": "Register en nummer",
        "valid_until": "Geldig tot en met",
        "fingerprint": "Kenmerk van de gegevens",
        "refers_to": "Hoort bij",
        "note": "De aanvulling, of de reden van het intrekken",
        "held_back": "Wat ging niet mee?",
    },
    options={
        "kind": {
            "aankondiging": "aankondiging",
            "overdracht": "overdracht",
            "aanvulling": "aanvulling",
            "intrekking": "intrekking",
        },
        "reader": {"aanbieder": "voor de ontvanger", "ouder": "voor ouders", "jongere": "voor de jongere"},
        "recipient_role": ROLES,
        "ground": _GROUNDS,
    },
    empty=("Er ging nog niets uit.", "Bewaart u een overdracht als bestand, dan komt dat hier vanzelf te staan."),
    none="Er ging niets uit",
    title=("kind",),
    told={"document": "", "recipient": "naar", "sent_on": "op"},
    heads={"ground": "Waarom mocht het?"},
)
ATTACHMENTS = ListWords(
    text="Welke bijlagen gaan mee?",
    one="bijlage",
    labels={"name": "Welk stuk?", "dated": "Van welke dag?", "why": "Waarom heeft de aanbieder dit nodig?"},
    empty=("Er zijn nog geen bijlagen.", "Stuur alleen mee wat de aanbieder echt nodig heeft."),
    none="Er gaan geen bijlagen mee",
    told={"dated": "van", "why": "omdat"},
)
REVIEW_TALKS = ListWords(
    text="Hoe gaat het met de hulp?",
    one="volgmoment",
    labels={
        "on": "Op welke dag?",
        "kind": "Wat voor gesprek?",
        "who": "Wie waren erbij?",
        "gain": "Is er winst, zoals u in stap 8 afsprak?",
        "helped": "Wat hielp?",
        "did_not_help": "Wat hielp niet?",
        "still_fits": "Past deze steun nog?",
        "could_be_less": "Kan het met minder?",
        "carers_manage": "Houden de mensen om het kind heen het vol?",
        "other_law": "Is de Wlz of de weg naar 18 aan de orde?",
        "choice": "Wat kiest u samen?",
        "reasons": "Waarom?",
        "next_on": "Wanneer spreken wij elkaar weer?",
    },
    options={
        "kind": {"volgmoment": "volgmoment", "jaarlijks_licht": "lichte blik, een keer per jaar"},
        "gain": {"ja": "ja", "afgevlakt": "minder dan eerst", "nee": "nee", "onbekend": "niet bekend"},
        "choice": {
            "doel_bereikt": "het doel is bereikt",
            "afschalen": "minder hulp",
            "stoppen_met_plan": "stoppen, met een plan",
            "verlengen": "verlengen",
            "andere_aanpak": "een andere aanpak",
            "ander_doel": "een ander doel",
            "doorgaan": "doorgaan zoals afgesproken",
        },
    },
    empty=("Er is nog geen volgmoment.", "Vraag het gezin zelf: helpt het? En welk cijfer krijgt ieder doel nu?"),
    none="Er was nog geen volgmoment",
    title=("on",),
    told={"gain": "winst:", "choice": "keuze:", "next_on": "weer op"},
)
REPLIES = ListWords(
    text="Wat antwoordde de aanbieder?",
    one="antwoord",
    labels={
        "document": "Op welke overdracht?",
        "version": "Welke versie?",
        "received_on": "Ontvangen op",
        "given_on": "Gegeven op",
        "given_at": "Hoe laat gegeven (UTC)?",
        "outcome": "Neemt de aanbieder de vraag aan?",
        "reason": "Waarom niet?",
        "note": "Toelichting of vraag",
        "start_on": "Begint op",
        "waiting_weeks": "Wachttijd in weken",
        "first_plan_on": "Eerste gesprek over het plan op",
        "complete": f"{USEFULNESS['complete']} (1 tot 5)",
        "clear": f"{USEFULNESS['clear']} (1 tot 5)",
        "usable": f"{USEFULNESS['usable']} (1 tot 5)",
        "missed": "Wat miste de aanbieder?",
        "contact": "Wie kunt u bellen?",
    },
    options={"outcome": OUTCOMES, "reason": REASONS},
    empty=("Er is nog geen antwoord.", "Lees het antwoordbestand van de aanbieder in, of schrijf op wat u hoorde."),
    none="Er kwam geen antwoord",
    title=("outcome",),
    told={"given_on": "op", "start_on": "begint op", "waiting_weeks": "wachttijd in weken:", "missed": "miste:"},
    heads={"complete": "Hielp de overdracht?"},
)


class Page(StepPage):
    intro = "Het gezin leest mee, de aanbieder kan verder. En daarna: volgen of het goed gaat."

    def build(self) -> None:
        self.section("Wat gaat mee, en naar wie")
        self.ask("recipient", "Naar welke aanbieder gaat het?")
        self.ask("recipient_role", "Wat voor ontvanger is dat?", ROLES)
        self.ask("three_to_know", "Welke drie dingen moet de aanbieder weten?")
        self.ask_list("sections", SECTIONS)
        self.ask_list("statements", STATEMENTS)
        self.ask("meldcode_shared", "Staan er gegevens uit de meldcode in?")
        self.ask("third_party_shared", "Staan er gegevens over anderen in?")
        self.ask_list("attachments", ATTACHMENTS)

        self.section("Het gezin leest mee")
        self.ask("read_by_child", "Heeft de jeugdige het gelezen?", _READ)
        self.ask("read_by_parents", "Hebben de ouders het gelezen?", _READ)
        self.ask("own_statement", "Wat willen jeugdige of ouders er zelf bij zetten? Dit gaat altijd mee.")

        self.section("Kennismaken")
        self.ask("contact_reach", "Waar is de regievoerder te bellen of te mailen? Dit komt op het stuk.")
        self.ask("start_talk", "Wanneer, waar en met wie is het eerste gesprek?")
        self.ask(
            "warm",
            "Is de hulp persoonlijk overgedragen?",
            {"gesprek_gepland": "er is een gesprek gepland", "gedaan": "ja", "niet_nodig": "niet nodig"},
        )

        self.section("Verstuurd en teruggehoord")
        self.side_by_side(("sent_on", "Verstuurd op"), ("sent_by", "Hoe verstuurd?"))
        self.ask_list("sendings", SENDINGS)
        self.ask("full_early_reason", "Waarom gaat het hele stuk al vóór het antwoord op de aankondiging?")
        self.ask(
            "reaction",
            "Wat zei de aanbieder?",
            {
                "geaccepteerd": "neemt het aan",
                "vraag": "heeft een vraag",
                "afgewezen": "zegt nee",
                "geen_antwoord": "nog niets",
            },
        )
        self.ask("reaction_reason", "Wat was de vraag of de reden?")
        self.ask("started_on", "Wanneer is de hulp begonnen?")
        self.ask_list("replies", REPLIES)
        self.column.addWidget(reply_button(self.case), 0, Qt.AlignmentFlag.AlignLeft)

        self.section("Volgen of het helpt")
        self.trends = TrendView()
        self.trends.opened.connect(self.go_to)
        self.add(self.trends)
        self.to_come = ToCome()
        self.add(self.to_come)
        inside = {"gain": ReviewScores, "reasons": self._after_choice}
        talks = self.ask_list("review_talks", replace(REVIEW_TALKS, inside=inside))
        self.asked_inside("goal_scores", talks)
        self.side_by_side(("ended_on", "Wanneer stopte deze hulp?"), ("came_back_on", "Wanneer kwam het gezin terug?"))

        self.only_if_needed("Alleen wat de aanbieder moet weten om veilig te beginnen.")
        self.ask("practical", "Zijn er vaste dagen, medicijnen of allergieën om rekening mee te houden?")

    def go_to(self, path: str) -> None:
        """A score stands in the card of its review."""
        if path.startswith(f"{SCORES}."):
            record = path.removeprefix(f"{SCORES}.").partition(".")[0]
            review = Given.of(self.case.raw(f"{SCORES}.{record}.review")).value
            path = f"handover.review_talks.{review}" if review else "handover.review_talks"
        elif path == SCORES:
            path = "handover.review_talks"
        super().go_to(path)

    def _after_choice(self, case: OpenCase, talk: str, parent: QWidget) -> ReviewNext:
        made = ReviewNext(case, talk, parent)
        made.leads.connect(self.leads)
        return made

    def redraw(self) -> None:
        self.trends.show_trends(trends_of(self.case.settled))
        self.to_come.refresh(self.case)
