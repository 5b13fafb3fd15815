"""The page of step 4: the question in the asker's own words."""

from casework.steps.needs import Needs
from desktop.cases.open_case import OpenCase
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

_MOTIVATION = {"0": "niet", "1": "weinig", "2": "redelijk", "3": "sterk"}


def _loose(case: OpenCase, question: str) -> str:
    """A question that no need answers yet, once there are needs."""
    needs = case.case.step(Needs).needs.known or ()
    return "nog geen behoefte" if needs and all(need.question.known != question for need in needs) else ""


QUESTIONS = ListWords(
    text="Welke vragen zijn er?",
    one="hulpvraag",
    labels={
        "asker": "Wie vraagt dit?",
        "weight": "Hoe zwaar weegt het voor de vrager?",
        "literally": "Letterlijk, in eigen woorden",
        "rephrased": "Zo begrijpen wij de vraag",
        "agreed": "Klopt dat volgens de vrager?",
    },
    empty=("Er staat nog geen vraag.", "Vraag ieder apart: waar wil je hulp bij? Schrijf het letterlijk op."),
    code="V",
    title=("literally", "rephrased"),
    quoted=True,
    told={"asker": "van", "weight": "belang:", "agreed": "klopt volgens vrager:"},
    note=_loose,
)


class Page(StepPage):
    intro = "Wat vragen kind en ouders zelf? Hun woorden blijven staan zoals zij ze zeiden."

    def build(self) -> None:
        self.ask_list("questions", QUESTIONS)

        self.section("Wat goed gaat en wat men hoopt")
        self.ask("goes_well", "Wat gaat er goed?")
        self.ask("wish", "Hoe ziet het er over een half jaar uit als het beter gaat?")
        self.ask("not_wanted", "Wat wil de jeugdige of het gezin juist niet?")
        self.ask("parents_expect", "Wat verwachten ouders van hulp?")

        self.section("Willen en verschillen")
        self.ask("motivation_child", "Hoe graag wil de jeugdige zelf dat er iets verandert?", _MOTIVATION)
        self.ask("motivation_parent", "Hoe graag willen de ouders dat?", _MOTIVATION)
        self.ask("differ", "Waarover denken kind en ouders anders?")
        self.ask("differ_strongly", "Willen zij echt iets anders?")
