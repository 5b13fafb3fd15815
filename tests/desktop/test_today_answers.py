"""What the pool brings to *Vandaag*: real homes, real envelopes through a folder."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from casework.actors import Actor
from casework.agenda import of_the_pool
from casework.pool import bodies as said
from db.cases import Cases
from desktop.pool import post_folder
from desktop.pool.waiting import waiting
from desktop.today.answers import answers, pool_dues, waits_here
from desktop.today.room import TodayRoom
from tests.casework.pool_talk import ASKER, EXPERT, HUB, accept, advice, assign, closing, decide, release, request
from tests.db.pool_homes import Region
from tests.desktop.pool.benches import session_of

TITLES = {"c1": "Wieke Fictema"}


def asked(region: Region) -> str:
    home = region.home(ASKER)
    Cases(home.db, region.clock).create("c1", "f1", False, None, Actor(id="asker", name="Anna Oefenstra"))
    thread = home.desk.ask(said.Submit(request=request()), "c1", "k1")
    region.deliver()
    return thread


def advised(region: Region) -> str:
    asker, hub, expert = (region.home(who) for who in (ASKER, HUB, EXPERT))
    thread = asked(region)
    hub.desk.say(thread, assign(EXPERT, asked=hub.desk.consult(thread).request, asker=ASKER))
    region.deliver()
    expert.desk.say(thread, accept())
    expert.desk.say(thread, said.Advise(advice=advice()))
    region.deliver()
    hub.desk.say(thread, release(hub.desk.consult(thread)))
    region.deliver()
    assert asker.desk.consult(thread).status == "ADVIES_VASTGESTELD"
    return thread


def test_a_question_that_waits_at_the_pool_brings_nothing(region: Region) -> None:
    asked(region)
    assert answers(region.home(ASKER).desk, TITLES) == []


def test_what_waits_for_a_coordinator_and_an_expert_stands_there_with_its_clock(region: Region) -> None:
    thread = asked(region)
    asker, hub, expert = (region.home(who).desk for who in (ASKER, HUB, EXPERT))
    (new,) = waits_here(hub)
    assert "nog 1 werkdag, ingediend" in new.line and "“" in new.head and not new.case_id
    hub.say(thread, assign(EXPERT, asked=hub.consult(thread).request, asker=ASKER))
    region.deliver()
    (mine,) = waits_here(expert)
    assert "nog 5 werkdagen, nieuw: zeg eerst of u een belang hebt" in mine.line
    assert mine.head == "Een vraag aan u"  # what is asked is read after that
    assert waits_here(hub) == [] and waits_here(asker) == []
    expert.say(thread, accept())
    (mine,) = waits_here(expert)
    assert "“" in mine.head and "wacht op uw advies" in mine.line
    hub.say(thread, said.Convert(to="casemanagement", reason="Er moet iemand naast blijven."))
    (to_take_on,) = waits_here(hub)
    assert "omgezet naar casemanagement" in to_take_on.line
    hub.say(thread, said.TakeOn(manager="Bo Verzinga"))
    assert waits_here(hub) == []
    region.clock.now += timedelta(days=9)
    (mine,) = waits_here(expert)
    assert "te laat" in mine.line


def test_what_is_much_too_late_with_an_expert_waits_for_the_coordinator(region: Region) -> None:
    thread, hub = asked(region), region.home(HUB).desk
    hub.say(thread, assign(EXPERT, asked=hub.consult(thread).request, asker=ASKER))
    region.clock.now += timedelta(days=8)  # a working day late: the expert was told
    assert waits_here(hub) == [] and waiting(hub) == 0
    region.clock.now += timedelta(days=1)
    (late,) = waits_here(hub)
    assert "2 werkdagen te laat, toegewezen" in late.line and waiting(hub) == 1
    hub.say(thread, said.Remind(stage="escalatie", due=date(2026, 11, 30)))
    told = "de coördinator is aan zet, de termijn liep tot en met 30 november 2026"
    assert hub.consult(thread).history[-1].why == told


def test_more_than_a_handful_that_waits_is_counted(region: Region) -> None:
    for _ in range(8):
        region.home(ASKER).desk.ask(said.Submit(request=request()))
    region.deliver(1)
    told = waits_here(region.home(HUB).desk)
    assert len(told) == 7 and told[-1].head == "En nog 2 vragen"


def test_a_question_back_says_that_the_clock_stands_still_and_leads_to_the_case(region: Region) -> None:
    thread, hub = asked(region), region.home(HUB)
    hub.desk.say(thread, assign(EXPERT, asked=hub.desk.consult(thread).request, asker=ASKER))
    hub.desk.say(thread, said.AskCompletion(reason="Wie is er overdag thuis?"))
    region.deliver()
    (one,) = answers(region.home(ASKER).desk, TITLES)
    assert answers(region.home(EXPERT).desk, {}) == [], "somebody else is asked"
    assert (one.head, one.case_id, one.path) == ("Vraag terug over Wieke Fictema", "c1", "consultations.k1")
    assert "staat stil" in one.line
    assert answers(region.home(HUB).desk, TITLES) == [], "the coordinator asked it herself"


def test_an_advice_names_its_question_and_until_when_it_holds_and_goes_once_decided(region: Region) -> None:
    thread = advised(region)
    desk = region.home(ASKER).desk
    (one,) = answers(desk, TITLES)
    assert answers(region.home(EXPERT).desk, {}) == [], "the expert gave it"
    assert one.head == "Advies over Wieke Fictema" and "Geldig tot en met 22 februari 2027" in one.line
    desk.say(thread, decide())
    assert answers(desk, TITLES) == []
    (found,) = pool_dues(desk, desk.today)
    assert found[0] == "c1" and found[1].kind == "pool_zes_weken" and found[1].path == "consultations.k1"


def test_the_day_of_an_answer_is_the_pools_own_also_after_its_clock_stood_still(region: Region, qtbot: Any) -> None:
    """The case reckons from the day it was asked alone: it would call late what the pool still has time for."""
    home, thread = region.home(ASKER), asked(region)
    session, hub = session_of(home), region.home(HUB).desk
    session.store.confirm_many("c1", {
        "consultations": ["k1"], "consultations.k1.status": "INGEDIEND", "consultations.k1.type": "CONSULTATIE",
        "consultations.k1.asked_on": region.clock.today.isoformat(),
    }, session.actor)  # fmt: skip
    room = TodayRoom(session)
    qtbot.addWidget(room)
    room.show()

    def listed() -> list[tuple[str, date, bool]]:
        qtbot.waitUntil(lambda: not room.briefs.busy and not room._pool_soon.isActive())
        return [(term.due.kind, term.due.day, term.due.paused) for term in room.shown]

    room.refresh()
    assert listed() == [("antwoord_pool", date(2026, 11, 30), False)]
    hub.say(thread, said.AskCompletion(reason="Wie is er overdag thuis?"))
    hub.send(region.share)
    post_folder.choose(session.settings, region.share)
    session.office.exchange()
    qtbot.waitUntil(lambda: not session.office.busy and [one[2] for one in listed()] == [True])
    assert room.answers.isVisible(), "what came in stands there while one looks"
    region.clock.now += timedelta(days=7)
    home.desk.say(thread, said.Complete(words="Moeder."))
    room.refresh()
    assert listed() == [("antwoord_pool", date(2026, 12, 7), False)]
    room.keep()
    session.office.stop()


def test_what_was_done_is_gone_at_once(region: Region, qtbot: Any) -> None:
    thread, home = advised(region), region.home(ASKER)
    home.desk.say(thread, decide())
    room = TodayRoom(session_of(home))
    qtbot.addWidget(room)

    def listed() -> int:
        room.refresh()
        qtbot.waitUntil(lambda: not room.briefs.busy and not room._pool_soon.isActive())
        return sum(not row.isHidden() for row in room.terms.rows)

    assert listed() == 1
    home.desk.say(thread, closing())
    assert listed() == 0
    room.keep()


def test_what_a_table_agreed_on_stands_until_the_question_is_closed(region: Region) -> None:
    asker, hub = region.home(ASKER), region.home(HUB)
    thread = asked(region)
    hub.desk.say(thread, said.Convert(to="mdo_hsj", reason="Er zijn vier aanbieders"))
    action = said.Action(what="Een vaste contactpersoon", who="team West", by=date(2026, 12, 4))
    minutes = {"held_on": "2026-11-20", "chair": "Co Verzinga", "present": ["moeder"], "family_was_there": True,
               "domains": [["wonen", "goed"]], "actions": [action]}  # fmt: skip
    hub.desk.say(thread, said.Minutes.model_validate(minutes))
    region.deliver()
    consult = asker.desk.consult(thread)
    (due,) = [one for one in of_the_pool(consult, "consultations.k1", asker.desk.today) if one.kind == "mdo_actie"]
    assert (due.day, due.words) == (date(2026, 12, 4), "Een afspraak uit het overleg van 20 november 2026")
    assert ("c1", due) in list(pool_dues(asker.desk, asker.desk.today))
