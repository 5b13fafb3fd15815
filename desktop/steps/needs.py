"""The page of step 8: what is needed, still without a product; and can help still change something?"""

from PySide6.QtWidgets import QWidget

from casework.steps.needs import Needs
from desktop.cases.open_case import OpenCase
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage
from desktop.pictures.goal_gauge import GoalGauge


def _loose_need(case: OpenCase, need: str) -> str:
    """What a need still misses: a goal, or how often and how long."""
    step = case.case.step(Needs)
    mine = next((one for one in step.needs.known or () if one.id == need), None)
    if mine is None or mine.what.known is None:
        return ""
    goal = any(one.need.known == need for one in step.goals.known or ())
    extent = mine.intensity.known is not None and mine.months.known is not None
    return ", ".join(words for words, there in (("nog geen doel", goal), ("geen omvang", extent)) if not there)


def _loose_goal(case: OpenCase, goal: str) -> str:
    mine = next((one for one in case.case.step(Needs).goals.known or () if one.id == goal), None)
    return "hoort bij geen behoefte" if mine is not None and mine.words.known and not mine.need.known else ""


def _gauge(case: OpenCase, goal: str) -> QWidget | None:
    mine = next((one for one in case.case.step(Needs).goals.known or () if one.id == goal), None)
    if mine is None or (mine.start.known is None and mine.target.known is None):
        return None
    return GoalGauge(mine.start.known, mine.target.known, mine.now.known)


NEEDS = ListWords(
    text="Wat moet er gebeuren?",
    one="behoefte",
    labels={
        "what": "Wat moet er gebeuren? Nog zonder product of aanbieder",
        "question": "Bij welke hulpvraag?",
        "for_whom": "Voor wie?",
        "nature": "Aard",
        "intensity": "Hoe vaak",
        "months": "Hoeveel maanden",
        "expertise": "Welke deskundigheid",
        "language_culture": "Taal of cultuur om rekening mee te houden",
        "lasting": "Kan dit veranderen?",
    },
    options={
        "nature": {"oefenen/leren": "oefenen en leren"},
        "intensity": {
            "<1x/mnd": "minder dan elke maand",
            "meermaals/wk": "vaker per week",
            "24u": "dag en nacht",
        },
        "lasting": {"veranderbaar": "ja, het kan veranderen", "chronisch": "nee, het blijft"},
    },
    empty=("Er staat nog geen behoefte.", "Vraag: wat moet er anders worden? Noem nog geen product."),
    code="N",
    title=("what",),
    told={"question": "hoort bij", "nature": "", "intensity": "", "months": "maanden:", "expertise": "door"},
    note=_loose_need,
)
GOALS = ListWords(
    text="Welke doelen stelt het gezin?",
    one="doel",
    labels={
        "words": "Het doel, in eigen woorden",
        "measured_by": "Waaraan is het te merken?",
        "need": "Bij welke behoefte?",
        "start": "Cijfer bij de start",
        "target": "Cijfer om naar te streven",
        "now": "Cijfer nu",
        "by": "Kijken we op",
        "owner": "Van wie is dit doel?",
    },
    empty=("Er staat nog geen doel.", "Vraag: wanneer ben je tevreden? Welk cijfer geef je het nu?"),
    code="D",
    title=("words",),
    quoted=True,
    told={"measured_by": "te merken aan", "owner": "van", "by": "kijken we op", "need": "bij"},
    note=_loose_goal,
    drawn=_gauge,
)


class Page(StepPage):
    intro = "Wat moet er gebeuren? Nog zonder product of aanbieder."

    def build(self) -> None:
        self.ask_list("needs", NEEDS)
        self.ask_list("goals", GOALS)

        self.section("Kan hulp iets veranderen, of is het steun bij iets dat blijft?")
        self.ask("gain_means", "Waaraan merken wij dat het beter gaat?")
        self.ask_checklist("a", conclusion="conclusion")
        titles = {one.code: one.title for one in self.case.pack.checklists["a"].conclusions}
        self.ask("conclusion", "Wat is uw conclusie?", titles)
        self.ask("conclusion_reason", "Waarom kiest u anders dan de weging?")

        self.section("Deze hulp geeft geen winst meer: wat dan?")
        self.ask(
            "no_gain_choices",
            "Waarvoor kiest u, samen met het gezin?",
            {
                "afbouwen_en_stoppen": "afbouwen en stoppen",
                "andere_aanpak": "een andere aanpak",
                "ander_doel": "een ander doel: het volhouden",
                "andere_oorzaak_eerst": "eerst een andere oorzaak",
                "andere_wet": "een andere wet",
            },
        )
        self.ask("no_gain_reason", "Waarom?")
        self.ask("second_look", "Keek een gedragswetenschapper of de expertpool mee?")

        self.section("Opnieuw kijken en stoppen")
        self.ask("review_date", "Wanneer kijken wij opnieuw?")
        self.ask("stop_criteria", "Wanneer stopt de hulp?")
        self.ask("step_down", "Hoe bouwen wij de hulp af?")
