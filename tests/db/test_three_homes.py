"""A compulsory advice from question to report, between homes that share nothing but a folder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.pool import bodies as said
from casework.pool.audience import two_are_asked
from casework.pool.quality import quality, quarter
from desktop.pool.desk import MayNotSay
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, accept, advice, closing, decide, request
from tests.db.pool_homes import Home, Region


def test_a_compulsory_advice_goes_all_the_way(region: Region) -> None:
    asker, hub, first, second = (region.home(party).desk for party in (ASKER, HUB, EXPERT, SECOND))
    asked = request(type="VERPLICHT_ADVIES", asked_level="intensief", theme="verblijf")

    thread = asker.ask(said.Submit(request=asked))
    region.deliver()
    question = hub.consult(thread).request
    assert question == asked and two_are_asked(asked)

    hub.say(thread, said.Triage())
    hub.say(thread, said.Assign(experts=(EXPERT, SECOND), request=asked, asker=ASKER, team="team West"))
    region.deliver()
    assert [party.name for party in asker.consult(thread).experts.values()] == [EXPERT.name, SECOND.name]

    for desk, level in ((first, "intensief"), (second, "geindiceerd_ambulant")):
        with pytest.raises(MayNotSay):  # first what ties them to a provider or the family
            desk.say(thread, said.Advise(advice=advice(level=level)))
        desk.say(thread, accept())
        desk.say(thread, said.Advise(advice=advice(level=level)))
        region.deliver()
        assert len(desk.consult(thread).advices) == 1, "blind of the other"
    assert asker.consult(thread).advices == {} and asker.consult(thread).status == "IN_BEHANDELING"

    both = tuple(hub.consult(thread).advices.values())
    assert {one.advice.level for one in both} == {"intensief", "geindiceerd_ambulant"}
    hub.say(thread, said.Discuss(present=("Isa Fictema", "Rik Voorbeeldsma"), note="Eerst thuis, mits dagelijks."))
    hub.say(thread, said.Release(advices=both, leading=1, difference="niveau: intensief of geïndiceerd ambulant"))
    region.deliver()
    for desk in (asker, first, second):
        released = desk.consult(thread).release
        assert released is not None and len(released.advices) == 2

    reason = "Het gezin verhuist volgende week."
    otherwise = decide(decision="wijkt_af", reason=reason, chosen_level="basisondersteuning")
    with pytest.raises(MayNotSay, match="tweede geregistreerde"):
        asker.say(thread, otherwise)
    asker.say(thread, otherwise.model_copy(update={"cosigned_by": "Bo Fictema", "cosigner_registration": "SKJ 100002"}))
    region.deliver()
    for desk in (hub, first, second):
        decision = desk.consult(thread).decision
        assert decision is not None and decision.reason == reason

    region.clock.now += timedelta(days=42)
    asker.say(thread, said.FollowUp(moment="zes_weken", started=True, waiting=9, outcome="Het loopt thuis."))
    asker.say(thread, closing(plan_changed="nee", supply_missing="dagbehandeling in het noorden"))
    region.deliver()
    for home in region.homes.values():
        assert home.desk.consult(thread).status == "GESLOTEN"
        assert not home.desk.consult(thread).aside and home.store.set_apart() == [] and home.store.waiting() == []

    told = report(region.home(HUB))
    assert (told.asked == 1 and told.in_time.cells == {"op_tijd": 1}) or told.in_time.total == 1
    assert told.decided.cells["wijkt_af"] == 1
    assert told.levels.cells == {("intensief", "geindiceerd_ambulant", "basisondersteuning"): 1}
    (line,) = region.home(HUB).store.rows()
    assert line.summary["supply_missing"] == "dagbehandeling in het noorden"


def report(hub: Home):
    first, last = quarter(date(2026, 11, 23))
    return quality(hub.store.begun_between(first, last), ["team West", "team Noord"], first, last)
