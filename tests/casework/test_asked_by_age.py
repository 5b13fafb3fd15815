"""Step 2 asks nobody of four whether the child can decide, and of help without the parents only from 12 to 15."""

from __future__ import annotations

from datetime import date

import pytest

from casework.casefile import check
from casework.steps.identity import Identity

TODAY = date(2026, 11, 23)
ANSWERS = {"able_to_decide": True, "help_exception": "wens_jeugdige", "help_exception_reason": "Zij blijft het willen."}


def asked(**about: object) -> set[str]:
    document = {"schema": "ijkpunt/case/1", "case_id": "jong", "answers": {"identity": {**ANSWERS, **about}}}
    identity = check(document, TODAY).settle(TODAY).of(Identity)
    return {name for name in ANSWERS if identity.answer(name).known is not None}


@pytest.mark.parametrize(("born", "of"), [
    ("-4y", set()),
    ("2014-11-24", set()),
    ("2014-11-23", set(ANSWERS)),
    ("2010-11-24", set(ANSWERS)),
    ("2010-11-23", {"able_to_decide"}),
    ("-19y", {"able_to_decide"}),
    ("+2m", set(ANSWERS)),
])  # fmt: skip
def test_what_hangs_on_age_is_asked_at_that_age(born: str, of: set[str]) -> None:
    assert asked(birth_date=born) == of


def test_of_an_age_nobody_knows_everything_is_asked() -> None:
    assert asked() == set(ANSWERS)
