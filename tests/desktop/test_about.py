"""How far a case is, in a word: for the header and the work list."""

from __future__ import annotations

import pytest

from casework.casefile import check
from desktop.cases.about import status_of
from tests.casework.handover_family import TODAY, family

LEFT = {"id": "v1", "document": "OV-2026-0a", "version": 1, "kind": "overdracht", "reader": "aanbieder",
        "sent_on": "2026-12-01"}  # fmt: skip
TAKEN_BACK = {**LEFT, "id": "v2", "document": "IT-2026-0a", "kind": "intrekking", "refers_to": "OV-2026-0a"}


@pytest.mark.parametrize(("sendings", "told"), [
    ([], "Besluit in de maak"),
    ([LEFT], "Overgedragen"),
    ([{**LEFT, "kind": "aankondiging"}], "Besluit in de maak"),
    ([LEFT, TAKEN_BACK], "Besluit in de maak"),
])  # fmt: skip
def test_what_left_is_handed_over_as_long_as_it_stands(sendings: list[object], told: str) -> None:
    assert status_of(check(family(handover__sendings=sendings), TODAY)) == told
