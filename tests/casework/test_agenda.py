"""Every clock of a case in one list: when it runs, when it stands still, and when it is gone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.agenda import KINDS, Due, agenda, decision_day
from casework.edits import is_path
from casework.weighing.facts.working_days import working_days_left
from casework.words import term_in_words
from tests.casework.families import ABSENT, TODAY, Changes, advice, case_of, ordinary, pack
from tests.casework.rows_following import SENT, talk

UNCHOSEN = {"unanswered": "unknown"}
UNDECIDED: Changes = {"decision.decision": ABSENT, "decision.products": ABSENT, "decision.reviews": ABSENT}


def found(changes: Changes) -> dict[str, Due]:
    return {due.kind: due for due in agenda(case_of(ordinary(changes)).settle(TODAY), pack())}


def asked(**more: Any) -> dict[str, Any]:
    """A question to the pool of last Friday, not answered yet."""
    unanswered = {name: value for name, value in advice().items() if not name.startswith("verified")}
    for name in ("advice_on", "answer_given", "team_decision"):
        unanswered.pop(name, None)
    return {**unanswered, "type": "CONSULTATIE", "status": "INGEDIEND", "asked_on": "2026-11-20", **more}


def test_the_decision_is_due_eight_weeks_after_the_report_until_it_is_there() -> None:
    due = found({**UNDECIDED, "intake.report_date": "2026-10-05"})["besluit"]
    assert (due.day, due.words) == (date(2026, 11, 30), "Besluit op de melding van 5 oktober 2026")
    assert "besluit" not in found({"intake.report_date": "2026-10-05"})
    assert "besluit" not in found({**UNDECIDED, "handover.sent_on": "-1d"})
    settled = case_of(ordinary({**UNDECIDED, "intake.report_date": ABSENT})).settle(TODAY)
    assert decision_day(settled, pack()) is None


@pytest.mark.parametrize(
    ("urgency", "kind", "day"),
    [
        ("binnen_5_werkdagen", "besluit", date(2026, 11, 27)),
        ("vandaag", "spoed", date(2026, 11, 20)),
        ("acuut_gevaar", "spoed", date(2026, 11, 20)),
    ],
)
def test_urgency_brings_the_day_nearer(urgency: str, kind: str, day: date) -> None:
    assert found({**UNDECIDED, "intake.report_date": "2026-11-20", "intake.urgency": urgency})[kind].day == day


def test_a_provider_has_five_working_days_and_then_the_start_is_asked_after() -> None:
    sent = {"handover.sent_on": "2026-12-18", "handover.reaction": ABSENT}
    due = found(sent)["reactie_aanbieder"]
    assert (due.day, due.path) == (date(2026, 12, 28), "handover.reaction"), "Christmas and the weekends do not count"
    accepted = {**SENT, "handover.started_on": ABSENT}
    reply = {"id": "x", "document": "OV-1", "given_on": "-2d", "outcome": "geaccepteerd", "start_on": "+10d"}
    assert found({**accepted, "handover.replies": [reply]})["start_hulp"].day == date(2026, 12, 3)
    assert found(accepted)["start_hulp"].path == "handover.started_on"
    assert not {"start_hulp", "reactie_aanbieder"} & found(SENT).keys()


def test_a_question_to_the_pool_runs_and_stands_still_while_it_waits_for_us() -> None:
    running = found({"consultations": [asked()]})["antwoord_pool"]
    assert (running.day, running.paused) == (date(2026, 11, 27), False)
    still = found({"consultations": [asked(status="AANVULLING_GEVRAAGD")]})["aanvulling_pool"]
    assert still.paused and still.path.endswith(".status")
    for ended in ("CONCEPT", "INGETROKKEN", "NIET_ONTVANKELIJK"):
        assert not {"antwoord_pool", "aanvulling_pool"} & found({"consultations": [asked(status=ended)]}).keys()


def test_an_advice_asks_for_a_choice_then_for_word_of_a_deviation() -> None:
    fresh = {"advice_on": "2026-11-20"}
    unchosen = found({"consultations": [advice(**fresh, team_decision=UNCHOSEN)]})
    assert unchosen["besluit_op_advies"].day == date(2026, 11, 25)
    other = {**fresh, "team_decision": "wijkt_af", "deviation_reason": "Het gezin koos anders."}
    assert found({"consultations": [advice(**other)]})["bericht_afwijking"].day == date(2026, 11, 25)
    told = found({"consultations": [advice(**other, pool_informed=True)]})
    assert not {"bericht_afwijking", "besluit_op_advies"} & told.keys()


def test_an_advice_that_runs_out_asks_for_attention_before_it_does() -> None:
    assert found({"consultations": [advice(valid_until="+28d")]})["advies_loopt_af"].day == date(2026, 12, 21)
    assert "advies_loopt_af" not in found({"consultations": [advice(valid_until="+29d")]})
    assert "advies_loopt_af" not in found({**SENT, "consultations": [advice(valid_until="+3d")]})


def test_after_a_crisis_one_looks_again_within_six_weeks() -> None:
    crisis = {"help_history.crisis": True, "help_history.crisis_end": "2026-11-02"}
    assert found({**crisis, "explanation.made_on": "2026-10-30"})["na_crisis"].day == date(2026, 12, 14)
    assert "na_crisis" not in found({**crisis, "explanation.made_on": "2026-11-03"})


def test_a_crisis_route_that_was_not_taken_is_for_today() -> None:
    high = {"safety.suicide_risk": "ja_hoog"}
    assert found({**high, "safety.crisis_route_started": False})["crisisroute"].day == TODAY
    assert "crisisroute" not in found({**high, "safety.crisis_route_started": True})


def test_what_somebody_promised_by_a_day_is_there_until_it_came() -> None:
    promised = {**SENT, "decision.plan_expected": "-3d"}
    assert found(promised)["plan_aanbieder"].day == date(2026, 11, 20)
    assert "plan_aanbieder" not in found({**promised, "handover.review_talks": [talk(on="-1d")]})
    assert "plan_aanbieder" not in found({"decision.plan_expected": "-3d"}), "what was not sent is not answered"
    agreement = {"id": "v1", "what": "Ze slaapt bij oma", "who": "oma", "until": "+5d", "otherwise": "bel"}
    due = found({"safety.agreements": [agreement]})["veiligheidsafspraak"]
    assert (due.day, due.path) == (date(2026, 11, 28), "safety.agreements.v1.until")


def test_a_step_of_ones_own_plan_and_a_meeting_with_all_have_their_day() -> None:
    plan = {"id": "s1", "what": "Een bijbaan", "who": "mentor", "until": "+3w"}
    seventeen = {"identity.birth_date": "-17y1m", "special_checks.future_steps": [plan]}
    assert found(seventeen)["stap_voor_later"].day == date(2026, 12, 14)
    together = {"special_checks.hsj_joined": True, "special_checks.hsj_next_meeting": "2026-11-30"}
    assert found(together)["hsj_overleg"].day == date(2026, 11, 30)
    past = {**together, "special_checks.hsj_next_meeting": "2026-11-20"}
    assert "hsj_overleg" not in found(past)


def test_nobody_is_late_for_a_birthday_before_the_report() -> None:
    seventeen = {"identity.birth_date": "-17y1m", "intake.report_date": "2026-11-02"}
    assert found(seventeen)["big_five"].day == date(2026, 11, 2)


def test_every_term_leads_to_a_field_has_words_and_comes_in_order_of_time() -> None:
    full = {**SENT, "consultations": [advice(team_decision=UNCHOSEN, valid_until="+3d")], "needs.review_date": "+1m",
            "help_history.crisis": True, "help_history.crisis_end": "-1w", "decision.plan_expected": "-3d"}  # fmt: skip
    dues = agenda(case_of(ordinary(full)).settle(TODAY), pack())
    assert len(dues) >= 4 and [due.day for due in dues] == sorted(due.day for due in dues)
    for due in dues:
        assert due.words and "{" not in due.words and due.act
        assert due.path.startswith("consultations.") or is_path(due.path), due.path
    assert {due.kind for due in dues} <= KINDS.keys()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "1 werkdag te laat"),  # a Saturday, seen on Monday
        (date(2026, 11, 19), "2 werkdagen te laat"),
        (date(2026, 11, 23), "vandaag"),
        (date(2026, 11, 24), "nog 1 werkdag"),
        (date(2026, 11, 30), "nog 5 werkdagen"),
    ],
)
def test_a_term_stands_in_words(day: date, words: str) -> None:
    assert term_in_words(working_days_left(TODAY, day)) == words
    assert term_in_words(working_days_left(TODAY, day), paused=True) == "klok staat stil"
