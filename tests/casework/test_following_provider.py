"""After a handover left: what is due while the provider says nothing, asks something, says no, or yes."""

from __future__ import annotations

from datetime import date
from typing import Any

from casework.steps.handover import talks_held
from casework.weighing.following import due
from tests.casework.families import TODAY, Changes, case_of, ordinary
from tests.casework.rows_following import SENT, talk


def clocks(changes: Changes) -> dict[str, date]:
    return {one.what: one.day for one in due(case_of(ordinary({**SENT, **changes})).settle(TODAY))}


LEFT = {"id": "s1", "document": "OV-2026-0a1b2c3d", "version": 1, "kind": "overdracht", "reader": "aanbieder",
        "sent_on": "2026-11-16"}  # fmt: skip
SAID = {"id": "r1", "document": "OV-2026-0a1b2c3d", "version": 1, "given_on": "2026-11-18", "received_on": "2026-11-19"}


def after(outcome: str, *more: dict[str, Any], **reply: Any) -> dict[str, date]:
    """What is due once the provider said this to what left, and this left after it."""
    nobody = {"unanswered": "not_asked"}
    return clocks({
        "handover.sent_on": nobody, "handover.started_on": nobody, "handover.reaction": outcome,
        "handover.sendings": [LEFT, *more], "handover.replies": [{**SAID, "outcome": outcome, **reply}],
    })  # fmt: skip


def test_a_no_and_a_question_ask_for_somebody_on_the_day_they_came() -> None:
    assert after("afgewezen")["andere_plek"] == date(2026, 11, 19)
    assert after("vraag")["vraag_aanbieder"] == date(2026, 11, 19)
    by_phone = {"handover.sent_on": "2026-11-20", "handover.started_on": {"unanswered": "not_asked"},
                "handover.reaction": "afgewezen"}  # fmt: skip
    assert clocks(by_phone)["andere_plek"] == date(2026, 11, 27), "nobody wrote down when: within the term"


def test_a_newer_document_waits_for_an_answer_of_its_own() -> None:
    newer = {**LEFT, "id": "s2", "version": 2, "sent_on": "2026-11-20"}
    for outcome in ("afgewezen", "vraag"):
        due = after(outcome, newer)
        assert due["reactie_aanbieder"] == date(2026, 11, 27) and not {"andere_plek", "vraag_aanbieder"} & due.keys()
    assert "start_hulp" in after("geaccepteerd", newer, start_on="2026-12-01")


def test_what_was_taken_back_waits_for_nobody() -> None:
    back = {"id": "w1", "document": "IT-1", "version": 1, "kind": "intrekking", "reader": "aanbieder",
            "refers_to": LEFT["document"], "sent_on": "2026-11-20"}  # fmt: skip
    asked = {"reactie_aanbieder", "vraag_aanbieder", "start_hulp", "andere_plek"}
    assert not asked & (after("vraag", back).keys() | after("geaccepteerd", back, start_on="2026-12-01").keys())
    assert "andere_plek" in after("afgewezen", back), "the family still waits"


def test_weeks_to_wait_are_a_promised_start_too() -> None:
    assert after("geaccepteerd", waiting_weeks=3)["start_hulp"] == date(2026, 12, 9)


def test_what_was_made_for_the_provider_is_followed_without_typing_a_day() -> None:
    nobody = {"handover.sent_on": {"unanswered": "not_asked"}, "handover.review_talks": [talk(on="-1d")]}
    for left, followed in ((LEFT, 1), ({**LEFT, "kind": "aankondiging"}, 0), ({**LEFT, "reader": "ouder"}, 0)):
        case = case_of(ordinary({**SENT, **nobody, "handover.sendings": [left]})).settle(TODAY)
        assert len(talks_held(case)) == followed, left
