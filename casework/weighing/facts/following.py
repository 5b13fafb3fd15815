"""Step 14, after the handover: what the reviews found, how the goals go, and what was chosen."""

from __future__ import annotations

from typing import get_args

from casework.answers import is_known
from casework.steps.handover import Handover, ReviewChoice, gain_lost_twice, talks_held
from casework.steps.needs import Needs, concluded_after_reviews
from casework.weighing import following
from casework.weighing.facts.logic import laid_down
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


@fact("maanden sinds er is gekeken of de hulp helpt", _TALKS, "handover.started_on")
def months_since_review(given: FactSource) -> int | None:
    looked = following.last_looked(given.case)
    return None if looked is None or looked > given.today else months_between(looked, given.today)
