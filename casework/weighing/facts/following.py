"""Step 14, after the handover: what the reviews found, how the goals go, and what was chosen."""

from __future__ import annotations

from typing import get_args

from casework.answers import is_known
from casework.steps.handover import Handover, ReviewChoice, gain_lost_twice, talks_held
from casework.steps.needs import Needs, concluded_after_return, concluded_after_reviews
from casework.weighing import following
from casework.weighing.facts.logic import any_of, laid_down
from casework.weighing.facts.registry import FactSource, fact
from casework.words import months_between

_TALKS = "handover.review_talks"
_SCORES = "handover.goal_scores"


@fact("volgmomenten tot nu toe", _TALKS)
def review_count(given: FactSource) -> int | None:
    """A fact about this file: none as long as none is written down, where help is followed at all."""
    if laid_down(given.case.of(Handover).review_talks) is None:
        return None
    return len(talks_held(given.case))


@fact("de keuze bij het laatste volgmoment", _TALKS, options=get_args(ReviewChoice))
def review_choice(given: FactSource) -> str | None:
    talks = talks_held(given.case)
    return talks[-1].choice.known if talks else None


@fact("er staat waarom dat is gekozen", _TALKS)
def review_reasons_given(given: FactSource) -> bool | None:
    talks = talks_held(given.case)
    return is_known(talks[-1].reasons) if talks else None


@fact("bij de laatste twee volgmomenten was er geen winst, of vlakte die af", _TALKS)
def reviews_without_gain(given: FactSource) -> bool | None:
    return gain_lost_twice(given.case)


@fact("de conclusie veranderbaar of blijvend is van na het laatste volgmoment", "needs.conclusion", _TALKS)
def concluded_since_review(given: FactSource) -> bool | None:
    return concluded_after_reviews(given.case.of(Needs), given.case) if talks_held(given.case) else None


@fact("de cijfers bij de laatste twee volgmomenten bleven gelijk of daalden", _SCORES, _TALKS)
def goal_scores_stalled(given: FactSource) -> bool | None:
    return following.stands_still(given.case)


@fact("ieder doel is gehaald, of staat hoog en blijft hoog", _SCORES, "needs.goals", "pack.settings.goal_high_score")
def goals_reached(given: FactSource) -> bool | None:
    """Of the goals as scored at the reviews; unknown where none was."""
    goals, scores = given.case.of(Needs).goals.known or (), following.scores(given.case)
    if not goals or not scores:
        return None
    high = given.pack.setting("goal_high_score")
    return all(following.is_met(goal, scores.get(goal.id, ()), high) for goal in goals)


@fact("de dag om samen te kijken is voorbij", _TALKS, "needs.review_date", "decision.reviews")
def review_overdue(given: FactSource) -> bool | None:
    return following.is_overdue(given.case)


@fact("de dag waarop de hulp zou beginnen is voorbij", "handover.started_on", "handover.replies", "decision.products")
def start_overdue(given: FactSource) -> bool | None:
    return following.start_is_overdue(given.case)


@fact("maanden sinds er is gekeken of de hulp helpt", _TALKS, "handover.started_on")
def months_since_review(given: FactSource) -> int | None:
    looked = following.last_looked(given.case)
    return None if looked is None or looked > given.today else months_between(looked, given.today)


@fact("de lichte jaarlijkse blik zegt dat het anders moet of kan", _TALKS)
def yearly_look_asks_more(given: FactSource) -> bool | None:
    """Unknown where the last review was no light one, or nobody said any of it."""
    talks = talks_held(given.case)
    if not talks or talks[-1].kind.known != "jaarlijks_licht":
        return None
    last = talks[-1]
    return any_of((
        None if last.still_fits.known is None else last.still_fits.known != "ja",
        last.could_be_less.known,
        None if last.carers_manage.known is None else not last.carers_manage.known,
        last.other_law.known is True,
    ))  # fmt: skip


@fact("na het stoppen van de hulp was er nog een volgmoment", _TALKS, "handover.ended_on", "handover.came_back_on")
def reviewed_after_end(given: FactSource) -> bool | None:
    """False where the family had come back by then: that is help that began again."""
    step, talks = given.case.of(Handover), talks_held(given.case)
    ended, back, last = step.ended_on.known, step.came_back_on.known, talks[-1].on.known if talks else None
    if ended is None or last is None:
        return False
    return last > ended and (back is None or back > last)


@fact("maanden van het stoppen van de hulp tot het gezin terugkwam", "handover.came_back_on", "handover.ended_on")
def months_until_return(given: FactSource) -> int | None:
    step = given.case.of(Handover)
    ended, back = step.ended_on.known, step.came_back_on.known
    if ended is None or back is None or not ended <= back <= given.today:
        return None
    return months_between(ended, back)


@fact("de conclusie veranderbaar of blijvend is van na de terugkomst", "needs.conclusion", "handover.came_back_on")
def concluded_since_return(given: FactSource) -> bool | None:
    if given.case.of(Handover).came_back_on.known is None:
        return None
    return concluded_after_return(given.case.of(Needs), given.case)
