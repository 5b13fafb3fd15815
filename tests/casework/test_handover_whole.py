"""The document as a whole: its cover, its number, its three readers, and any case at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.handover.blocks import (
    Callout,
    Facts,
    Goal,
    Table,
    Withheld,
)
from casework.handover.compose import compose
from casework.handover.twin import Twin
from tests.casework.handover_family import PACK, assessment, composed, family, settled
from tests.casework.handover_reading import of_kind, text, under


def test_a_reference_client_goes_by_its_title():
    assert "IJK-07, Boos na een scheiding" in text(composed())


# The cover, and the same for the same


def test_the_cover_says_who_asks_what_of_whom():
    document = composed()
    assert document.cover.title == "Jesse Oefenstra, 14 jaar"
    assert document.cover.subtitle == "Individuele begeleiding en gezinsbegeleiding, 6 maanden, vanaf 14 december 2026"
    assert document.cover.issued_on == "7 december 2026"
    assert document.cover.valid_until == "7 maart 2027"
    assert dict(document.cover.columns)["Voor"] == ("De Verzonnen Linde", "AGB 00000000")
    first = document.blocks[0]
    assert isinstance(first, Callout) and first.kind == "ask"
    assert len(of_kind(document.blocks[:6], Goal)) == 3


def test_a_refused_consent_is_on_the_cover():
    document = family()
    document["answers"]["identity"]["consents"][2]["purpose"] = "delen_met_aanbieder"
    assert "Niet akkoord: Harm Fictema" in dict(composed(document).cover.columns)["Gezag en toestemming"]


def test_same_case_same_document():
    assert composed() == composed()


def test_the_number_follows_the_content():
    assert composed().cover.document_id != composed(family(decision__dissent="niemand")).cover.document_id
    assert composed().cover.document_id.startswith("OV-2026-")


def test_the_three_readers_share_one_number():
    assert len({composed(None, reader).cover.document_id for reader in ("provider", "parent", "youth")}) == 1


def test_another_version_is_another_document():
    first, second = (compose(settled(), assessment(), PACK, version=version) for version in (1, 2))
    assert (first.cover.version, second.cover.version) == (1, 2)
    assert first.cover.document_id != second.cover.document_id


def test_practice_is_marked_and_real_is_not():
    assert composed().practice and not composed(family(practice=False)).practice


@pytest.mark.parametrize(("until", "told"), [
    (None, "oefenpakket 1.0, regelstand van 1 januari 2026"),
    (date(2099, 1, 1), "oefenpakket 1.0, regelstand van 1 januari 2026"),
    (date(2026, 3, 1), "oefenpakket 1.0, regelstand van 1 januari 2026, verlopen op 1 maart 2026"),
])  # fmt: skip
def test_it_says_of_which_day_the_rules_are_and_that_they_ran_out(until, told):
    pack = replace(PACK, manifest=PACK.manifest.model_copy(update={"valid_until": until}))
    assert compose(settled(), assessment(), pack).cover.pack == told


def test_without_a_pack_the_document_still_stands():
    document = compose(settled(), assessment(), None)
    assert document.cover.pack == "geen kennispakket"
    assert of_kind(under(document, "16"), Callout)


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
def test_an_almost_empty_case_composes(reader):
    bare = {"schema": "ijkpunt/case/1", "case_id": "leeg"}
    document = composed(bare, reader)
    assert document.blocks and document.cover.title
    assert not [block for block in of_kind(document.blocks, Facts) if not block.rows]
    assert not of_kind(document.blocks, Withheld)


FIELDS = [(step, field) for step, answers in family()["answers"].items() for field in answers]
CHANGES = st.dictionaries(
    st.sampled_from(FIELDS),
    st.sampled_from([None, {"unanswered": "unknown"}, {"unanswered": "declined"},
                     {"unanswered": "not_applicable", "reason": "past hier niet"}]),
)  # fmt: skip


@given(CHANGES, st.sampled_from(["provider", "parent", "youth"]))
@settings(max_examples=40, deadline=None)
def test_any_answer_may_be_missing(changes, reader):
    """A partly filled case composes too, and its twin is valid: the preview shows what there is."""
    document = composed(family(**{f"{step}__{field}": answer for (step, field), answer in changes.items()}), reader)
    assert Twin.model_validate(document.data).document.reader == reader
    assert "None" not in text(document) and "Unanswered" not in text(document)
    for block in of_kind(document.blocks, Table):
        assert all(len(row) == len(block.head) for row in block.rows) and len(block.origins) == len(block.rows)
