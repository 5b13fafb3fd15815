"""H8. Goals in the family's own words, on the line from 0 to 10, with their owner; where help ran, how they went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casework.handover.blocks import Goal, GoalTrend, Heading, Origin, Paragraph, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, origin, table, told
from casework.handover.trend import trends_of
from casework.handover.wording import in_quotes
from casework.handover.words import free, said, words
from casework.steps.handover import Handover, ReviewTalk, talks_held
from casework.steps.needs import Needs
from casework.weighing.following import latest_score, scores


def blocks(m: Material) -> Blocks:
    yield from goals(m)
    yield from told("Waaraan wij winst merken", m.of(Needs).gain_means, "needs.gain_means")
    yield from _so_far(m)


def _so_far(m: Material) -> Blocks:
    """Help that is prolonged or looked at again already ran: how each goal went, and what was found at each review."""
    if not (talks := talks_held(m.case)):
        return
    yield Heading("Hoe het met deze hulp ging", 2)
    for drawn in trends_of(m.case):
        yield _of_which_goal(m, drawn)
        yield drawn
    head = ("Volgmoment", "Cijfers", "Winst", "Wat hielp", "Wat niet hielp (niet herhalen)", "Gekozen")
    yield from table("Volgmomenten tot nu toe", head, ((_row(m, talk), _where(talk)) for talk in talks))


def _of_which_goal(m: Material, drawn: GoalTrend) -> Paragraph:
    """A drawing has no words of its own that say which goal it is about."""
    goal = m.thread.goals[drawn.code]
    about = (Text(f"{drawn.code} ", strong=True), Text(free(goal.words), quoted=True), Text(" over de tijd:"))
    return Paragraph(about, Origin(f"needs.goals.{goal.id}.words"))


def _row(m: Material, talk: ReviewTalk) -> tuple[str, ...]:
    chosen = ": ".join(part for part in (words(talk.choice.known or ""), free(talk.reasons)) if part)
    return said(talk.on), _scores(m, talk), said(talk.gain), free(talk.helped), free(talk.did_not_help), chosen


def _scores(m: Material, talk: ReviewTalk) -> str:
    """D1: 4, D2: 6. A line for the words somebody gave with it."""
    codes = {goal.id: code for code, goal in m.thread.goals.items()}
    given = {one.goal.known: one for one in m.of(Handover).goal_scores.known or () if one.review.known == talk.id}
    lines = [(code, said(given[goal].score), free(given[goal].words)) for goal, code in codes.items() if goal in given]
    return "\n".join(f"{code}: {score}{f', {in_quotes(own)}' if own else ''}" for code, score, own in lines)


def _where(talk: ReviewTalk) -> Origin:
    """Of the day of the talk, also where it was written down later."""
    where = origin(talk.gain, f"handover.review_talks.{talk.id}.gain")
    return replace(where, on=said(talk.on)) if where.on else where


def goals(m: Material, *, brief: bool = False) -> Iterator[Goal]:
    """Every goal; the latest score, where there is one, is where it starts for the next provider. `brief`: owners by
    the name the family uses."""
    name, reviewed = m.short if brief else m.who, scores(m.case)
    for code, goal in m.thread.goals.items():
        yield Goal(
            code,
            free(goal.words),
            free(goal.measured_by),
            name(goal.owner.known),
            latest_score(goal, reviewed.get(goal.id, ())),
            goal.target.known,
            said(goal.by),
            Origin(f"needs.goals.{goal.id}.words"),
        )
