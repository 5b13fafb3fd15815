"""Step 8. What is needed, by nature and extent (stage 3), still without a product; can help still change something?"""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, Count, Flag, Record, Scale10, ask
from casework.steps.intake import needs_investigation

Nature = Literal[
    "oefenen/leren", "behandelen", "stabiliseren", "overnemen", "toezicht", "praktisch", "onderzoeken", "ontlasten"
]
Changeability = Literal[
    "VEILIGHEID_EERST",
    "ONVOLDOENDE_ZICHT",
    "UITVOERING_EERST",
    "DOEL_BEREIKT",
    "GEEN_WINST",
    "CHRONISCH",
    "VERANDERBAAR",
    "GEMENGD",
]
NoGainChoice = Literal["afbouwen_en_stoppen", "andere_aanpak", "ander_doel", "andere_oorzaak_eerst", "andere_wet"]


class Need(Record):
    what: Answer[str] = ask("wat_moet_gebeuren", required=True, judgement=True)
    question: Answer[str] = ask("hoort_bij_hulpvraag", refers="help_question.questions")
    for_whom: Answer[str] = ask("voor_wie", person=True)
    nature: Answer[Nature] = ask("aard", required=True)
    intensity: Answer[Literal["<1x/mnd", "wekelijks", "meermaals/wk", "dagelijks", "24u"]] = ask(
        "intensiteit", required=True
    )
    months: Answer[Count] = ask("duur_mnd", required=True)
    expertise: Answer[str] = ask("welke_deskundigheid")
    language_culture: Answer[str] = ask("taal/cultuur")
    lasting: Answer[Literal["veranderbaar", "chronisch"]] = ask(
        "label", "Bij GEMENGD: elke behoefte een eigen label.", judgement=True
    )


class Goal(Record):
    """A goal in the family's words; the family owns it and scores it."""

    words: Answer[str] = ask("doel_in_eigen_woorden", required=True)
    measured_by: Answer[str] = ask("meetbaar_aan", required=True)
    need: Answer[str] = ask("hoort_bij_behoefte", refers="needs.needs")
    start: Answer[Scale10] = ask("startscore")
    target: Answer[Scale10] = ask("streefscore")
    now: Answer[Scale10] = ask("score_nu")
    by: Answer[Day] = ask("termijn")
    owner: Answer[str] = ask("eigenaar", person=True)


def _no_gain(case: Any, here: Any) -> bool:
    return bool(here.conclusion.known == "GEEN_WINST") and needs_investigation(case)


class Needs(Answers):
    needs: Answer[tuple[Need, ...]] = ask("behoeften[]", required=True, applies=needs_investigation)
    goals: Answer[tuple[Goal, ...]] = ask("doelen[]", required=True, applies=needs_investigation)
    gain_means: Answer[str] = ask(
        "gezondheidswinst_definitie",
        "Waaraan merken we winst?",
        required=True,
        judgement=True,
        long=True,
        applies=needs_investigation,
    )
    conclusion: Answer[Changeability] = ask(
        "conclusie_veranderbaar", required=True, judgement=True, applies=needs_investigation
    )
    conclusion_reason: Answer[str] = ask(
        "conclusie_reden", "Als de conclusie anders is dan de weging.", long=True, applies=needs_investigation
    )
    no_gain_choices: Answer[tuple[NoGainChoice, ...]] = ask("geen_winst_keuze", applies=_no_gain)
    no_gain_reason: Answer[str] = ask("geen_winst_reden", long=True, applies=_no_gain)
    second_look: Answer[Flag] = ask("tweede_blik", "Gedragswetenschapper of expertpool keek mee.", applies=_no_gain)
    review_date: Answer[Day] = ask("evaluatiedatum", required=True, applies=needs_investigation)
    stop_criteria: Answer[tuple[str, ...]] = ask("stopcriteria[]", required=True, applies=needs_investigation)
    step_down: Answer[str] = ask("afschaalplan", long=True, applies=needs_investigation)


STEP = Step("needs", 8, "Wat is nodig", Needs, stage=3)
