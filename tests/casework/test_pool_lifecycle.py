"""A consult from question to close: who may say what when, and that no message is lost, doubled or applied late."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import get_args

import pytest
from pydantic import ValidationError

from casework.consultation.consultation import Status, Type
from casework.pool import bodies as said
from casework.pool.clocks import Norms, clock
from casework.pool.consult import fold, objection, view_of
from casework.pool.lifecycle import BEFORE_ADVICE, STATUS_WORDS, STEPS
from casework.pool.line import line
from casework.pool.messages import KINDS, from_bytes, say, to_bytes
from casework.pool.turns import open_acts
from tests.casework.pool_talk import (
    ASKER,
    EXPERT,
    HUB,
    MONDAY,
    SECOND,
    THREAD,
    Talk,
    accept,
    advice,
    assign,
    closing,
    decide,
    played,
    release,
    request,
    shuffled,
    up_to_advice,
)


def test_the_table_names_every_kind_of_message_and_every_status_has_words() -> None:
    assert set(STEPS) == KINDS
    assert set(STATUS_WORDS) == set(get_args(Status))


def test_a_consult_goes_from_question_to_close() -> None:
    talk = up_to_advice()
    assert talk.consult.leading is not None and talk.consult.leading.by == EXPERT
    talk.says(ASKER, decide())
    talk.says(ASKER, said.FollowUp(moment="zes_weken", started=True, outcome="Het loopt."))
    consult = talk.says(ASKER, closing())
    assert [moment.status for moment in consult.history] == [
        "INGEDIEND", "TRIAGE", "TOEGEWEZEN", "IN_BEHANDELING", "CONCEPTADVIES", "BESPROKEN", "ADVIES_VASTGESTELD",
        "TERUGGEKOPPELD", "GEVOLGD", "GESLOTEN",
    ]  # fmt: skip
    assert not consult.aside


@pytest.mark.parametrize("type_", get_args(Type))
def test_every_type_can_be_asked(type_: str) -> None:
    assert Talk().says(ASKER, said.Submit(request=request(type=type_))).status == "INGEDIEND"


def test_an_addition_brings_a_consult_back_where_it_was() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    talk.says(HUB, assign())
    talk.says(EXPERT, accept())
    assert talk.says(EXPERT, said.AskCompletion(reason="Wie is er thuis?")).status == "AANVULLING_GEVRAAGD"
    talk.says(HUB, said.Remind(stage="herinnering", due=MONDAY.date()))
    consult = talk.says(ASKER, said.Complete(words="Moeder, tot twee uur."))
    assert consult.status == "IN_BEHANDELING" and consult.added == ("Moeder, tot twee uur.",)


def test_who_was_at_work_stays_at_work_when_another_is_asked_as_well() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    talk.says(HUB, assign(EXPERT))
    assert "belangverklaring" in objection(talk.consult, EXPERT, said.Advise(advice=advice()))
    talk.says(EXPERT, accept())
    talk.says(HUB, assign(EXPERT, SECOND))
    talk.says(EXPERT, said.Advise(advice=advice()))
    talk.says(SECOND, accept())
    assert talk.says(SECOND, said.Advise(advice=advice())).status == "CONCEPTADVIES"


def test_what_the_other_expert_says_while_more_was_asked_crosses_and_counts() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request(type="VERPLICHT_ADVIES", asked_level="intensief")))
    talk.says(HUB, assign(EXPERT, SECOND))
    for expert in (EXPERT, SECOND):
        talk.says(expert, accept())
    talk.says(SECOND, said.AskCompletion(reason="Wie is er thuis?"))
    assert talk.says(EXPERT, said.Advise(advice=advice())).status == "AANVULLING_GEVRAAGD"
    assert talk.says(SECOND, said.Decline(reason="Bij nader inzien ken ik dit gezin.")).experts.keys() == {EXPERT.id}
    consult = talk.says(ASKER, said.Complete(words="Moeder."))
    assert consult.aside == () and consult.advices.keys() == {EXPERT.id}
    assert consult.status == "IN_BEHANDELING" and not objection(consult, HUB, release(consult))


def test_two_experts_answer_blind_and_the_second_completes_the_draft() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request(type="VERPLICHT_ADVIES", asked_level="intensief")))
    talk.says(HUB, assign(EXPERT, SECOND))
    for expert in (EXPERT, SECOND):
        talk.says(expert, accept())
    assert talk.says(EXPERT, said.Advise(advice=advice())).status == "IN_BEHANDELING"
    assert "tweede expert" in objection(talk.consult, HUB, release(talk.consult))
    consult = talk.says(SECOND, said.Advise(advice=advice(level="intensief")))
    assert consult.status == "CONCEPTADVIES"
    assert talk.says(HUB, release(consult, leading=1)).leading.by == SECOND


def test_who_declines_leaves_the_other_at_work_and_the_last_one_brings_it_back() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    talk.says(HUB, assign(EXPERT, SECOND))
    assert talk.says(EXPERT, said.Decline(reason="Ik ken dit gezin.", instead="Rik")).status == "TOEGEWEZEN"
    assert talk.says(SECOND, said.Decline(reason="Vol.")).status == "TRIAGE"


def test_a_phone_call_is_a_note_and_a_compulsory_advice_is_not_phoned() -> None:
    talk = Talk()
    note = said.PhoneNote(expert=EXPERT, minutes=12, said="Probeer eerst de jeugdarts.")
    assert talk.says(ASKER, note).status == "GESLOTEN"
    assert open_acts(talk.consult) == ("reopen",) and clock(talk.consult, MONDAY.date(), Norms()) is None
    strict = Talk()
    strict.says(ASKER, said.Submit(request=request(type="VERPLICHT_ADVIES")))
    assert "telefonisch" in objection(strict.consult, ASKER, note)
    with pytest.raises(ValidationError):
        said.PhoneNote(expert=EXPERT, minutes=16, said="Te lang.")


def test_a_phone_call_may_lead_to_case_management_and_nothing_else_that_was_closed_does() -> None:
    to = said.Convert(to="casemanagement", reason="Er moet één iemand naast blijven.")
    talk = Talk()
    talk.says(ASKER, said.PhoneNote(expert=EXPERT, minutes=12, said="Probeer eerst de jeugdarts."))
    assert talk.says(HUB, to).status == "OMGEZET_NAAR_CASEMANAGEMENT"
    closed = up_to_advice()
    closed.says(ASKER, decide())
    closed.says(ASKER, closing())
    assert "gesloten" in objection(closed.consult, HUB, to)


def test_a_case_goes_on_to_case_management_and_to_a_table() -> None:
    for to, status in (("casemanagement", "OMGEZET_NAAR_CASEMANAGEMENT"), ("mdo_hsj", "OMGEZET_NAAR_MDO_HSJ")):
        talk = Talk()
        talk.says(ASKER, said.Submit(request=request(type="CASEMANAGEMENT")))
        assert talk.says(HUB, said.Convert(to=to, reason="Er moet één iemand naast blijven.")).status == status
        assert talk.says(ASKER, closing()).status == "GESLOTEN"


def test_closed_is_not_the_end_when_it_is_asked_again() -> None:
    talk = up_to_advice()
    talk.says(ASKER, decide())
    talk.says(ASKER, closing())
    again = talk.says(ASKER, said.Reopen(reason="Het werkte niet."))
    assert again.status == "HEROPEND" and again.release is None and again.request is not None
    assert talk.says(HUB, assign()).status == "TOEGEWEZEN"


def test_an_expert_advises_once_until_the_coordinator_asks_again() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    talk.says(HUB, assign())
    talk.says(EXPERT, accept())
    assert "al in behandeling" in objection(talk.consult, EXPERT, accept(), "expert")
    talk.says(EXPERT, said.Advise(advice=advice()))
    talk.says(HUB, said.ReturnAdvice(expert=EXPERT.id, comment="Waarom niet de andere?"))
    assert talk.says(EXPERT, said.Advise(advice=advice(level="intensief"))).status == "CONCEPTADVIES"


def test_deviating_takes_a_reason_and_from_compulsory_advice_a_second_signature() -> None:
    with pytest.raises(ValidationError, match="schrijft op waarom"):
        decide(decision="wijkt_af")
    talk = up_to_advice("VERPLICHT_ADVIES")
    alone = decide(decision="deels", reason="Het gezin wil dit niet.")
    assert "tweede geregistreerde" in objection(talk.consult, ASKER, alone)
    assert not objection(talk.consult, ASKER, alone.model_copy(update={"cosigned_by": "Bo Fictema"}))


def test_a_named_question_needs_its_ground_and_its_readers() -> None:
    with pytest.raises(ValidationError, match="herleidbare vraag"):
        request(consent="herleidbaar")
    assert request(consent="herleidbaar", ground="toestemming van 3 november", readers=("Isa Fictema",))


class TestMessages:
    def test_a_message_survives_the_post_and_not_a_change(self) -> None:
        message = say(THREAD, [], MONDAY, ASKER, said.Submit(request=request()))
        assert from_bytes(to_bytes(message)) == message
        with pytest.raises(ValidationError, match="kenmerk"):
            from_bytes(to_bytes(message).replace(b"basishulp", b"verblijf!"))

    def test_what_is_of_another_consult_is_kept_aside(self) -> None:
        stray = say("f" * 32, [], MONDAY, ASKER, said.Submit(request=request()))
        assert "andere vraag" in fold(THREAD, [stray]).aside[0].why

    def test_an_answer_before_its_question_waits_and_then_counts(self) -> None:
        talk = up_to_advice()
        question, *rest = talk.heard
        early = fold(THREAD, rest)
        assert early.status == "CONCEPT" and all(one.waiting for one in early.aside) and len(early.aside) == len(rest)
        assert fold(THREAD, [*rest, question]) == talk.consult

    def test_what_comes_late_never_rewrites_what_the_coordinator_did(self) -> None:
        talk = up_to_advice()
        seen = talk.heard[0].id
        late = say(THREAD, [seen], MONDAY - timedelta(days=2), ASKER, said.Withdraw(reason="Toch niet."))
        consult = fold(THREAD, [late, *talk.heard])
        assert consult.status == "ADVIES_VASTGESTELD"
        assert [one.message for one in consult.aside] == [late] and not consult.aside[0].waiting


def check(random: Random) -> None:
    """In every home: the same consult in any order, each message once, and the coordinator never waits in the end."""
    homes = played(random)
    for party in (ASKER, HUB, EXPERT, SECOND):
        view, heard = view_of(party.role), homes[party.id]
        consult = fold(THREAD, heard, view)
        assert fold(THREAD, shuffled(random, heard), view) == consult
        applied, aside = len(consult.history), [one.message.id for one in consult.aside]
        assert applied + len(aside) == len({message.id for message in heard})
        assert len(aside) == len(set(aside))
    hub = fold(THREAD, homes[HUB.id])
    assert not [one for one in hub.aside if one.waiting]
    asker = fold(THREAD, homes[ASKER.id], "asker")
    if hub.release and hub.status == "ADVIES_VASTGESTELD":
        assert asker.release == hub.release


@pytest.mark.parametrize("seed", range(60))
def test_where_the_post_is_quick_all_homes_agree(seed: int) -> None:
    """Although an asker does not read drafts, nor an expert the other's advice."""
    homes = played(Random(seed), slow=False)
    hub = fold(THREAD, homes[HUB.id])
    for party in (HUB, ASKER, EXPERT, SECOND):
        aside = fold(THREAD, homes[party.id], view_of(party.role)).aside
        assert {one.message.body.kind for one in aside} <= {"advise", "accept", "decline"}, "what crossed a withdrawal"
    asker = fold(THREAD, homes[ASKER.id], "asker")
    assert (asker.status in BEFORE_ADVICE) == (hub.status in BEFORE_ADVICE)
    if hub.status not in BEFORE_ADVICE:  # before it, what passes between coordinator and expert is not the asker's
        assert asker.status == hub.status
    assert (asker.release, asker.decision, asker.closed) == (hub.release, hub.decision, hub.closed)


@pytest.mark.parametrize("seed", range(150))
def test_no_message_is_lost_or_doubled(seed: int) -> None:
    check(Random(seed))


@pytest.mark.deep
def test_no_message_is_lost_or_doubled_in_ten_thousand_talks() -> None:
    for seed in range(1000, 11_000):
        check(Random(seed))


def test_all_that_was_said_can_be_searched() -> None:
    called = Talk()
    called.says(ASKER, said.PhoneNote(expert=SECOND, minutes=5, said="Kan zij bij tante blijven?"))
    added = up_to_advice()
    added.says(ASKER, decide())
    added.says(ASKER, said.FollowUp(moment="zes_weken", started=True, outcome="De logeeropvang hield stand."))
    for talk, words in ((called, "bij tante blijven"), (called, SECOND.name), (added, "logeeropvang")):
        assert words in line(talk.consult, MONDAY.date(), Norms()).words


def test_why_things_were_done_can_be_searched_and_an_advice_once_the_coordinator_may_read_it() -> None:
    def found(talk: Talk) -> str:
        return line(talk.consult, MONDAY.date(), Norms()).words

    talk = Talk()
    talk.says(ASKER, said.Submit(request=request(deadline_reason="De zitting is volgende week.")))
    talk.says(HUB, assign(EXPERT, SECOND, asked=talk.consult.request, despite="Alleen zij kent deze methode."))
    given = f"aan {EXPERT.name} en {SECOND.name}"
    assert talk.consult.history[-1].why == f"{given}, ondanks een belang: Alleen zij kent deze methode."
    for expert, minority in ((EXPERT, "Een collega zou wachten."), (SECOND, "Een ander zou opnemen.")):
        talk.says(expert, accept())
        talk.says(expert, said.Advise(advice=advice(minority=minority)))
        assert (minority in found(talk)) is (expert is SECOND)
    talk.says(HUB, said.Discuss(note="Samen gelezen in de pool."))
    talk.says(HUB, said.Convert(to="mdo_hsj", reason="Niemand heeft de regie."))
    action = said.Action(what="Bellen met de huisarts", who="Loes", by=MONDAY.date())
    talk.says(HUB, said.Minutes(held_on=MONDAY.date(), chair="Teun Verzinga", present=("Mila van school",),
                                family_was_there=True, domains=(("Wonen", "Thuis."),), actions=(action,)))  # fmt: skip
    for words in ("De zitting is", "kent deze methode", "zou wachten", "Samen gelezen", "heeft de regie",
                  "Teun Verzinga", "Mila van school", "de huisarts", "Loes", ASKER.name):  # fmt: skip
        assert words in found(talk), words
