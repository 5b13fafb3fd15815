"""On which day something was said: at a review that is written down later, the day of that review."""

from __future__ import annotations

from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given

TALKS, _SCORES = "handover.review_talks", "handover.goal_scores"


def said_on(case: OpenCase, path: str) -> str:
    """As in a case file. Today for what is no part of a review, and for a review without a day or still to come."""
    today = case.today.isoformat()
    return min(Given.of(case.raw(f"{TALKS}.{_review(case, path)}.on")).value or today, today)


def _review(case: OpenCase, path: str) -> str:
    """The id of the review that a path belongs to; empty where it is none."""
    list_path, _, rest = path.partition(f"{TALKS}.")
    if not list_path and rest:
        return rest.partition(".")[0]
    record = path.removeprefix(f"{_SCORES}.").partition(".")[0] if path.startswith(f"{_SCORES}.") else ""
    return str(Given.of(case.raw(f"{_SCORES}.{record}.review")).value or "") if record else ""
