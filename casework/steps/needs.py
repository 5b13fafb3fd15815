"""Step 8. What is needed, by nature and extent (stage 3), still without a product; can help still change something?

Two reviews in a row without gain open the step again, and so do a prolonging and a family that comes back after the
help stopped, until the conclusion is drawn anew (R-VOLG-02, R-VOLG-03, R-VOLG-08).
"""

from typing import Any, Literal

from casework.answers import Answer, Day, answered_on
from casework.codes import Changeability
from casework.flow import Problem, Step
from casework.questions import Answers, Count, Flag, Record, Scale10, ask
from casework.steps.handover import Handover, gain_lost_twice, is_from_before, prolonged_since, talks_held
from casework.steps.intake import Intake, needs_investigation

Nature = Literal[
    "oefenen/leren", "behandelen", "stabiliseren", "overnemen", "toezicht", "praktisch", "onderzoeken", "ontlasten"
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


def concluded_after_reviews(here: Needs, case: Any) -> bool:
    """Was the conclusion drawn on the day of the last review or later? A conclusion without a day was not."""
    days = [talk.on.known for talk in talks_held(case)]
    drawn_on = answered_on(here.conclusion)
    return all(day is None or (drawn_on is not None and drawn_on >= day) for day in days)


def concluded_after_return(here: Needs, case: Any) -> bool:
    """Was the conclusion drawn on the day the family came back or later? A conclusion without a day was not."""
    back = case.of(Handover).came_back_on.known
    drawn_on = answered_on(here.conclusion)
    return back is None or (drawn_on is not None and drawn_on >= back)


def _opened_again(here: Needs, case: Any) -> list[Problem]:
    """Why a conclusion that was drawn has to be drawn anew; nothing where it stands."""
    if here.conclusion.known is None:
        return []
    why = []
    after_reviews = concluded_after_reviews(here, case)
    if not after_reviews and gain_lost_twice(case):
        why.append("twee keer geen winst")
    prolongs = case.of(Intake).track.known == "verlenging"
    if prolongs and (not after_reviews or is_from_before(case, here.conclusion)):
        why.append("de hulp wordt verlengd")
    if not concluded_after_return(here, case):
        why.append("het gezin kwam terug")
    return [Problem("needs.conclusion", f"conclusie_veranderbaar: {one}, kijk opnieuw wat nodig is") for one in why]


def _terms_behind_us(here: Needs, case: Any) -> list[Problem]:
    """At a prolonging a goal gets a new day; before that, being late is told by the reviews."""
    if prolonged_since(case) is None:
        return []
    late = [goal for goal in here.goals.known or () if goal.by.known is not None and goal.by.known < case.today]
    return [Problem(f"needs.goals.{goal.id}.by", "termijn: deze dag is voorbij, kies een nieuwe") for goal in late]


def _look_again(here: Needs, case: Any) -> list[Problem]:
    return [*_opened_again(here, case), *_terms_behind_us(here, case)]


STEP = Step("needs", 8, "Wat is nodig", Needs, stage=3, also_missing=_look_again)
