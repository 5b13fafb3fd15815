"""What the coordinator's lists look for, and the reminders that say themselves."""

from __future__ import annotations

from datetime import date, timedelta

from casework.pool import bodies as said
from casework.pool.bench import reminders, repeated
from casework.pool.clocks import Norms
from casework.pool.line import Line, line
from casework.weighing.facts.working_days import working_day_after
from tests.casework.pool_talk import (
    ASKER,
    EXPERT,
    HUB,
    MONDAY,
    Talk,
    accept,
    advice,
    assign,
    closing,
    decide,
    release,
    request,
    up_to_advice,
)

TODAY = MONDAY.date()


def of(talk: Talk, today: date = TODAY) -> Line:
    return line(talk.consult, today, Norms())


def assigned(type_: str = "CONSULTATIE") -> Talk:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request(type=type_)))
    talk.says(HUB, assign(asked=request(type=type_)))
    talk.says(EXPERT, accept())
    return talk


def stages(talk: Talk, day: date) -> list[str]:
    return [body.stage for _, body in reminders([of(talk, day)], day)]


def test_each_stage_is_said_once():
    talk = assigned()
    due = working_day_after(TODAY, Norms().consult)
    assert stages(talk, TODAY) == []
    for days, stage in enumerate(("herinnering", "te_laat", "escalatie")):
        day = working_day_after(due, days)
        ((thread, body),) = reminders([of(talk, day)], day)
        assert (thread, body.stage, body.due) == (talk.consult.thread, stage, due)
        talk.says(HUB, body)
        assert stages(talk, day) == []


def test_a_clock_that_stands_still_reminds_nobody():
    talk = assigned()
    talk.says(HUB, said.AskCompletion(reason="Wie is er overdag thuis?"))
    assert stages(talk, TODAY + timedelta(days=60)) == []


def test_what_is_new_is_no_reason_to_remind_until_it_is_late():
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    assert stages(talk, working_day_after(TODAY, 1)) == []
    assert stages(talk, working_day_after(TODAY, 2)) == ["te_laat"]


def test_a_late_compulsory_advice_is_missed_from_the_day_after():
    due = working_day_after(TODAY, Norms().compulsory)
    assert of(assigned("VERPLICHT_ADVIES")).marks == {"verplicht_mist": due + timedelta(days=1)}
    assert of(assigned()).marks == {}


def test_heavy_help_without_a_compulsory_advice_is_missed_too():
    talk = up_to_advice()
    talk.says(ASKER, decide(decision="wijkt_af", reason="Er is geen tijd.", chosen_level="intensief"))
    assert of(talk).marks["verplicht_mist"] == talk.now.date()
    assert of(talk).marks["afgeweken"] == talk.now.date()


def test_an_advice_runs_out_until_the_consult_is_closed():
    talk = up_to_advice()
    assert of(talk).marks == {"verlopen": advice().valid_until + timedelta(days=1)}
    talk.says(ASKER, decide())
    talk.says(ASKER, closing(usefulness=2, supply_missing="logeren in de buurt"))
    assert set(of(talk).marks) == {"gemist_aanbod"}


def test_what_changed_the_plan_and_was_useful_may_become_a_reference_client():
    talk = up_to_advice()
    talk.says(ASKER, decide())
    talk.says(ASKER, closing(usefulness=4))
    assert set(of(talk).marks) == {"ijkclient"}


def test_an_advice_by_two_leads_with_one():
    talk = assigned()
    talk.says(EXPERT, said.Advise(advice=advice()))
    talk.says(HUB, said.Discuss(note="Eens."))
    talk.says(HUB, release(talk.consult))
    assert "verlopen" in of(talk).marks


def test_the_same_question_three_times():
    assert repeated({"schoolverzuim": 3, "logeren": 2, "": 9}) == ["schoolverzuim"]
