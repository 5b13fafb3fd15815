"""What a consult waits for: in working days, with holidays, standing still while an addition is asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.pool import bodies as said
from casework.pool.clocks import Clock, Norms, clock, escalated_until, stage_on
from casework.weighing.facts.working_days import working_day_after, working_days_left
from tests.casework.pool_talk import (
    ASKER,
    EXPERT,
    HUB,
    MONDAY,
    Talk,
    accept,
    assign,
    closing,
    decide,
    request,
    up_to_advice,
)

START = MONDAY.date()


def asked(type_: str = "CONSULTATIE") -> Talk:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request(type=type_)))
    talk.says(HUB, said.Triage())
    return talk


def clock_on(talk: Talk, day: date) -> Clock:
    found = clock(talk.consult, day, Norms())
    assert found is not None
    return found


def test_a_term_ends_on_a_working_day_and_skips_the_holidays_of_christmas() -> None:
    assert working_day_after(date(2026, 12, 23), 2) == date(2026, 12, 28)
    assert working_day_after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert working_day_after(START, 0) == START


@pytest.mark.parametrize(
    ("type_", "due"),
    [("TELEFOONCONSULT", START), ("CONSULTATIE", date(2026, 11, 30)), ("VERPLICHT_ADVIES", date(2026, 12, 2))],
)
def test_each_type_has_its_term(type_: str, due: date) -> None:
    assert clock_on(asked(type_), START).due == due


def test_a_new_question_is_looked_at_the_next_day_and_an_urgent_one_is_answered_then() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    first = clock_on(talk, START)
    assert (first.waits_for, first.due, first.who) == ("triage", date(2026, 11, 24), "coordinator")
    talk.says(ASKER, said.MarkUrgent(reason="Er is vannacht geen bed."))
    assert clock_on(talk, START).due == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "stage", "words"),
    [
        (0, "op_tijd", "nog 5 werkdagen"),
        (4, "herinnering", "nog 1 werkdag"),
        (7, "herinnering", "vandaag"),
        (8, "te_laat", "1 werkdag te laat"),
        (9, "escalatie", "2 werkdagen te laat"),
    ],
)
def test_the_clock_says_in_words_how_long_there_is(days: int, stage: str, words: str) -> None:
    found = clock_on(asked(), START + timedelta(days=days))
    assert (found.stage, found.words) == (stage, words)


def test_the_clock_stands_still_while_the_asker_is_asked_and_runs_on_after() -> None:
    talk = asked()
    talk.says(HUB, assign())
    talk.says(EXPERT, accept())
    talk.says(EXPERT, said.AskCompletion(reason="Wie is er thuis?"))
    still = clock_on(talk, START + timedelta(days=21))
    assert (still.stage, still.words, still.who) == ("staat_stil", "klok staat stil", "aanvrager")
    talk.says(ASKER, said.Complete(words="Moeder."), later=timedelta(days=2))
    after = clock_on(talk, START + timedelta(days=2))
    assert (after.due, after.who) == (date(2026, 12, 2), "expert")


def test_after_the_advice_the_team_decides_and_looks_again_twice() -> None:
    talk = up_to_advice()
    decision = clock_on(talk, START)
    assert (decision.waits_for, decision.due, decision.who) == ("besluit", date(2026, 11, 26), "aanvrager")
    talk.says(ASKER, decide())
    assert clock_on(talk, START).due == START + timedelta(days=42)
    talk.says(ASKER, said.FollowUp(moment="zes_weken", started=True, outcome="Het loopt."))
    assert clock_on(talk, START).waits_for == "drie_maanden" and clock_on(talk, START).due == date(2027, 2, 23)
    talk.says(ASKER, closing())
    assert clock(talk.consult, START, Norms()) is None


def test_a_reminder_does_not_set_the_clock_back() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    before = clock_on(talk, START)
    talk.says(HUB, said.Remind(stage="te_laat", due=before.due), later=timedelta(days=3))
    assert clock_on(talk, START).due == before.due


def test_a_question_that_was_added_to_before_anybody_looked_at_it_stood_still_once() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    talk.says(HUB, said.AskCompletion(reason="Wie is er thuis?"))
    talk.says(ASKER, said.Complete(words="Moeder."), later=timedelta(days=2))
    talk.says(HUB, said.Triage())
    assert clock_on(talk, START).due == date(2026, 12, 2)


def test_what_stood_still_before_a_question_was_withdrawn_counts_no_more_once_it_is_asked_again() -> None:
    talk = asked()
    talk.says(HUB, said.AskCompletion(reason="Wie is er thuis?"))
    talk.says(ASKER, said.Withdraw(reason="Het gezin is verhuisd."), later=timedelta(days=1))
    talk.says(ASKER, said.Reopen(reason="Zij zijn terug."), later=timedelta(days=6))
    talk.says(HUB, said.Triage())
    again = START + timedelta(days=7)
    assert [clock_on(talk, again + timedelta(days=days)).due for days in (0, 10)] == [date(2026, 12, 7)] * 2


def test_a_table_is_waited_for_until_its_minutes_are_there() -> None:
    talk = asked()
    talk.says(HUB, said.Convert(to="mdo_hsj", reason="Er zijn meer partijen nodig."))
    waiting = clock_on(talk, START)
    assert (waiting.due, waiting.who) == (working_day_after(START, Norms().table), "coordinator")
    talk.says(HUB, said.Minutes(held_on=START, chair="Co Verzinga", present=("Anna",), family_was_there=True,
                                domains=(("Veiligheid", "Het is rustig."),)))  # fmt: skip
    assert clock(talk.consult, START, Norms()) is None


@pytest.mark.parametrize("after", range(10))
def test_what_is_with_the_coordinator_ended_by_a_day_that_is_told(after: int) -> None:
    """Also over a weekend, so that a list can ask for it by the day alone."""
    today = START + timedelta(days=after)
    last = escalated_until(today)
    for back in range(15):
        day = today - timedelta(days=back)
        assert (stage_on(working_days_left(today, day)) == "escalatie") is (day <= last)
