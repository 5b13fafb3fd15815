"""Help that runs is prolonged: since when, and what was said or signed before that day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.steps.handover import prolonged_since
from tests.casework.families import TODAY, case_of, facts_of, ordinary
from tests.casework.rows_following import SENT, talk


@pytest.mark.parametrize(("track", "talks", "since"), [
    ("verlenging", (), None),  # help from elsewhere: nothing here to be older than
    ({"value": "verlenging", "on": "-2d"}, (), "-2d"),
    ({"value": "verlenging", "on": "-2d"}, (talk("r1", "-1m", choice="verlengen"),), "-2d"),
    ({"value": "verlenging", "on": "-9m"}, (talk("r1", "-1m", choice="verlengen"),), "-1m"),  # a second time
    ({"value": "verlenging", "on": "-9m"}, (talk("r1", "-1m"),), "-9m"),  # going on as agreed prolongs nothing
    ("verlenging", (talk("r1", "-3m"), talk("r2", "-1m")), None),  # a file that kept no day of its route
    ("verlenging", (talk("r1", "-1m", choice="verlengen"),), "-1m"),
    ({"value": "volledig_onderzoek", "on": "-2d"}, (talk("r1", "-1m", choice="verlengen"),), None),
])  # fmt: skip
def test_since_when_a_prolonging_is_weighed(track: Any, talks: tuple[Any, ...], since: str | None) -> None:
    case = case_of(ordinary({**SENT, "intake.track": track, "handover.review_talks": list(talks)})).settle(TODAY)
    days = {"-2d": date(2026, 11, 21), "-1m": date(2026, 10, 23), "-9m": date(2026, 2, 23), None: None}
    assert prolonged_since(case) == days[since]


def test_a_signature_from_before_a_prolonging_signs_nothing_now() -> None:
    held = {"registration": "SKJ", "number": "1", "valid_until": "+1y"}
    signed = {f"decision.signer_{name}": value for name, value in held.items()}
    begun = {**signed, "intake.track": {"value": "verlenging", "on": "-2d"}}
    by = {"-3d": False, "-2d": True}
    for day, counts in by.items():
        facts = facts_of({**begun, "decision.signed_by": {"value": "A. Fictema", "on": day}})
        assert facts["signed_registered"] is counts
    undated = {**begun, "decision.signed_by": "A. Fictema"}
    assert facts_of(undated)["signed_registered"] is True  # a file without days says what it says today
    chosen = {**signed, **SENT, "intake.track": "verlenging", "decision.signed_by": "A. Fictema"}
    chosen["handover.review_talks"] = [talk("r1", "-1m", choice="verlengen")]
    assert facts_of(chosen)["signed_registered"] is True
    from_elsewhere = {**signed, "intake.track": "verlenging", "decision.signed_by": "A. Fictema"}
    assert facts_of(from_elsewhere)["signed_registered"] is True
