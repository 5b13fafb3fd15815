"""What the receiving side still misses, per kind of help: the wishes of the pack held to a case."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

import resources
from casework import casefile
from casework.knowledge.receiving import Receiving
from casework.weighing.assess import assess
from tests.casework.edited_pack import shipped

TODAY = date(2026, 11, 22)


def family(**decision: Any) -> dict[str, Any]:
    document = json.loads((resources.examples() / "jesse.json").read_bytes())
    document["answers"]["decision"] |= decision
    return document


def wanted(document: dict[str, Any]) -> dict[str, str]:
    """The kind of help by the path of what is missing."""
    found = assess(casefile.check(document, TODAY), shipped(), TODAY).handover
    return {one.path: one.receiving for one in found.wanted}


def staying(product: str) -> list[dict[str, Any]]:
    return [{"id": "x", "product": product, "start": "2026-12-14", "covers": []}]


def test_each_kind_of_help_has_wishes_of_its_own():
    at_home = wanted(family())
    away = wanted(family(products=staying("pleegzorg")))
    assert "verblijf-en-logeren" not in at_home.values()
    assert away["decision.products.x.volume"] == "alle-hulp"
    del (document := family(products=staying("pleegzorg")))["answers"]["handover"]["practical"]
    assert wanted(document)["handover.practical"] == "verblijf-en-logeren"


def test_an_answer_takes_it_off_the_list_and_so_does_an_honest_non_answer():
    products = staying("pleegzorg")
    assert "decision.products.x.volume" in wanted(family(products=products))
    for answer in (3, {"unanswered": "unknown"}):
        assert "decision.products.x.volume" not in wanted(family(products=[{**products[0], "volume": answer}]))


def test_without_a_product_nobody_waits_for_anything():
    assert wanted(family(products=[])) == {}


def test_another_recipient_than_the_provider_waits_for_none_of_it():
    document = family()
    assert wanted(document)
    document["answers"]["handover"]["recipient_role"] = "school"
    assert not wanted(document)


def test_it_never_holds_the_handover_back():
    found = assess(casefile.check(family(), TODAY), shipped(), TODAY).handover
    assert found.wanted and found.ready


def test_every_wish_is_a_question_that_can_be_answered_and_is_still_a_concept():
    paths = [wish.path for one in shipped().receiving.values() for wish in one.wishes]
    assert len(paths) > 10 and all("." in path for path in paths)
    assert {one.status for one in shipped().receiving.values()} == {"concept"}


def test_a_step_is_no_question():
    raw = {"id": "x", "status": "concept", "valid_from": "2026-01-01", "owner": "o", "sources": ["s"], "name": "n",
           "wishes": [{"path": "safety", "what": "w", "why": "w"}]}  # fmt: skip
    with pytest.raises(ValueError, match="is een stap; noem het veld"):
        Receiving.model_validate(raw, context={"sources": {"s"}, "products": set(), "is_path": lambda path: True})
