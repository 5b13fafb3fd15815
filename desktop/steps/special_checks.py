"""The page of step 11: special checks, each asked only where a rule or age opens it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.weighing.checklists.eighteen import QUESTIONS
from desktop.checklists.foundation import FOUNDATIONS, NOT_SAID, Foundation
from desktop.checklists.overview import ChecklistOverview
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage
from desktop.theme.look import current

_DECIDED = {"ja": "ja", "nee": "nee", "nog_niet_besloten": "nog niet besloten"}
_GROUNDS = {
    "voortzetting": "hulp die doorgaat",
    "bepaald_voor_18": "besloten vóór 18",
    "hervatting_binnen_half_jaar": "opnieuw nodig binnen een half jaar",
    "pleegzorg_21": "pleegzorg tot 21",
    "jeugdstrafrecht": "jeugdstrafrecht",
}
FUTURE = ListWords(
    text="Welke stappen horen bij dat plan?",
    one="stap",
    labels={"what": "Wat ga je doen?", "who": "Wie helpt daarbij?", "until": "Tot wanneer?"},
    empty=("Er staat nog geen stap.", "Kleine stappen werken: wat, met wie, en tot wanneer."),
    title=("what",),
    told={"who": "met", "until": "tot"},
)


class Page(StepPage):
    intro = "Wat leeftijd, niveau of verblijf erbij vraagt, en de checklijsten die u zelf wilt openen."

    def build(self) -> None:
        overview = ChecklistOverview(self.case, self.inside)
        overview.chosen.connect(self.lead)
        self.add(overview)

        line = "Dan is er één intake, één plan en één persoon die het gezin belt."
        self.section("Meerdere zware problemen tegelijk", line)
        self.ask("hsj_joined", "Doet het netwerk voor hoogspecialistische jeugdhulp (HSJ) mee?")
        self.ask("hsj_intake_on", "Wanneer is de intake met iedereen samen?")
        self.ask("hsj_intake_with", "Wie vroegen er samen?")
        self.ask("hsj_contact", "Wie is het ene aanspreekpunt voor het gezin?")
        self.ask("hsj_next_meeting", "Wanneer spreken allen elkaar weer?")

        self.section("Op weg naar 18")
        self.ask("big_five_on", "Wanneer liep u de vijf dingen voor later voor het laatst samen door?")
        self.add(Foundation(self.case, NOT_SAID, self.inside))
        under = {QUESTIONS[block][-1]: partial(Foundation, self.case, block) for block in FOUNDATIONS}
        decided = ("extended_help", "extended_help_ground", "after_eighteen")
        self.ask_checklist("b", beside={**under, "BF18": self._after_eighteen}, asks=("big_five", *decided))

        self.section("Mijn plan voor later", "Van de jongere zelf, in eigen woorden. U schrijft alleen mee.")
        self.ask("future_wish", "Hoe ziet je leven er later uit, als het goed gaat?")
        self.ask_list("future_steps", FUTURE)

        self.section("Bij verlengen", "Verlengen gaat nooit vanzelf: langer krijgt een reden en een einde.")
        self.ask("prolong_changed", "Wat veranderde er door de hulp tot nu toe?")
        self.ask("prolong_why", "Waarom is de hulp langer nodig?")
        self.ask(
            "prolong_extent",
            "Wordt het minder dan in de periode hiervoor?",
            {"minder": "ja, minder", "evenveel": "nee, evenveel", "meer": "nee, meer"},
        )
        self.ask("prolong_less", "Hoeveel minder wordt het, of waarom kan dat nu niet?")
        self.ask("prolong_stops", "Wanneer stopt de hulp, en waaraan merkt u dat?")

        self.section("Bij hulp die al loopt")
        self.ask("stops_or_waits", "Wat stopt of wacht als de nieuwe hulp begint?")

        self.section("Bij logeren")
        self.ask("respite_nights", "Hoeveel nachten logeerde het kind tot nu toe, alles bij elkaar?")
        self.ask_checklist("e")

        self.section("Bij intensieve hulp en verblijf")
        self.ask("lighter_done_well", "Is lichtere hulp geprobeerd, en goed uitgevoerd?")
        self.ask("threat_of_placement", "Dreigt de jeugdige uit huis te moeten?")
        self.ask("steady_carer", "Is er een vaste opvoeder die meedoet?")
        self.ask("reasons_against", "Wat pleit tegen deze hulp?")
        self.ask("stay_alternatives", "Welke andere mogelijkheden zijn echt besproken?")
        self.ask("family_form_reason", "Is eerst gekeken naar een pleeggezin of gezinshuis? Zo niet, waarom?")
        self.ask_checklist("f")

    def _after_eighteen(self, parent: QWidget) -> QWidget:
        """What is decided about help after eighteen, among the questions that lead to it."""
        holder = QWidget(parent)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(16))
        for name, words, options in (
            ("extended_help", "Blijft jeugdhulp nodig na de achttiende verjaardag?", _DECIDED),
            ("extended_help_ground", "Op welke grond?", _GROUNDS),
            ("after_eighteen", "Welke wet neemt het over, en wie regelt dat?", {}),
        ):
            column.addWidget(self.row(name, words, options, holder))
        return holder
